using System.Diagnostics;
using System.Globalization;
using Dibao.BuildingBlocks.Access;
using Dibao.IntegrationTests.ScenarioTests;
using Xunit.Abstractions;

namespace Dibao.IntegrationTests.Faults;

/// <summary>
/// The real process is killed at seeded moments of a story, of an upload, of an import, of the delivery of facts and of its first start. Each time the stored
/// books are looked at as they lie there; then it is started again and goes on to the same end.
/// </summary>
public sealed class KilledTests(ITestOutputHelper output)
{
    private const int WholeStoryFrom = 6;
    private const int MostKillsOfAStory = 40;
    private const int Clients = 8;
    private static readonly Kind[] Kinds = [Kind.Story, Kind.Upload, Kind.Delivery, Kind.Story, Kind.Start, Kind.Import];
    private static readonly TimeSpan StoryPatience = TimeSpan.FromMinutes(10);
    private int round;

    private enum Kind
    {
        Story,
        Upload,
        Delivery,
        Start,
        Import,
    }

    [EveryEngine]
    public async Task Killed_at_any_moment_it_opens_again_nothing_is_lost_or_doubled_and_the_work_goes_on()
    {
        var random = new Random(Rounds.Seed);
        var kinds = Enumerable.Range(0, Rounds.Count).Select(i => Kinds[i % Kinds.Length]).ToList();
        Rounds.Say(output, $"{TestEngine.Current}: {Rounds.Count} kills by seed {Rounds.Seed}");
        var stories = kinds.Count(k => k == Kind.Story);
        while (stories > 0)
        {
            var kills = Math.Min(stories, MostKillsOfAStory);
            if (Rounds.Count < WholeStoryFrom) await CutShort(kills, random);
            else await ToItsEnd(kills, random);
            stories -= kills;
        }
        foreach (var kind in kinds.Where(k => k != Kind.Story))
        {
            await (kind switch
            {
                Kind.Upload => Upload(random),
                Kind.Import => Import(random),
                Kind.Delivery => Delivery(random),
                _ => FirstStart(random),
            });
        }
    }

