using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Who is refused is told why and how to have it reviewed; a negative opinion goes to him alone (57 Art 19, 21).</summary>
public sealed class RefusalTests
{
    [EveryEngine]
    public async Task Income_that_the_check_finds_leads_to_a_refusal_with_reasons_and_the_way_to_appeal()
    {
        await using var office = await Office.Open(2024, 5, 6);
        var c = await Case.Register(office, persons: 2);
        await c.Apply();
        await c.Accept();
        await c.Investigate(income: Case.Amounts("wage", 18_000));
        var determination = (await c.Assess())["determination"]!;
        determination.Flag("eligible").Should().BeFalse();
        determination.Number("monthlyFen").Should().Be(0);
        determination.Words("reasons").Should().Equal("income_above_standard");

        await office.Refused(Roles.TownshipLeader, $"{c.Path}/initial-review", Case.Opinion(positive: true), 422, "eligibility.opinion_against_determination");
        (await c.GiveOpinion(positive: false)).Text("status").Should().Be("readyForDecision");
        await office.Pass(1);
        (await c.Notice()).Should().BeNull("a negative opinion is not posted");

        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 422, "eligibility.opinion_not_positive");
        await office.Refused(Roles.CountyApprover, $"{c.Path}/refusal", new JsonObject { ["reasons"] = new JsonArray() }, 400, "request.invalid");
        var refused = await c.Refuse("家庭人均收入不低于当地保障标准");
        refused.Text("status").Should().Be("refused");
        refused.Words("reasons").Should().Equal("家庭人均收入不低于当地保障标准");
        refused.Text("appealZh").Should().Contain("60 日").And.Contain("行政复议");
        refused.Text("appealEn").Should().Contain("60 days").And.Contain("Reconsideration comes first", "the law of 2024");
        refused["entitlement"].Should().BeNull();

        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.step_out_of_order");
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().BeEmpty();
        var first = c.Application;
        (await c.Apply()).Text("id").Should().NotBe(first, "who was refused may apply again");
    }

    [EveryEngine]
    public async Task Deposits_over_the_limit_are_a_reason_of_their_own()
    {
        await using var office = await Office.Open(2023, 5, 8);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate(assets: Case.Deposits(14_401));
        var determination = (await c.Assess())["determination"]!;
        determination.Words("reasons").Should().Equal("assets_over_limit");
        await c.GiveOpinion(positive: false);
        (await c.Refuse("家庭金融资产超过规定限额")).Text("appealEn").Should().NotContain("Reconsideration comes first", "before 2024 the court was open at once");
    }

    [EveryEngine]
    public async Task A_declaration_made_after_the_check_takes_its_answer_back()
    {
        await using var office = await Office.Open(2024, 5, 6);
        var c = await Case.Register(office);
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        var household = await office.As(Roles.VillageAssistant).Read($"/households/{c.Household}");
        var declared = await office.As(Roles.VillageAssistant).Put($"/households/{c.Household}/means", new JsonObject { ["income"] = Case.Amounts("wage", 1_200), ["assets"] = new JsonArray() }, household.ETag);
        declared.Status.Should().Be(200, declared.Text);
        await office.Api.Settle();
        await office.Refused(Roles.TownshipLeader, $"{c.Path}/initial-review", Case.Opinion(positive: true), 409, "eligibility.step_out_of_order");
        await c.Investigate();
        (await c.Assess())["determination"]!.Number("monthlyFen").Should().Be(50_000, "what was declared anew counts");
    }

    [EveryEngine]
    public async Task A_county_may_post_for_longer_than_the_law_and_never_for_less()
    {
        await using var office = await Office.Open(2024, 5, 6);
        await office.SetPolicy("notice.initial_review_days", 3, "days");
        var shorter = await OnNotice(office);
        (await shorter.Notice())!.Text("closesOn").Should().Be("2024-05-13", "seven days by 57 Art 19, whatever the county says");
        await office.SetPolicy("notice.initial_review_days", 10, "days");
        (await (await OnNotice(office)).Notice())!.Text("closesOn").Should().Be("2024-05-16");
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

    [EveryEngine]
    public async Task A_household_has_one_open_application_and_none_while_it_draws()
    {
        await using var office = await Office.Open(2024, 5, 6);
        var c = await Case.Admitted(office);
        JsonObject Again(Case of) => new()
        {
            ["household"] = of.Household,
            ["applicant"] = of.Members[0],
            ["papers"] = new JsonArray(),
            ["statementSigned"] = true,
            ["checkAuthorised"] = true,
        };
        await office.Refused(Roles.VillageAssistant, "/applications", Again(c), 409, "eligibility.already_entitled");
        var other = await Case.Register(office);
        await other.Apply();
        await office.Refused(Roles.VillageAssistant, "/applications", Again(other), 409, "eligibility.application_open");
        var stranger = Again(await Case.Register(office));
        stranger["applicant"] = c.Members[0];
        await office.Refused(Roles.VillageAssistant, "/applications", stranger, 422, "eligibility.not_a_member");
    }
}
