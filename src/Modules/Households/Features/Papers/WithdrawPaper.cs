using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Papers;

/// <summary>Withdraws a paper: it counts no more, and stays on file.</summary>
internal sealed record WithdrawPaper(HouseholdId Household, Guid Paper, string Reason) : ICommand<PaperView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Why it counts no more.</summary>
    /// <param name="Reason" example="filed for the wrong member">4 to 200 characters.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<WithdrawPaper>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<WithdrawPaper, PaperView>
    {
        public async Task<Result<PaperView>> Handle(WithdrawPaper request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Papers.FirstOrDefaultAsync(p => p.Id == request.Paper && p.Household == request.Household, cancellationToken), "材料", "paper");
            if (found.Refused) return found.Error;
            var paper = found.Value;
            if (db.Caller.OwnCasesOnly && paper.UploadedBy != db.Caller.Subject) return PaperErrors.NotYours.Plain();
            var withdrawn = paper.Withdraw(request.Reason.Trim(), db.Caller.Subject, today.Now);
            return withdrawn.Refused ? withdrawn.Error : PaperView.Of(paper, await db.EntriesAgainst([paper], paper.Division, cancellationToken), paper.Version + 1);
        }
    }

    /// <summary>Withdraws a paper.</summary>
    /// <remarks>Nothing is deleted: the paper stays on file, marked void. An applicant withdraws only what he filed himself.</remarks>
    internal static Task<Results<Ok<PaperView>, ProblemHttpResult>> Endpoint(Guid id, Guid paper, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new WithdrawPaper(new(id), paper, body.Reason), cancellation).Ok();
}
