using Dibao.BuildingBlocks.Http;
using Dibao.Contracts.Funds;
using Dibao.Contracts.Households;
using Dibao.Funds.Domain;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>A payroll.</summary>
/// <param name="Id">The payroll.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Kind">Regular, or re-payment of what came back.</param>
/// <param name="County" example="320706">The county.</param>
/// <param name="Month" example="2012-03">The month.</param>
/// <param name="Number" example="1">1 for a regular payroll; re-payments of a month count on.</param>
/// <param name="State">Where it stands.</param>
/// <param name="UpTo">Number of the county's last fact it knows of; null for a re-payment.</param>
/// <param name="Lines">Payments.</param>
/// <param name="WithoutPayee">Households left out because they have named no account; they are paid with a later payroll.</param>
/// <param name="Households">Households paid; counted at the lock.</param>
/// <param name="Persons">Persons of these households; counted at the lock.</param>
/// <param name="TotalFen">Sum of the payments, fen; summed at the lock.</param>
/// <param name="LinesHash">SHA-256 over all lines in their order; empty before the lock.</param>
/// <param name="RequestedFen">Requested from finance, fen.</param>
/// <param name="PaidFen">Paid, as the bank reported, fen.</param>
/// <param name="ReturnedFen">Come back from the bank, fen.</param>
/// <param name="Steps">Who did which step on which day, in order.</param>
internal sealed record PayrollView(
    PayrollId Id, long Version, PayrollKind Kind, DivisionCode County, Month Month, int Number, PayrollState State, long? UpTo, int Lines, int WithoutPayee,
    int Households, int Persons, long TotalFen, string LinesHash, long RequestedFen, long PaidFen, long ReturnedFen, IReadOnlyList<PayrollStep> Steps)
    : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    /// <summary>The payroll as a command leaves it. <paramref name="saved"/> is the version it will have when saved.</summary>
    public static PayrollView Of(Payroll p, long saved) => new(
        p.Id, saved, p.Kind, p.Division, p.Month, p.Number, p.State, p.UpTo, p.Lines, p.WithoutPayee,
        p.Households, p.Persons, p.TotalFen, p.LinesHash, p.RequestedFen, p.PaidFen, p.ReturnedFen, [.. StepsOf(p)]);

    private static IEnumerable<PayrollStep> StepsOf(Payroll p)
    {
        (PayrollState Step, string? By, LocalDate? On)[] steps =
        [
            (PayrollState.Built, p.BuiltBy, p.BuiltOn), (PayrollState.Locked, p.LockedBy, p.LockedOn), (PayrollState.Requested, p.RequestedBy, p.RequestedOn),
            (PayrollState.Approved, p.ApprovedBy, p.ApprovedOn), (PayrollState.Transferred, p.TransferredBy, p.TransferredOn),
            (PayrollState.Settled, p.SettledBy, p.SettledOn),
        ];
        foreach (var (step, by, on) in steps) if (by is not null && on is { } day) yield return new(step, by, day);
    }
}

/// <summary>A step that was done.</summary>
/// <param name="Step">The state it led to.</param>
/// <param name="By">Subject of the person.</param>
/// <param name="On">The day.</param>
internal sealed record PayrollStep(PayrollState Step, string By, LocalDate On);

/// <summary>A payroll just built, and the households it leaves out.</summary>
/// <param name="Id">The payroll.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Payroll">The payroll.</param>
/// <param name="WithoutPayee">Households with money due that have named no account.</param>
internal sealed record BuiltPayrollView(PayrollId Id, long Version, PayrollView Payroll, IReadOnlyList<HouseholdId> WithoutPayee) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id.Value;

    public static BuiltPayrollView Of(Payroll payroll, IReadOnlyList<HouseholdId> withoutPayee) =>
        new(payroll.Id, payroll.Version + 1, PayrollView.Of(payroll, payroll.Version + 1), withoutPayee);
}
