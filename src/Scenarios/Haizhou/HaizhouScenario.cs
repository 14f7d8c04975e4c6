using System.Text.Json;
using Dibao.Contracts.Eligibility;

namespace Dibao.Scenarios.Haizhou;

/// <summary>Haizhou district, January 2012 to June 2013.</summary>
internal sealed class HaizhouScenario : Scenario
{
    private static readonly Actor Auditor = new("hz-auditor", "auditor", DivisionCode.Parse("32"));

    public override async Task<bool> Play(IStage stage, string? report, CancellationToken cancellation)
    {
        using var desk = new Desk(stage, HaizhouSeed.Name);
        await new HaizhouPlayer(stage, desk, new HaizhouPlan()).Play(cancellation);
        var figures = await Report(desk, cancellation);
        await stage.Finish(cancellation);
        Figures.Print("Haizhou district, to the end of 2012, and the re-review of the following half-year", figures, HaizhouSeed.Assumptions);
        if (report is not null) await Figures.Write(report, figures, cancellation);
        return figures.All(f => f.Equal);
    }

    /// <summary>Asks the system for every figure that the seed states, as an auditor would.</summary>
    public static async Task<IReadOnlyList<Figure>> Report(Desk desk, CancellationToken cancellation)
    {
        var county = HaizhouSeed.County;
        var months = await desk.Get(Auditor, $"statistics/months?division={county}&from=2012-12&to=2012-12", cancellation);
        var caseload = months.EnumerateArray().Single().GetProperty("schemes").EnumerateArray().ToList();
        (int Households, int Persons) At(Scheme scheme)
        {
            var row = caseload.First(r => r.GetProperty("scheme").GetString() == JsonNamingPolicy.CamelCase.ConvertName(scheme.ToString())).GetProperty("figures");
            return (row.GetProperty("households").GetInt32(), row.GetProperty("persons").GetInt32());
        }
        var (urban, rural) = (At(Scheme.Urban), At(Scheme.Rural));
        var reviews = await desk.Get(Auditor, $"statistics/reviews?division={county}&from={HaizhouSeed.ReviewsFrom:uuuu-MM-dd}&to={HaizhouSeed.ReviewsTo:uuuu-MM-dd}", cancellation);
        var account = await desk.Get(Auditor, $"special-accounts/{county}/statement?from=2012-01-01&to=2012-12-31", cancellation);
        decimal Yuan(string field) => account.GetProperty(field).GetInt64() / 100m;
        decimal From(string source) => account.GetProperty("received").EnumerateArray().Where(r => r.GetProperty("source").GetString() == source).Sum(r => r.GetProperty("fen").GetInt64()) / 100m;
        var (district, upper) = (From("county"), From("upperNotSplit"));
        var received = account.GetProperty("received").EnumerateArray().Sum(r => r.GetProperty("fen").GetInt64()) / 100m;
        var policies = await desk.Get(null, $"policies?division={county}&on=2012-12-31&key={PolicyKeys.Standard}", cancellation);
        decimal Standard(string scheme) => policies.EnumerateArray().First(p => p.GetProperty("scheme").GetString() == scheme).GetProperty("value").GetInt64() / 100m;

        return
        [
            new("households, end of 2012", "computed", HaizhouSeed.Households(Scheme.Urban) + HaizhouSeed.Households(Scheme.Rural), urban.Households + rural.Households),
            new("persons, end of 2012", "computed", HaizhouSeed.Persons(Scheme.Urban) + HaizhouSeed.Persons(Scheme.Rural), urban.Persons + rural.Persons),
            new("urban households", "computed", HaizhouSeed.Households(Scheme.Urban), urban.Households),
            new("urban persons", "computed", HaizhouSeed.Persons(Scheme.Urban), urban.Persons),
            new("rural households", "computed", HaizhouSeed.Households(Scheme.Rural), rural.Households),
            new("rural persons", "computed", HaizhouSeed.Persons(Scheme.Rural), rural.Persons),
            new("households ended by review conclusions, 1 January to 15 June 2013", "computed", HaizhouSeed.EndedByReview, reviews.GetProperty("ended").GetInt32()),
            new("urban standard, yuan per person and month", "input", HaizhouSeed.Standard(Scheme.Urban).Fen / 100m, Standard("urban")),
            new("rural standard, yuan per person and month", "input", HaizhouSeed.Standard(Scheme.Rural).Fen / 100m, Standard("rural")),
            new("from district finance in 2012, yuan", "input", HaizhouSeed.FromDistrict.Fen / 100m, district),
            new("from upper levels in 2012 (not split), yuan", "input", HaizhouSeed.FromUpperLevels.Fen / 100m, upper),
            new("into the special account in 2012, yuan", "computed", (HaizhouSeed.FromDistrict + HaizhouSeed.FromUpperLevels).Fen / 100m, district + upper),
            new("special account 2012: opening + in - out - closing, yuan", "computed", 0, Yuan("openingFen") + received + Yuan("returnedFen") - Yuan("transferredFen") - Yuan("closingFen")),
        ];
    }
}
