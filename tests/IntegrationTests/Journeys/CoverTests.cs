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
    public async Task A_cover_recorded_by_mistake_is_taken_back_by_the_county_that_recorded_it()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var (path, body) = ("/covers/withdrawal", new JsonObject { ["household"] = c.Household, ["person"] = c.Members[0] });
        await office.Refused(Roles.CountyOfficer, path, body.DeepClone(), 404, "request.not_found");
        await office.Do(Roles.CountyOfficer, "/covers", Cover(c, "tekun", "2023-01"));
        (await office.Api.As(Roles.CountyOfficer, "320707", "neighbour").Decide(path, body.DeepClone())).ShouldRefuse(404, "request.not_found");
        (await office.Do(Roles.CountyOfficer, path, body.DeepClone())).Json.Text("scheme").Should().Be("tekun");
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={c.Household}")).Items("covers").Should().BeEmpty();

        // What stood before it stands again: months that were drawn stay drawn.
        await c.Apply();
        await c.GoThrough();
        await office.GoTo(new LocalDate(2024, 5, 6));
        await office.Do(Roles.CountyApprover, $"/entitlements/{(await c.Entitled()).Text("id")}/withdrawal", new JsonObject { ["requestedBy"] = c.Members[0], ["reason"] = "找到工作,自愿退出" });
        await office.Refused(Roles.CountyOfficer, "/covers", Cover(c, "tekun", "2024-04"), 409, "eligibility.person_already_covered");
        await office.Do(Roles.CountyOfficer, "/covers", Cover(c, "tekun", "2024-06"));
        await office.Do(Roles.CountyOfficer, path, body.DeepClone());
        (await Covered(office, c)).Should().Equal((c.Members[0], "2024-04", "2024-05"));
        await office.Refused(Roles.CountyOfficer, "/covers", Cover(c, "tekun", "2024-04"), 409, "eligibility.person_already_covered");
        (await office.Api.Database.Count("SELECT count(*) FROM eligibility_cover_taken_back")).Should().Be(2);
        await office.Refused(Roles.CountyOfficer, path, body.DeepClone(), 404, "request.not_found");
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={c.Household}")).Items("covers").Single().Text("scheme").Should().Be("dibao", "it ends by its own procedure");
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
        await c.Investigate(Case.Amounts("wage", 1_200)); // his own; of the wages of the others it says nothing
        await c.Assess();
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await c.Confirm();
        (await office.Read(Roles.TownshipOfficer, $"/households/{c.Household}/means")).Items("findings").Single().Text("person").Should().Be(c.Members[1]);
        var entitlement = await c.Entitled("?validAt=2024-04-01");
        (entitlement.Text("only"), entitlement["term"]!.Number("persons"), entitlement["term"]!.Number("monthlyFen")).Should().Be((c.Members[1], 1, Office.StandardFen - 10_000));
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

    [EveryEngine]
    public async Task A_monk_of_three_years_is_covered_alone_and_his_family_is_counted_without_him()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var monk = Fictitious.Member("sibling", Fictitious.IdNumber(new LocalDate(1980, 5, 4)), "able", "王小明");
        (monk["standing"], monk["standingSince"]) = ("clergy", "2021-03-02");
        var c = await Case.Register(office, incomeYuan: 9_600, members: [Fictitious.Member(), monk]);
        var alone = new JsonObject { ["household"] = c.Household, ["applicant"] = c.Members[1], ["papers"] = new JsonArray("hukouBook", "idCards"), ["statementSigned"] = true, ["checkAuthorised"] = true, ["only"] = c.Members[1] };
        await office.Refused(Roles.VillageAssistant, "/applications", alone.DeepClone(), 422, "eligibility.not_alone");
        await office.Pass(1);
        var applied = await office.Do(Roles.VillageAssistant, "/applications", alone.DeepClone());
        applied.Json.Words("onlyBy").Should().Equal("57 Art 8(3)");
        c.Adopt(applied.Id);
        await c.GoThrough(10);
        var entitlement = await c.Entitled("?validAt=2024-04-01");
        (entitlement.Text("only"), entitlement["term"]!.Number("persons"), entitlement["term"]!.Number("monthlyFen")).Should().Be((c.Members[1], 1, Office.StandardFen));
        (await Covered(office, c)).Should().Equal((c.Members[1], "2024-04", null));
    }

    [EveryEngine]
    public async Task Whoever_leaves_or_joins_a_drawing_household_is_covered_as_its_review_counts_him()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var daughter = Fictitious.Member("daughter", Fictitious.IdNumber(new LocalDate(1995, 5, 4), Sex.Female), "able", "李秀英");
        var c = await Case.Admitted(office, members: [Fictitious.Member(), daughter]);
        var there = await Case.Register(office);
        await office.GoTo(new LocalDate(2024, 5, 6));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "marriage", ["on"] = office.Day, ["note"] = "嫁到邻村" });
        daughter["relationship"] = "spouse";
        await office.Do(Roles.VillageAssistant, $"/households/{there.Household}/members", Coming(daughter.DeepClone(), "marriage", office.Day));
        await there.Apply();
        await there.Accept();
        await there.Investigate();
        await there.Assess();
        await there.GiveOpinion(positive: true);
        await office.Pass(8);
        await office.Refused(Roles.CountyApprover, $"{there.Path}/confirmation", null, 409, "eligibility.person_already_covered");

        // Her old household is reviewed: she is covered with it through this month, and with the new one from the next.
        await Review(office, c, "reduce");
        await there.Confirm();
        (await there.Entitled()).Text("firstMonth").Should().Be("2024-06");
        (await Covered(office, c)).Should().Equal((c.Members[0], "2024-04", null));
        (await Covered(office, there)).Should().BeEquivalentTo([(there.Members[0], "2024-06", (string?)null), (c.Members[1], "2024-06", null)]);

        // A child that draws an allowance of its own is not counted as well; once that has ended it is covered from the month after the review.
        var baby = Fictitious.Member("grandchild", Fictitious.IdNumber(new LocalDate(2024, 5, 20)), "outsideWorkingAge", "王小明");
        await office.GoTo(new LocalDate(2024, 6, 3));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members", Coming(baby, "birth", "2024-05-20"));
        var child = (await office.Read(Roles.TownshipOfficer, $"/households/{c.Household}")).Items("members").Single(m => m.Text("relationship") == "grandchild").Text("person");
        JsonObject Allowance(string? last) => new() { ["household"] = c.Household, ["person"] = child, ["scheme"] = "unsupportedChild", ["firstMonth"] = "2024-05", ["lastMonth"] = last };
        await office.Do(Roles.CountyOfficer, "/covers", Allowance(null));
        await office.Refused(Roles.TownshipOfficer, $"/reviews/{await c.Review()}/findings", c.Findings(0), 409, "eligibility.person_already_covered");
        await office.Do(Roles.CountyOfficer, "/covers", Allowance("2024-08"));
        await office.Refused(Roles.TownshipOfficer, $"/reviews/{await c.Review()}/findings", c.Findings(0), 409, "eligibility.person_already_covered");
        await office.Do(Roles.CountyOfficer, "/covers", Allowance("2024-06"));
        await Review(office, c, "increase");
        (await Covered(office, c)).Should().BeEquivalentTo([(c.Members[0], "2024-04", (string?)null), (child, "2024-07", null)]);
    }

    [EveryEngine]
    public async Task Who_is_covered_alone_takes_his_case_along_and_it_ends_when_he_dies()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var son = Fictitious.Member("son", Fictitious.IdNumber(new LocalDate(1995, 5, 4)), "lost", "王小明");
        son["health"] = new JsonObject { ["disability"] = "limb", ["grade"] = "first" };
        var c = await Case.Register(office, incomeYuan: 25_200, members: [Fictitious.Member(), Fictitious.Member("spouse"), son]);
        await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/standings", new JsonObject { ["kind"] = "margin", ["from"] = office.Day, ["basis"] = "人均收入低于标准的1.5倍" });
        c.Adopt((await office.Do(Roles.VillageAssistant, "/applications", new JsonObject
        {
            ["household"] = c.Household, ["applicant"] = c.Members[0], ["papers"] = new JsonArray("hukouBook", "idCards"), ["statementSigned"] = true, ["checkAuthorised"] = true, ["only"] = c.Members[2],
        })).Id);
        await c.GoThrough();

        await office.GoTo(new LocalDate(2024, 5, 6));
        JsonObject Place(int member, string relationship) => new() { ["person"] = c.Members[member], ["relationship"] = relationship };
        JsonObject Declared(JsonArray income) => new() { ["income"] = income, ["assets"] = new JsonArray() };
        var apart = (await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/split", new JsonObject
        {
            ["from"] = office.Day, ["division"] = Fictitious.Village, ["residence"] = Fictitious.Village, ["note"] = "儿子另立门户",
            ["leaving"] = new JsonArray(Place(2, "head")), ["staying"] = new JsonArray(Place(0, "head"), Place(1, "spouse")),
            ["declared"] = Declared([]), ["declaredStaying"] = Declared(Case.Amounts("wage", 25_200)),
        })).Json["successor"]!.Text("id");
        var succession = (await office.List(Roles.TownshipOfficer, $"/successions?household={apart}")).Single();
        var cases = new JsonObject { ["cases"] = new JsonArray(new JsonObject { ["household"] = apart, ["applicant"] = c.Members[2] }) };
        await office.Do(Roles.TownshipOfficer, $"/successions/{succession.Text("id")}/assessment", cases);
        await office.Do(Roles.CountyApprover, $"/successions/{succession.Text("id")}/confirmation");
        var next = (await office.List(Roles.CountyOfficer, $"/entitlements?household={apart}&live=true")).Single();
        (await c.Entitled()).Text("lastMonth").Should().Be("2024-05");
        (await office.Read(Roles.CountyOfficer, $"/entitlements/{next.Text("id")}")).Text("only").Should().Be(c.Members[2]);

        await office.GoTo(new LocalDate(2024, 6, 3));
        await office.Do(Roles.VillageAssistant, $"/households/{apart}/deaths", new JsonObject { ["person"] = c.Members[2], ["diedOn"] = "2024-06-02" });
        var ended = await office.Read(Roles.CountyOfficer, $"/entitlements/{next.Text("id")}");
        (ended.Text("lastMonth"), ended.Text("endReason")).Should().Be(("2024-06", "death"));
    }

    private static async Task Review(Office office, Case c, string outcome)
    {
        var review = $"/reviews/{await c.Review()}";
        (await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(0))).Json["proposal"]!.Text("outcome").Should().Be(outcome);
        await office.Do(Roles.CountyApprover, $"{review}/conclusion", new JsonObject { ["outcome"] = outcome, ["reasons"] = "家庭成员有变化,自下月起按新人数发放。" });
    }

    private static async Task<IEnumerable<(string, string, string?)>> Covered(Office office, Case c) =>
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={c.Household}")).Items("covers").Select(v => (v.Text("person"), v.Text("firstMonth"), v["lastMonth"]?.GetValue<string>()));

    private static JsonObject Coming(JsonNode member, string because, string from) => new() { ["member"] = member, ["because"] = because, ["from"] = from, ["note"] = "据实登记" };

    private static JsonObject Cover(Case c, string scheme, string first, string? last = null) =>
        new() { ["household"] = c.Household, ["person"] = c.Members[0], ["scheme"] = scheme, ["firstMonth"] = first, ["lastMonth"] = last };
}
