using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Means;

/// <summary>Who owes support to a member without living with him (法定赡养、抚养、扶养义务人).</summary>
internal enum ObligorKind
{
    /// <summary>His child (子女).</summary>
    Child = 1,

    /// <summary>His parent (父母).</summary>
    Parent = 2,

    /// <summary>His spouse (配偶).</summary>
    Spouse = 3,

    /// <summary>His grandchild (孙子女、外孙子女).</summary>
    Grandchild = 4,

    /// <summary>His grandparent (祖父母、外祖父母).</summary>
    Grandparent = 5,

    /// <summary>His sibling (兄弟姐妹).</summary>
    Sibling = 6,
}

/// <summary>On what the payable support stands.</summary>
internal enum SupportBasis
{
    /// <summary>A judgment or mediation (判决、调解).</summary>
    Judgment = 1,

    /// <summary>An agreement (协议).</summary>
    Agreement = 2,

    /// <summary>Calculated from his income (按收入核算).</summary>
    Calculated = 3,

    /// <summary>He is unable to pay (无给付能力).</summary>
    Unable = 4,
}

/// <summary>A person outside the household who owes support to a member, and how much, from a day on.</summary>
internal sealed class Obligor : TwoTimeRow
{
    public const string SealColumn = "households.obligor.name";

    private Obligor()
    {
    }

    public Obligor(HouseholdId household, SupportOwed owed, byte[] sealedName, LocalDate from, Instant now)
    {
        Id = Guid.CreateVersion7();
        Household = household;
        SealedName = sealedName;
        (Supports, Kind, Age, Persons, Yearly, Basis, Payable, LeftOut, Note) = owed;
        ValidFrom = from;
        Recorded = now;
    }

    public Guid Id { get; private set; }

    public HouseholdId Household { get; private set; }

    public byte[] SealedName { get; private init; } = [];

    public PersonId Supports { get; private init; }

    public ObligorKind Kind { get; private init; }

    public int? Age { get; private init; }

    public int? Persons { get; private init; }

    public Money? Yearly { get; private init; }

    public SupportBasis Basis { get; private init; }

    public Money Payable { get; private init; }

    public bool LeftOut { get; private init; }

    public string Note { get; private init; } = "";

    public Obligor Until(LocalDate day, Instant now)
    {
        var copy = (Obligor)Again(ValidFrom, day, now);
        copy.Id = Guid.CreateVersion7();
        return copy;
    }

    /// <summary>The same obligor of a person who belongs to another household from a day on.</summary>
    public Obligor In(HouseholdId household, LocalDate from, Instant now)
    {
        var copy = (Obligor)Again(from, null, now);
        (copy.Id, copy.Household) = (Guid.CreateVersion7(), household);
        return copy;
    }
}

/// <summary>What an obligor owes.</summary>
/// <param name="Supports">The member he owes support to.</param>
/// <param name="Kind">What he is to him.</param>
/// <param name="Age">His age.</param>
/// <param name="Persons">Persons of his own household.</param>
/// <param name="Yearly">Its income, fen per year.</param>
/// <param name="Basis">On what the payable support stands.</param>
/// <param name="Payable">Support payable, fen per year.</param>
/// <param name="LeftOut">Left out at discretion: siblings, and persons of 60 or more (83 I(1)).</param>
/// <param name="Note">How it was calculated, or why it is left out.</param>
internal sealed record SupportOwed(
    PersonId Supports, ObligorKind Kind, int? Age, int? Persons, Money? Yearly, SupportBasis Basis, Money Payable, bool LeftOut, string Note)
{
    /// <summary>What contradicts itself or the law; null when nothing does.</summary>
    public Error? Wrong(int place, LocalDate day)
    {
        if (Basis == SupportBasis.Unable && Payable.Fen > 0)
            return HouseholdErrors.Contradicts.Because($"第 {place} 名义务人:无能力负担的,应付金额须为 0。", $"Obligor {place}: who is unable owes nothing.");
        if (LeftOut && Kind != ObligorKind.Sibling && !(Age >= Reference.Age.SupportLeftOut.Years(day)))
            return HouseholdErrors.SupportCounts.Because(
                $"第 {place} 名义务人:只有兄弟姐妹或年满 {Reference.Age.SupportLeftOut.Years(day)} 周岁的义务人给付的费用可以不计入。", $"Obligor {place}: only support of siblings or of persons of {Reference.Age.SupportLeftOut.Years(day)} or more may be left out.");
        return null;
    }
}
