namespace Dibao.Households.Domain.Papers;

/// <summary>The kinds of file that a paper may be.</summary>
internal enum PaperMedia
{
    Pdf = 1,
    Jpeg = 2,
    Png = 3,
    Tiff = 4,
}

/// <summary>What a file says of itself: in the header, and by its first bytes.</summary>
internal static class PaperMedias
{
    private static readonly (PaperMedia Media, string MediaType, string Ending, byte[][] Beginnings)[] All =
    [
        (PaperMedia.Pdf, "application/pdf", "pdf", ["%PDF-"u8.ToArray()]),
        (PaperMedia.Jpeg, "image/jpeg", "jpg", [[0xFF, 0xD8, 0xFF]]),
        (PaperMedia.Png, "image/png", "png", [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]),
        (PaperMedia.Tiff, "image/tiff", "tif", [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]]),
    ];

    public static IReadOnlyList<string> MediaTypes { get; } = [.. All.Select(m => m.MediaType)];

    /// <summary>The kind that a Content-Type names; null for any other.</summary>
    public static PaperMedia? Named(string? contentType)
    {
        var name = contentType?.Split(';')[0].Trim();
        foreach (var media in All) if (string.Equals(media.MediaType, name, StringComparison.OrdinalIgnoreCase)) return media.Media;
        return null;
    }

    /// <summary>The kind that the first bytes tell; null for any other.</summary>
    public static PaperMedia? Told(ReadOnlySpan<byte> content)
    {
        foreach (var media in All) foreach (var beginning in media.Beginnings) if (content.StartsWith(beginning)) return media.Media;
        return null;
    }

    public static string MediaType(this PaperMedia media) => All.First(m => m.Media == media).MediaType;

    /// <summary>The ending of a file's name.</summary>
    public static string Ending(this PaperMedia media) => All.First(m => m.Media == media).Ending;
}
