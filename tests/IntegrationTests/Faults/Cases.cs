using System.Globalization;

namespace Dibao.IntegrationTests.Faults;

/// <summary>Live cases of an old register, as a file.</summary>
internal static class Cases
{
    public const string MediaType = "application/x-ndjson";
    public const string Route = "/takeovers?county=320706";
    public const string Imports = "/imports?county=320706";

    /// <summary>So many lines, nobody twice, drawing from this month on.</summary>
    public static string File(int count) => string.Join('\n', Enumerable.Range(0, count).Select(_ => Line().ToJsonString()));

    private static JsonObject Line() => new()
    {
        ["household"] = Fictitious.Household(),
        ["scheme"] = "urban",
        ["monthlyFen"] = 58_000,
        ["firstMonth"] = Month.Of(Today).ToString(),
        ["lastReviewedOn"] = Today.PlusMonths(-3).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        ["reviewEvery"] = 12,
    };

    /// <summary>The day it is in China by this machine, as for the system under test.</summary>
    private static LocalDate Today => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(DateTimeZone.ForOffset(Offset.FromHours(8))).Date;
}
