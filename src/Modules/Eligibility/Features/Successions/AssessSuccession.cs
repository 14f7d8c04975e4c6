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

namespace Dibao.Eligibility.Features.Successions;

/// <summary>Puts every household concerned through the means test and says what its case will be worth.</summary>
internal sealed record AssessSuccession(Guid Succession, IReadOnlyList<AssessSuccession.CaseBody> Cases) : ICommand<SuccessionView>, IConcern
{
    Guid IConcern.Concern => Succession;

    /// <summary>What was found of each household.</summary>
    /// <param name="Cases">Every household concerned, once.</param>
    internal sealed record Body(IReadOnlyList<CaseBody> Cases);

    /// <summary>What was found of one household.</summary>
    /// <param name="Household">The household.</param>
    /// <param name="Applicant">The member in whose name its case is to stand.</param>
    /// <param name="Income">Income found at a new check, fen per year; takes the place of what is on file of that kind.</param>
    /// <param name="Assets">Assets found, fen; likewise.</param>
    internal sealed record CaseBody(HouseholdId Household, PersonId Applicant, IReadOnlyList<IncomeAmount>? Income = null, IReadOnlyList<AssetAmount>? Assets = null);

    internal sealed class Validator : AbstractValidator<AssessSuccession>
    {
        public Validator()
        {
            RuleFor(c => c.Cases).Must(c => c.Count is >= 1 and <= 10 && c.DistinctBy(x => x.Household).Count() == c.Count).WithMessage("须逐户填写,每户一次|Each household once, 1 to 10");
            RuleForEach(c => c.Cases).Must(c => MeansShape.AreAmounts(c.Income ?? []) && MeansShape.AreAmounts(c.Assets ?? [])).WithMessage(MeansShape.AmountMessage)
                .Must(c => MeansShape.AreOnce(c.Income ?? []) && MeansShape.AreOnce(c.Assets ?? [])).WithMessage(MeansShape.OnceMessage);
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<AssessSuccession, SuccessionView>
    {
        public async Task<Result<SuccessionView>> Handle(AssessSuccession request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.Successions.FirstOrDefaultAsync(s => s.Id == request.Succession, cancellationToken), "接续", "succession");
            if (found.Refused) return found.Error;
            var succession = found.Value;
            if (!succession.Households.ToHashSet().SetEquals(request.Cases.Select(c => c.Household)))
                return EligibilityErrors.SuccessorMissing.Because($"须认定 {succession.Households.Count} 户,不多不少。", $"{succession.Households.Count} households are to be assessed, no more and no fewer.");
            var before = await db.DrawnBefore(succession, today.Month, cancellationToken);
            var cases = new List<SuccessorCase>();
            foreach (var body in request.Cases.OrderBy(c => c.Household == succession.Bereaved)) // what tapers comes last: it draws what the others leave
            {
                var assessed = await Assess(succession, body, before, cases.Sum(c => c.BaseFen), cancellationToken);
                if (assessed.Refused) return assessed.Error;
                cases.Add(assessed.Value);
            }
            var done = succession.Assess(cases, today.Date, db.Caller.Subject);
            return done.Refused ? done.Error : SuccessionView.Of(succession, succession.Version + 1);
        }

        private async Task<Result<SuccessorCase>> Assess(Succession succession, CaseBody body, DrawnBefore before, long drawnByOthers, CancellationToken cancellation)
        {
            var household = await mediator.Send(new GetCircumstances(body.Household, today.Date, succession.Only, new(body.Income ?? [], body.Assets ?? [])), cancellation);
            if (household.Refused) return household.Error;
            var (division, scheme, members) = (household.Value.Division, Application.SchemeOf(household.Value.Hukou), household.Value.Members);
            if (members.All(m => m.Person != body.Applicant))
                return EligibilityErrors.NotMember.Because("申请人须为共同生活的家庭成员(57号第四条)。", "The applicant must be a co-living member (57 Art 4).");
            var policies = await db.Policies(
                division, scheme, today.Date, cancellation, PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit, PolicyKeys.TaperMonths);
            var figures = MeansPolicies.From(policies);
            if (figures.Refused) return figures.Error;
            var outcome = MeansTest.Assess(new MeansInputs(today.Date, scheme, members.Count, household.Value.Income, household.Value.Assets), figures.Value);
            if (outcome.Refused) return outcome.Error;
            var stored = StoredDetermination.Of(outcome.Value, succession: succession.Id);
            db.Add(stored);
            var uplifts = before.Uplifts.Where(u => members.Any(m => m.Person == u.Person)).ToList();
            var (fen, taper) = SuccessorAmount.Of(
                succession.Bereaved == body.Household, outcome.Value, Math.Max(0, before.BaseFen - drawnByOthers), uplifts, (int)(policies.Find(PolicyKeys.TaperMonths)?.Value ?? 0));
            return new SuccessorCase(
                body.Household, division, scheme, body.Applicant, [.. members.Select(m => m.Person)], fen, fen == 0 ? [] : uplifts, taper, stored.Id, stored.Hash, outcome.Value.Reasons,
                household.Value.Agent);
        }
    }

    /// <summary>Assesses the households of a succession.</summary>
    /// <remarks>57 Art 23 and 31 to 33. What is on file as verified counts where nothing new is found. Each case stands on a means test of its own, with the uplifts of those who are still covered.</remarks>
    internal static Task<Results<Ok<SuccessionView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AssessSuccession(id, body.Cases), cancellation).Ok();
}

/// <summary>What the old cases of a succession draw for a month.</summary>
internal sealed record DrawnBefore(IReadOnlyList<Entitlement> Live, int Persons, long MonthlyFen, IReadOnlyList<Uplift> Uplifts)
{
    public long BaseFen => MonthlyFen - Uplifts.Sum(u => u.Fen);
}
