using Dibao.Households.Domain.Imports;

namespace Dibao.Households.Features.Imports;

/// <summary>Live cases sent as files, and how far they have come.</summary>
/// <param name="Id">The import.</param>
/// <param name="County" example="320706">County whose cases they are.</param>
/// <param name="Format" example="pair">Lines of JSON, one flat CSV file, or a pair of families and persons.</param>
/// <param name="State" example="entering">Receiving, waiting, entering, finished or refused.</param>
/// <param name="StartedAt">When it was sent.</param>
/// <param name="FinishedAt">When its last row was dealt with, or it was refused.</param>
/// <param name="Bytes">Bytes sent.</param>
/// <param name="Rows">Rows read, without headings.</param>
/// <param name="Total">Households, or lines, in all; 0 until it was read.</param>
/// <param name="Done">Households, or lines, dealt with so far.</param>
/// <param name="Position">Where the next batch begins: a byte of the lines, or the number of a family in the file.</param>
/// <param name="Accepted">Households entered.</param>
/// <param name="Repeated">Households that were entered before.</param>
/// <param name="Rejected">Households refused, and persons without a family in the file.</param>
/// <param name="RejectedRows">Rows given back under <c>/rejected</c>.</param>
/// <param name="Refusal">Why the whole was refused; null unless it was. Nothing of it was kept.</param>
/// <param name="LastFailure">Type of the failure that last held it up; it is tried again.</param>
internal sealed record ImportView(
    Guid Id, DivisionCode County, ImportFormat Format, ImportState State, Instant StartedAt, Instant? FinishedAt, long Bytes, int Rows, int Total, int Done,
    long Position, int Accepted, int Repeated, int Rejected, int RejectedRows, ImportRefusal? Refusal, string? LastFailure) : IConcern
{
    Guid IConcern.Concern => Id;

    public static ImportView Of(Import i) => new(
        i.Id, i.Division, i.Format, i.State, i.StartedAt, i.FinishedAt, i.Bytes, i.Rows, i.Total, i.Done, i.Position, i.Accepted, i.Repeated, i.Rejected, i.GivenBack,
        i.Code is null ? null : new(i.Code, i.ReasonZh!, i.ReasonEn!), i.LastFailure);
}

/// <summary>Why an import was refused as a whole.</summary>
/// <param name="Code" example="households.import_encoding">Problem code.</param>
/// <param name="ReasonZh" example="文件的编码无法识别">Reason in Chinese.</param>
/// <param name="ReasonEn" example="The encoding of the file is not known">Reason in English.</param>
internal sealed record ImportRefusal(string Code, string ReasonZh, string ReasonEn);

/// <summary>A row of an import that was refused.</summary>
/// <param name="Number" example="1">Its place among the rows given back, from 1.</param>
/// <param name="Sheet" example="families">Whole, families or persons: the file it stands in.</param>
/// <param name="Row" example="17">Row of that file, or line, from 1; the heading is row 1.</param>
/// <param name="Code" example="request.invalid">Problem code.</param>
/// <param name="ReasonZh" example="第 17 行没有家庭编号。">Reason in Chinese.</param>
/// <param name="ReasonEn" example="Row 17 has no family number.">Reason in English.</param>
internal sealed record RejectedRowView(int Number, ImportSheet Sheet, int Row, string Code, string ReasonZh, string ReasonEn);
