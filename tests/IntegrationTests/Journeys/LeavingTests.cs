using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>How an entitlement ends without a review: by death, or because the household asks.</summary>
public sealed class LeavingTests
{
    [EveryEngine]
    public async Task The_death_of_the_only_member_ends_the_entitlement_and_the_publication()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2024, 6, 10));
        await Report(office, c, c.Members[0], "2024-06-08");
        var entitlement = await c.Entitled();
        (entitlement.Text("lastMonth"), entitlement.Text("endReason")).Should().Be(("2024-06", "death"));
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().BeEmpty();
        await office.GoTo(new LocalDate(2024, 7, 2));
        var payroll = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-07" });
        (await office.List(Roles.PayrollClerk, $"/payrolls/{payroll.Id}/lines")).Select(l => l.Text("benefitMonth"))
            .Should().Equal("2024-04", "2024-05", "2024-06").And.NotContain("2024-07", "the month of death is the last");
    }

    [EveryEngine]
    public async Task A_death_in_a_family_opens_a_review_within_three_months()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office, persons: 3);
        await office.GoTo(new LocalDate(2024, 6, 10));
        await Report(office, c, c.Members[2], "2024-06-08");
        var review = await office.Read(Roles.TownshipOfficer, $"/reviews/{await c.Review()}");
        (review.Text("cause"), review.Text("dueOn"), review.Text("status")).Should().Be(("death", "2024-09-08", "open"));
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().ContainSingle("the family still draws");

        var path = $"/reviews/{review.Text("id")}";
        var found = (await office.Do(Roles.TownshipOfficer, $"{path}/findings", c.Findings(0))).Json["proposal"]!;
        (found.Text("outcome"), found.Number("persons"), found.Number("monthlyFen")).Should().Be(("reduce", 2, 120_000));
        await office.Do(Roles.CountyApprover, $"{path}/conclusion", new JsonObject { ["outcome"] = "reduce", ["reasons"] = "一名家庭成员去世,自下月起按两人发放。" });
        (await c.Entitled("?validAt=2024-07-01"))["term"]!.Number("persons").Should().Be(2);

        // What changes of the holder of the account, who is still there, keeps nobody from being paid.
        var head = Fictitious.Member(labour: "partlyLost");
        head.Remove("idNumber");
        head["from"] = office.Day;
        var changed = await office.As(Roles.VillageAssistant).Put($"/households/{c.Household}/members/{c.Members[0]}", head, (await office.As(Roles.VillageAssistant).Read($"/households/{c.Household}")).ETag);
        changed.Status.Should().Be(200, changed.Text);
        await office.GoTo(new LocalDate(2024, 8, 2));
        var payroll = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2024-08" });
        (await office.List(Roles.PayrollClerk, $"/payrolls/{payroll.Id}/lines")).Select(l => l.Text("benefitMonth")).Should().Equal("2024-04", "2024-05", "2024-06", "2024-07", "2024-08");
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/deaths", Death(c.Members[2], "2024-06-08"), 409, "households.already_dead");
    }

    [EveryEngine]
    public async Task The_last_survivor_dies_in_the_months_of_tapering_and_is_paid_no_longer()
    {
        await using var office = await Office.Open(2026, 8, 3);
        var c = await Case.Admitted(office, persons: 2, incomeYuan: 7_200);
        await office.GoTo(new LocalDate(2026, 10, 12));
        await Report(office, c, c.Members[0], "2026-10-08");
        var succession = $"/successions/{(await office.List(Roles.CountyOfficer, $"/successions?household={c.Household}")).Single().Text("id")}";
        var cases = new JsonObject { ["cases"] = new JsonArray(new JsonObject { ["household"] = c.Household, ["applicant"] = c.Members[1] }) };
        (await office.Do(Roles.TownshipOfficer, $"{succession}/assessment", cases)).Json.Items("cases").Single().Number("taperMonths").Should().Be(6);
        await office.Refused(Roles.TownshipOfficer, $"{succession}/hearing", Views(office), 422, "eligibility.same_person");
        await office.Refused(Roles.CountyApprover, $"{succession}/confirmation", null, 422, "eligibility.not_heard");
        await office.Do(Roles.TownshipLeader, $"{succession}/hearing", Views(office));
        await office.Do(Roles.CountyApprover, $"{succession}/confirmation");
        var tapering = (await office.List(Roles.CountyOfficer, $"/entitlements?household={c.Household}")).Single(e => e.Text("id") != c.Entitlement);
        tapering.Text("lastMonth").Should().Be("2027-04");

        await office.GoTo(new LocalDate(2026, 12, 14));
        await Report(office, c, c.Members[1], "2026-12-10");
        var ended = await office.Read(Roles.CountyOfficer, $"/entitlements/{tapering.Text("id")}");
        (ended.Text("lastMonth"), ended.Text("endReason")).Should().Be(("2026-12", "death"));
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().BeEmpty();
    }

    [EveryEngine]
    public async Task Whoever_split_off_draws_on_when_nobody_is_left_in_the_old_household()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office, persons: 2);
        await office.GoTo(new LocalDate(2024, 5, 6));
        JsonObject Head(int member) => new() { ["person"] = c.Members[member], ["relationship"] = "head" };
        JsonObject Nothing() => new() { ["income"] = new JsonArray(), ["assets"] = new JsonArray() };
        var apart = (await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/split", new JsonObject
        {
            ["from"] = office.Day, ["division"] = Fictitious.Village, ["residence"] = Fictitious.Village, ["note"] = "另立门户",
            ["leaving"] = new JsonArray(Head(1)), ["staying"] = new JsonArray(Head(0)), ["declared"] = Nothing(), ["declaredStaying"] = Nothing(),
        })).Json["successor"]!.Text("id");
        await Report(office, c, c.Members[0], office.Day);
        (await c.Entitled())["lastMonth"].Should().BeNull("it goes on in the household that split off");

        var succession = (await office.List(Roles.CountyOfficer, $"/successions?household={c.Household}")).Single();
        succession.Words("households").Should().Equal(apart);
        var cases = new JsonObject { ["cases"] = new JsonArray(new JsonObject { ["household"] = apart, ["applicant"] = c.Members[1] }) };
        await office.Do(Roles.TownshipOfficer, $"/successions/{succession.Text("id")}/assessment", cases);
        await office.Do(Roles.CountyApprover, $"/successions/{succession.Text("id")}/confirmation");
        var next = (await office.List(Roles.CountyOfficer, $"/entitlements?household={apart}")).Single();
        (next.Text("firstMonth"), next.Number("monthlyFen"), (await c.Entitled()).Text("lastMonth")).Should().Be(("2024-06", 60_000, "2024-05"));
    }

    [EveryEngine]
    public async Task A_household_leaves_of_its_own_will_and_may_come_again()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        var other = await Case.Register(office);
        await office.GoTo(new LocalDate(2024, 6, 10));
        var path = $"/entitlements/{c.Entitlement}/withdrawal";
        await office.Refused(Roles.CountyApprover, path, Request(other.Members[0]), 422, "eligibility.not_covered");
        var left = (await office.Do(Roles.CountyApprover, path, Request(c.Members[0]))).Json;
        (left.Text("lastMonth"), left.Text("endReason")).Should().Be(("2024-06", "voluntary"));
        await office.Refused(Roles.CountyApprover, path, Request(c.Members[0]), 409, "eligibility.already_ended");
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().BeEmpty();

        await office.GoTo(new LocalDate(2024, 7, 1));
        (await c.Apply()).Text("status").Should().Be("submitted", "to leave is no bar to come again");
    }

    private static JsonObject Request(string person) => new() { ["requestedBy"] = person, ["reason"] = "找到工作,自愿退出" };

    private static JsonObject Death(string person, string day) => new() { ["person"] = person, ["diedOn"] = day };

    private static JsonObject Views(Office office) => new() { ["heardOn"] = office.Day, ["views"] = "没有意见" };

    private static Task<Answer> Report(Office office, Case c, string person, string day) =>
        office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", Death(person, day));
}
