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

/// <summary>Submits a household's application; everything missing is told at once.</summary>
internal sealed record SubmitApplication(
    HouseholdId Household, PersonId Applicant, IReadOnlyList<PaperKind> Papers, bool StatementSigned, bool CheckAuthorised, PersonId? Only)
    : ICommand<ApplicationView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>An application.</summary>
    /// <param name="Household">The registered household.</param>
    /// <param name="Applicant">The co-living member who applies.</param>
    /// <param name="Papers">Papers brought: <c>hukouBook</c>, <c>idCards</c>; asked for until 2026-06-30.</param>
    /// <param name="StatementSigned">The statement of income and assets is signed (220 Art 12).</param>
    /// <param name="CheckAuthorised">The information check is authorised (220 Art 12).</param>
    /// <param name="Only">The member who is to be covered alone (57 Art 8; 83 I(1)); left out when the household applies.</param>
    internal sealed record Body(
        HouseholdId Household, PersonId Applicant, IReadOnlyList<PaperKind> Papers, bool StatementSigned, bool CheckAuthorised, PersonId? Only = null);

    internal sealed class Validator : AbstractValidator<SubmitApplication>
    {
        public Validator() => RuleFor(c => c.Papers).Must(PaperRules.AreKnown).WithMessage(PaperRules.Message);
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<SubmitApplication, ApplicationView>
    {
        public async Task<Result<ApplicationView>> Handle(SubmitApplication request, CancellationToken cancellationToken)
        {
            var household = await mediator.Send(new GetCircumstances(request.Household, today.Date), cancellationToken);
            if (household.Refused) return household.Error;
            if (await db.Applications.AnyAsync(a => a.OpenFor == request.Household, cancellationToken))
                return EligibilityErrors.AlreadyOpen.Because("该家庭已有在办申请,请先办结。", "This household has an open application: see it through first.");
            if (await db.Entitlements.AnyAsync(
                e => e.Household == request.Household && (request.Only == null || e.Only == null || e.Only == request.Only) && e.LastMonth == null, cancellationToken))
                return EligibilityErrors.AlreadyEntitled.Because("该家庭正在享受低保,变化请按复核办理。", "This household draws dibao: report changes for a review instead.");

            var scheme = Application.SchemeOf(household.Value.Hukou);
            var policies = await db.Policies(household.Value.Division, scheme, today.Date, cancellationToken, PolicyKey.RegisterPapers, PolicyKeys.AtResidence);
            var atResidence = policies.Require(PolicyKeys.AtResidence);
            if (atResidence.Refused) return atResidence.Error;
            if (PlaceOfApplication.Refusal(household.Value.Division, household.Value.Registered, atResidence.Value.Value == 1) is { } elsewhere) return elsewhere;
            var registerPapers = policies.Require(PolicyKey.RegisterPapers);
            if (registerPapers.Refused) return registerPapers.Error;
            var alone = request.Only is { } only ? await mediator.Send(new GetSingleGrounds(request.Household, only, today.Date), cancellationToken) : new List<string>();
            if (alone.Refused) return alone.Error;
            if (request.Only is not null && alone.Value.Count == 0)
                return EligibilityErrors.NotAlone.Because(
                    "单人申请限于:低保边缘家庭中的重度残疾人、重病患者,在宗教场所居住三年以上的教职人员,成年无业重度残疾人。请先登记相应情况。",
                    "Alone may be covered: in a margin household the severely disabled and the seriously ill; clergy of three years; jobless grown persons with a severe disability. Have that recorded first.");
            var submitted = Application.Submit(
                household.Value, request.Applicant, PaperRules.Brought(request.Papers, request.StatementSigned, request.CheckAuthorised),
                registerPapers.Value.Value == 1, today.Date, db.Caller.Subject, request.Only, alone.Value);
            if (submitted.Refused) return submitted.Error;
            db.Add(submitted.Value);
            return ApplicationView.Changed(submitted.Value);
        }
    }

    /// <summary>Submits an application.</summary>
    /// <remarks>57 Art 4, 9 and 10; 220 Art 12 and 13. Refused while the household has an open application or draws dibao, and where none of
    /// its members is registered, unless the province takes applications at the residence.</remarks>
    internal static Task<Results<Created<ApplicationView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new SubmitApplication(body.Household, body.Applicant, body.Papers, body.StatementSigned, body.CheckAuthorised, body.Only), cancellation)
            .Created(a => $"/api/v1/applications/{a.Id.Value}");
}

/// <summary>Shape of papers brought.</summary>
internal static class PaperRules
{
    public const string Message = "材料种类不正确|Not a known kind of paper";

    public static bool AreKnown(IReadOnlyList<PaperKind> papers) => papers.Count <= 20 && papers.All(Enum.IsDefined);

    public static IReadOnlyCollection<PaperKind> Brought(IReadOnlyList<PaperKind> papers, bool statementSigned, bool checkAuthorised)
    {
        var brought = papers.ToHashSet();
        if (statementSigned) brought.Add(PaperKind.SignedStatement);
        if (checkAuthorised) brought.Add(PaperKind.CheckAuthorisation);
        return brought;
    }
}
