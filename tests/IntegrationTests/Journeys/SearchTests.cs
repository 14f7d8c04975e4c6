using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Households are found by what a clerk knows of them, within his division, and never more of them than he asked for.</summary>
public sealed class SearchTests
{
    private const string OtherCounty = "320707";
    private const string OtherVillage = "320707102003";
    private const string NextVillage = "320706001002";

    [EveryEngine]
    public async Task Households_are_found_by_name_place_class_and_registration()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var veteran = Fictitious.Member(name: "欧阳建国");
        veteran["attributes"] = new JsonObject { ["categories"] = new JsonArray("veteran", "specialCare"), ["personClass"] = "retired" };
        var first = await Case.Register(office, members: [veteran, Fictitious.Member("spouse", name: "欧阳秀英")]);
        var child = Fictitious.Member("son", Fictitious.IdNumber(new LocalDate(2015, 5, 4)), "outsideWorkingAge", "欧阳小明");
        var second = await Case.Register(office, members: [Fictitious.Member(name: "李建国"), child], hukou: "agricultural");
        var next = await office.Do(Roles.TownshipOfficer, "/households", Fictitious.Household(NextVillage, members: Fictitious.Member(name: "欧阳")));

        async Task<IEnumerable<string>> Names(string role, string query) =>
            (await office.List(role, "/households?" + query)).Select(h => h["member"]!.Text("name"));
        (await Names(Roles.TownshipOfficer, "name=欧阳")).Should().BeEquivalentTo("欧阳", "欧阳小明", "欧阳建国", "欧阳秀英");
        (await Names(Roles.VillageAssistant, "name=欧阳")).Should().BeEquivalentTo("欧阳小明", "欧阳建国", "欧阳秀英");
        (await Names(Roles.TownshipOfficer, $"name=欧&division={NextVillage}")).Should().Equal("欧阳");
        (await Names(Roles.TownshipOfficer, "name=欧阳&category=veteran")).Should().Equal("欧阳建国");
        (await Names(Roles.TownshipOfficer, "name=欧阳&hukou=agricultural")).Should().Equal("欧阳小明");
        (await Names(Roles.PayrollClerk, "name=欧阳")).Should().BeEquivalentTo(["欧阳", "欧阳建国", "欧阳秀英"], "a child's name is not to be guessed");
        (await Names(Roles.TownshipOfficer, "name=阳")).Should().BeEmpty("a name is sought from its beginning");

