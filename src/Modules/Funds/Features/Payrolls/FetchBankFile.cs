using System.Text;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Lets the bank have the file of a transferred payroll. It opens account numbers, so that each fetch stays in the audit trail.</summary>
internal sealed record FetchBankFile(PayrollId Payroll) : ICommand<BankFileName>, IConcern
{
    Guid IConcern.Concern => Payroll.Value;

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<FetchBankFile, BankFileName>
    {
        public async Task<Result<BankFileName>> Handle(FetchBankFile request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Payrolls.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Payroll, cancellationToken), "名册", "payroll");
            if (found.Refused) return found.Error;
            var open = found.Value.OpenToBank();
            if (open.Refused) return open.Error;
            return new BankFileName($"payroll-{found.Value.Division}-{found.Value.Memo.Replace('/', '-')}.csv");
        }
    }

    /// <summary>Fetches the file the bank pays from.</summary>
    /// <remarks>
    /// CSV (RFC 4180, UTF-8) with the columns lineNo, holder, bank, accountNumber, amountFen, streamed. A holder or bank that begins like a formula is
    /// given a leading apostrophe. 57 Art 25: paid through banks into the household's account.
    /// </remarks>
    internal static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Endpoint(
        Guid id, IMediator mediator, DibaoDbContext db, Sealing sealing, CancellationToken cancellation)
    {
        var fetched = await mediator.Send(new FetchBankFile(new PayrollId(id)), cancellation);
        if (fetched.Refused) return fetched.Error.Answer();
        return TypedResults.Stream(body => Write(body, new(id), db, sealing, cancellation), "text/csv; charset=utf-8", fetched.Value.Name);
    }

    private static async Task Write(Stream body, PayrollId payroll, DibaoDbContext db, Sealing sealing, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await writer.WriteAsync(BankFile.Header.AsMemory(), cancellation);
        await foreach (var line in db.PayrollLines.AsNoTracking().Where(l => l.Payroll == payroll).OrderBy(l => l.LineNo)
            .AsAsyncEnumerable().WithCancellation(cancellation))
            await writer.WriteAsync(BankFile.Line(line, sealing.Open(BankFile.SealColumn, line.SealedAccount)).AsMemory(), cancellation);
    }
}

/// <summary>Under which name the file is given out.</summary>
internal sealed record BankFileName(string Name);
