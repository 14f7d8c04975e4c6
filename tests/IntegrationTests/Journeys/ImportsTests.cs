using System.Data.Common;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Live cases come in as the files of a county; what is wrong comes back, and comes in once corrected (F135).</summary>
public sealed class ImportsTests
{
    private const string Lines = "application/x-ndjson";
    private const string Csv = "text/csv";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [EveryEngine]
    public async Task The_two_spreadsheets_of_a_county_come_in_and_what_came_back_comes_in_corrected()
    {
        await using var office = await Office.Open(2012, 1, 1);
        var wrong = Spreadsheets.Person("F003", idNumber: "999999196003140010", name: "李秀英");
        var families = Spreadsheets.Book(
            Spreadsheets.Families, Spreadsheets.Family("F001"), Spreadsheets.Family("F002", 360.5), Spreadsheets.Family("F003"), Spreadsheets.Family("F004"), Spreadsheets.Family("F005", "=500+80"));
        var persons = Spreadsheets.Book(
            Spreadsheets.Persons, Spreadsheets.Person("F002"), wrong, Spreadsheets.Person("F001", "配偶", name: "张红", uplift: 20.5), Spreadsheets.Person("F001"), Spreadsheets.Person("F009"), Spreadsheets.Person("F005"));

        var done = await Ended(office, await Pair(office, families, persons));
        Counts(done).Should().Be(("finished", 2, 0, 4), done.Text);
        (done["format"].GetValue<string>(), done["total"].GetValue<int>(), done["rows"].GetValue<int>()).Should().Be(("pair", 6, 11));
        var rejected = await office.List(Roles.CountyOfficer, $"/imports/{done.Id}/rejected?limit=200");
        rejected.Select(r => (r.Text("sheet"), r.Number("row"), r.Text("code"))).Should().Equal(
            ("families", 4, "request.invalid"), ("persons", 3, "request.invalid"), ("families", 5, "households.import_no_persons"),
            ("families", 6, "households.import_row"), ("persons", 7, "households.import_row"), ("persons", 6, "households.import_row"));
        rejected.Should().OnlyContain(r => r.Text("reasonZh").Length > 0 && r.Text("reasonEn").Length > 0);

        await office.Api.Settle();
        var live = await office.List(Roles.CountyOfficer, $"/entitlements?division={Office.County}&live=true");
        live.Select(e => e.Number("monthlyFen")).Should().BeEquivalentTo([58_000L, 36_050L]);
        var uplifted = await office.Read(Roles.CountyOfficer, $"/entitlements/{live.Single(e => e.Number("monthlyFen") == 58_000).Text("id")}");
        uplifted["term"]!.Number("upliftFen").Should().Be(2_050);
        var stored = await office.Api.Database.Everything();
        stored.Should().NotContain("李秀英", "what came back is kept encrypted").And.NotContain("999999196003140010");
        foreach (var table in new[] { "households_import_piece", "households_import_rows" }) (await office.Api.Database.Count($"SELECT count(*) FROM {table}")).Should().Be(0, table);

        // Given back as it was, with the reason; corrected and sent in again.
        var familiesBack = Spreadsheets.Rows(await File(office, done.Id, "?sheet=families"));
        var personsBack = Spreadsheets.Rows(await File(office, done.Id, "?sheet=persons"));
        familiesBack[0].Should().Equal([.. Spreadsheets.Families, "退回原因"]);
        familiesBack.Skip(1).Select(r => (r[1], r[^1].Length > 0)).Should().Equal(("F003", true), ("F004", true), ("F005", true));
        personsBack.Skip(1).Select(r => (r[0], r[1])).Should().Equal(("F003", "李秀英"), ("F005", "王建国"), ("F009", "王建国"));
        familiesBack.Single(r => r[1] == "F005")[5] = "580";
        personsBack[1][2] = Fictitious.IdNumber();
        personsBack[3][0] = "F004";
        var again = await Ended(office, await Pair(office, Book(familiesBack), Book(personsBack)));
        Counts(again).Should().Be(("finished", 3, 0, 0), (await office.Read(Roles.CountyOfficer, $"/imports/{again.Id}/rejected")).ToJsonString());
        (await office.List(Roles.CountyOfficer, "/households")).Should().HaveCount(5);
        (await office.Read(Roles.Auditor, "/audit-entries?action=FetchRejectedFile")).Items("items").Should().HaveCount(2);

        static byte[] Book(List<string[]> rows) => Spreadsheets.Book([.. rows.Select(r => r.ToArray<object>())]);
    }