    /// <summary>The whole story, to its closing table.</summary>
    private async Task ToItsEnd(int kills, Random random)
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        await KillTheStory(database, keys, Story.LastDay, kills, random);
        var report = keys.At("report.json");
        await using var process = Process.Launch(database, keys, "--scenario", Story.Name, "--exit", "--report", report);
        var code = await process.End(StoryPatience);
        code.Should().Be(0, await process.Stop());
        JsonNode.Parse(await File.ReadAllTextAsync(report))!.AsArray().Should().HaveCountGreaterThan(10).And.OnlyContain(figure => figure!["equal"]!.GetValue<bool>());
        await Hold(database, "story", "played to its end: every figure of its table is the seed's");
    }

    /// <summary>The first weeks, compared with the same weeks played without a cut.</summary>
    private async Task CutShort(int kills, Random random)
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        await KillTheStory(database, keys, Story.ShortEnd, kills, random);
        await Story.PlayUntil(Story.ShortEnd, database, keys);
        var books = await PlayedHaizhou.BooksOn(database, Story.LastShortDay);
        await using var uncut = await Story.Short();
        books.Should().Equal(await PlayedHaizhou.BooksOn(uncut, Story.LastShortDay));
        await Hold(database, "story", "played on: its books are those of a play without a cut");
    }

    private async Task KillTheStory(TestDatabase database, TemporaryFolder keys, LocalDate end, int kills, Random random)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            // The kills spread over the story; each comes some moments after its day has begun.
            var days = Period.DaysBetween(Story.FirstDay, end);
            var day = Story.FirstDay.PlusDays((int)(days * (kill + random.NextDouble()) / kills));
            var moment = random.Next(0, 1500);
            await using var process = Process.Launch(database, keys, "--scenario", Story.Name, "--exit");
            await process.Listening;
            var worked = Stopwatch.StartNew();
            LocalDate? stands = null;
            while (process.ExitCode is null && !((stands = await Story.Day(database)) >= day)) await Task.Delay(20);
            await Task.Delay(moment);
            process.ExitCode.Should().BeNull($"the story goes on until {end:uuuu-MM-dd}: {(process.ExitCode is null ? "" : await process.Stop())}");
            await process.Stop();
            await Hold(database, "story", string.Create(CultureInfo.InvariantCulture, $"killed after {worked.ElapsedMilliseconds,6} ms, {moment,4} ms into {stands:uuuu-MM-dd} or later"), killed: true);
        }
    }

    /// <summary>An upload is cut off: sent again it is entered once, and once more it changes nothing.</summary>
    private async Task Upload(Random random)
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        var count = random.Next(3000, 5000);
        var file = Cases.File(count);
        var moment = random.Next(500, 1300); // it enters its first batch within the first second and its last soon after
        long worked;
        await using (var process = await Process.ServeAgain(database, keys))
        {
            using var county = process.As(Roles.CountyOfficer);
            var begun = Stopwatch.StartNew();
            var upload = Quietly(() => county.PostText(Cases.Route, file, Cases.MediaType));
            await Task.Delay(moment);
            await process.Stop();
            worked = begun.ElapsedMilliseconds;
            await upload;
        }
        var entered = await Stored(database, "households_household");
        await Hold(database, "upload", string.Create(CultureInfo.InvariantCulture, $"killed after {worked,6} ms, {entered} of {count} entered"), killed: true);

        await using var again = await Process.ServeAgain(database, keys);
        using var officer = again.As(Roles.CountyOfficer);
        (await Taken(officer, file)).Should().Be((count - entered, entered, 0L));
        (await Taken(officer, file)).Should().Be((0L, count, 0L));
        await Waiting.UntilAllIsDelivered(database);
        await Hold(database, "upload", "sent again: each case is entered once");
        (await database.Count("SELECT count(*) FROM eligibility_entitlement")).Should().Be(count);
    }

    /// <summary>An import is cut off while it is read or entered in the background: started again it goes on by itself, and each case is entered once.</summary>
    private async Task Import(Random random)
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        var count = random.Next(2000, 4000);
        var moment = random.Next(0, 3000);
        string import;
        await using (var process = await Process.ServeAgain(database, keys))
        {
            using var county = process.As(Roles.CountyOfficer);
            import = (await county.PostText(Cases.Imports, Cases.File(count), Cases.MediaType)).Id;
            await Task.Delay(moment);
            await process.Stop();
        }
        var entered = await Stored(database, "households_household");
        await Hold(database, "import", string.Create(CultureInfo.InvariantCulture, $"killed {moment,6} ms after it was sent, {entered} of {count} entered"), killed: true);

        await using var again = await Process.ServeAgain(database, keys);
        using var officer = again.As(Roles.CountyOfficer);
        await Waiting.Until("the import is finished", async () => (await officer.Read($"/imports/{import}"))["state"].GetValue<string>() == "finished");
        var done = await officer.Read($"/imports/{import}");
        (done["accepted"].GetValue<long>(), done["repeated"].GetValue<long>(), done["rejected"].GetValue<long>()).Should().Be((count, 0L, 0L));
        await Waiting.UntilAllIsDelivered(database);
        await Hold(database, "import", "started again: it went on, and each case is entered once");
        (await database.Count("SELECT count(*) FROM eligibility_entitlement")).Should().Be(count);
    }

    /// <summary>Many facts are on their way when it is killed; all that was answered is there, and each has its effect once.</summary>
    private async Task Delivery(Random random)
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        var registered = new List<(string Key, JsonObject Household, string Answer)>();
        const int cases = 1000;
        var moment = random.Next(0, 250);
        long worked;
        await using (var process = await Process.ServeAgain(database, keys))
        {
            using var county = process.As(Roles.CountyOfficer);
            using var township = process.As(Roles.TownshipOfficer);
            var households = Enumerable.Range(0, 5 * Clients).Select(i => (Key: $"delivery-{i}", Household: Fictitious.Household())).ToList();
            await Parallel.ForEachAsync(households, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (h, _) =>
            {
                var answer = await township.Post("/households", h.Household.DeepClone(), h.Key);
                answer.Status.Should().Be(201, answer.Text);
                lock (registered) registered.Add((h.Key, h.Household, answer.Id));
            });
            (await county.PostText(Cases.Route, Cases.File(cases), Cases.MediaType)).Status.Should().Be(201);
            var begun = Stopwatch.StartNew();
            await Task.Delay(moment);
            await process.Stop();
            worked = begun.ElapsedMilliseconds;
        }
        await Hold(database, "delivery", string.Create(CultureInfo.InvariantCulture, $"killed after {worked,6} ms"), killed: true);
        (await Stored(database, "households_household")).Should().Be(cases + registered.Count, "what was answered is kept");

        await using var again = await Process.ServeAgain(database, keys);
        await Waiting.UntilAllIsDelivered(database);
        await Hold(database, "delivery", "started again: each fact had its effect once");
        (await database.Count("SELECT count(*) FROM oversight_publication")).Should().Be(cases);
        using var officer = again.As(Roles.TownshipOfficer);
        foreach (var (key, household, id) in registered)
        {
            var repeated = await officer.Post("/households", household.DeepClone(), key);
            (repeated.Status, repeated.Id, repeated.Headers.Contains("Idempotency-Replayed")).Should().Be((201, id, true));
        }
    }

    /// <summary>Killed while it makes its tables, it makes them at the next start.</summary>
    private async Task FirstStart(Random random)
    {
        using var keys = new TemporaryFolder();
        await using var database = await TestEngine.Current.NewDatabase();
        var moment = random.Next(0, 700);
        await using (var process = Process.Launch(database, keys))
        {
            await Waiting.Until("it opens its database", async () => await Story.IsOpened(database));
            await Task.Delay(moment);
            await process.Stop();
        }
        await Waiting.UntilNobodyIsConnected(database);
        await using var again = await Process.ServeAgain(database, keys);
        using var officer = again.As(Roles.TownshipOfficer);
        (await officer.Post("/households", Fictitious.Household())).Status.Should().Be(201);
        await Waiting.UntilAllIsDelivered(database);
        await Hold(database, "start", string.Create(CultureInfo.InvariantCulture, $"killed {moment,6} ms after it opened the database; started again it serves"));
    }

    /// <summary>Everything that must hold does. What a kill has left is looked at in a copy, so that it is the system that recovers it.</summary>
    private async Task Hold(TestDatabase database, string kind, string what, bool killed = false)
    {
        if (killed) round++;
        if (killed) await Waiting.UntilNobodyIsConnected(database);
        var (broken, waiting) = killed && database is SqliteTestDatabase file ? await Look(file.Copy()) : await LookAt(database);
        var number = killed ? round.ToString(CultureInfo.InvariantCulture) : "";
        Rounds.Say(output, $"{TestEngine.Current,-10} {number,3} {kind,-8} {what}; {waiting} facts on their way; {Invariants.Names.Count()} invariants {(broken.Count == 0 ? "ok" : "BROKEN: " + string.Join(" | ", broken))}");
        broken.Should().BeEmpty();

        static async Task<(IReadOnlyList<string> Broken, long Waiting)> Look(TestDatabase copy)
        {
            await using (copy) return await LookAt(copy);
        }
    }

    private static async Task<(IReadOnlyList<string> Broken, long Waiting)> LookAt(TestDatabase database) => (await Invariants.Broken(database), await Invariants.OnTheirWay(database));

    private static async Task<long> Stored(TestDatabase database, string table)
    {
        await Waiting.UntilNobodyIsConnected(database);
        if (database is not SqliteTestDatabase file) return await database.Count($"SELECT count(*) FROM {table}");
        await using var copy = file.Copy();
        return await copy.Count($"SELECT count(*) FROM {table}");
    }

    private static async Task<(long Accepted, long Repeated, long Rejected)> Taken(HttpClient county, string file)
    {
        var answer = await county.PostText(Cases.Route, file, Cases.MediaType);
        answer.Status.Should().Be(201, answer.Text);
        return (answer["accepted"].GetValue<long>(), answer["repeated"].GetValue<long>(), answer["rejected"].GetValue<long>());
    }

    /// <summary>A request to which the answer may never come.</summary>
    private static async Task Quietly(Func<Task<Answer>> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // killed under it
        }
    }
}
