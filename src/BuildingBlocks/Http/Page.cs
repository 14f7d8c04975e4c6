using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dibao.BuildingBlocks.Http;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items, in the order of the list: by id, where it says no other.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Keyset cursors: an id bound to the filter it was made for, so that a cursor cannot be carried to another list.</summary>
public static class Cursor
{
    /// <summary>Most items of a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>What is said of a cursor of another list.</summary>
    public const string WrongMessage = "游标与查询条件不符|This cursor belongs to another list";

    /// <summary>The cursor after an id.</summary>
    public static string After(Guid id, string filter) => Base64Url.EncodeToString([.. id.ToByteArray(bigEndian: true), .. Print(filter)]);

    /// <summary>The id of a cursor; false when it is not one of this filter.</summary>
    public static bool TryRead(string? cursor, string filter, out Guid after)
    {
        after = Guid.Empty;
        if (cursor is null) return true;
        var bytes = new byte[64];
        if (cursor.Length > 80 || !Base64Url.IsValid(cursor) || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length != 24) return false;
        if (!bytes.AsSpan(16, 8).SequenceEqual(Print(filter))) return false;
        after = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        return true;
    }

    /// <summary>The number of a cursor of a list in the order of a number, zero without one; false when it is not one of this filter.</summary>
    public static bool TryReadNumber(string? cursor, string filter, out long after)
    {
        var read = TryRead(cursor, filter, out var id);
        after = BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8));
        return read;
    }

    /// <summary>Cuts one item too many into a page of a list in the order of a number.</summary>
    public static Page<T> Page<T>(this List<T> items, int limit, string filter, Func<T, long> number) => items.Page(limit, filter, item =>
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), number(item));
        return new Guid(bytes, bigEndian: true);
    });

    /// <summary>Cuts one item too many into a page.</summary>
    public static Page<T> Page<T>(this List<T> items, int limit, string filter, Func<T, Guid> id)
    {
        if (items.Count <= limit) return new(items, null);
        items.RemoveRange(limit, items.Count - limit);
        return new(items, After(id(items[^1]), filter));
    }

    private static byte[] Print(string filter) => SHA256.HashData(Encoding.UTF8.GetBytes(filter))[..8];
}
