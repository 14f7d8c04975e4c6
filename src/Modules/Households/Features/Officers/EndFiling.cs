using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Officers;

/// <summary>Ends a filing that was wrong; it stays on record with its reason.</summary>
internal sealed record EndFiling(Guid Filing, string Reason) : ICommand<FilingView>, IConcern
{
    Guid IConcern.Concern => Filing;

    /// <summary>Why it was wrong.</summary>
    /// <param name="Reason" example="the officer is another person of that name">4 to 200 characters.</param>
    internal sealed record Body(string Reason);

    internal sealed class Validator : AbstractValidator<EndFiling>
    {
        public Validator() => RuleFor(c => c.Reason).IsReason();
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<EndFiling, FilingView>
    {
        public async Task<Result<FilingView>> Handle(EndFiling request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Filings.FirstOrDefaultAsync(f => f.Id == request.Filing, cancellationToken), "备案", "filing");
            if (found.Refused) return found.Error;
            var ended = found.Value.End(request.Reason.Trim(), db.Caller.Subject, today.Date);
            return ended.Refused ? ended.Error : FilingView.Of(found.Value, found.Value.Version + 1, sealing, db.Caller);
        }
    }

    /// <summary>Ends a filing that was wrong.</summary>
    /// <remarks>57 Art 11. The same member is not filed again for the same officer.</remarks>
    /// <param name="filing" example="01980000-0000-7000-8000-000000000001">The filing.</param>
    /// <param name="body"></param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<FilingView>, ProblemHttpResult>> Endpoint(Guid filing, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EndFiling(filing, body.Reason), cancellation).Ok();
}
