using Dibao.Contracts.Households;
using Dibao.Households.Domain.Reference;

namespace Dibao.Households.Domain.Means;

/// <summary>Who owes support to a member without living with him (法定赡养、抚养、扶养义务人).</summary>
internal enum ObligorKind
{
    Child = 1,
    Parent = 2,
    Spouse = 3,
    Grandchild = 4,
    Grandparent = 5,
    Sibling = 6,
}

/// <summary>On what the payable support stands.</summary>
internal enum SupportBasis
{
    Judgment = 1,
    Agreement = 2,
    Calculated = 3,
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
