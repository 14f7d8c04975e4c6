using System.Buffers;
using System.Text;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Imports;

/// <summary>The files of an import as they are kept, read piece by piece in bounded memory.</summary>
internal sealed class ImportContent(DibaoDbContext db, Sealing sealing, Guid import)
{
    /// <summary>What a pass over a text told.</summary>
    /// <param name="Gb18030">It is GB18030; UTF-8 otherwise.</param>
    /// <param name="Lines">Its lines.</param>
    /// <param name="LongestLine">Bytes of the longest.</param>
    /// <param name="Start">Where the text begins, behind a byte order mark.</param>
    public sealed record TextFound(bool Gb18030, long Lines, long LongestLine, long Start);

    /// <summary>Strict, and known without being made known to the whole process.</summary>
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    public static Encoding EncodingOf(bool gb18030) => gb18030 ? Gb18030 : Utf8;

    /// <summary>A piece of a file; null behind its end.</summary>
    public async Task<byte[]?> Piece(ImportSheet sheet, int number, CancellationToken cancellation) =>
        await Sealed(sheet, number).FirstOrDefaultAsync(cancellation) is { } kept ? sealing.OpenBytes(Import.ContentColumn, kept) : null;

    /// <summary>A file as what reads it wants it: a stream that can be sought in.</summary>
    public async Task<Stream> Open(ImportSheet sheet, CancellationToken cancellation)
    {
        var last = await db.Set<ImportPiece>().Where(p => p.Import == import && p.Sheet == sheet).MaxAsync(p => p.Number, cancellation);
        var end = (await Piece(sheet, last, cancellation))!;
        return new PieceStream(number => sealing.OpenBytes(Import.ContentColumn, Sealed(sheet, number).Single()), (long)last * ImportPiece.Size + end.Length);
    }

    /// <summary>Looks through a text: its encoding, its lines.</summary>
    /// <exception cref="FileRefused">It is neither UTF-8 nor GB18030.</exception>
    public async Task<TextFound> Look(ImportSheet sheet, CancellationToken cancellation)
    {
        if (await Piece(sheet, 0, cancellation) is { } first && first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new FileRefused(ImportErrors.Encoding.Because("文件为 UTF-16 编码,请另存为 UTF-8 或 GB18030。", "The file is UTF-16: save it as UTF-8 or GB18030."));
        if (await Decode(Utf8, sheet, cancellation) is { } utf8) return utf8;
        return await Decode(Gb18030, sheet, cancellation)
            ?? throw new FileRefused(ImportErrors.Encoding.Because("文件既不是 UTF-8 也不是 GB18030 编码,请另存为其中之一。", "The file is neither UTF-8 nor GB18030: save it as one of them."));
    }

    /// <summary>Some lines from a byte on; where the next begin; whether these were the last.</summary>
    public async Task<(List<string> Lines, long Next, bool Last)> Lines(long start, int most, Encoding encoding, CancellationToken cancellation)
    {
        var lines = new List<string>(most);
        var line = new ArrayBufferWriter<byte>();
        var next = start;
        for (var number = (int)(start / ImportPiece.Size); await Piece(ImportSheet.Whole, number, cancellation) is { } piece; number++)
        {
            var from = (int)Math.Max(0, start - (long)number * ImportPiece.Size);
            while (from < piece.Length)
            {
                var end = piece.AsSpan(from).IndexOf((byte)'\n');
                line.Write(end < 0 ? piece.AsSpan(from) : piece.AsSpan(from, end));
                if (end < 0) break;
                lines.Add(Text(line));
                from += end + 1;
                next = (long)number * ImportPiece.Size + from;
                if (lines.Count == most) return (lines, next, false);
            }
        }
        if (line.WrittenCount > 0) lines.Add(Text(line));
        return (lines, next, true);

        string Text(ArrayBufferWriter<byte> bytes)
        {
            var text = encoding.GetString(bytes.WrittenSpan).TrimEnd('\r').TrimStart('\uFEFF');
            bytes.ResetWrittenCount();
            return text;
        }
    }

    private async Task<TextFound?> Decode(Encoding encoding, ImportSheet sheet, CancellationToken cancellation)
    {
        var decoder = encoding.GetDecoder();
        var chars = new char[encoding.GetMaxCharCount(ImportPiece.Size)];
        var (lines, longest, line, start) = (0L, 0L, 0L, 0L);
        try
        {
            for (var number = 0; await Piece(sheet, number, cancellation) is { } piece; number++)
            {
                if (number == 0 && piece is [0xEF, 0xBB, 0xBF, ..]) start = 3;
                decoder.GetChars(piece, chars, flush: false);
                foreach (var b in piece)
                {
                    line++;
                    if (b != '\n') continue;
                    (lines, longest, line) = (lines + 1, Math.Max(longest, line), 0);
                }
            }
            decoder.GetChars([], chars, flush: true);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        return new(encoding == Gb18030, line > 0 ? lines + 1 : lines, Math.Max(longest, line), start);
    }

    private IQueryable<byte[]> Sealed(ImportSheet sheet, int number) =>
        db.Set<ImportPiece>().AsNoTracking().Where(p => p.Import == import && p.Sheet == sheet && p.Number == number).Select(p => p.Sealed);

    /// <summary>Reads forward and back over pieces, a few of which it holds.</summary>
    private sealed class PieceStream(Func<int, byte[]> read, long length) : Stream
    {
        private const int Held = 4;
        private readonly List<(int Number, byte[] Bytes)> held = [];
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => position;
            set => position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (position >= length || buffer.Length == 0) return 0;
            var piece = Piece((int)(position / ImportPiece.Size));
            var from = (int)(position % ImportPiece.Size);
            var count = Math.Min(buffer.Length, piece.Length - from);
            piece.AsSpan(from, count).CopyTo(buffer);
            position += count;
            return count;
        }

        public override long Seek(long offset, SeekOrigin origin) => position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => position,
            _ => length,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private byte[] Piece(int number)
        {
            var place = held.FindIndex(h => h.Number == number);
            if (place < 0)
            {
                if (held.Count == Held) held.RemoveAt(0);
                held.Add((number, read(number)));
                return held[^1].Bytes;
            }
            var found = held[place];
            held.RemoveAt(place);
            held.Add(found);
            return found.Bytes;
        }
    }
}
