using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Households.Domain;

/// <summary>One upload of live cases from an old register.</summary>
internal sealed class Takeover : AggregateRoot, IPlaced
{
    public Guid Id { get; init; }

    /// <summary>The county whose cases are taken over.</summary>
    public required DivisionCode Division { get; init; }

    public required Instant StartedAt { get; init; }

    public Instant? FinishedAt { get; private set; }

    /// <summary>Cases entered.</summary>
    public int Accepted { get; private set; }

    /// <summary>Cases that an earlier upload had entered already.</summary>
    public int Repeated { get; private set; }

    /// <summary>Cases refused, each with its reason.</summary>
    public int Rejected { get; private set; }

    public void Count(int accepted, int repeated, int rejected)
    {
        Accepted += accepted;
        Repeated += repeated;
        Rejected += rejected;
    }

    public void Finish(Instant now) => FinishedAt ??= now;
}

/// <summary>A line that was entered; the same line again changes nothing.</summary>
internal sealed class TakenOverLine
{
    public required DivisionCode County { get; init; }

    /// <summary>Keyed hash of the line.</summary>
    public required byte[] Line { get; init; }
}

/// <summary>A line that was refused.</summary>
internal sealed class RejectedCase
{
    public required Guid Takeover { get; init; }

    /// <summary>Number of the line in the upload, from 1.</summary>
    public required int Line { get; init; }

    public required string Code { get; init; }

    public required string ReasonZh { get; init; }

    public required string ReasonEn { get; init; }

    private const int LongestReason = 400;

    public static string Short(string text) => text.Length <= LongestReason ? text : text[..LongestReason];
}
