using System.Globalization;

namespace Dibao.Api.Startup;

/// <summary>Settings that have a form: one that has not is told by its name before anything is touched.</summary>
internal static class Settings
{
    extension(IConfiguration configuration)
    {
        /// <summary>A whole number from 1 up; null where it is not set.</summary>
        public int? Count(string key) => configuration[key] is not { } text
            ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw new StartupRefusal($"{key} '{text}' is not a whole number from 1 up.");

        /// <summary>True or false.</summary>
        public bool Flag(string key, bool otherwise) => configuration[key] is not { } text
            ? otherwise
            : bool.TryParse(text, out var flag) ? flag : throw new StartupRefusal($"{key} '{text}' is neither true nor false.");

        /// <summary>An address of the web; null where it is not set.</summary>
        public Uri? Address(string key) => configuration[key] is not { } text
            ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? address
                : throw new StartupRefusal($"{key} '{text}' is not an address that begins with https:// or http://.");
    }
}
