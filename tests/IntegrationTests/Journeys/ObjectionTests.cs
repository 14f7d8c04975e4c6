using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>An objection that is upheld sends the case back; the second opinion goes straight to the county (57 Art 19).</summary>
public sealed class ObjectionTests
{
    [EveryEngine]
    public async Task After_a_new_visit_the_second_opinion_is_not_posted_again_and_the_county_decides()
    {
        await using var office = await Office.Open(2024, 6, 3);
        var c = await OnNotice(office);
        await c.Object(upheld: true);
        (await c.Status()).Should().Be("onNotice", "the notice runs its days");
        await office.Pass(8);
        (await c.Status()).Should().Be("onNotice", "its seventh day, 10 June 2024, is the Dragon Boat Festival: it runs to the next working day (民法典 Art 203)");
        await office.Pass(1);
        var back = await c.View();
        back.Text("status").Should().Be("investigating");
        back.Flag("secondOpinion").Should().BeTrue();

        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/assessment", null, 409, "eligibility.step_out_of_order");
        await c.Investigate(income: Case.Amounts("wage", 2_400));
        (await c.Assess())["determination"]!.Number("monthlyFen").Should().Be(40_000, "(7,200 − 2,400) ÷ 12");
        (await c.GiveOpinion(positive: true)).Text("status").Should().Be("readyForDecision");
        (await c.Notice()).Should().BeNull("the second opinion is not posted");
        await c.Confirm();
        (await c.Entitled())["term"]!.Number("monthlyFen").Should().Be(40_000);
    }

    [EveryEngine]
    public async Task A_community_appraisal_may_take_the_place_of_the_second_visit()
    {
        await using var office = await Office.Open(2024, 6, 3);
        var c = await OnNotice(office);
        await c.Object(upheld: true);
        await office.Pass(9);
        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/assessment", null, 409, "eligibility.step_out_of_order");
        await office.Refused(Roles.VillageAssistant, $"{c.Path}/appraisal", Case.Appraisal(office), 422, "eligibility.same_person");
        await c.Appraise(role: Roles.PurchasedServiceWorker);
        await c.Assess();
        await c.GiveOpinion(positive: true);
        (await c.Confirm()).Text("status").Should().Be("confirmed");
    }

    [EveryEngine]
    public async Task A_panel_that_does_not_agree_calls_for_the_second_visit_after_all()
    {
        await using var office = await Office.Open(2024, 6, 3);
        var c = await OnNotice(office);
        await c.Object(upheld: true);
        await office.Pass(9);
        await c.Appraise(agrees: false, role: Roles.PurchasedServiceWorker);
        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/assessment", null, 409, "eligibility.step_out_of_order");
        await office.Do(Roles.VillageAssistant, $"{c.Path}/visit", c.Visit());
        (await c.Assess()).Text("status").Should().Be("assessed");
    }

    [EveryEngine]
    public async Task What_the_second_look_finds_may_lead_to_a_refusal()
    {
        await using var office = await Office.Open(2024, 6, 3);
        var c = await OnNotice(office);
        await c.Object(upheld: true);
        await office.Pass(9);
        await c.Investigate(income: Case.Amounts("business", 9_600));
        await c.Assess();
        await c.GiveOpinion(positive: false);
        (await c.Refuse("经复查,家庭人均收入不低于当地保障标准")).Text("status").Should().Be("refused");
    }

    [EveryEngine]
    public async Task Without_an_objection_no_appraisal_is_due_under_57()
    {
        await using var office = await Office.Open(2024, 6, 3);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/appraisal", Case.Appraisal(office), 422, "eligibility.appraisal_not_due");
    }

    private static async Task<Case> OnNotice(Office office)
    {
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        return c;
    }
}
