using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Households.Domain.Papers;

/// <summary>A unit or person proven to have issued a false paper (Law Art 72), entered by a county.</summary>
internal sealed class FalseIssuer : AggregateRoot, IPlaced
{
    private FalseIssuer()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The county that entered it.</summary>
    public DivisionCode Division { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The name as it is compared.</summary>
    public string PlainName { get; private init; } = "";

    /// <summary>Kind of the false paper, a code of the checklist.</summary>
    public string PaperKind { get; private init; } = "";

    public string DocumentNumber { get; private init; } = "";

    public LocalDate ProvenOn { get; private init; }

    public string Note { get; private init; } = "";

    public LocalDate EnteredOn { get; private init; }

    public string EnteredBy { get; private init; } = "";

    public LocalDate? ClearedOn { get; private set; }

    public string? ClearedBy { get; private set; }

    public string? ClearingReason { get; private set; }

    /// <summary>Entered by mistake: it flags nothing at all.</summary>
    public bool Mistaken { get; private set; }

    public static Result<FalseIssuer> Enter(DivisionCode county, string name, string paperKind, string documentNumber, LocalDate provenOn, string note, string by, LocalDate today)
    {
        if (provenOn > today) return PaperErrors.ProvenLater.Plain();
        return new FalseIssuer
        {
            Id = Guid.CreateVersion7(),
            Division = county,
            Name = name,
            PlainName = Plain(name),
            PaperKind = paperKind,
            DocumentNumber = documentNumber,
            ProvenOn = provenOn,
            Note = note,
            EnteredOn = today,
            EnteredBy = by,
        };
    }

    public Result<Done> Clear(string reason, bool mistaken, string by, LocalDate today)
    {
        if (ClearedOn is not null) return PaperErrors.IssuerCleared.Plain();
        (ClearedOn, ClearedBy, ClearingReason, Mistaken) = (today, by, reason, mistaken);
        return Done.It;
    }

    /// <summary>It stands on the register on the day of a paper's upload, or came onto it later and stands there now.</summary>
    public bool Flags(LocalDate uploadedOn) => !Mistaken && (ClearedOn is null || (EnteredOn <= uploadedOn && uploadedOn < ClearedOn));

    /// <summary>A name as it is compared: full-width letters as plain ones, no blanks or punctuation, upper case.</summary>
    public static string Plain(string name) => string.Concat(name.Select(Narrow).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>The province within which an entry flags papers.</summary>
    public static DivisionCode ProvinceOf(DivisionCode place) => place.Digits == 0 ? place : DivisionCode.Parse(place.ToString()[..2]);

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
