using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Papers;

/// <summary>A circumstance of a household by which papers are asked for; closed, as in papers.csv.</summary>
internal enum Circumstance
{
    /// <summary>Every household (所有家庭).</summary>
    Always,

    /// <summary>There is a spouse (有配偶).</summary>
    Married,

    /// <summary>A member is divorced (有成员离异).</summary>
    Divorced,

    /// <summary>A member was divorced by a court (经法院判决离婚).</summary>
    DivorcedByCourt,

    /// <summary>A member is disabled (有残疾成员).</summary>
    Disabled,

    /// <summary>A member is seriously ill (有重病成员).</summary>
    SeriouslyIll,

    /// <summary>A member earns a wage (有工资性收入).</summary>
    Employed,

    /// <summary>A member is at school (有在校学生).</summary>
    Student,

    /// <summary>The account is that of a minor, or of his guardian (领取人为未成年人或者其监护人).</summary>
    MinorPayee,

    /// <summary>An account is named (已登记领取账户).</summary>
    PayeeNamed,

    /// <summary>Somebody else applies for it (由他人代为申请).</summary>
    Agent,

    /// <summary>It lives elsewhere than it is registered (人户分离).</summary>
    LivesElsewhere,

    /// <summary>Somebody outside owes support (有法定赡养、抚养、扶养义务人).</summary>
    Obligor,

    /// <summary>It has serious expenses (有刚性支出).</summary>
    SeriousExpense,

    /// <summary>It owns housing (有房产).</summary>
    OwnsHousing,

    /// <summary>It owns a vehicle (有车辆).</summary>
    OwnsVehicle,

    /// <summary>It has deposits (有存款).</summary>
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
            foreach (var minor in members.Where(m => (m.Person == payee.Holder || m.Person == payee.Ward) && !Age.Full.IsReached(m.BirthDate, day))) yield return new(Circumstance.MinorPayee, minor.Person);
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
