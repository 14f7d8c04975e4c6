using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Applications;

/// <summary>Adds papers to an application before it is accepted.</summary>
internal sealed record SupplyPapers(ApplicationId Application, IReadOnlyList<PaperKind> Papers) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>Papers.</summary>
    /// <param name="Papers">Kinds now brought: <c>signedStatement</c>, <c>checkAuthorisation</c>, <c>hukouBook</c>, <c>idCards</c>.</param>
    internal sealed record Body(IReadOnlyList<PaperKind> Papers);

    internal sealed class Validator : AbstractValidator<SupplyPapers>
    {
        public Validator() => RuleFor(c => c.Papers).Must(p => p.Count > 0 && PaperRules.AreKnown(p)).WithMessage(PaperRules.Message);
    }

    internal sealed class Handler(DibaoDbContext db) : ICommandHandler<SupplyPapers, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(SupplyPapers request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var supplied = found.Value.Supply(request.Papers);
            return supplied.Refused ? supplied.Error : ApplicationView.Changed(found.Value);
        }
    }

    /// <summary>Supplies missing papers.</summary>
    /// <remarks>57 Art 10; 220 Art 13.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new SupplyPapers(new ApplicationId(id), body.Papers), cancellation).Ok();
}
