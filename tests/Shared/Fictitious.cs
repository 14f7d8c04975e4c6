using System.Globalization;
using System.Text.Json.Nodes;
using Dibao.SharedKernel;
using NodaTime;

namespace Dibao.Tests;

/// <summary>
/// Persons and households that cannot be real: GB/T 2260 assigns no area that begins with 99. Every number is given once per run.
/// </summary>
public static class Fictitious
{
    /// <summary>The village in which demonstration tokens serve.</summary>
    public const string Village = "320706001001";

    private static int given;

    /// <summary>A valid citizen number nobody else has in this run.</summary>
    public static string IdNumber(LocalDate born, Sex sex = Sex.Male)
    {
        var n = Interlocked.Increment(ref given);
        var (area, pair) = Math.DivRem(n, 499);
        var first17 = string.Create(CultureInfo.InvariantCulture, $"{990000 + area}{born.Year:0000}{born.Month:00}{born.Day:00}{pair * 2 + (int)sex % 2:000}");
        return first17 + ResidentIdNumber.CheckDigit(first17);
    }

    /// <summary>A valid citizen number of a grown person.</summary>
    public static string IdNumber() => IdNumber(new LocalDate(1960, 3, 14));

    /// <summary>A member as sent.</summary>
    public static JsonObject Member(string relationship = "head", string? idNumber = null, string labour = "lost", string name = "王建国") => new()
    {
        ["name"] = name,
        ["idNumber"] = idNumber ?? IdNumber(),
        ["relationship"] = relationship,
        ["labour"] = labour,
    };

    /// <summary>A household as sent: by default one head without income, and the account it is paid into.</summary>
    public static JsonObject Household(string village = Village, string hukou = "nonAgricultural", params JsonObject[] members)
    {
        if (members.Length == 0) members = [Member()];
        return new JsonObject
        {
            ["division"] = village,
            ["residence"] = village,
            ["hukou"] = hukou,
            ["members"] = new JsonArray([.. members]),
            ["income"] = new JsonArray(),
            ["assets"] = new JsonArray(),
            ["payee"] = new JsonObject
            {
                ["holderIdNumber"] = members[0]["idNumber"]!.GetValue<string>(),
                ["bank"] = "农村商业银行",
                ["accountNumber"] = "6221880000000000012",
            },
        };
    }
}
