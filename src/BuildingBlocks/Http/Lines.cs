using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dibao.BuildingBlocks.Http;

/// <summary>An upload is not what it should be.</summary>
public sealed class UploadRefused(string zh, string en) : Exception(en)
{
    /// <summary>Why, in Chinese.</summary>
    public string Zh => zh;
}

/// <summary>Reads an upload line by line in bounded memory, whatever its size.</summary>
public static class Lines
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines without their ends and without a byte order mark. Throws <see cref="UploadRefused"/> on a line too long or not UTF-8.</summary>
    public static async IAsyncEnumerable<string> ReadLines(this PipeReader reader, int longest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            var taken = rest.End;
            try
            {
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    yield return Text(rest.Slice(0, end), longest);
                    rest = rest.Slice(rest.GetPosition(1, end));
                }
                if (rest.Length > longest) throw TooLong(longest);
                if (read.IsCompleted)
                {
                    if (rest.Length > 0) yield return Text(rest, longest);
                    yield break;
                }
                taken = rest.Start;
            }
            finally
            {
                reader.AdvanceTo(taken, read.Buffer.End);
            }
        }
    }

    private static string Text(ReadOnlySequence<byte> line, int longest)
    {
        if (line.Length > longest) throw TooLong(longest);
        try
        {
            return Utf8.GetString(line).TrimEnd('\r').TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new UploadRefused("文件须为 UTF-8 编码。", "The file must be UTF-8.");
        }
    }

    private static UploadRefused TooLong(int longest) => new($"每行不超过 {longest} 字节。", $"A line has at most {longest} bytes.");
}