    [EveryEngine]
    public async Task The_same_file_is_the_same_import_and_a_household_that_came_in_before_changes_nothing()
    {
        await using var office = await Office.Open(2012, 1, 1);
        string[] lines = [Line().ToJsonString(), Line().ToJsonString(), "not json", Line(village: "320707001001").ToJsonString()];
        var first = await Ended(office, await Send(office, Utf8(string.Join('\n', lines)), Lines));
        Counts(first).Should().Be(("finished", 2, 0, 2), first.Text);
        await office.Api.Settle();

        var before = await office.Api.Rows();
        var same = await Send(office, Utf8(string.Join('\n', lines)), Lines);
        (same.Id, same["state"].GetValue<string>()).Should().Be((first.Id, "finished"));
        (await office.Api.Rows()).Where(t => before[t.Key] != t.Value).Should().BeEmpty("nothing was written");

        // The lines that came back bear their reasons; one is corrected, the other was entered before by another file.
        var back = Encoding.UTF8.GetString(await File(office, first.Id)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        back.Should().HaveCount(2).And.OnlyContain(l => l.StartsWith("{\"reason\":\"", StringComparison.Ordinal));
        var corrected = back[1].Replace("320707001001", Fictitious.Village, StringComparison.Ordinal);
        var second = await Ended(office, await Send(office, Utf8(string.Join('\n', corrected, lines[0])), Lines));
        Counts(second).Should().Be(("finished", 1, 1, 0), second.Text);

        // What a takeover entered is known to an import.
        var taken = Line().ToJsonString();
        await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", taken, Lines);
        Counts(await Ended(office, await Send(office, Utf8(taken + "\n"), Lines))).Should().Be(("finished", 0, 1, 0));
        (await office.List(Roles.CountyOfficer, $"/imports?division={Office.County}&state=finished&limit=200")).Should().HaveCount(3);
        (await office.List(Roles.CountyOfficer, "/imports?state=refused")).Should().BeEmpty();
    }

    [EveryEngine]
    public async Task A_household_that_draws_nothing_comes_in_without_a_case()
    {
        await using var office = await Office.Open(2012, 1, 1);
        object[] none = ["", "", "", "", ""], half = ["城市", 580, "", "", ""];
        object[] Family(string number, object[] drawn) => [.. Spreadsheets.Family(number)[..4], .. drawn, .. Spreadsheets.Family(number)[9..]];
        var families = Spreadsheets.Book(Spreadsheets.Families, Family("F001", none), Spreadsheets.Family("F002"), Family("F003", half), Family("F004", none));
        var persons = Spreadsheets.Book(
            Spreadsheets.Persons, Spreadsheets.Person("F001"), Spreadsheets.Person("F002"), Spreadsheets.Person("F003"), Spreadsheets.Person("F004", uplift: 20));
        var done = await Ended(office, await Pair(office, families, persons));
        Counts(done).Should().Be(("finished", 2, 0, 2), done.Text);
        var rejected = await office.List(Roles.CountyOfficer, $"/imports/{done.Id}/rejected");
        rejected.Where(r => r.Text("sheet") == "families").Select(r => r.Number("row")).Should().Equal([4, 5], "half a case is none, and an uplift is part of a case");
        rejected.Should().OnlyContain(r => r.Text("code") == "request.invalid");

        var line = Line();
        foreach (var drawn in new[] { "scheme", "monthlyFen", "firstMonth", "lastReviewedOn", "reviewEvery" }) line.Remove(drawn);
        Counts(await Ended(office, await Send(office, Utf8(line.ToJsonString()), Lines))).Should().Be(("finished", 1, 0, 0));
        await office.Api.Settle();
        (await office.List(Roles.CountyOfficer, "/households?status=never")).Should().HaveCount(2);
        (await office.List(Roles.CountyOfficer, "/households?status=draws")).Should().ContainSingle();
        (await office.List(Roles.CountyOfficer, $"/entitlements?division={Office.County}")).Should().ContainSingle();
    }

    [EveryEngineTheory]
    [InlineData("lines", "utf-8")]
    [InlineData("lines", "bom")]
    [InlineData("lines", "gb18030")]
    [InlineData("flat", "utf-8")]
    [InlineData("flat", "bom")]
    [InlineData("flat", "gb18030")]
    [InlineData("pair", "gb18030")]
    public async Task Text_is_read_in_the_encodings_of_the_counties(string format, string encoding)
    {
        await using var office = await Office.Open(2012, 1, 1);
        var by = encoding switch { "gb18030" => Gb18030, "bom" => new UTF8Encoding(true), _ => new UTF8Encoding(false) };
        object[] family = Spreadsheets.Family("F001"), person = Spreadsheets.Person("F001", name: "欧阳㐂"), spouse = Spreadsheets.Person("F001", "妻", name: "张红");
        object[][] flat = [[.. Spreadsheets.Families, .. Spreadsheets.Persons[1..]], [.. family, .. person[1..]], [.. family, .. spouse[1..]]];
        var sent = format switch
        {
            "lines" => await Send(office, [.. by.Preamble, .. by.GetBytes(Line("欧阳㐂").ToJsonString(Plain))], Lines),
            "flat" => await Send(office, Spreadsheets.Csv(by, flat), Csv),
            _ => await Pair(office, Spreadsheets.Csv(by, Spreadsheets.Families, family), Spreadsheets.Csv(by, Spreadsheets.Persons, spouse, person)),
        };
        var done = await Ended(office, sent);
        Counts(done).Should().Be(("finished", 1, 0, 0), $"{done.Text} {await office.Read(Roles.CountyOfficer, $"/imports/{done.Id}/rejected")}");
        var household = (await office.List(Roles.CountyOfficer, "/households")).Single();
        (await office.Read(Roles.CountyOfficer, $"/households/{household.Text("id")}")).ToJsonString(Plain).Should().Contain("欧阳㐂");
    }

    [EveryEngine]
    public async Task A_flat_file_gives_its_rows_back_with_their_reason()
    {
        await using var office = await Office.Open(2012, 1, 1);
        object[] family = Spreadsheets.Family("F001"), other = Spreadsheets.Family("F001", 999), debt = Spreadsheets.Family("F002", -5);
        var done = await Ended(office, await Send(office, Spreadsheets.Csv(new UTF8Encoding(false),
            [.. Spreadsheets.Families, .. Spreadsheets.Persons[1..]], [.. family, .. Spreadsheets.Person("F001")[1..]], [.. other, .. Spreadsheets.Person("F001", "妻")[1..]], [.. debt, .. Spreadsheets.Person("F002")[1..]]), Csv));
        Counts(done).Should().Be(("finished", 0, 0, 2), done.Text);
        (await office.List(Roles.CountyOfficer, $"/imports/{done.Id}/rejected")).Select(r => (r.Number("row"), r.Text("code"))).Should().Equal(
            (2, "households.import_unlike"), (3, "households.import_unlike"), (4, "households.import_cell"));
        var back = Encoding.UTF8.GetString(await File(office, done.Id)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        back[0].Should().StartWith("\uFEFF序号,").And.EndWith(",退回原因");
        back[3].Should().Contain("'-5", "no spreadsheet takes it for a formula").And.Contain("第 4 行“月保障金(元)”");

        var corrected = Encoding.UTF8.GetBytes(string.Join("\r\n", back).Replace(",999,", ",580,", StringComparison.Ordinal).Replace("\"'-5\"", "5", StringComparison.Ordinal));
        Counts(await Ended(office, await Send(office, corrected, Csv))).Should().Be(("finished", 2, 0, 0));
    }

    [EveryEngineTheory]
    [InlineData("utf-16", "households.import_encoding")]
    [InlineData("no encoding", "households.import_encoding")]
    [InlineData("long line", "households.import_too_wide")]
    [InlineData("wide row", "households.import_too_wide")]
    [InlineData("old .xls", "households.import_not_a_spreadsheet")]
    [InlineData("cut off", "households.import_not_a_spreadsheet")]
    [InlineData("merged heading", "households.import_merged_heading")]
    [InlineData("blank heading", "households.import_merged_heading")]
    [InlineData("heading lacks", "households.import_heading")]
    [InlineData("wrong late", "households.import_too_wide")]
    [InlineData("million rows", "households.import_too_many_rows")]
    [InlineData("zip bomb", "households.import_too_wide")]
    [InlineData("nothing", "households.import_empty")]
    public async Task What_cannot_be_read_is_refused_by_name_and_leaves_nothing(string what, string code)
    {
        await using var office = await Office.Open(2012, 1, 1);
        var families = Spreadsheets.Book(Spreadsheets.Families, Spreadsheets.Family("F001"));
        var persons = Spreadsheets.Csv(new UTF8Encoding(true), Spreadsheets.Persons, Spreadsheets.Person("F001", name: "李秀英"));
        var before = await office.Api.Rows();
        var sent = what switch
        {
            "utf-16" => await Send(office, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Line().ToJsonString())], Lines),
            "no encoding" => await Send(office, [.. Utf8(Line().ToJsonString()), (byte)'\n', 0xFF, 0xFF, 0x80], Lines),
            "long line" => await Send(office, Utf8(new string(' ', 200_000)), Lines),
            "wide row" => await Pair(office, Spreadsheets.Book(Spreadsheets.Families, [.. Spreadsheets.Family("F001"), .. Enumerable.Repeat(new string('x', 30_000), 4)]), persons),
            "old .xls" => await Pair(office, [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], persons),
            "cut off" => await Pair(office, families[..^300], persons),
            "merged heading" => await Pair(office, Spreadsheets.Merged(["A1:B1"], Spreadsheets.Families, Spreadsheets.Family("F001")), persons),
            "blank heading" => await Pair(office, Spreadsheets.Book(["户编号", "", "户口性质"], Spreadsheets.Family("F001")), persons),
            "heading lacks" => await Pair(office, families, Spreadsheets.Csv(new UTF8Encoding(false), ["户编号", "姓名"], ["F001", "李秀英"])),
            "wrong late" => await Pair(office, families, [.. persons, .. Utf8("\r\n"), .. Enumerable.Repeat((byte)'x', 400_000)]),
            "million rows" => await Send(office, Utf8(string.Concat(Enumerable.Repeat("{}\n", 1_000_000))), Lines),
            "zip bomb" => await Pair(office, Bomb(), persons),
            _ => await Pair(office, Spreadsheets.Book([Spreadsheets.Families]), Spreadsheets.Book([Spreadsheets.Persons])),
        };
        var ended = await Ended(office, sent);
        ended["state"].GetValue<string>().Should().Be("refused", ended.Text);
        ended["refusal"]["code"]!.GetValue<string>().Should().Be(code, ended.Text);
        ended["refusal"]["reasonZh"]!.GetValue<string>().Should().NotBeEmpty();
        (await office.Api.Rows()).Where(t => before[t.Key] != t.Value).Select(t => t.Key).Should().BeSubsetOf(["households_import", "households_import_rejected", "audit_entry"], "nothing is half stored");
        (await office.Api.Database.Everything()).Should().NotContain("李秀英");
    }

