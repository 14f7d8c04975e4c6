using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Papers;

/// <summary>A circumstance of a household by which papers are asked for; closed, as in papers.csv.</summary>
internal enum Circumstance
{
    Always,
    Married,
    Divorced,
    DivorcedByCourt,
    Disabled,
    SeriouslyIll,
    Employed,
    Student,
    MinorPayee,
    PayeeNamed,
    Agent,
    LivesElsewhere,
    Obligor,
    SeriousExpense,
    OwnsHousing,
    OwnsVehicle,
    HasDeposits,
}

/// <summary>A circumstance, of one member where it is known of whom.</summary>
internal sealed record HouseholdCircumstance(Circumstance Kind, PersonId? Person = null);

/// <summary>The circumstances that the register itself tells; the rest are stated by whoever asks.</summary>
internal static class KnownCircumstances
{
    /// <summary>The circumstances of a household on a day; whether somebody outside it owes a member support stands in rows of their own.</summary>
    public static IEnumerable<HouseholdCircumstance> Of(Household household, bool owedSupport, LocalDate day)
    {
        var members = household.Members.Where(m => m.HoldsOn(day)).ToList();
        yield return new(Circumstance.Always);
        if (members.Any(m => m.Relationship == Relationship.Spouse)) yield return new(Circumstance.Married);
        foreach (var member in members)
            foreach (var kind in Of(member, day)) yield return new(kind, member.Person);
        if (household.Income.Any(l => l.HoldsOn(day) && l.Kind == IncomeKind.Wage && l.Yearly.Fen > 0))
            yield return new(Circumstance.Employed, members.Where(m => m.Labour is LabourCapacity.Able or LabourCapacity.PartlyLost).ToList() is [var only] ? only.Person : null);
        if (household.Payees.FirstOrDefault(p => p.HoldsOn(day)) is { } payee)
        {
            yield return new(Circumstance.PayeeNamed, payee.Holder);
            if (members.Any(m => m.Person == payee.Holder && !Age.Full.IsReached(m.BirthDate, day))) yield return new(Circumstance.MinorPayee, payee.Holder);
        }
        if (owedSupport) yield return new(Circumstance.Obligor);
        if (household.Residence != household.Division) yield return new(Circumstance.LivesElsewhere);
        foreach (var asset in household.Assets.Where(l => l.HoldsOn(day) && l.Value.Fen > 0))
        {
            if (asset.Kind == AssetKind.Housing) yield return new(Circumstance.OwnsHousing);
            if (asset.Kind == AssetKind.Vehicle) yield return new(Circumstance.OwnsVehicle);
            if (asset.Kind == AssetKind.Deposit) yield return new(Circumstance.HasDeposits);
        }
    }

    private static IEnumerable<Circumstance> Of(Member member, LocalDate day)
    {
        if (member.Marital == MaritalStatus.Divorced) yield return Circumstance.Divorced;
        if (member.Disability is not null) yield return Circumstance.Disabled;
        if (member.SeriousIllness) yield return Circumstance.SeriouslyIll;
        if (member.GraduatesOn >= day) yield return Circumstance.Student;
    }
}
