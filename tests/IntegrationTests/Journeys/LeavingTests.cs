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
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/deaths", Death(c.Members[2], "2024-06-08"), 409, "households.already_dead");
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

    private static Task<Answer> Report(Office office, Case c, string person, string day) =>
        office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", Death(person, day));
}
