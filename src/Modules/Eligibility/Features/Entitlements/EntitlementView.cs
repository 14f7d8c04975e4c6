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

namespace Dibao.Eligibility.Features.Entitlements;

/// <summary>What a household draws.</summary>
/// <param name="Id">The entitlement.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Application">The application it came of; null when taken over from an old register.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Applicant">The member in whose name it stands.</param>
/// <param name="Only">The member who is covered alone; null when the household is.</param>
/// <param name="Succeeds">The succession that opened it; null when it goes on for no earlier case.</param>
/// <param name="SucceededBy">The succession in which it goes on.</param>
/// <param name="ConfirmedOn">Day of the decision, or of the take-over.</param>
/// <param name="FirstMonth" example="2012-07">First month drawn.</param>
/// <param name="LastMonth">Last month drawn; null while open.</param>
/// <param name="EndReason">Why it ended.</param>
/// <param name="TakenOver">Whether it was live before this register.</param>
/// <param name="ReviewEvery" example="12">Months between reviews.</param>
/// <param name="Term">How much for how many on the day asked; null when nothing is drawn that day.</param>
internal sealed record EntitlementView(
    EntitlementId Id, long Version, HouseholdId Household, ApplicationId? Application, DivisionCode Division, Scheme Scheme, PersonId Applicant, PersonId? Only, Guid? Succeeds, Guid? SucceededBy,
    LocalDate ConfirmedOn, Month FirstMonth, Month? LastMonth, EndReason? EndReason, bool TakenOver, int ReviewEvery, TermView? Term) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    public static EntitlementView Of(Entitlement e, EntitlementTerm? term, long version) => new(
        e.Id, version, e.Household, e.Application, e.Division, e.Scheme, e.Applicant, e.Only, e.Succeeds, e.SucceededBy, e.ConfirmedOn, e.FirstMonth, e.LastMonth, e.EndReason,
        e.TakenOver, e.ReviewEvery, term is null ? null : new TermView(term.Persons, term.MonthlyFen, term.Uplifts.Sum(u => u.Fen), term.ValidFrom, term.ValidTo));
}

/// <summary>How much for how many.</summary>
/// <param name="Persons" example="2">Covered members.</param>
/// <param name="MonthlyFen" example="52000">Benefit of the household, fen per month.</param>
/// <param name="UpliftFen" example="10400">What of it is category uplift (57 Art 27; Law Art 20).</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">First day no longer; null while open.</param>
internal sealed record TermView(int Persons, long MonthlyFen, long UpliftFen, LocalDate ValidFrom, LocalDate? ValidTo);
