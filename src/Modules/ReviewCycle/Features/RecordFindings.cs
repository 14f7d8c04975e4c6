using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.ReviewCycle;
using Dibao.ReviewCycle.Domain;
using Dibao.ReviewCycle.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle.Features;

/// <summary>Records what a review found; the means test runs on it and a proposal follows.</summary>
internal sealed record RecordFindings(ReviewId Review, Findings Findings) : ICommand<ReviewView>, IConcern
{
    public const int MaxText = 500;

    Guid IConcern.Concern => Review.Value;

    /// <summary>Findings of a review.</summary>
    /// <param name="VisitedOn" example="2012-06-18">Day of the home visit: from the opening of the review to today.</param>
    /// <param name="Investigators">Who made it: at least as many as the policy <c>visit.investigators</c> says (two), one of the township, the recorder among them (57 Art 16).</param>
    /// <param name="Present">Members present who signed; at least one unless the review was refused.</param>
    /// <param name="Income">Verified income, fen per year; each kind at most once, a kind left out counts as it is on file.</param>
    /// <param name="Assets">Verified assets, fen; each kind at most once, a kind left out counts as it is on file.</param>
    /// <param name="LivingConditions" example="two rooms, one member in hospital">1 to 500 characters.</param>
    /// <param name="RefusedWithoutReason" example="false">The household refused without reason (57 Art 29): an end is proposed.</param>
    /// <param name="ProposedEndReason">Ground for an end that the investigators see: <c>employment</c>, <c>movedAway</c>, <c>refusedReview</c>, <c>incomeAboveStandard</c> or <c>assetsOverLimit</c>; null otherwise.</param>
    internal sealed record Body(
        LocalDate VisitedOn, IReadOnlyList<Investigator> Investigators, IReadOnlyList<PersonId> Present, IReadOnlyList<IncomeAmount> Income,
        IReadOnlyList<AssetAmount> Assets, string LivingConditions, bool RefusedWithoutReason, EndReason? ProposedEndReason = null);

    internal sealed class Validator : AbstractValidator<RecordFindings>
    {
        public Validator()
        {
            RuleFor(c => c.Findings.Investigators).Items(1, 10).OverridePropertyName("investigators").WithMessage("调查人员须为 1 至 10 人|There are 1 to 10 investigators");
            RuleForEach(c => c.Findings.Investigators).Must(i => !string.IsNullOrWhiteSpace(i.Officer) && i.Officer.Length <= 200 && Enum.IsDefined(i.Post))
                .OverridePropertyName("investigators").WithMessage("调查人员须填明工号(1 至 200 个字符)和身份|An investigator has an officer, 1 to 200 characters, and a post");
            RuleFor(c => c.Findings.Present).Items(0, 30).OverridePropertyName("present").WithMessage("在场成员不超过 30 人|At most 30 members are present");
            RuleFor(c => c.Findings.Income).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage).OverridePropertyName("income");
            RuleFor(c => c.Findings.Assets).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage).OverridePropertyName("assets");
            RuleFor(c => c.Findings.LivingConditions).Text(1, MaxText)
                .OverridePropertyName("livingConditions").WithMessage("生活状况须为 1 至 500 个字符|Living conditions have 1 to 500 characters");
            RuleFor(c => c.Findings.EndGround)
                .Must(r => r is null or EndReason.Employment or EndReason.MovedAway or EndReason.RefusedReview or EndReason.IncomeAboveStandard or EndReason.AssetsOverLimit)
                .OverridePropertyName("proposedEndReason").WithMessage("复核不能以该事由停发|A review does not end for this reason");
            RuleFor(c => c.Findings.EndGround).NotEqual(EndReason.RefusedReview).When(c => !c.Findings.RefusedWithoutReason)
                .OverridePropertyName("proposedEndReason").WithMessage("以拒绝复核停发时,refusedWithoutReason 须为 true|refusedReview goes with refusedWithoutReason true");
        }
    }

    internal sealed class Handler(DibaoDbContext db, IMediator mediator, Today today) : ICommandHandler<RecordFindings, ReviewView>
    {
        public async Task<Result<ReviewView>> Handle(RecordFindings request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Reviews.FirstOrDefaultAsync(r => r.Id == request.Review, cancellationToken), "复核", "review");
            if (found.Refused) return found.Error;
            var (review, findings) = (found.Value, request.Findings);
            if (review.WrongVisit(findings.VisitedOn, today.Date) is { } wrong) return wrong;
            var plan = await db.ReviewPlans.AsNoTracking().FirstAsync(p => p.Entitlement == review.Entitlement, cancellationToken);
            var needed = await mediator.Send(new ResolvePolicy(PolicyKeys.Investigators, review.Division, review.Scheme, findings.VisitedOn), cancellationToken);
            if (needed.Refused) return needed.Error;
            var members = new HashSet<PersonId>();
            if (findings.Present.Count > 0)
            {
                var circumstances = await mediator.Send(new GetCircumstances(review.Household, findings.VisitedOn), cancellationToken);
                if (circumstances.Refused) return circumstances.Error;
                members.UnionWith(circumstances.Value.Members.Select(m => m.Person));
            }
            var assessed = await mediator.Send(
                new AssessMeans(review.Entitlement, review.Household, review.Scheme, today.Date, findings.Income, findings.Assets, plan.Only), cancellationToken);
            if (assessed.Refused) return assessed.Error;
            var canonical = CanonicalJson.Write(assessed.Value.Test);
            var recorded = review.RecordFindings(
                findings, assessed.Value, canonical, CanonicalJson.Hash(canonical), plan.MonthlyFen, (int)needed.Value.Value, members, db.Caller.Subject, today.Date);
            return recorded.Refused ? recorded.Error : ReviewView.Of(review, review.Version + 1);
        }
    }

    /// <summary>Records the findings of a review.</summary>
    /// <remarks>
    /// 57 Art 16 and 31. The means test runs on the day of the record; no clear change means no new amount. May be repeated until the
    /// conclusion; a hearing on an earlier proposal no longer counts then.
    /// </remarks>
    internal static Task<Results<Ok<ReviewView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(
            new RecordFindings(new(id), new(
                body.VisitedOn, body.Investigators, body.Present, body.Income, body.Assets, body.LivingConditions, body.RefusedWithoutReason, body.ProposedEndReason)),
            cancellation).Ok();
}
