using System.Globalization;
using Dibao.BuildingBlocks.Persistence;

namespace Dibao.Api.Startup;

/// <summary>Reads the keys of the sealing. What is wrong with one is told by its name: no part of a key is ever shown.</summary>
internal static class SealingKeys
{
    private const string HowToMake = "make one with `openssl rand -base64 32`";

    /// <summary>The configured keys; null where none are.</summary>
    public static Sealing? Read(IConfiguration configuration)
    {
        if (configuration["Sealing:Current"] is not { } current) return null;
        var keys = configuration.GetSection("Sealing:Keys").GetChildren().ToDictionary(k => Id($"Sealing:Keys:{k.Key}", k.Key), k => Key($"Sealing:Keys:{k.Key}", k.Value));
        var id = Id("Sealing:Current", current);
        if (!keys.ContainsKey(id)) throw new StartupRefusal($"Sealing:Current names the key {id}, but there is no Sealing:Keys:{id}: {HowToMake}, or name one that is there.");
        return new Sealing(keys, id, Key("Sealing:HashKey", configuration["Sealing:HashKey"]));
    }

    private static byte Id(string setting, string text) => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw new StartupRefusal($"{setting}: the number of a key is a whole number from 0 to 255.");

    private static byte[] Key(string setting, string? text)
    {
        if (string.IsNullOrEmpty(text)) throw new StartupRefusal($"{setting} is missing: {HowToMake}.");
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length)) throw new StartupRefusal($"{setting} is not base64: {HowToMake}.");
        return length == 32 ? key[..length] : throw new StartupRefusal($"{setting} has {length} bytes, not 32: {HowToMake}.");
    }
}