    [EveryEngine]
    public async Task Persons_in_any_order_find_their_families_among_more_than_are_entered_at_once()
    {
        const int Count = 1_100;
        await using var office = await Office.Open(2012, 1, 1);
        var numbers = Enumerable.Range(1, Count).Select(n => $"F{n}").ToList();
        var heads = numbers.Select(n => Spreadsheets.Person(n));
        var spouses = numbers.AsEnumerable().Reverse().Select(n => Spreadsheets.Person(n, "配偶", n == "F700" ? "11010519491231002X1" : null, "张红"));
        var done = await Ended(office, await Pair(
            office, Spreadsheets.Book([Spreadsheets.Families, .. numbers.Select(n => Spreadsheets.Family(n))]),
            Spreadsheets.Csv(new UTF8Encoding(true), [Spreadsheets.Persons, .. spouses, .. heads])));
        Counts(done).Should().Be(("finished", Count - 1, 0, 1), done.Text);
        (done["total"].GetValue<int>(), done["done"].GetValue<int>(), done["rows"].GetValue<int>()).Should().Be((Count, Count, Count * 3));
        var rejected = await office.List(Roles.CountyOfficer, $"/imports/{done.Id}/rejected?limit=200");
        rejected.Select(r => (r.Text("sheet"), r.Number("row"))).Should().Equal(("families", 701), ("persons", 402), ("persons", 1_801));
        (await office.Api.Database.Count("SELECT count(*) FROM households_member")).Should().Be((Count - 1) * 2);
    }

