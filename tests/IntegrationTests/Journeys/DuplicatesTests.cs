using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Who is entered twice is refused at once by his number, and flagged by his name, phone or account until the clash is gone.</summary>
public sealed class DuplicatesTests
{
    private const string OtherCounty = "320707";
    private const string Phone = "138 0000 1234";

    [EveryEngine]
    public async Task Likely_duplicates_are_flagged_and_clear_by_themselves()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var born = new LocalDate(1971, 5, 4);
        var first = await Register(office, "1001", Phone, Fictitious.Member(idNumber: Fictitious.IdNumber(born), name: "王建国"), Fictitious.Member("sibling", Fictitious.IdNumber(born), name: "李秀英"));
        var second = await Register(office, "1001", "+86-138-0000-1234", Fictitious.Member(idNumber: Fictitious.IdNumber(born), name: "王建国"));
        var third = await Register(office, "1003", null, Fictitious.Member(idNumber: Fictitious.IdNumber(born), name: "王建军"), Fictitious.Member("sibling", Fictitious.IdNumber(born), name: "王建军"));
        first.Text("maskedPhone").Should().Be("*******1234");

        (await Clashes(office, first)).Should().BeEquivalentTo([("nameAndBirthDate", second.Text("id")), ("phone", second.Text("id")), ("account", second.Text("id"))]);
        (await Clashes(office, second)).Should().BeEquivalentTo([("nameAndBirthDate", first.Text("id")), ("phone", first.Text("id")), ("account", first.Text("id"))]);
        (await Clashes(office, third)).Should().BeEmpty("two of one household are no clash");
        var named = (await office.Read(Roles.TownshipOfficer, $"/households/{first.Text("id")}/duplicates")).Items("items").Single(c => c.Text("kind") == "nameAndBirthDate");
        named.Text("member").Should().Be(Member(first, 0));
        (await Flagged(office)).Should().Equal((first.Text("id"), "nameAndBirthDate phone account"), (second.Text("id"), "nameAndBirthDate phone account"));

        await Put(office, second, "phone", new JsonObject { ["phone"] = "13900001234" });
        await office.ChangePayee(second.Text("id"), Member(second, 0), "6228480000000000077", bank: "农业银行");
        (await Clashes(office, first)).Should().BeEquivalentTo([("nameAndBirthDate", second.Text("id"))]);
        (await Flagged(office)).Should().Equal((first.Text("id"), "nameAndBirthDate"), (second.Text("id"), "nameAndBirthDate"));
        await office.Pass(1);
        await Put(office, second, $"members/{Member(second, 0)}", new JsonObject { ["from"] = office.Day, ["name"] = "王建业", ["relationship"] = "head", ["labour"] = "lost" });
        (await Clashes(office, first)).Should().BeEmpty();
        (await Flagged(office)).Should().BeEmpty();
        (await office.Api.Database.Everything()).Should().NotContain("13800001234", "a phone is kept encrypted");

