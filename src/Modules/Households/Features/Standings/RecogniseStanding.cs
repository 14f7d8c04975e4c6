using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Standings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Standings;

/// <summary>Recognises a household as low-income, for a span of days.</summary>
internal sealed record RecogniseStanding(HouseholdId Household, StandingKind Kind, LocalDate From, LocalDate? To, string Basis) : ICommand<StandingView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A standing.</summary>
    /// <param name="Kind">margin, rigidExpenditure or monitored.</param>
    /// <param name="From" example="2024-03-01">First day; not after today.</param>
    /// <param name="To" example="2025-03-01">First day on which it holds no longer; rigid expenditure lasts at most twelve months, and as long when it is left out.</param>
    /// <param name="Basis" example="海民发〔2024〕12号认定表,人均收入符合规定">On what it stands, 4 to 400 characters.</param>
    internal sealed record Body(StandingKind Kind, LocalDate From, string Basis, LocalDate? To = null);

    internal sealed class Validator : AbstractValidator<RecogniseStanding>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Basis).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<RecogniseStanding, StandingView>
    {
        public async Task<Result<StandingView>> Handle(RecogniseStanding request, CancellationToken cancellationToken)
        {
            // Asked within a unit of work, the household stays as read until the standing is saved: two that overlap come after each other.
            var circumstances = await mediator.Send(new GetCircumstances(request.Household, request.From), cancellationToken);
            if (circumstances.Refused) return circumstances.Error;
            var household = await db.Households.AsNoTracking().FirstAsync(h => h.Id == request.Household, cancellationToken);
            var live = await mediator.Send(new GetLiveCases([household.Id], today.Month), cancellationToken);
            if (live.Refused) return live.Error;
            var others = await db.Standings.AsNoTracking().Where(s => s.Household == request.Household).ToListAsync(cancellationToken);
            var recognised = LowIncomeStanding.Recognise(
                household, new(request.Kind, request.From, request.To, request.Basis.Trim()), live.Value.Count > 0, others, db.Caller.Subject, today.Date);
            if (recognised.Refused) return recognised.Error;
            if (await IncomeRefuses(StandingRule.On(request.Kind, request.From), circumstances.Value, request.From, cancellationToken) is { } tooHigh) return tooHigh;
            db.Add(recognised.Value);
            return StandingView.Of(recognised.Value, today.Date, recognised.Value.Version + 1);
        }

        private async Task<Error?> IncomeRefuses(StandingRule rule, Circumstances household, LocalDate day, CancellationToken cancellation)
        {
            if (rule.Percent is not { } percent) return null;
            var scheme = household.Hukou == HukouKind.NonAgricultural ? Scheme.Urban : Scheme.Rural;
            var standard = await mediator.Send(new ResolvePolicy(PolicyKeys.Standard, household.Division, scheme, day), cancellation);
            if (standard.Refused) return standard.Error;
            if (rule.Takes(household.Income.Sum(i => i.YearlyFen), household.Members.Count, standard.Value.Value)) return null;
            return StandingErrors.IncomeTooHigh.Because(
                $"人均月收入须低于低保标准 {standard.Value.Value / 100m:0.00} 元的 {percent / 100m:0.0} 倍({rule.Article})。",
                $"The monthly income per person must lie below {percent / 100m:0.0} times the standard of {standard.Value.Value / 100m:0.00} yuan ({rule.Article}).");
        }
    }

    /// <summary>Recognises a standing of a low-income household.</summary>
    /// <remarks>
    /// A margin household has an income below 1.5 times the standard (57 Art 8; Law Art 21) and does not draw dibao; rigid expenditure is
    /// neither and lasts at most twelve months. One kind stands once in one span.
    /// </remarks>
    internal static Task<Results<Created<StandingView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecogniseStanding(new(id), body.Kind, body.From, body.To, body.Basis), cancellation).Created(s => $"/api/v1/households/{s.Household.Value}/standings");
}

/// <summary>A standing of a low-income household.</summary>
/// <param name="Id">The standing.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Division" example="320706001001">Village or community of the household.</param>
/// <param name="Kind">Which.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it holds no longer; null while open.</param>
/// <param name="Holds" example="true">Whether it holds today.</param>
/// <param name="Basis" example="海民发〔2024〕12号认定表,人均收入符合规定">On what it stands.</param>
/// <param name="Article" example="57 Art 8">The article.</param>
/// <param name="RecordedOn">When it was recognised.</param>
/// <param name="RecordedBy" example="demo-county-officer">By whom.</param>
/// <param name="EndedOn">When it was decided that it ends early.</param>
/// <param name="EndReason" example="household income has risen">Why.</param>
internal sealed record StandingView(
    Guid Id, long Version, HouseholdId Household, DivisionCode Division, StandingKind Kind, LocalDate From, LocalDate? To, bool Holds, string Basis, string Article,
    LocalDate RecordedOn, string RecordedBy, LocalDate? EndedOn, string? EndReason) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    public static StandingView Of(LowIncomeStanding s, LocalDate today, long saved) => new(
        s.Id, saved, s.Household, s.Division, s.Kind, s.ValidFrom, s.ValidTo, s.HoldsOn(today), s.Basis, s.Article, s.RecordedOn, s.RecordedBy, s.EndedOn, s.EndReason);
}
