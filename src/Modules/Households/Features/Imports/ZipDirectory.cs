using System.Buffers.Binary;
using Dibao.Households.Domain.Imports;

namespace Dibao.Households.Features.Imports;

/// <summary>
/// The directory at the end of a zip, looked through before the archive is opened: the archive keeps an object for every entry that it finds,
/// whatever the record at the end says of their number.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;

    private static ReadOnlySpan<byte> EndMark => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> EntryMark => "PK\u0001\u0002"u8;

    /// <summary>Whether it has more entries or bytes than that of a workbook may have. A directory of ZIP64 is one for more, and is not looked for.</summary>
    public static bool IsTooLarge(Stream content, CancellationToken cancellation)
    {
        if (End(content) is not { } end) return false; // no zip, as the archive will find
        var (disk, entries, bytes, start) = (Short(end, 4), Short(end, 10), Long(end, 12), Long(end, 16));
        if (disk == ushort.MaxValue || entries > ImportLimits.Parts || bytes > ImportLimits.DirectoryBytes || start == uint.MaxValue) return true;

        var (entry, next) = (new byte[EntryLength], (long)start);
        for (var found = 0; ; found++)
        {
            cancellation.ThrowIfCancellationRequested();
            content.Position = next;
            if (content.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) < EntryLength || !entry.AsSpan().StartsWith(EntryMark)) return false;
            if (found == ImportLimits.Parts || next - start > ImportLimits.DirectoryBytes) return true;
            next += EntryLength + Short(entry, 28) + Short(entry, 30) + Short(entry, 32); // its name, extras and comment
        }
    }

    /// <summary>The record at the end of a zip: the last that is marked as one, before a comment; null when there is none.</summary>
    private static byte[]? End(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, EndLength + ushort.MaxValue)];
        if (tail.Length < EndLength) return null;
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan(0, tail.Length - EndLength + EndMark.Length).LastIndexOf(EndMark);
        return at < 0 ? null : tail[at..(at + EndLength)];
    }

    private static int Short(byte[] record, int at) => BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(at));

    private static uint Long(byte[] record, int at) => BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(at));
}
