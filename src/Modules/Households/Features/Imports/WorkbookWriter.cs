using System.IO.Compression;
using System.Xml;

namespace Dibao.Households.Features.Imports;

/// <summary>Writes an .xlsx workbook of one sheet as a stream: every cell is text, so that no number loses its digits and nothing is computed.</summary>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int FlushedAfter = 200;

    private static readonly (string Name, string Xml)[] Frame =
    [
        ("[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="退回" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
    ];

    public static async Task Write(Stream stream, string[] heading, IAsyncEnumerable<string[]> rows, CancellationToken cancellation)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var (name, xml) in Frame)
        {
            await using var part = new StreamWriter(await archive.CreateEntry(name).OpenAsync(cancellation));
            await part.WriteAsync(xml.AsMemory(), cancellation);
        }
        await using var sheet = await archive.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(cancellation);
        await using var writer = XmlWriter.Create(sheet, new XmlWriterSettings { Async = true });
        await writer.WriteStartElementAsync(null, "worksheet", Main);
        await writer.WriteStartElementAsync(null, "sheetData", Main);
        await WriteRow(writer, heading);
        var written = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await WriteRow(writer, row);
            if (++written % FlushedAfter == 0) await writer.FlushAsync();
        }
        await writer.WriteEndElementAsync();
        await writer.WriteEndElementAsync();
    }

    private static async Task WriteRow(XmlWriter writer, string[] cells)
    {
        await writer.WriteStartElementAsync(null, "row", Main);
        foreach (var cell in cells)
        {
            await writer.WriteStartElementAsync(null, "c", Main);
            await writer.WriteAttributeStringAsync(null, "t", null, "inlineStr");
            await writer.WriteStartElementAsync(null, "is", Main);
            await writer.WriteElementStringAsync(null, "t", Main, new string([.. cell.Where(XmlConvert.IsXmlChar)]));
            await writer.WriteEndElementAsync();
            await writer.WriteEndElementAsync();
        }
        await writer.WriteEndElementAsync();
    }
}
