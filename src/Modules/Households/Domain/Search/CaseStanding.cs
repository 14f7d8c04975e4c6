namespace Dibao.Households.Domain;

/// <summary>Whether a household's case draws.</summary>
internal enum CaseStanding
{
    /// <summary>It has never drawn.</summary>
    Never = 0,

    /// <summary>It draws; whose case goes on in another draws by that one.</summary>
    Draws = 1,

    /// <summary>It has drawn and draws no more.</summary>
    Drew = 2,

    /// <summary>It was taken over and draws as soon as the other modules have heard of it: a moment.</summary>
    Arriving = 3,
}
