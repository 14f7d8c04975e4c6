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

/// <summary>Refuses an application with reasons; how to have that reviewed is kept with the decision.</summary>
internal sealed record RefuseApplication(ApplicationId Application, IReadOnlyList<string> Reasons) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>Why.</summary>
    /// <param name="Reasons">1 to 10 reasons of 2 to 200 characters; no names or numbers.</param>
    internal sealed record Body(IReadOnlyList<string> Reasons);

    internal sealed class Validator : AbstractValidator<RefuseApplication>
    {
        public Validator() => RuleFor(c => c.Reasons).Must(r => r.Count is >= 1 and <= 10 && r.All(x => x.Trim().Length is >= 2 and <= 200))
            .WithMessage("须写明 1 至 10 条理由,每条 2 至 200 个字符|Give 1 to 10 reasons of 2 to 200 characters");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RefuseApplication, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(RefuseApplication request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var refused = found.Value.Refuse(request.Reasons, today.Date, db.Caller.Subject);
            return refused.Refused ? refused.Error : ApplicationView.Changed(found.Value);
        }
    }

    /// <summary>Refuses an application.</summary>
    /// <remarks>57 Art 21; 220 Art 26; Law Art 45. The answer says how to apply for reconsideration.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RefuseApplication(new ApplicationId(id), body.Reasons), cancellation).Ok();
}
