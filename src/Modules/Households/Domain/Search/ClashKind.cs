namespace Dibao.Households.Domain.Search;

/// <summary>Why two households are likely to hold the same people. Computed whenever it is read: it is gone when the clash is.</summary>
internal enum ClashKind
{
    /// <summary>Two members with the same name and birth date and different identity numbers.</summary>
    NameAndBirthDate = 1,

    /// <summary>The same phone.</summary>
    Phone = 2,

    /// <summary>The same payee account.</summary>
    Account = 3,
}