        async Task<IEnumerable<string>> Found(string role, string query) => (await office.List(role, "/households?" + query)).Select(h => h.Text("id"));
        (await Found(Roles.CountyOfficer, "category=specialCare")).Should().Equal(first.Household);
        (await Found(Roles.CountyOfficer, "category=orphan")).Should().BeEmpty();
        (await Found(Roles.CountyOfficer, "personClass=retired")).Should().Equal(first.Household);
        (await Found(Roles.CountyOfficer, "personClass=retired&category=veteran")).Should().Equal(first.Household);
        (await Found(Roles.CountyOfficer, "hukou=agricultural")).Should().Equal(second.Household);
        (await Found(Roles.CountyOfficer, $"division={Office.County}001")).Should().Equal(first.Household, second.Household, next.Id);
        (await Found(Roles.CountyOfficer, $"division={NextVillage}")).Should().Equal(next.Id);
        (await Found(Roles.Supervisor, $"division={Office.County}&category=veteran")).Should().Equal(first.Household);
        foreach (var query in new[] { "category=specialCare", $"fileNumber={first.FileNumber}" }) (await Names(Roles.TownshipOfficer, query)).Should().Equal(["欧阳建国"], "a list shows the head");
        (await Names(Roles.CountyOfficer, "hukou=agricultural")).Should().Equal("李建国");
        var item = (await office.List(Roles.CountyOfficer, "/households?name=欧阳建")).Single();
        item["member"]!.Text("maskedIdNumber").Should().Be("990***************");
        (item.Text("fileNumber"), item.Text("status")).Should().Be((first.FileNumber, "never"));
    }

    [EveryEngine]
    public async Task A_list_by_name_goes_on_where_it_stopped()
    {
        await using var office = await Office.Open(2024, 3, 1);
        string[] names = ["王一", "王一", "王一", "王二", "王", "王三", "李四"];
        foreach (var name in names) await Case.Register(office, members: [Fictitious.Member(name: name)]);
        foreach (var query in new[] { "name=王", "division=320706001", "hukou=nonAgricultural", "status=never" })
        {
            var (seen, after) = (new List<JsonNode>(), "");
            do
            {
                var page = await office.Read(Roles.CountyOfficer, $"/households?{query}&limit=2{after}");
                seen.AddRange(page.Items("items"));
                after = page["next"] is { } cursor ? $"&after={cursor.GetValue<string>()}" : "";
            }
            while (after.Length > 0);
            seen.Select(h => h.Text("id")).Should().OnlyHaveUniqueItems().And.HaveCount(query == "name=王" ? 6 : 7);
            if (query == "name=王") seen.Select(h => h["member"]!.Text("name")).Should().BeInAscendingOrder(StringComparer.Ordinal);
        }
        var next = (await office.Read(Roles.CountyOfficer, "/households?name=王&limit=2")).Text("next");
        (await office.As(Roles.CountyOfficer).Read($"/households?name=李&limit=2&after={next}")).ShouldRefuse(400, "request.invalid");
    }

    [EveryEngine]
    public async Task The_status_follows_the_case_and_who_goes_on_in_another_still_draws()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var never = await Case.Register(office);
        var c = await Case.Admitted(office);
        async Task<IEnumerable<string>> Found(string status) => (await office.List(Roles.CountyOfficer, "/households?status=" + status)).Select(h => h.Text("id"));
        (await Found("draws")).Should().Equal(c.Household);
        (await Found("never")).Should().Equal(never.Household);
        var version = (await office.As(Roles.CountyOfficer).Read($"/households/{c.Household}")).ETag;

        // It becomes a rural household: its case goes on in another, and ends for good with that one.
        await Put(office, Roles.CountyOfficer, c.Household, "hukou", new JsonObject { ["to"] = "agricultural", ["on"] = office.Day, ["note"] = "户籍性质更正登记" });
        await office.Api.Settle();
        var succession = (await office.List(Roles.TownshipOfficer, $"/successions?household={c.Household}")).Single().Text("id");
        (await Found("draws")).Should().Equal(c.Household);
        await office.Do(Roles.TownshipOfficer, $"/successions/{succession}/assessment", new JsonObject
        {
            ["cases"] = new JsonArray(new JsonObject { ["household"] = c.Household, ["applicant"] = c.Members[0], ["income"] = null }),
        });
        await office.Do(Roles.CountyApprover, $"/successions/{succession}/confirmation");
        (await c.Entitled()).Text("lastMonth").Should().Be(office.Month);
        (await Found("draws")).Should().Equal(c.Household);
        var next = (await office.List(Roles.CountyOfficer, $"/entitlements?household={c.Household}")).Single(e => e.Text("id") != c.Entitlement);
        await office.Do(Roles.CountyApprover, $"/entitlements/{next.Text("id")}/withdrawal", new JsonObject { ["requestedBy"] = c.Members[0], ["reason"] = "找到工作,自愿退出" });
        (await Found("drew")).Should().Equal(c.Household);
        (await Found("draws")).Should().BeEmpty();
        version.Should().Be("\"1\"", "what the case does changes no file");
    }

    [EveryEngine]
    public async Task A_number_is_sought_in_the_body_and_the_search_is_on_record()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var (number, other) = (Fictitious.IdNumber(), Fictitious.IdNumber());
        var c = await Case.Register(office, members: [Fictitious.Member(), Fictitious.Member("sibling", number, name: "王建民")]);
        var found = await Search(office.As(Roles.TownshipOfficer), number);
        found.Status.Should().Be(200, found.Text);
        var item = found["items"].AsArray().Single()!;
        (item.Text("id"), item.Text("fileNumber"), item["member"]!.Text("name"), item["member"]!.Text("maskedIdNumber")).Should().Be((c.Household, c.FileNumber, "王建民", "990***************"));
        found.Text.Should().NotContain(number);
        (await Search(office.As(Roles.TownshipOfficer), number[..6] + number[8..17]))["items"].AsArray().Should().ContainSingle("the number of the first generation is the same person's");
        (await Search(office.As(Roles.TownshipOfficer), other))["items"].AsArray().Should().BeEmpty();
        (await Search(office.Api.As(Roles.CountyOfficer, OtherCounty, "neighbour"), number))["items"].AsArray().Should().BeEmpty("it lies outside his division");
        (await Search(office.Api.As(Roles.Applicant), number))["items"].AsArray().Should().BeEmpty("he sees what he filed himself");
        (await Search(office.As(Roles.TownshipOfficer), "990000196003140010")).ShouldRefuse(400, "request.invalid");

        var entries = await office.List(Roles.Auditor, "/audit-entries?action=SearchByIdNumber");
        entries.Should().Contain(e => e.Text("caller") == Office.Subject(Roles.TownshipOfficer) && e["concern"] != null && e.Text("concern") == c.Household && e.Text("outcome") == "done");
        entries.Should().Contain(e => e["concern"] == null && e.Text("outcome") == "done");
        (await office.Api.Database.Everything()).Should().NotContain(number, "a search leaves no number behind");
    }

    [EveryEngine]
    public async Task A_number_under_two_names_is_refused_and_says_so()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var number = Fictitious.IdNumber();
        var c = await Case.Register(office, members: [Fictitious.Member(), Fictitious.Member("sibling", number, name: "王建民")]);
        await office.Pass(10);
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "marriage", ["on"] = office.Day, ["note"] = "嫁到邻村居住" });
        (await Search(office.As(Roles.TownshipOfficer), number))["items"].AsArray().Single()!["member"]!.Text("until").Should().Be(office.Day);
        await office.Pass(1);

        // The number of one who left is entered with another's name.
        var there = await Case.Register(office, members: [Fictitious.Member(idNumber: number, name: "李建军")]);
        var refused = await Search(office.As(Roles.TownshipOfficer), number);
        refused.ShouldRefuse(409, "households.number_on_two_people");
        refused["detail"].GetValue<string>().Should().Contain(c.FileNumber).And.Contain(there.FileNumber);
        refused.Text.Should().NotContainAny(number, "王建民", "李建军");

        // Put right, it is one person's again: the household he is in comes before the one he left.
        await Put(office, Roles.TownshipOfficer, there.Household, $"members/{c.Members[1]}", new JsonObject { ["from"] = office.Day, ["name"] = "王建民", ["relationship"] = "head", ["labour"] = "lost" });
        (await Search(office.As(Roles.TownshipOfficer), number))["items"].AsArray().Select(h => h!.Text("id")).Should().Equal(there.Household, c.Household);
    }

    [EveryEngine]
    public async Task A_file_is_found_by_the_number_it_had_in_another_county()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var there = office.Api.As(Roles.CountyOfficer, OtherCounty, "there");
        var offer = await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/transfers", new JsonObject { ["to"] = OtherVillage, ["lastMonth"] = "2024-03", ["note"] = "随女儿落户邻县" });
        (await there.Read($"/households?fileNumber={c.FileNumber}"))["items"].AsArray().Should().BeEmpty("it has not come yet");
        (await there.Decide($"/transfers/{offer.Id}/acceptance", new JsonObject { ["firstMonth"] = "2024-04" })).Status.Should().Be(200);
        var found = (await there.Read($"/households?fileNumber={c.FileNumber}"))["items"].AsArray().Single()!;
        (found.Text("id"), found.Text("division")).Should().Be((c.Household, OtherVillage));
        (await there.Read($"/households?fileNumber={found.Text("fileNumber")}"))["items"].AsArray().Single()!.Text("id").Should().Be(c.Household);
        (await there.Read("/households?name=王建国"))["items"].AsArray().Should().ContainSingle("names are sought where the household is now");
        (await office.List(Roles.CountyOfficer, $"/households?fileNumber={c.FileNumber}")).Should().BeEmpty();
    }

    [EveryEngine]
    public async Task What_is_not_a_filter_or_a_value_of_one_is_refused()
    {
        await using var api = await RunningApi.Start();
        foreach (var query in new[]
        {
            "nam=王", "idNumber=990000196003140010", "name=", "name=%20", "fileNumber=", "category=hero", "category=3", "personClass=Retired",
            "status=", "status=ended", "hukou=city", "division=32070", "limit=0", "limit=201", "after=x",
        })
        {
            (await api.As(Roles.CountyOfficer).Read("/households?" + query)).ShouldRefuse(400, "request.invalid");
        }
        foreach (var path in new[] { "validAt=2024-13-01", "validAt=", "knownAt=" })
            (await api.As(Roles.CountyOfficer).Read($"/households/01980000-0000-7000-8000-00000000dead?{path}")).ShouldRefuse(400, "request.invalid");
    }

    [EveryEngine]
    public async Task Beyond_a_county_names_are_not_sought()
    {
        await using var api = await RunningApi.Start();
        foreach (var query in new[] { "name=王", "category=orphan", "personClass=other", "status=draws", "name=王&division=3207" })
        {
            var refused = await api.As(Roles.Supervisor).Read("/households?" + query);
            refused.ShouldRefuse(400, "request.invalid");
            refused["errors"]["division"].Should().NotBeNull();
        }
        (await api.As(Roles.Supervisor).Read("/duplicates")).ShouldRefuse(400, "request.invalid");
        (await api.As(Roles.Supervisor).Read("/households?name=王&division=320706")).Status.Should().Be(200);
    }

    private static Task<Answer> Search(HttpClient desk, string number) => desk.Post("/households/search", new JsonObject { ["idNumber"] = number });

    private static async Task Put(Office office, string role, string household, string what, JsonObject body)
    {
        var seen = (await office.As(role).Read($"/households/{household}")).ETag;
        var put = await office.As(role).Put($"/households/{household}/{what}", body, seen);
        put.Status.Should().Be(200, put.Text);
    }
}
