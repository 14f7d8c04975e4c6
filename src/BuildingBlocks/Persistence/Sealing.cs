using System.Security.Cryptography;
using System.Text;

namespace Dibao.BuildingBlocks.Persistence;

/// <summary>
/// Encrypts identity and account numbers and scanned papers (AES-256-GCM) and makes the keyed hash by which they are looked up.
/// The associated data names the column, so that bulk work can copy ciphertext from row to row but not from column to column.
/// Layout: key id (1 byte), nonce (12), tag (16), ciphertext.
/// </summary>
public sealed class Sealing
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly IReadOnlyDictionary<byte, byte[]> keys;
    private readonly byte current;
    private readonly byte[] hashKey;

    /// <summary>Keys by id (32 bytes each), the one to encrypt with, and the key of the equality hash.</summary>
    public Sealing(IReadOnlyDictionary<byte, byte[]> keys, byte current, byte[] hashKey)
    {
        if (!keys.ContainsKey(current)) throw new ArgumentException($"There is no sealing key {current}.", nameof(current));
        if (keys.Values.Append(hashKey).Any(k => k.Length != 32)) throw new ArgumentException("A sealing key has 32 bytes.", nameof(keys));
        this.keys = keys;
        this.current = current;
        this.hashKey = hashKey;
    }

    /// <summary>Most bytes that are sealed at once.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Encrypts a text of a column.</summary>
    public byte[] Seal(string column, string text) => Seal(column, Encoding.UTF8.GetBytes(text));

    /// <summary>Encrypts the bytes of a column.</summary>
    public byte[] Seal(string column, byte[] plain)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plain.Length, MostBytes);
        var sealedBytes = new byte[1 + NonceSize + TagSize + plain.Length];
        sealedBytes[0] = current;
        var nonce = sealedBytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[current], TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + NonceSize + TagSize), sealedBytes.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(column));
        return sealedBytes;
    }

    /// <summary>Decrypts a text of a column; throws when it was sealed for another column or tampered with.</summary>
    public string Open(string column, byte[] sealedBytes) => Encoding.UTF8.GetString(OpenBytes(column, sealedBytes));

    /// <summary>Decrypts the bytes of a column; throws when they were sealed for another column or tampered with.</summary>
    public byte[] OpenBytes(string column, byte[] sealedBytes)
    {
        if (sealedBytes.Length < 1 + NonceSize + TagSize) throw new CryptographicException("Too short to be sealed.");
        if (!keys.TryGetValue(sealedBytes[0], out var key)) throw new CryptographicException($"Sealing key {sealedBytes[0]} is not configured.");
        var plain = new byte[sealedBytes.Length - 1 - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(sealedBytes.AsSpan(1, NonceSize), sealedBytes.AsSpan(1 + NonceSize + TagSize), sealedBytes.AsSpan(1 + NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(column));
        return plain;
    }

    /// <summary>The keyed hash of a value (HMAC-SHA-256), equal for equal values of a kind.</summary>
    public byte[] Hash(string kind, string value) => HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes($"{kind}:{value}"));
}