    [EveryEngine]
    public async Task What_is_no_import_is_refused_at_the_door()
    {
        await using var office = await Office.Open(2012, 1, 1);
        var before = await office.Api.Rows();
        var county = office.As(Roles.CountyOfficer);
        (await Send(office, [], Lines, check: false)).ShouldRefuse(400, "households.import_empty");
        (await Send(office, Utf8("{}"), "application/json", check: false)).ShouldRefuse(415, "request.media_type");
        (await county.PostText("/imports?county=3207", "{}", Lines)).ShouldRefuse(400, "request.invalid");
        (await county.PostText("/imports?county=320707", "{}", Lines)).ShouldRefuse(403, "access.outside_division");
        (await office.As(Roles.VillageAssistant).PostText($"/imports?county={Office.County}", "{}", Lines)).ShouldRefuse(403, "access.forbidden");
        using var one = new MultipartFormDataContent { { new ByteArrayContent([1]), "families", "f.xlsx" } };
        (await county.Say(HttpMethod.Post, $"/imports?county={Office.County}", one)).ShouldRefuse(400, "households.import_parts");
        using var strange = new MultipartFormDataContent { { new ByteArrayContent([1]), "others", "f.xlsx" } };
        (await county.Say(HttpMethod.Post, $"/imports?county={Office.County}", strange)).ShouldRefuse(400, "households.import_parts");
        using var torn = new ByteArrayContent(Utf8("--x\r\nContent-Disposition: form-data; name=\"families\"\r\n\r\nabc"));
        torn.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        (await county.Say(HttpMethod.Post, $"/imports?county={Office.County}", torn)).ShouldRefuse(400, "households.import_parts");
        (await office.Api.Rows()).Where(t => before[t.Key] != t.Value).Select(t => t.Key).Should().BeSubsetOf(["audit_entry"]);

        var sent = await Ended(office, await Send(office, Utf8(Line().ToJsonString()), Lines));
        var neighbour = office.Api.As(Roles.CountyOfficer, "320707", "neighbour");
        foreach (var path in new[] { "", "/rejected", "/rejected/file" }) (await neighbour.Read($"/imports/{sent.Id}{path}")).ShouldRefuse(404, "request.not_found");
        (await neighbour.Read("/imports")).Json.Items("items").Should().BeEmpty();
        (await county.Read($"/imports/{sent.Id}/rejected/file?sheet=families")).ShouldRefuse(400, "request.invalid");
    }

