using Dibao.BuildingBlocks.Access;
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

/// <summary>Live cases that go on in others.</summary>
/// <param name="Id">The succession.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Kind">Why.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Household">The household it is about.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="HappenedOn">When what caused it happened.</param>
/// <param name="OpenedOn">When it was opened.</param>
/// <param name="Predecessors">The entitlements that end.</param>
/// <param name="Households">The households to be assessed.</param>
/// <param name="Cases">What was assessed; empty before.</param>
/// <param name="LastMonthAgreed">Last month of the old cases as two counties agreed.</param>
/// <param name="AssessedBy" example="demo-township-officer">Who assessed it.</param>
/// <param name="HeardOn">When the household was heard (Law Art 48).</param>
/// <param name="Views">What it said.</param>
/// <param name="ConfirmedOn">When it was confirmed.</param>
/// <param name="ConfirmedBy" example="demo-county-approver">Who confirmed it.</param>
/// <param name="LastMonth">Last month of the old cases; the new ones begin with the next.</param>
internal sealed record SuccessionView(
    Guid Id, long Version, SuccessionKind Kind, SuccessionState State, HouseholdId Household, DivisionCode Division, LocalDate HappenedOn, LocalDate OpenedOn,
    IReadOnlyList<EntitlementId> Predecessors, IReadOnlyList<HouseholdId> Households, IReadOnlyList<SuccessorView> Cases, Month? LastMonthAgreed, string? AssessedBy,
    LocalDate? HeardOn, string? Views, LocalDate? ConfirmedOn, string? ConfirmedBy, Month? LastMonth) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>The succession; whoever acts for one household online sees the case of that one.</summary>
    public static SuccessionView Of(Succession s, long version, Caller? seenBy = null) => new(
        s.Id, version, s.Kind, s.State, s.Household, s.Division, s.HappenedOn, s.OpenedOn, s.Predecessors, s.Households, [.. s.Cases.Where(c => seenBy is not { OwnCasesOnly: true } || c.Agent == seenBy.Subject).Select(SuccessorView.Of)], s.LastMonthAgreed,
        s.AssessedBy, s.HeardOn, s.Views, s.ConfirmedOn, s.ConfirmedBy, s.LastMonth);
}

/// <summary>A case in which earlier ones go on.</summary>
/// <param name="Household">The household.</param>
/// <param name="Division" example="320706001001">Village or community of registration.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Applicant">In whose name it stands.</param>
/// <param name="Persons">Members covered.</param>
/// <param name="MonthlyFen">Benefit, fen per month; 0 when it does not go on.</param>
/// <param name="UpliftFen">What of it is category uplift.</param>
/// <param name="TaperMonths">Months of tapering (57 Art 33); null when it runs on.</param>
/// <param name="Determination">The means test.</param>
/// <param name="Hash">Its SHA-256, 64 hexadecimal digits.</param>
/// <param name="Reasons">Why the household does not qualify; empty when it does.</param>
internal sealed record SuccessorView(
    HouseholdId Household, DivisionCode Division, Scheme Scheme, PersonId Applicant, IReadOnlyList<PersonId> Persons, long MonthlyFen, long UpliftFen, int? TaperMonths,
    Guid Determination, string Hash, IReadOnlyList<string> Reasons)
{
    public static SuccessorView Of(SuccessorCase c) => new(
        c.Household, c.Division, c.Scheme, c.Applicant, c.Persons, c.MonthlyFen, c.Uplifts.Sum(u => u.Fen), c.TaperMonths, c.Determination, c.Hash, c.Reasons);
}
