using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>A benefit is cut with reasons, and from 2026-07-01 on only after the household was heard (57 Art 31, 32; Law Art 48).</summary>
public sealed class ReReviewTests
{
    private const string Reasons = "经复审,家庭收入增加,自下月起按新数额发放。";

    [EveryEngine]
    public async Task Under_57_a_cut_is_told_with_reasons_and_needs_no_hearing()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office); // decided on 9 March: reviewed yearly (57 Art 31)
        await office.GoTo(new LocalDate(2025, 2, 6));
        (await office.List(Roles.CountyOfficer, $"/reviews?household={c.Household}")).Should().BeEmpty("more than thirty days ahead");
        await office.GoTo(new LocalDate(2025, 2, 10));
        var review = $"/reviews/{await c.Review()}";
        var opened = await office.Read(Roles.TownshipLeader, review);
        (opened.Text("dueOn"), opened.Text("cause"), opened.Text("status")).Should().Be(("2025-03-09", "periodic", "open"));

        await office.Refused(Roles.CountyApprover, $"{review}/conclusion", Conclusion("reduce"), 422, "reviewcycle.no_findings");
        var found = (await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(2_400))).Json["proposal"]!;
        (found.Text("outcome"), found.Number("monthlyFen"), found.Number("currentFen")).Should().Be(("reduce", 40_000, 60_000));
        await office.Refused(Roles.CountyApprover, $"{review}/conclusion", Conclusion("end"), 422, "reviewcycle.other_outcome");
        await office.Refused(Roles.CountyApprover, $"{review}/conclusion", Conclusion("reduce", "收入增加"), 422, "reviewcycle.reasons_missing");
        var concluded = (await office.Do(Roles.CountyApprover, $"{review}/conclusion", Conclusion("reduce"))).Json["conclusion"]!;
        (concluded.Text("outcome"), concluded.Text("fromMonth"), concluded.Text("reasons")).Should().Be(("reduce", "2025-03", Reasons));

        (await c.Entitled("?validAt=2025-02-28"))["term"]!.Number("monthlyFen").Should().Be(60_000, "the months before keep theirs");
        (await c.Entitled("?validAt=2025-03-01"))["term"]!.Number("monthlyFen").Should().Be(40_000);
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Single().Number("monthlyFen").Should().Be(40_000);

        await office.GoTo(new LocalDate(2026, 2, 10));
        var next = $"/reviews/{await c.Review()}";
        next.Should().NotBe(review);
        await office.Do(Roles.TownshipOfficer, $"{next}/findings", c.Findings(12_000, "employment"));
        await office.Do(Roles.CountyApprover, $"{next}/conclusion", Conclusion("end"));
        await Ended(office, c, "2026-02", "employment");
    }

    [EveryEngine]
    public async Task From_1_July_2026_a_household_is_heard_before_its_benefit_ends()
    {
        await using var office = await Office.Open(2025, 7, 7);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2026, 7, 1));
        var review = $"/reviews/{await c.Review()}";
        await office.Refused(Roles.TownshipLeader, $"{review}/hearing", Hearing(office), 422, "reviewcycle.no_findings");
        (await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(9_600))).Json["proposal"]!.Text("endReason").Should().Be("incomeAboveStandard");

        await office.Refused(Roles.CountyApprover, $"{review}/conclusion", Conclusion("end"), 422, "reviewcycle.not_heard");
        await office.Refused(Roles.TownshipOfficer, $"{review}/hearing", Hearing(office), 403, "reviewcycle.same_person");
        (await c.Entitled())["lastMonth"].Should().BeNull();
        (await office.Do(Roles.TownshipLeader, $"{review}/hearing", Hearing(office))).Json["hearing"]!.Text("views").Should().Be("希望延长保障期");
        await office.Do(Roles.CountyApprover, $"{review}/conclusion", Conclusion("end"));
        await Ended(office, c, "2026-07", "incomeAboveStandard");
    }

    [EveryEngine]
    public async Task A_hearing_on_other_findings_does_not_count()
    {
        await using var office = await Office.Open(2025, 7, 7);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2026, 7, 1));
        var review = $"/reviews/{await c.Review()}";
        await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(2_400));
        await office.Do(Roles.TownshipLeader, $"{review}/hearing", Hearing(office));
        await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(4_800));
        await office.Refused(Roles.CountyApprover, $"{review}/conclusion", Conclusion("reduce"), 422, "reviewcycle.not_heard");
    }

    [EveryEngine]
    public async Task More_is_given_and_what_stays_stays_without_a_hearing()
    {
        await using var office = await Office.Open(2025, 7, 7);
        var c = await Case.Admitted(office, incomeYuan: 2_400);
        var same = await Case.Admitted(office, incomeYuan: 2_400);
        await office.GoTo(new LocalDate(2026, 7, 10));
        var review = $"/reviews/{await c.Review()}";
        await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(1_200));
        await office.Refused(Roles.TownshipLeader, $"{review}/hearing", Hearing(office), 422, "reviewcycle.nothing_to_hear");
        await office.Do(Roles.CountyApprover, $"{review}/conclusion", Conclusion("increase"));
        (await c.Entitled("?validAt=2026-08-01"))["term"]!.Number("monthlyFen").Should().Be(50_000);

        var other = $"/reviews/{await same.Review()}";
        await office.Do(Roles.TownshipOfficer, $"{other}/findings", same.Findings(2_400));
        await office.Do(Roles.CountyApprover, $"{other}/conclusion", Conclusion("continue"));
        (await same.Entitled("?validAt=2026-08-01"))["term"]!.Number("monthlyFen").Should().Be(40_000);
        var figures = await office.Read(Roles.Supervisor, $"/statistics/reviews?division={Office.County}&from=2026-07-01&to=2026-07-31");
        (figures.Number("increased"), figures.Number("continued"), figures.Number("reduced"), figures.Number("ended")).Should().Be((1, 1, 0, 0));
    }

    private static async Task Ended(Office office, Case c, string lastMonth, string reason)
    {
        var entitlement = await c.Entitled();
        (entitlement.Text("lastMonth"), entitlement.Text("endReason")).Should().Be((lastMonth, reason));
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().BeEmpty("who draws no longer is shown no longer");
        var figures = await office.Read(Roles.Auditor, $"/statistics/reviews?division={Office.County}&from={lastMonth}-01&to={lastMonth}-28");
        figures.Number("ended").Should().Be(1);
        figures.Items("endedBy").Single().Text("reason").Should().Be(reason);
    }

    private static JsonObject Conclusion(string outcome, string reasons = Reasons) => new() { ["outcome"] = outcome, ["reasons"] = reasons };

    private static JsonObject Hearing(Office office) => new() { ["heldOn"] = office.Day, ["attended"] = true, ["views"] = "希望延长保障期" };
}
