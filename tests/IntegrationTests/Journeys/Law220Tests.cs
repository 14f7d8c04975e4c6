using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>From 2012-12-12 to 2021-06-30 the case is judged by 民发〔2012〕220号: community appraisal, and a second notice before the approval.</summary>
public sealed class Law220Tests
{
    [EveryEngine]
    public async Task Appraisal_and_notice_of_approval_come_before_the_confirmation()
    {
        await using var office = await Office.Open(2015, 3, 2);
        var c = await Case.Register(office);
        await c.Apply();
        (await c.Accept()).Text("dueOn").Should().Be("2015-04-01", "thirty days (220 Art 13)");
        await c.Investigate(recorder: Roles.PurchasedServiceWorker);
        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/assessment", null, 409, "eligibility.step_out_of_order");

        var few = Case.Appraisal(office);
        few["representatives"] = 7;
        await office.Refused(Roles.VillageAssistant, $"{c.Path}/appraisal", few, 422, "eligibility.panel_share");
        (await c.Appraise()).Json.Flag("appraisalAgrees").Should().BeTrue();
        var determination = (await c.Assess())["determination"]!;
        determination.Items("lines").Select(l => l.Text("article")).Should().Contain("220 Art 27").And.NotContain(a => a.StartsWith("57 ", StringComparison.Ordinal));
        await c.GiveOpinion(positive: true);

        await office.Pass(8);
        (await c.Status()).Should().Be("readyForDecision");
        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.step_out_of_order");
        (await office.Do(Roles.CountyOfficer, $"{c.Path}/approval-proposal")).Json.Text("status").Should().Be("approvalOnNotice");
        var second = (await c.Notice())!;
        (second.Text("kind"), second.Text("closesOn")).Should().Be(("approval", "2015-03-17"));
        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.step_out_of_order");

        await office.Pass(8);
        (await c.Confirm()).Text("status").Should().Be("confirmed");
        (await c.Entitled()).Text("firstMonth").Should().Be("2015-04");
    }

    [EveryEngine]
    public async Task A_panel_that_does_not_agree_calls_for_a_new_visit()
    {
        await using var office = await Office.Open(2015, 3, 2);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate(recorder: Roles.PurchasedServiceWorker);
        await c.Appraise(agrees: false);
        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/assessment", null, 409, "eligibility.step_out_of_order");
        await office.Do(Roles.PurchasedServiceWorker, $"{c.Path}/visit", c.Visit(Roles.PurchasedServiceWorker));
        await c.Appraise();
        (await c.Assess()).Text("status").Should().Be("assessed");
    }

    [EveryEngine]
    public async Task An_objection_to_the_approval_upheld_sends_the_case_back()
    {
        await using var office = await Office.Open(2015, 3, 2);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate(recorder: Roles.PurchasedServiceWorker);
        await c.Appraise();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await office.Do(Roles.CountyOfficer, $"{c.Path}/approval-proposal");
        await c.Object(upheld: true);
        await office.Pass(8);
        (await c.Status()).Should().Be("investigating");
    }

    [EveryEngine]
    public async Task Under_57_no_approval_is_posted_and_none_needed()
    {
        await using var office = await Office.Open(2021, 7, 1);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await office.Refused(Roles.CountyOfficer, $"{c.Path}/approval-proposal", null, 422, "eligibility.no_approval_notice");
        (await c.Confirm()).Text("status").Should().Be("confirmed");
    }
}
