using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>What was true on a day, as it was known at an instant: nothing that was believed is ever lost.</summary>
public sealed class TwoTimesTests
{
    private const string BeforeTheDeathWasTold = "2024-06-09T00:00:00Z";

    [EveryEngine]
    public async Task A_household_is_read_as_it_was_and_as_it_was_known()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, persons: 2, incomeYuan: 6_000);
        var path = $"/households/{c.Household}";

        // 11 March: another declaration. 20 March: another account. 10 June: a death of 8 June is told.
        await office.GoTo(new LocalDate(2024, 3, 11));
        await Put(office, $"{path}/means", new JsonObject { ["income"] = Case.Amounts("wage", 9_000), ["assets"] = Case.Deposits(500) });
        await office.GoTo(new LocalDate(2024, 3, 20));
        await office.ChangePayee(c.Household, c.Members[1], "6228480000000000077");
        await office.GoTo(new LocalDate(2024, 6, 10));
        await office.Do(Roles.VillageAssistant, $"{path}/deaths", new JsonObject { ["person"] = c.Members[1], ["diedOn"] = "2024-06-08" });

        async Task<(int Members, long Income, int Assets, string Account)> At(string query)
        {
            var view = await office.Read(Roles.VillageAssistant, $"{path}?{query}");
            return (view.Items("members").Count(), view.Items("income").Sum(i => i.Number("yearlyFen")), view.Items("assets").Count(), view["payee"]!.Text("maskedNumber")[^4..]);
        }
        (await At("validAt=2024-03-05")).Should().Be((2, 600_000, 0, "0012"));
        (await At("validAt=2024-03-15")).Should().Be((2, 900_000, 1, "0012"));
        (await At("validAt=2024-03-25")).Should().Be((2, 900_000, 1, "0077"));
        (await At("validAt=2024-06-08")).Members.Should().Be(2, "he lived that day");
        (await At("validAt=2024-06-09")).Members.Should().Be(1);
        (await At($"validAt=2024-06-09&knownAt={BeforeTheDeathWasTold}")).Members.Should().Be(2, "nobody knew yet");
        (await At("validAt=2024-03-15&knownAt=2024-03-05T00:00:00Z")).Income.Should().Be(600_000, "what was declared on the 11th was not known on the 5th");
        (await At("validAt=2024-03-25&knownAt=2024-03-15T00:00:00Z")).Account.Should().Be("0012");
    }

    [EveryEngine]
    public async Task Members_attributes_and_numbers_are_read_as_they_were_and_as_they_were_known()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, members: [Fictitious.Member(), Fictitious.Member("spouse", name: "李秀英", labour: "able")]);
        var path = $"/households/{c.Household}";
        const string BeforeTheJobWasTold = "2024-06-02T00:00:00Z";

        // 3 June: since 20 May she works, and is called otherwise. 10 June: her number was misread. 1 July: a child was born on 12 June. 15 July: she left on 10 July.
        await office.GoTo(new LocalDate(2024, 6, 3));
        await Put(office, $"{path}/members/{c.Members[1]}", path, new JsonObject
        {
            ["from"] = "2024-05-20", ["name"] = "李秀芳", ["relationship"] = "spouse", ["labour"] = "able",
            ["attributes"] = new JsonObject { ["marital"] = "married", ["employment"] = "informal", ["personClass"] = "employed" },
        });
        await office.GoTo(new LocalDate(2024, 6, 10));
        await Put(office, $"{path}/members/{c.Members[1]}/id-number", path, new JsonObject { ["idNumber"] = Fictitious.IdNumber(new LocalDate(1965, 1, 2), Sex.Female), ["reason"] = "户口簿抄录有误" });
        await office.GoTo(new LocalDate(2024, 7, 1));
        await office.Do(Roles.VillageAssistant, $"{path}/members", new JsonObject
        {
            ["member"] = Fictitious.Member("son", Fictitious.IdNumber(new LocalDate(2024, 6, 12)), "outsideWorkingAge", "王小明"), ["because"] = "birth", ["from"] = "2024-06-12", ["note"] = "县医院出生证明",
        });
        await office.GoTo(new LocalDate(2024, 7, 15));
        await office.Do(Roles.VillageAssistant, $"{path}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "divorce", ["on"] = "2024-07-10", ["note"] = "离婚后迁出" });

        async Task<(int Members, string? Name, string? Employment, string? Born)> At(string query)
        {
            var members = (await office.Read(Roles.VillageAssistant, $"{path}?{query}")).Items("members").ToList();
            var she = members.Find(m => m.Text("person") == c.Members[1]);
            return (members.Count, she?.Text("name"), she?["attributes"]!["employment"]?.GetValue<string>(), she?.Text("birthDate"));
        }
        (await At("validAt=2024-02-29")).Should().Be((0, null, null, null), "there was no household yet");
        (await At("validAt=2024-05-19")).Should().Be((2, "李秀英", null, "1965-01-02"), "the number has been put right for all days");
        (await At("validAt=2024-05-20")).Should().Be((2, "李秀芳", "informal", "1965-01-02"));
        (await At($"validAt=2024-05-20&knownAt={BeforeTheJobWasTold}")).Should().Be((2, "李秀英", null, "1960-03-14"), "neither was known");
        (await At("validAt=2024-05-20&knownAt=2024-06-05T00:00:00Z")).Should().Be((2, "李秀芳", "informal", "1960-03-14"), "the number was still misread");
        (await At("validAt=2024-06-12")).Members.Should().Be(3);
        (await At("validAt=2024-06-12&knownAt=2024-06-20T00:00:00Z")).Members.Should().Be(2, "nobody had told of the child");
        (await At("validAt=2024-07-09")).Members.Should().Be(3);
        (await At("validAt=2024-07-10")).Should().Be((2, null, null, null));
        (await At("validAt=2024-07-10&knownAt=2024-07-12T00:00:00Z")).Members.Should().Be(3, "nobody had told that she left");
        (await At("knownAt=2024-02-01T00:00:00Z")).Members.Should().Be(0, "nothing was known");
        foreach (var query in new[] { "validAt=2024-13-01", "validAt=", "knownAt=yesterday", "known=2024-01-01" })
            (await office.As(Roles.VillageAssistant).Read($"{path}?{query}")).ShouldRefuse(400, "request.invalid");
    }

    [EveryEngine]
    public async Task The_terms_of_an_entitlement_keep_what_was_believed()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2025, 2, 10));
        var review = $"/reviews/{await c.Review()}";
        await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(2_400));
        await office.Do(Roles.CountyApprover, $"{review}/conclusion", new JsonObject { ["outcome"] = "reduce", ["reasons"] = "经复审,家庭收入增加,自下月起减发。" });

        async Task<long?> Monthly(string query) => (await c.Entitled("?" + query))["term"]?.Number("monthlyFen");
        (await Monthly("validAt=2025-02-28")).Should().Be(60_000);
        (await Monthly("validAt=2025-03-01")).Should().Be(40_000);
        (await Monthly("validAt=2025-03-01&knownAt=2025-02-09T00:00:00Z")).Should().Be(60_000, "the review had not been concluded");
        (await Monthly("validAt=2024-03-20")).Should().BeNull("nothing is drawn before the first month");
        (await Monthly("validAt=2024-04-01&knownAt=2024-03-05T00:00:00Z")).Should().BeNull("nobody had decided yet");
    }

    [EveryEngine]
    public async Task A_standard_entered_wrongly_and_put_right_shows_both_beliefs()
    {
        await using var office = await Office.Open(2024, 3, 1);
        await office.SetPolicy("standard.monthly", 65_000, "fen", "海政发〔2024〕9号", "2024-07-01");
        await office.GoTo(new LocalDate(2024, 3, 5));
        await office.SetPolicy("standard.monthly", 66_000, "fen", "海政发〔2024〕9号", "2024-07-01");

        async Task<JsonNode> On(string day) => (await office.ReadOpenly($"/policies?division={Fictitious.Village}&scheme=urban&on={day}&key=standard.monthly")).AsArray().Single()!;
        (await On("2024-06-30")).Number("value").Should().Be(Office.StandardFen);
        (await On("2024-07-01")).Number("value").Should().Be(66_000);
        (await On("2024-07-01")).Text("document").Should().Be("海政发〔2024〕9号");

        var history = (await office.ReadOpenly($"/policies?division={Office.County}&key=standard.monthly&history=true")).AsArray().OfType<JsonNode>().ToList();
        long? Believed(string day, string known) => history
            .Where(p => string.CompareOrdinal(p.Text("recorded"), known) <= 0 && (p["superseded"] is not { } s || string.CompareOrdinal(s.GetValue<string>(), known) > 0))
            .Where(p => string.CompareOrdinal(p.Text("validFrom"), day) <= 0 && (p["validTo"] is not { } to || string.CompareOrdinal(to.GetValue<string>(), day) > 0))
            .Select(p => (long?)p.Number("value")).SingleOrDefault();
        Believed("2024-07-01", "2024-03-03T00:00:00Z").Should().Be(65_000);
        Believed("2024-07-01", "2024-03-06T00:00:00Z").Should().Be(66_000);
        Believed("2024-06-30", "2024-03-06T00:00:00Z").Should().Be(Office.StandardFen);
    }

    private static Task Put(Office office, string path, JsonObject body) => Put(office, path, path[..path.LastIndexOf('/')], body);

    private static async Task Put(Office office, string path, string household, JsonObject body)
    {
        var seen = await office.As(Roles.VillageAssistant).Read(household);
        var put = await office.As(Roles.VillageAssistant).Put(path, body, seen.ETag);
        put.Status.Should().Be(200, put.Text);
        await office.Api.Settle();
    }
}
