using System.Security.Cryptography;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;

namespace Dibao.Households.Domain.Papers;

/// <summary>A paper as it is filed.</summary>
internal sealed record NewPaper(string Kind, PaperMedia Media, byte[] Content, string? Issuer, LocalDate? IssuedOn, PersonId? Person);

/// <summary>A paper of a household. Its content is kept apart, so that a list never reads it; it is withdrawn, never deleted.</summary>
internal sealed class Paper : AggregateRoot, IPlaced, IOwned
{
    /// <summary>Most bytes of a paper.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Most papers of a household, the withdrawn ones included.</summary>
    public const int MostPapers = 300;

    private readonly List<PaperReading> readings = [];

    private Paper()
    {
    }

    public Guid Id { get; private init; }

    public HouseholdId Household { get; private init; }

    public DivisionCode Division { get; set; }

    public string? Agent { get; private init; }

    /// <summary>Code of the checklist.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>SHA-256 of the content: by it the content is found.</summary>
    public byte[] Hash { get; private init; } = [];

    public int Size { get; private init; }

    public PaperMedia Media { get; private init; }

    public string? Issuer { get; private init; }

    /// <summary>The issuer's name as it is compared with the register of issuers of false papers.</summary>
    public string? PlainIssuer { get; private init; }

    public LocalDate? IssuedOn { get; private init; }

    /// <summary>The member whom it concerns; null when it concerns the household.</summary>
    public PersonId? Person { get; private init; }

    public Instant UploadedAt { get; private init; }

    public LocalDate UploadedOn { get; private init; }

    public string UploadedBy { get; private init; } = "";

    public Instant? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public IReadOnlyList<PaperReading> Readings => readings;

    public static Result<Paper> File(Household household, NewPaper paper, string by, LocalDate today, Instant now)
    {
        if (paper.Content.Length == 0) return PaperErrors.Empty.Plain();
        if (PaperMedias.Told(paper.Content) != paper.Media)
            return PaperErrors.OtherContent.Because($"文件内容不是所声明的 {paper.Media.MediaType()}。", $"The file is not the {paper.Media.MediaType()} that it is said to be.");
        if (paper.IssuedOn > today)
            return PaperErrors.IssuedLater.Because($"出具日期 {paper.IssuedOn:uuuu-MM-dd} 不得晚于今天 {today:uuuu-MM-dd}。", $"Issued on {paper.IssuedOn:uuuu-MM-dd}, which lies after today, {today:uuuu-MM-dd}.");
        var line = PaperChecklist.Find(paper.Kind)!;
        if (line.Issued && paper.Issuer is null)
            return PaperErrors.IssuerNeeded.Because($"请填写{line.NameZh}的出具单位或者人员。", $"State who issued it: {line.NameEn}.");
        if (paper.Person is { } person && !household.Members.Any(m => m.Person == person)) return HouseholdErrors.NotMember.Plain();
        return new Paper
        {
            Id = Guid.CreateVersion7(),
            Household = household.Id,
            Division = household.Division,
            Agent = household.Agent,
            Kind = paper.Kind,
            Hash = HashOf(paper.Content),
            Size = paper.Content.Length,
            Media = paper.Media,
            Issuer = paper.Issuer,
            PlainIssuer = paper.Issuer is null ? null : FalseIssuer.Plain(paper.Issuer),
            IssuedOn = paper.IssuedOn,
            Person = paper.Person,
            UploadedAt = now,
            UploadedOn = today,
            UploadedBy = by,
        };
    }

    public static byte[] HashOf(byte[] content) => SHA256.HashData(content);

    /// <summary>The same paper again: the same content, kind and member.</summary>
    public bool IsAgain(Paper other) =>
        WithdrawnAt is null && Household == other.Household && Kind == other.Kind && Person == other.Person && Hash.AsSpan().SequenceEqual(other.Hash);

    public Result<Done> Withdraw(string reason, string by, Instant now)
    {
        if (WithdrawnAt is not null) return PaperErrors.Withdrawn.Plain();
        (WithdrawnAt, WithdrawnBy, WithdrawalReason) = (now, by, reason);
        return Done.It;
    }

    /// <summary>Records what the paper states of a member; an earlier reading stays on record.</summary>
    public Result<Done> Read(PaperReading reading, LocalDate today)
    {
        if (WithdrawnAt is not null) return PaperErrors.Withdrawn.Plain();
        if (Person is { } concerned && concerned != reading.Person)
            return PaperErrors.OtherPerson.Plain();
        if (reading.StatedOn > today) return PaperErrors.StatedLater.Plain();
        if (PaperChecklist.Find(Kind)?.Match is MatchPart.Register or MatchPart.Identity && reading.NumberHash is null) return PaperErrors.NumberNeeded.Plain();
        readings.Add(reading);
        return Done.It;
    }
}

/// <summary>The content of a paper, encrypted; the same content of a household stands once.</summary>
internal sealed class PaperContent
{
    public const string SealColumn = "households.paper_content.sealed";

    public required HouseholdId Household { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>What a paper states of a member, as somebody read it.</summary>
internal sealed class PaperReading
{
    public const string NameColumn = "households.paper_reading.name";
    public const string NumberColumn = "households.paper_reading.id_number";

    /// <summary>Kind of the keyed hash of a stated name.</summary>
    public const string NameKind = "paper-name";

    public Guid Id { get; init; }

    public Guid Paper { get; init; }

    public required PersonId Person { get; init; }

    public required byte[] SealedName { get; init; }

    public required byte[] NameHash { get; init; }

    public byte[]? SealedNumber { get; init; }

    /// <summary>Keyed hash of the stated identity number, as in the table of persons; null when the paper states none.</summary>
    public byte[]? NumberHash { get; init; }

    /// <summary>The date that the paper states; on a divorce paper that of the divorce.</summary>
    public LocalDate? StatedOn { get; init; }

    public required string By { get; init; }

    public required Instant At { get; init; }

    /// <summary>A name as it is compared: blanks and the dots of transcribed names do not count.</summary>
    public static string PlainName(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
