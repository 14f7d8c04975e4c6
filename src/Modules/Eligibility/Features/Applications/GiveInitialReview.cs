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

/// <summary>Gives the township's initial-review opinion; a positive one goes on public notice.</summary>
internal sealed record GiveInitialReview(ApplicationId Application, bool Positive, string Opinion) : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Application.Value;

    /// <summary>An opinion.</summary>
    /// <param name="Positive">Whether the township is for it.</param>
    /// <param name="Opinion" example="符合条件,建议予以确认">1 to 500 characters; at least 10 with the reasons against an eligible household.</param>
    internal sealed record Body(bool Positive, string Opinion);

    internal sealed class Validator : AbstractValidator<GiveInitialReview>
    {
        public Validator() => RuleFor(c => c.Opinion).Text(1, 500)
            .WithMessage("初审意见须为 1 至 500 个字符|An opinion has 1 to 500 characters");
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<GiveInitialReview, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(GiveInitialReview request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.ApplicationToChange(request.Application.Value, cancellationToken), "申请", "application");
            if (found.Refused) return found.Error;
            var application = found.Value;
            var policies = await db.Policies(application.Division, application.Scheme, today.Date, cancellationToken, PolicyKeys.NoticeDays);
            var notice = policies.Require(PolicyKeys.NoticeDays);
            if (notice.Refused) return notice.Error;
            var given = application.GiveInitialReview(request.Positive, request.Opinion, (int)notice.Value.Value, today.Date, db.Caller.Subject);
            return given.Refused ? given.Error : ApplicationView.Changed(application);
        }
    }

    /// <summary>Gives the initial-review opinion.</summary>
    /// <remarks>57 Art 19; 220 Art 25; Law Art 44. By the township leader, never by an investigator or the assessor of the case.</remarks>
    internal static Task<Results<Ok<ApplicationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GiveInitialReview(new ApplicationId(id), body.Positive, body.Opinion), cancellation).Ok();
}
