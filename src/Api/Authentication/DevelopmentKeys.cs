using System.Security.Cryptography;
using System.Text.Json;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Api.Authentication;

/// <summary>Keys that Development makes for itself beside its database, so that tokens and sealed numbers survive a restart.</summary>
internal sealed record DevelopmentKeys(byte[] Token, byte[] Sealing, byte[] Hash)
{
    /// <summary>Reads the keys of a folder, making them when there are none.</summary>
    public static DevelopmentKeys In(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "development.json");
        if (!File.Exists(file))
        {
            var keys = new DevelopmentKeys(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
            var draft = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllText(draft, JsonSerializer.Serialize(keys));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            try
            {
                File.Move(draft, file);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft); // another process was first
            }
        }
        try
        {
            return JsonSerializer.Deserialize<DevelopmentKeys>(File.ReadAllText(file)) is { Token.Length: 32, Sealing.Length: 32, Hash.Length: 32 } kept ? kept : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new StartupRefusal($"'{file}' holds no development keys: restore it from a backup, or remove it together with its database.");
        }
    }

    /// <summary>Sealing with these keys.</summary>
    public Sealing MakeSealing() => new(new Dictionary<byte, byte[]> { [1] = Sealing }, 1, Hash);
}