        await Put(office, second, "phone", new JsonObject { ["phone"] = null });
        (await office.Read(Roles.TownshipOfficer, $"/households/{second.Text("id")}"))["maskedPhone"].Should().BeNull();
    }

    [EveryEngine]
    public async Task Of_another_division_the_county_and_the_kind_are_told_and_nothing_else()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var born = new LocalDate(1971, 5, 4);
        var here = await Register(office, "1001", Phone, Fictitious.Member(idNumber: Fictitious.IdNumber(born)));
        var there = Fictitious.Household("320707102003", members: Fictitious.Member(idNumber: Fictitious.IdNumber(born)));
        there["phone"] = "13800001234";
        var elsewhere = await office.Api.As(Roles.CountyOfficer, OtherCounty, "there").Post("/households", there);
        elsewhere.Status.Should().Be(201, elsewhere.Text);

        var told = await office.Read(Roles.TownshipOfficer, $"/households/{here.Text("id")}/duplicates");
        told.Items("items").Select(c => (c.Text("kind"), c.Text("county"), c["household"])).Should().BeEquivalentTo(
            [("nameAndBirthDate", OtherCounty, (JsonNode?)null), ("phone", OtherCounty, null)]);
        told.ToJsonString().Should().NotContainAny(elsewhere.Id, elsewhere.Json.Text("fileNumber"), "320707102003");
        (await Flagged(office)).Should().Equal((here.Text("id"), "nameAndBirthDate phone"));
        (await office.Api.As(Roles.Auditor).Read($"/households/{here.Text("id")}/duplicates"))["items"].AsArray().Should().OnlyContain(c => c!["household"]!["id"]!.GetValue<string>() == elsewhere.Id);
        (await office.Api.As(Roles.CountyOfficer, OtherCounty, "there").Read($"/households/{here.Text("id")}/duplicates")).ShouldRefuse(404, "request.not_found");
        (await office.Api.As(Roles.CountyOfficer, OtherCounty, "there").Read($"/duplicates?division={Office.County}"))["items"].AsArray().Should().BeEmpty();
        (await office.As(Roles.Applicant).Read($"/households/{here.Text("id")}/duplicates")).ShouldRefuse(403, "access.forbidden");
    }

    [EveryEngine]
    public async Task A_number_entered_twice_is_refused_at_once_and_a_phone_must_be_one()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var number = Fictitious.IdNumber();
        await Register(office, "1001", null, Fictitious.Member(idNumber: number));
        await office.Refused(Roles.VillageAssistant, "/households", Fictitious.Household(members: Fictitious.Member(idNumber: number, name: "李四")), 409, "households.person_elsewhere");
        foreach (var phone in new[] { "", "123456", "1234567890123456", "1380000123x", "+", "电话" })
        {
            var body = Fictitious.Household();
            body["phone"] = phone;
            await office.Refused(Roles.VillageAssistant, "/households", body, 400, "request.invalid");
        }
    }

    [EveryEngine]
    public async Task The_list_goes_on_page_by_page()
    {
        await using var office = await Office.Open(2024, 3, 1);
        for (var i = 0; i < 5; i++) await Register(office, "1001", null, Fictitious.Member(name: $"张{i}"));
        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await office.Read(Roles.CountyOfficer, $"/duplicates?limit=2{after}");
            seen.AddRange(page.Items("items").Select(h => h.Text("id")));
            after = page["next"] is { } next ? $"&after={next.GetValue<string>()}" : "";
        }
        while (after.Length > 0);
        seen.Should().HaveCount(5).And.OnlyHaveUniqueItems();
        (await office.As(Roles.CountyOfficer).Read("/duplicates?county=320706")).ShouldRefuse(400, "request.invalid");
        (await office.As(Roles.CountyOfficer).Read("/duplicates?limit=201")).ShouldRefuse(400, "request.invalid");
    }

    private static async Task<JsonNode> Register(Office office, string account, string? phone, params JsonObject[] members)
    {
        var body = Fictitious.Household(members: members);
        body["phone"] = phone;
        body["payee"]!["accountNumber"] = "622188000000000" + account;
        return (await office.Do(Roles.VillageAssistant, "/households", body)).Json;
    }

    private static string Member(JsonNode household, int place) => household.Items("members").ElementAt(place).Text("person");

    private static async Task<IEnumerable<(string, string)>> Clashes(Office office, JsonNode household) =>
        (await office.Read(Roles.TownshipOfficer, $"/households/{household.Text("id")}/duplicates")).Items("items").Select(c => (c.Text("kind"), c["household"]!.Text("id")));

    private static async Task<IEnumerable<(string, string)>> Flagged(Office office) =>
        (await office.List(Roles.TownshipOfficer, $"/duplicates?division={Fictitious.Village}")).Select(h => (h.Text("id"), string.Join(' ', h.Words("kinds"))));

    private static async Task Put(Office office, JsonNode household, string what, JsonObject body)
    {
        var path = $"/households/{household.Text("id")}";
        var put = await office.As(Roles.TownshipOfficer).Put($"{path}/{what}", body, (await office.As(Roles.TownshipOfficer).Read(path)).ETag);
        put.Status.Should().Be(200, put.Text);
    }
}
