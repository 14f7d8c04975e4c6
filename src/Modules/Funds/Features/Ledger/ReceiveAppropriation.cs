using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Funds;
using Dibao.Funds.Domain.Ledger;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Ledger;

/// <summary>Enters money that arrived in a county's special account.</summary>
internal sealed record ReceiveAppropriation(DivisionCode County, SourceLevel Source, long AmountFen, string DocumentNumber, LocalDate ArrivedOn)
    : ICommand<AppropriationView>
{
    private const long Most = 10_000_000_000_000;

    /// <summary>Money that arrived.</summary>
    /// <param name="County" example="320706">The county, 6 digits.</param>
    /// <param name="Source" example="province">Level of government it comes from; <c>carriedOver</c> only as the first entry of the books.</param>
    /// <param name="AmountFen" example="500000000">Amount, 1 to 10,000,000,000,000 fen.</param>
    /// <param name="DocumentNumber" example="苏财社〔2012〕17号">Document that granted it, 1 to 60 characters.</param>
    /// <param name="ArrivedOn" example="2012-01-10">The day it arrived; not after today.</param>
    internal sealed record Body(DivisionCode County, SourceLevel Source, long AmountFen, string DocumentNumber, LocalDate ArrivedOn);

    internal sealed class Validator : AbstractValidator<ReceiveAppropriation>
    {
        public Validator()
        {
            RuleFor(c => c.County).IsCounty();
            RuleFor(c => c.Source).IsInEnum();
            RuleFor(c => c.AmountFen).InclusiveBetween(1, Most).WithMessage($"金额须在 1 至 {Most} 分之间|The amount lies between 1 and {Most} fen");
            RuleFor(c => c.DocumentNumber).Text(1, 60).WithMessage("文号须为 1 至 60 个字符|A document number has 1 to 60 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ReceiveAppropriation, AppropriationView>
    {
        public async Task<Result<AppropriationView>> Handle(ReceiveAppropriation request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.County)) return PlumbingProblems.OutsideDivision.Plain();
            await db.TakeNumbers($"ledger:{request.County}", 0, cancellationToken); // what is carried over is entered once, and first
            var open = await db.LedgerHeads.AnyAsync(h => h.Division == request.County, cancellationToken);
            var received = Appropriation.Receive(
                request.County, request.Source, request.AmountFen, request.DocumentNumber, request.ArrivedOn, open, db.Caller.Subject, today.Date);
            if (received.Refused) return received.Error;
            var entered = await db.Post(request.County, received.Value.Voucher, today.Date, cancellationToken);
            if (entered.Refused) return entered.Error;
            db.Add(received.Value.EnteredAs(entered.Value));
            return AppropriationView.Of(received.Value);
        }
    }

    /// <summary>Records money that arrived in the special account.</summary>
    /// <remarks>649 Art 5: special management, separate accounts, earmarked. Entered as debit of the special account, credit of the source.</remarks>
    internal static Task<Results<Created<AppropriationView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReceiveAppropriation(body.County, body.Source, body.AmountFen, body.DocumentNumber, body.ArrivedOn), cancellation)
            .Created(a => $"/api/v1/appropriations/{a.Id}");
}

/// <summary>Money that arrived; it is never changed.</summary>
/// <param name="Id">The appropriation.</param>
/// <param name="County" example="320706">The county.</param>
/// <param name="Source">Level of government.</param>
/// <param name="AmountFen">Amount, fen.</param>
/// <param name="DocumentNumber">Document that granted it.</param>
/// <param name="ArrivedOn">The day it arrived.</param>
/// <param name="RecordedOn">The day it was entered.</param>
/// <param name="EntryNumber">Number of the journal entry within the county.</param>
internal sealed record AppropriationView(
    Guid Id, DivisionCode County, SourceLevel Source, long AmountFen, string DocumentNumber, LocalDate ArrivedOn, LocalDate RecordedOn, long EntryNumber) : IConcern
{
    Guid IConcern.Concern => Id;

    public static AppropriationView Of(Appropriation a) =>
        new(a.Id, a.Division, a.Source, a.AmountFen, a.DocumentNumber, a.ArrivedOn, a.RecordedOn, a.EntryNumber);
}