    [EveryEngine]
    public async Task An_import_that_is_cut_off_goes_on_where_it_was()
    {
        const int Households = 8_000;
        await using var database = await TestEngine.Current.NewDatabase();
        using var keys = new TemporaryFolder();
        string id;
        await using (var api = await RunningApi.StartOn(database, keys, services => services.ConfigureDbContext<DibaoDbContext>(options => options.AddInterceptors(new SlowCommits()))))
        {
            await api.MoveClockTo(2012, 1, 1);
            var sent = await api.As(Roles.CountyOfficer).PostText($"/imports?county={Office.County}", string.Join('\n', Enumerable.Range(0, Households).Select(_ => Line().ToJsonString())), Lines);
            sent.Status.Should().Be(201, sent.Text);
            id = sent.Id;
            while ((await api.As(Roles.CountyOfficer).Read($"/imports/{id}"))["done"].GetValue<int>() == 0) await Task.Delay(10);
        }
        (await database.Count("SELECT count(*) FROM households_household")).Should().BeLessThan(Households, "it was stopped between two batches");
        await using var resumed = await RunningApi.StartOn(database, keys);
        var done = await Ended(resumed.As(Roles.CountyOfficer), id);
        Counts(done).Should().Be(("finished", Households, 0, 0), done.Text);
        (await database.Count("SELECT count(*) FROM households_household")).Should().Be(Households);
        (await database.Count("SELECT count(*) FROM households_person")).Should().Be(Households);
        (await database.Count("SELECT last FROM numbers_series WHERE name = 'file:320706:2012'")).Should().Be(Households, "file numbers have no gaps");
    }

