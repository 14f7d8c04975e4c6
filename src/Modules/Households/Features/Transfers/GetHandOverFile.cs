using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Transfers;

/// <summary>What the new county needs to know of a household: the file as it stands, for both counties while it is offered, and for the new one afterwards.</summary>
internal sealed record GetHandOverFile(Guid Transfer) : IQuery<HandOverFile>
{
    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetHandOverFile, HandOverFile>
    {
        public async Task<Result<HandOverFile>> Handle(GetHandOverFile request, CancellationToken cancellationToken)
        {
            var transfer = await db.TransfersSeen().AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.Transfer, cancellationToken);
            if (transfer is null) return PlumbingProblems.NotFound.Because("没有该迁移,或与您的管辖区域无关。", "There is no such transfer from or to the division you serve.");
            if (transfer.State is not (TransferState.Offered or TransferState.Accepted))
                return HouseholdErrors.TransferState.Because("迁移已退回或撤回,移交档案不再提供。", "The transfer was sent back or withdrawn: the file is no longer shown.");
            var household = await db.Households.IgnoreQueryFilters().AsNoTracking()
                .Include(h => h.Members.Where(m => m.Superseded == null)).Include(h => h.Income.Where(l => l.Superseded == null))
                .Include(h => h.Assets.Where(l => l.Superseded == null)).Include(h => h.Payees.Where(p => p.Superseded == null)).AsSplitQuery()
                .FirstAsync(h => h.Id == transfer.Household, cancellationToken);
            // From the acceptance on it is the new county's household, and no longer even that when it moved on.
            if (transfer.State == TransferState.Accepted && !(db.Caller.Serves(transfer.To) && db.Caller.Serves(household.Division)))
                return PlumbingProblems.OutsideDivision.Because("该户已由迁入地接收,档案由其现户籍地提供。", "The household was accepted elsewhere: its file is shown where it is registered now.");
            var findings = await db.Set<MeansEntry>().AsNoTracking().Where(e => e.Household == household.Id && e.Truth != Truth.Declared).AsOf(today.Date)
                .OrderBy(e => e.Id).ToListAsync(cancellationToken);
            var papers = await db.Papers.IgnoreQueryFilters().AsNoTracking().Where(p => p.Household == household.Id && p.WithdrawnAt == null).OrderBy(p => p.Id)
                .Select(p => new { p.Id, p.Kind, p.Person, p.Hash, p.IssuedOn }).ToListAsync(cancellationToken);
            return new HandOverFile(
                TransferView.Of(transfer, transfer.Version), HouseholdView.Of(household, today.Date, household.Version, db.Caller),
                findings.ConvertAll(Means.MeansFindingView.Of), papers.ConvertAll(p => new HandedPaper(p.Id, p.Kind, p.Person, Convert.ToHexStringLower(p.Hash), p.IssuedOn)));
        }
    }

    /// <summary>Reads the file that is handed over.</summary>
    /// <remarks>57 Art 5. Declared and verified means, members, account and the list of papers with their fingerprints. Once it is accepted, the old county reads it no longer.</remarks>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The transfer.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<HandOverFile>, ProblemHttpResult>> Endpoint(Guid id, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetHandOverFile(id), cancellation).Ok();
}

/// <summary>A household's file as one county hands it to another.</summary>
/// <param name="Transfer">The transfer with its closing statement.</param>
/// <param name="Household">The household today.</param>
/// <param name="Findings">Verified and estimated means.</param>
/// <param name="Papers">The papers on file.</param>
internal sealed record HandOverFile(TransferView Transfer, HouseholdView Household, IReadOnlyList<Means.MeansFindingView> Findings, IReadOnlyList<HandedPaper> Papers);

/// <summary>A paper on file.</summary>
/// <param name="Id">The paper.</param>
/// <param name="Kind" example="disabilityCard">Kind of paper.</param>
/// <param name="Person">The member it is about.</param>
/// <param name="Hash" example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08">SHA-256 of its content, 64 hexadecimal digits.</param>
/// <param name="IssuedOn">When it was issued.</param>
internal sealed record HandedPaper(Guid Id, string Kind, PersonId? Person, string Hash, LocalDate? IssuedOn);
