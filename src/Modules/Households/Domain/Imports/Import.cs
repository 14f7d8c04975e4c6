using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Households.Domain.Imports;

/// <summary>How live cases are written in what was sent.</summary>
internal enum ImportFormat
{
    /// <summary>NDJSON: a household with members, means and case a line.</summary>
    Lines = 1,

    /// <summary>One CSV file, a person a row; what is said of the family stands in each of its rows.</summary>
    Flat = 2,

    /// <summary>A file of families and one of persons, joined on the family number.</summary>
    Pair = 3,
}

/// <summary>How far an import has come.</summary>
internal enum ImportState
{
    /// <summary>It is being sent.</summary>
    Receiving = 1,

    /// <summary>It is here, and read next.</summary>
    Waiting = 2,

    /// <summary>It was read as a whole, and is entered batch by batch.</summary>
    Entering = 3,

    /// <summary>Every row was entered or given back.</summary>
    Finished = 4,

    /// <summary>It cannot be read; nothing of it was kept.</summary>
    Refused = 5,
}

/// <summary>A file of an import.</summary>
internal enum ImportSheet
{
    /// <summary>The only file.</summary>
    Whole = 0,

    Families = 1,

    Persons = 2,
}

/// <summary>What reading a file as a whole told.</summary>
/// <param name="Total">Households in it, or lines.</param>
/// <param name="Rows">Rows, without their heading.</param>
/// <param name="Start">Where entering begins.</param>
internal sealed record FileRead(int Total, int Rows, long Start);

/// <summary>Live cases of a county sent as files; read and entered in the background, batch by batch.</summary>
internal sealed class Import : AggregateRoot, IPlaced
{
    public Guid Id { get; init; }

    /// <summary>The county whose cases they are.</summary>
    public required DivisionCode Division { get; init; }

    public required ImportFormat Format { get; init; }

    public required string StartedBy { get; init; }

    public required Instant StartedAt { get; init; }

    public Instant? FinishedAt { get; private set; }

    public ImportState State { get; private set; } = ImportState.Receiving;

    /// <summary>SHA-256 of all that was sent, by which the same is known again; null while it is being sent, and of what was refused.</summary>
    public byte[]? Content { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>The text is GB18030; UTF-8 otherwise.</summary>
    public bool Gb18030 { get; private set; }

    /// <summary>Households, or lines, in all; known once it was read.</summary>
    public int Total { get; private set; }

    /// <summary>Rows read.</summary>
    public int Rows { get; private set; }

    /// <summary>Households, or lines, dealt with.</summary>
    public int Done { get; private set; }

    /// <summary>Where the next batch begins: a byte of the lines, or the number of a batch of families.</summary>
    public long Position { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Entered by an earlier import or takeover.</summary>
    public int Repeated { get; private set; }

    /// <summary>Households refused, and persons whose family is not in the file.</summary>
    public int Rejected { get; private set; }

    /// <summary>Rows given back.</summary>
    public int GivenBack { get; private set; }

    /// <summary>Headings of the families, or of the only file, encrypted.</summary>
    public byte[]? Headings { get; private set; }

    /// <summary>Headings of the persons, encrypted.</summary>
    public byte[]? PersonHeadings { get; private set; }

    public string? Code { get; private set; }

    public string? ReasonZh { get; private set; }

    public string? ReasonEn { get; private set; }

    /// <summary>The process that works at it.</summary>
    public Guid? Worker { get; private set; }

    /// <summary>Until when by the machine's clock nobody else does; while it is being sent, until when it may be cut off.</summary>
    public Instant? HeldUntil { get; private set; }

    /// <summary>Type of what last stopped the work; never its data.</summary>
    public string? LastFailure { get; private set; }

    public const string ContentColumn = "households.import.content";

    public const string RowColumn = "households.import.row";

    public void Receive(byte[] content, long bytes) => (Content, Bytes, State, HeldUntil) = (content, bytes, ImportState.Waiting, null);

    public void Hold(Guid worker, Instant until) => (Worker, HeldUntil) = (worker, until);

    /// <summary>Reading begins, anew where it was cut off.</summary>
    public void Begin() => Rows = 0;

    public void Head(ImportSheet sheet, byte[] headings)
    {
        if (sheet == ImportSheet.Persons) PersonHeadings = headings;
        else Headings = headings;
    }

    public void Stage(int rows) => Rows += rows;

    public void Read(FileRead read, bool gb18030) => (Total, Rows, Position, Gb18030, State) = (read.Total, read.Rows, read.Start, gb18030, ImportState.Entering);

    public void Move(long position, int done, int accepted, int repeated)
    {
        Position = position;
        Done += done;
        Accepted += accepted;
        Repeated += repeated;
    }

    /// <summary>Gives rows back; answers the number of the first.</summary>
    public int GiveBack(int households, int rows)
    {
        Rejected += households;
        GivenBack += rows;
        return GivenBack - rows + 1;
    }

    public void Finish(Instant now) => (State, FinishedAt, Worker, HeldUntil) = (ImportState.Finished, now, null, null);

    public void Refuse(Error why, Instant now)
    {
        (Code, ReasonZh, ReasonEn) = (why.Type.Code, RejectedCase.Short(why.DetailZh), RejectedCase.Short(why.DetailEn));
        (State, FinishedAt, Content, Worker, HeldUntil, Headings, PersonHeadings) = (ImportState.Refused, now, null, null, null, null, null);
        (Rows, Rejected, GivenBack) = (0, 0, 0);
    }
}

/// <summary>A piece of a file of an import, encrypted; gone when the import is finished.</summary>
internal sealed class ImportPiece
{
    /// <summary>Bytes of every piece but the last.</summary>
    public const int Size = 512 * 1024;

    public required Guid Import { get; init; }

    public required ImportSheet Sheet { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>Rows that were read and are still to be entered, of families that are entered together; encrypted.</summary>
internal sealed class ImportRows
{
    public required Guid Import { get; init; }

    /// <summary>The batch of their families, from 0.</summary>
    public required int Batch { get; init; }

    /// <summary>Order of reading.</summary>
    public required int Number { get; init; }

    /// <summary>JSON of <see cref="PlacedRow"/>.</summary>
    public required byte[] Sealed { get; init; }
}

/// <summary>Why the cells of a row cannot be relied on.</summary>
internal enum RowFlaw
{
    None = 0,

    /// <summary>A cell is computed, and may be of another day.</summary>
    Formula = 1,

    /// <summary>A cell is merged with that of another row.</summary>
    Merged = 2,

    /// <summary>The family stands in the file twice.</summary>
    FamilyTwice = 3,

    /// <summary>The family of the person is not in the file.</summary>
    NoFamily = 4,

    /// <summary>There is no family number.</summary>
    NoFamilyNumber = 5,

    /// <summary>Its quotation marks do not match.</summary>
    Quotes = 6,

    /// <summary>More rows than any family has bear its number.</summary>
    FamilyTooLarge = 7,

    /// <summary>It has more cells than the heading.</summary>
    Beyond = 8,
}

/// <summary>A row that was refused; encrypted as it was sent, to be corrected and sent again.</summary>
internal sealed class RejectedRow
{
    public required Guid Import { get; init; }

    /// <summary>Order of refusal, from 1.</summary>
    public required int Number { get; init; }

    public required ImportSheet Sheet { get; init; }

    /// <summary>Line or row of the file, from 1.</summary>
    public required int Row { get; init; }

    public required string Code { get; init; }

    public required string ReasonZh { get; init; }

    public required string ReasonEn { get; init; }

    public required byte[] Sealed { get; init; }
}