    /// <summary>Waits after each commit, so that an import can be stopped between two batches however fast the machine is.</summary>
    private sealed class SlowCommits : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => Task.Delay(250, CancellationToken.None);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Line(string name = "王建国", string village = Fictitious.Village) => new()
    {
        ["household"] = Fictitious.Household(village, "nonAgricultural", Fictitious.Member(name: name)),
        ["scheme"] = "urban",
        ["monthlyFen"] = 58_000,
        ["firstMonth"] = "2012-01",
        ["lastReviewedOn"] = "2011-03-15",
        ["reviewEvery"] = 12,
    };

    private static (string State, int Accepted, int Repeated, int Rejected) Counts(Answer import) =>
        (import["state"].GetValue<string>(), import["accepted"].GetValue<int>(), import["repeated"].GetValue<int>(), import["rejected"].GetValue<int>());

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<Answer> Send(Office office, byte[] content, string mediaType, bool check = true)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        var answer = await office.As(Roles.CountyOfficer).Say(HttpMethod.Post, $"/imports?county={Office.County}", body);
        if (check) answer.Status.Should().Be(201, answer.Text);
        return answer;
    }

    private static async Task<Answer> Pair(Office office, byte[] families, byte[] persons)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(families), "families", "家庭.xlsx" }, { new ByteArrayContent(persons), "persons", "人员.xlsx" } };
        var answer = await office.As(Roles.CountyOfficer).Say(HttpMethod.Post, $"/imports?county={Office.County}", form);
        answer.Status.Should().Be(201, answer.Text);
        return answer;
    }

    private static Task<Answer> Ended(Office office, Answer sent) => Ended(office.As(Roles.CountyOfficer), sent.Id);

    private static async Task<Answer> Ended(HttpClient client, string import)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            var answer = await client.Read($"/imports/{import}");
            if (answer["state"].GetValue<string>() is "finished" or "refused") return answer;
            await Task.Delay(50);
        }
        throw new TimeoutException("The import does not end.");
    }

    private static async Task<byte[]> File(Office office, string import, string query = "")
    {
        using var answer = await office.As(Roles.CountyOfficer).GetAsync($"/api/v1/imports/{import}/rejected/file{query}");
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(Utf8("<worksheet>"));
            var blanks = new byte[1_000_000];
            blanks.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 100; i++) part.Write(blanks);
        }
        return stream.ToArray();
    }
}
