using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>A person draws one at most of the schemes that exclude one another, in the whole database (57 Art 4).</summary>
public sealed class CoverTests
{
    [EveryEngine]
    public async Task Who_draws_another_scheme_is_told_county_and_scheme_and_comes_the_month_after_it_ends()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        await office.Do(Roles.CountyOfficer, "/covers", Cover(c, "tekun", "2023-01"));
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={c.Household}")).Items("covers").Single().Text("scheme").Should().Be("tekun");

        // The application runs while the other scheme does.
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        var refused = await office.As(Roles.CountyApprover).Decide($"{c.Path}/confirmation", new JsonObject());
        refused.ShouldRefuse(409, "eligibility.person_already_covered");
        refused.Json.Text("detail").Should().Be("A member draws support of the destitute in 320706: have that ended first.");
        await office.Do(Roles.CountyOfficer, "/covers", Cover(c, "tekun", "2023-01", "2024-05"));
        await c.Confirm();
        (await c.Entitled()).Text("firstMonth").Should().Be("2024-06");
        await office.Refused(Roles.CountyOfficer, "/covers", Cover(c, "orphan", "2024-06"), 409, "eligibility.person_already_covered");
        await office.Refused(Roles.CountyOfficer, "/covers", Cover(c, "dibao", "2024-06"), 400, "request.invalid");
    }

    [EveryEngine]
    public async Task Of_two_who_cover_the_same_person_at_once_one_is_refused()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            office.As(Roles.CountyOfficer).Decide("/covers", Cover(c, i % 2 == 0 ? "tekun" : "orphan", "2024-03"))));
        answers.Where(a => a.Status == 200).Select(a => a.Json.Text("scheme")).Distinct().Should().ContainSingle();
        answers.Where(a => a.Status != 200).Should().OnlyContain(a => a.Status == 409);
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={c.Household}")).Items("covers").Should().ContainSingle();
    }

    [EveryEngine]
    public async Task Two_clerks_enter_the_same_person_at_once_and_one_succeeds()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var number = Fictitious.IdNumber();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? office.As(Roles.VillageAssistant).Post("/households", Fictitious.Household(members: Fictitious.Member(idNumber: number)))
            : office.Api.As(Roles.VillageAssistant, "320707102003", "there").Post("/households", Fictitious.Household("320707102003", members: Fictitious.Member(idNumber: number)))));
        answers.Count(a => a.Status == 201).Should().Be(1);
        answers.Where(a => a.Status != 201).Should().OnlyContain(a => a.Status == 409);
    }

    [EveryEngine]
    public async Task Two_households_take_in_at_once_whoever_left_a_third_and_one_succeeds()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var brother = Fictitious.Member("sibling");
        var c = await Case.Register(office, members: [Fictitious.Member(), brother]);
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "move", ["on"] = "2024-03-01", ["note"] = "迁出另住" });
        var there = new List<Case>();
        for (var i = 0; i < 4; i++) there.Add(await Case.Register(office));
        var answers = await Task.WhenAll(there.Select(t => office.As(Roles.VillageAssistant).Decide($"/households/{t.Household}/members",
            new JsonObject { ["member"] = brother.DeepClone(), ["because"] = "move", ["from"] = "2024-03-01", ["note"] = "迁入同住" })));
        answers.Count(a => a.Status == 201).Should().Be(1);
        answers.Where(a => a.Status != 201).Should().OnlyContain(a => a.Status == 409);
    }

    [EveryEngine]
    public async Task The_severely_disabled_son_of_a_margin_household_is_covered_alone_and_only_while_the_household_does_not_qualify()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var son = Fictitious.Member("son", Fictitious.IdNumber(new LocalDate(1995, 5, 4)), "lost", "王小明");
        son["health"] = new JsonObject { ["disability"] = "limb", ["grade"] = "first" };
        var c = await Case.Register(office, incomeYuan: 16_800, members: [Fictitious.Member(), son]);
        var alone = new JsonObject { ["household"] = c.Household, ["applicant"] = c.Members[0], ["papers"] = new JsonArray("hukouBook", "idCards"), ["statementSigned"] = true, ["checkAuthorised"] = true, ["only"] = c.Members[1] };
        await office.Refused(Roles.VillageAssistant, "/applications", alone.DeepClone(), 422, "eligibility.not_alone");
        await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/standings", new JsonObject { ["kind"] = "margin", ["from"] = office.Day, ["basis"] = "人均收入低于标准的1.5倍" });
        var applied = await office.Do(Roles.VillageAssistant, "/applications", alone.DeepClone());
        applied.Json.Words("onlyBy").Should().Equal("57 Art 8(1)");
        c.Adopt(applied.Id);
        await c.Accept();
        await c.Investigate();
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await c.Confirm();
        var entitlement = await c.Entitled("?validAt=2024-04-01");
        (entitlement.Text("only"), entitlement["term"]!.Number("persons"), entitlement["term"]!.Number("monthlyFen")).Should().Be((c.Members[1], 1, Office.StandardFen));
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={c.Household}")).Items("covers").Select(v => v.Text("person")).Should().Equal(c.Members[1]);

        // A household that qualifies is admitted whole or not at all (83 I(1)).
        var daughter = Fictitious.Member("daughter", Fictitious.IdNumber(new LocalDate(1995, 5, 4), Sex.Female), "lost", "王小红");
        daughter["health"] = new JsonObject { ["disability"] = "limb", ["grade"] = "first" };
        daughter["attributes"] = new JsonObject { ["employment"] = "unemployed" };
        var poor = await Case.Register(office, members: [Fictitious.Member(), daughter]);
        (alone["household"], alone["applicant"], alone["only"]) = (poor.Household, poor.Members[0], poor.Members[1]);
        poor.Adopt((await office.Do(Roles.VillageAssistant, "/applications", alone.DeepClone())).Id);
        await poor.Accept();
        await poor.Investigate();
        await office.Refused(Roles.TownshipOfficer, $"{poor.Path}/assessment", null, 422, "eligibility.whole_household");
    }

    private static JsonObject Cover(Case c, string scheme, string first, string? last = null) =>
        new() { ["household"] = c.Household, ["person"] = c.Members[0], ["scheme"] = scheme, ["firstMonth"] = first, ["lastMonth"] = last };
}
