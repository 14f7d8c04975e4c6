using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>What households tell, and how their cases go on: no month is missed, none is paid twice, nobody is cut unheard.</summary>
public sealed class ChangeTests
{
    private const string OtherCounty = "320707";
    private const string OtherVillage = "320707102003";
    private const string NextVillage = "320706001002";

    [EveryEngine]
    public async Task A_job_is_told_at_once_or_flagged_when_untold_for_over_three_months()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office, persons: 2);
        await office.GoTo(new LocalDate(2024, 9, 2));
        var late = (await Tell(office, c, "job", "2024-06-01", c.Members[1])).Json;
        (late.Flag("major"), late.Flag("untold"), late.Number("daysUntold")).Should().Be((true, true, 93));
        (await Tell(office, c, "income", "2024-09-02", null)).Json.Flag("untold").Should().BeFalse();

        (await office.List(Roles.CountyOfficer, "/changes?untold=true")).Select(r => r.Text("kind")).Should().Equal("job");
        (await office.List(Roles.TownshipOfficer, $"/changes?household={c.Household}&division={Fictitious.Village}")).Should().HaveCount(2);
        (await office.As(Roles.TownshipOfficer).Read("/changes?kind=lottery")).ShouldRefuse(400, "request.invalid");
        var review = await office.Read(Roles.TownshipOfficer, $"/reviews/{await c.Review()}");
        (review.Text("cause"), review.Text("status")).Should().Be(("change", "open"));
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/changes", Change("job", "2024-09-03"), 422, "households.change_date");
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/changes", Change("death", "2024-09-01"), 400, "request.invalid");

        // A term in prison is of somebody; the file follows it, and whoever it is counts no longer (57 Art 7).
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/changes", Change("prison", "2024-08-20"), 400, "request.invalid");
        await Tell(office, c, "prison", "2024-08-20", c.Members[1]);
        async Task<bool> Counts(string day) => (await office.Read(Roles.VillageAssistant, $"/households/{c.Household}?validAt={day}")).Items("members").Single(m => m.Text("person") == c.Members[1])["counting"]!.Flag("counts");
        (await Counts("2024-08-19"), await Counts("2024-08-20")).Should().Be((true, false));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/self-reports", new JsonObject
        {
            ["signedBy"] = c.Members[0], ["note"] = "已刑满释放", ["changes"] = new JsonArray(new JsonObject { ["kind"] = "prisonReturn", ["happenedOn"] = "2024-09-01", ["person"] = c.Members[1] }),
        });
        (await Counts("2024-08-31"), await Counts("2024-09-01")).Should().Be((false, true));
    }

    [EveryEngine]
    public async Task A_child_is_born_and_a_grown_daughter_marries_into_another_household()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var daughter = Fictitious.Member("daughter", Fictitious.IdNumber(new LocalDate(1995, 5, 4), Sex.Female), "able", "李秀英");
        var c = await Case.Register(office, members: [Fictitious.Member(), daughter]);
        var there = await Case.Register(office);
        await office.Pass(30);
        var baby = Fictitious.Member("grandchild", Fictitious.IdNumber(new LocalDate(2024, 3, 20)), "outsideWorkingAge", "王小明");
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members", Coming(baby, "birth", "2024-03-20"));

        // She stands in one household only: she leaves the one before she comes into the other.
        daughter["relationship"] = "spouse";
        await office.Refused(Roles.VillageAssistant, $"/households/{there.Household}/members", Coming(daughter.DeepClone(), "marriage", "2024-03-25"), 409, "households.person_elsewhere");
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "marriage", ["on"] = "2024-03-25", ["note"] = "嫁到邻村" });
        await office.Do(Roles.VillageAssistant, $"/households/{there.Household}/members", Coming(daughter.DeepClone(), "marriage", "2024-03-25"));

        async Task<IEnumerable<string>> Members(Case of, string query = "") => (await office.Read(Roles.VillageAssistant, $"/households/{of.Household}{query}")).Items("members").Select(m => m.Text("person"));
        (await Members(c)).Should().HaveCount(2).And.NotContain(c.Members[1]);
        (await Members(c, "?validAt=2024-03-24")).Should().HaveCount(3).And.Contain(c.Members[1]);
        (await Members(there)).Should().Contain(c.Members[1], "she is the same person");
        (await Members(there, "?validAt=2024-03-24")).Should().NotContain(c.Members[1]);
        (await office.List(Roles.VillageAssistant, "/changes")).Select(r => r.Text("kind")).Should().Equal("birth", "marriage", "marriage");
    }

    [EveryEngine]
    public async Task Who_left_may_be_registered_anew_and_the_dead_may_not()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var brother = Fictitious.Member("sibling");
        var sister = Fictitious.Member("sibling");
        var c = await Case.Register(office, members: [Fictitious.Member(), brother, sister]);
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "move", ["on"] = "2024-03-01", ["note"] = "迁出另住" });
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[2], ["diedOn"] = "2024-03-01" });
        foreach (var member in new[] { brother, sister }) member["relationship"] = "head";

        var anew = await office.Do(Roles.VillageAssistant, "/households", Fictitious.Household(members: (JsonObject)brother.DeepClone()));
        anew.Json.Items("members").Single().Text("person").Should().Be(c.Members[1], "he is the same person");
        await office.Refused(Roles.VillageAssistant, "/households", Fictitious.Household(members: (JsonObject)sister.DeepClone()), 409, "households.person_elsewhere");
    }

    [EveryEngine]
    public async Task Who_comes_from_another_household_comes_no_earlier_than_he_left_it()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var brother = Fictitious.Member("sibling");
        var c = await Case.Register(office, members: [Fictitious.Member(), brother]);
        var there = await Case.Register(office);
        await office.GoTo(new LocalDate(2024, 5, 6));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "move", ["on"] = "2024-05-02", ["note"] = "迁出另住" });
        JsonObject Coming(string from) => new() { ["member"] = brother.DeepClone(), ["because"] = "move", ["from"] = from, ["note"] = "搬来同住" };
        await office.Refused(Roles.VillageAssistant, $"/households/{there.Household}/members", Coming("2024-05-01"), 422, "households.change_date");
        await office.Do(Roles.VillageAssistant, $"/households/{there.Household}/members", Coming("2024-05-02"));
        (await office.Read(Roles.TownshipOfficer, $"/households/{c.Household}?validAt=2024-05-01")).Items("members").Should().HaveCount(2);
        (await office.Read(Roles.TownshipOfficer, $"/households/{there.Household}?validAt=2024-05-01")).Items("members").Should().ContainSingle();
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[1], ["diedOn"] = "2024-05-03" }, 422, "households.not_a_member");
    }

    [EveryEngine]
    public async Task A_divorce_told_by_the_one_who_leaves_is_asked_about_when_the_other_applies()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, persons: 2);
        await office.Pass(10);
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "divorce", ["on"] = office.Day, ["note"] = "协议离婚后迁出" });
        var head = (await office.Read(Roles.TownshipOfficer, $"/households/{c.Household}")).Items("members").Single();
        (head["attributes"]!.Text("marital"), head["attributes"]!.Text("maritalSince")).Should().Be(("divorced", office.Day));
        var missing = await office.Read(Roles.TownshipOfficer, $"/households/{c.Household}/papers/missing?appliedOn={office.Day}");
        missing.Items("flags").Select(f => f.Text("flag")).Should().Contain("recentDivorce");
    }

    [EveryEngine]
    public async Task What_is_under_way_is_settled_before_a_household_goes_to_another_county()
    {
        await using var office = await Office.Open(2024, 3, 1);
        JsonObject Offer(string lastMonth) => new() { ["to"] = OtherVillage, ["lastMonth"] = lastMonth, ["note"] = "随女儿落户邻县" };
        var applying = await Case.Register(office);
        await applying.Apply();
        await office.Refused(Roles.CountyOfficer, $"/households/{applying.Household}/transfers", Offer("2024-03"), 409, "households.transfer_state");

        var leaving = await Case.Register(office, persons: 3);
        var offer = await office.Do(Roles.CountyOfficer, $"/households/{leaving.Household}/transfers", Offer("2024-03"));
        await office.Refused(Roles.TownshipOfficer, $"/households/{leaving.Household}/split", Splitting(leaving), 409, "households.transfer_state");
        await leaving.Apply();
        (await office.Api.As(Roles.CountyOfficer, OtherCounty, "there").Decide($"/transfers/{offer.Id}/acceptance", new JsonObject { ["firstMonth"] = "2024-04" })).ShouldRefuse(409, "households.transfer_state");

        var c = await Case.Admitted(office, persons: 3);
        await office.GoTo(new LocalDate(2024, 5, 6));
        var apart = (await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/split", Splitting(c))).Json["successor"]!.Text("id");
        (await office.List(Roles.TownshipOfficer, $"/successions?household={apart}")).Single().Text("household").Should().Be(c.Household, "it is found from either household");
        await office.Refused(Roles.CountyOfficer, $"/households/{apart}/transfers", Offer("2024-05"), 409, "households.transfer_state");

        JsonObject Splitting(Case of) => new()
        {
            ["from"] = office.Day, ["division"] = Fictitious.Village, ["residence"] = Fictitious.Village, ["note"] = "另立门户",
            ["leaving"] = new JsonArray(Place(of.Members[2], "head")), ["staying"] = new JsonArray(Place(of.Members[0], "head"), Place(of.Members[1], "spouse")),
            ["declared"] = Declared(0), ["declaredStaying"] = Declared(0),
        };
    }

    [EveryEngine]
    public async Task A_household_converted_while_it_applies_is_assessed_under_its_new_scheme()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, hukou: "agricultural");
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await Put(office, c, "hukou", new JsonObject { ["to"] = "nonAgricultural", ["on"] = office.Day, ["note"] = "征地农转非" });
        await c.Assess();
        (await office.Read(Roles.TownshipOfficer, c.Path)).Text("scheme").Should().Be("urban");
        await c.GiveOpinion(positive: true);
        await office.Pass(8);
        await Put(office, c, "hukou", new JsonObject { ["to"] = "agricultural", ["on"] = office.Day, ["note"] = "登记有误" });
        await office.Refused(Roles.CountyApprover, $"{c.Path}/confirmation", null, 409, "eligibility.policy_changed");
    }

    [EveryEngine]
    public async Task The_head_dies_and_the_case_goes_on_in_the_widows_name()
    {
        await using var office = await Office.Open(2026, 8, 3);
        var c = await Case.Admitted(office, persons: 2, incomeYuan: 7_200);
        await office.GoTo(new LocalDate(2026, 10, 12));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[0], ["diedOn"] = "2026-10-08" });
        await office.ChangePayee(c.Household, c.Members[1], "6221880000000000020");
        var succession = (await Successions(office, c)).Single();
        (succession.Text("kind"), succession.Text("state")).Should().Be(("headDied", "open"));
        await office.Refused(Roles.CountyApprover, Confirmation(succession), null, 409, "eligibility.step_out_of_order");

        // The widow lives on the same 600 yuan a month alone: as much as the standard. She tapers with what both drew (57 Art 33).
        var assessed = (await Assess(office, succession, (c.Household, c.Members[1], null))).Json.Items("cases").Single();
        (assessed.Number("monthlyFen"), assessed.Number("taperMonths"), assessed.Words("reasons").Single()).Should().Be((60_000, 6, "income_above_standard"));
        assessed = (await Assess(office, succession, (c.Household, c.Members[1], 2_400))).Json.Items("cases").Single();
        (assessed.Number("monthlyFen"), assessed["taperMonths"]).Should().Be((40_000, null));
        await office.Refused(Roles.CountyApprover, Confirmation(succession), null, 422, "eligibility.not_heard");
        await office.Do(Roles.TownshipLeader, $"/successions/{succession.Text("id")}/hearing", new JsonObject { ["heardOn"] = office.Day, ["views"] = "没有意见" });
        await office.Do(Roles.CountyApprover, Confirmation(succession));

        var (old, next) = await OldAndNext(office, c);
        (old.Text("lastMonth"), old.Text("endReason"), next.Text("firstMonth"), next.Text("applicant")).Should().Be(("2026-10", "succeeded", "2026-11", c.Members[1]));
        next["term"]!.Number("monthlyFen").Should().Be(40_000);
        await IsNeitherAdmissionNorExit(office, "2026-11", households: 1);
        await EveryMonthOnce(office, 2026, 9, 12, 60_000, 60_000, 40_000, 40_000);
    }

    [EveryEngine]
    public async Task The_applicant_dies_before_the_decision_and_the_widow_applies()
    {
        await using var office = await Office.Open(2026, 8, 3);
        var c = await Case.Register(office, members: [Fictitious.Member(), Fictitious.Member("spouse", name: "李秀英")]);
        await c.Apply();
        await c.Accept();
        await c.Investigate();
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[0], ["diedOn"] = office.Day });
        await office.Pass(1);
        await office.Refused(Roles.TownshipOfficer, $"{c.Path}/assessment", null, 422, "eligibility.not_a_member");
        await office.Refused(Roles.VillageAssistant, $"{c.Path}/applicant", new JsonObject { ["applicant"] = c.Members[0], ["reason"] = "申请人去世" }, 422, "eligibility.not_a_member");

        await office.Do(Roles.VillageAssistant, $"{c.Path}/applicant", new JsonObject { ["applicant"] = c.Members[1], ["reason"] = "申请人去世" });
        await c.Assess();
        await c.GiveOpinion(positive: true);
        (await office.ReadOpenly($"/notices?division={Fictitious.Village}")).Items("items").Single().Text("applicantName").Should().Be("李秀英");
        await office.Pass(8);
        await c.Confirm();
        var drawn = await c.Entitled();
        (drawn.Text("applicant"), drawn["term"]!.Number("persons")).Should().Be((c.Members[1], 1));
    }

    [EveryEngine]
    public async Task A_household_splits_and_comes_together_again()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office, persons: 3, incomeYuan: 3_600);
        await office.GoTo(new LocalDate(2024, 5, 6));
        JsonObject Owes(int member, string kind) => new() { ["name"] = "王大明", ["supports"] = c.Members[member], ["kind"] = kind, ["basis"] = "unable", ["payableFen"] = 0 };
        await Put(office, c, "obligors", new JsonObject { ["obligors"] = new JsonArray(Owes(0, "child"), Owes(2, "parent")) });
        async Task<IEnumerable<string>> Obligors(string household, string day) =>
            (await office.Read(Roles.TownshipOfficer, $"/households/{household}/means?validAt={day}")).Items("obligors").Select(o => o.Text("kind"));
        var split = (await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/split", new JsonObject
        {
            ["from"] = office.Day, ["division"] = Fictitious.Village, ["residence"] = NextVillage,
            ["leaving"] = new JsonArray(Place(c.Members[2], "head")),
            ["staying"] = new JsonArray(Place(c.Members[0], "head"), Place(c.Members[1], "spouse")),
            ["declared"] = Declared(0), ["declaredStaying"] = Declared(3_600), ["note"] = "弟弟另立门户",
        })).Json;
        var apart = split["successor"]!;
        apart.Text("fileNumber").Should().NotBe(c.FileNumber);
        (await Obligors(c.Household, office.Day)).Should().Equal("child");
        (await Obligors(apart.Text("id"), office.Day)).Should().Equal(["parent"], "who owes him support owes it wherever he lives");
        await NamePayee(office, apart.Text("id"), c.Members[2]);
        var succession = (await Successions(office, c)).Single();
        succession.Text("kind").Should().Be("split");
        await office.Refused(Roles.TownshipOfficer, $"/successions/{succession.Text("id")}/assessment", Cases((c.Household, c.Members[0], null)), 422, "eligibility.successor_missing");
        await Assess(office, succession, (c.Household, c.Members[0], null), (apart.Text("id"), c.Members[2], null));
        await office.Do(Roles.CountyApprover, Confirmation(succession));

        var (old, stays) = await OldAndNext(office, c);
        var leaves = (await office.List(Roles.CountyOfficer, $"/entitlements?household={apart.Text("id")}")).Single();
        (old.Text("lastMonth"), stays.Text("firstMonth"), leaves.Text("firstMonth")).Should().Be(("2024-05", "2024-06", "2024-06"));
        stays["term"]!.Number("monthlyFen").Should().Be(2 * 60_000 - 30_000);
        await IsNeitherAdmissionNorExit(office, "2024-06", households: 2);

        // They move together again: both cases go on in one.
        await office.GoTo(new LocalDate(2024, 8, 5));
        await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/merger", new JsonObject
        {
            ["other"] = apart.Text("id"), ["from"] = office.Day, ["declared"] = Declared(3_600), ["note"] = "重新共同生活",
            ["members"] = new JsonArray(Place(c.Members[0], "head"), Place(c.Members[1], "spouse"), Place(c.Members[2], "sibling")),
        });
        var merger = (await Successions(office, c)).Single(s => s.Text("state") == "open");
        (merger.Text("kind"), merger.Items("predecessors").Count(), merger.Items("households").Count()).Should().Be(("merger", 2, 1));
        (await Obligors(c.Household, office.Day)).Should().BeEquivalentTo("child", "parent");
        (await Obligors(c.Household, "2024-08-04")).Should().Equal("child");
        await Assess(office, merger, (c.Household, c.Members[0], null));
        await office.Do(Roles.CountyApprover, Confirmation(merger));
        await IsNeitherAdmissionNorExit(office, "2024-09", households: 1);
        (await office.As(Roles.VillageAssistant).Post($"/households/{apart.Text("id")}/members", Coming(Fictitious.Member(), "move", office.Day))).ShouldRefuse(409, "households.file_closed");
        var file = await office.Read(Roles.VillageAssistant, $"/households/{apart.Text("id")}?validAt=2024-07-01");
        file.Items("members").Single().Text("person").Should().Be(c.Members[2], "the closed file stays readable");
        await EveryMonthOnce(office, 2024, 4, 9, 150_000, 150_000, 150_000, 150_000, 150_000, 150_000);
    }

    [EveryEngine]
    public async Task A_household_goes_to_another_county_without_a_gap_and_without_a_double_month()
    {
        await using var office = await Office.Open(2024, 3, 1);
        foreach (var (key, value) in new[] { ("standard.monthly", 50_000L), ("assets.financial_limit", 1_000_000L), ("amount.rounding", 100L) })
            (await office.Api.As(Roles.Administrator, OtherCounty).Decide("/policies", new JsonObject
            {
                ["key"] = key, ["scheme"] = null, ["division"] = OtherCounty, ["value"] = value, ["unit"] = "fen", ["document"] = "赣民发〔2012〕1号", ["article"] = "第一条", ["validFrom"] = "2012-01-01",
            })).Status.Should().Be(201);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2024, 5, 6));
        var box = await office.Do(Roles.TownshipOfficer, "/archive/containers", Box(Fictitious.Village));
        await office.Do(Roles.TownshipOfficer, $"/households/{c.Household}/archive", new JsonObject { ["box"] = box.Id });
        var there = office.Api.As(Roles.CountyOfficer, OtherCounty, "there");
        var offer = await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/transfers", new JsonObject { ["to"] = OtherVillage, ["lastMonth"] = "2024-06", ["note"] = "随女儿落户邻县" });
        (offer.Json.Text("scheme"), offer.Json.Number("monthlyFen"), offer.Json.Number("persons"), offer.Json.Text("oldFileNumber")).Should().Be(("urban", 60_000, 1, c.FileNumber));
        await office.Refused(Roles.CountyOfficer, $"/households/{c.Household}/transfers", new JsonObject { ["to"] = OtherVillage, ["lastMonth"] = "2024-06", ["note"] = "再次提交" }, 409, "households.transfer_state");
        var daughter = await Case.Register(office);
        await office.Refused(Roles.TownshipOfficer, $"/households/{daughter.Household}/merger", new JsonObject
        {
            ["other"] = c.Household, ["from"] = office.Day, ["declared"] = Declared(0), ["note"] = "搬来同住",
            ["members"] = new JsonArray(Place(daughter.Members[0], "head"), Place(c.Members[0], "parent")),
        }, 409, "households.transfer_state");

        var path = $"/transfers/{offer.Id}";
        (await office.Api.As(Roles.CountyOfficer, "320703", "third").Read(path)).ShouldRefuse(404, "request.not_found");
        (await there.Read($"/households/{c.Household}")).ShouldRefuse(404, "request.not_found");
        (await there.Read($"{path}/file"))["household"].Items("members").Should().ContainSingle("the file is handed over");
        await office.Refused(Roles.CountyOfficer, $"{path}/acceptance", new JsonObject { ["firstMonth"] = "2024-07" }, 403, "access.outside_division");
        (await there.Decide($"{path}/acceptance", new JsonObject { ["firstMonth"] = "2024-08" })).ShouldRefuse(422, "households.transfer_month");
        (await there.Decide($"{path}/acceptance", new JsonObject { ["firstMonth"] = "2024-07", ["residence"] = "990000000001" })).ShouldRefuse(422, "households.division_unknown");
        var accepted = await there.Decide($"{path}/acceptance", new JsonObject { ["firstMonth"] = "2024-07", ["residence"] = "320706001001" });
        accepted.Status.Should().Be(200, accepted.Text);
        await office.Api.Settle();
        accepted.Json.Text("newFileNumber").Should().StartWith("320707-2024-");
        (await office.As(Roles.CountyOfficer).Read($"/households/{c.Household}")).ShouldRefuse(404, "request.not_found");
        var arrived = (await there.Read($"/households/{c.Household}")).Json;
        (arrived.Text("division"), arrived.Text("residence")).Should().Be((OtherVillage, "320706001001"), "it is registered there and lives on where it did");
        (await there.Read($"/households/{c.Household}/archive"))["chain"].AsArray().Single()!.Text("code").Should().Be(accepted.Json.Text("newFileNumber"), "the bag comes along, out of its box and under the new number");
        (await there.Read($"{path}/file")).Status.Should().Be(200);
        (await office.As(Roles.CountyOfficer).Read($"{path}/file")).ShouldRefuse(403, "access.outside_division");
        (await office.Read(Roles.CountyOfficer, path)).Text("state").Should().Be("accepted", "that it went stays known");
        foreach (var list in new[] { "/transfers", path, "/self-reports" }) (await office.As(Roles.Applicant).Read(list)).ShouldRefuse(403, "access.forbidden");
        var newBox = await there.Decide("/archive/containers", Box(OtherVillage));
        (await there.Decide($"/households/{c.Household}/archive", new JsonObject { ["box"] = newBox.Id }))["chain"].AsArray().Should().HaveCount(2);

        var succession = (await there.Read($"/successions?household={c.Household}"))["items"].AsArray().Single()!;
        var assessment = await there.Post($"/successions/{succession.Text("id")}/assessment", Cases((c.Household, c.Members[0], null)));
        assessment.Status.Should().Be(200, assessment.Text);
        (await office.Api.As(Roles.CountyApprover, OtherCounty, "approver").Decide(Confirmation(succession), new JsonObject())).Status.Should().Be(200);
        await office.Api.Settle();
        (await c.Entitled()).Text("lastMonth").Should().Be("2024-06");
        var next = (await there.Read($"/entitlements?household={c.Household}"))["items"].AsArray().Single()!;
        (next.Text("firstMonth"), next.Text("division")).Should().Be(("2024-07", OtherVillage));
        (await there.Read($"/entitlements/{next.Text("id")}?validAt=2024-07-01"))["term"]!.Number("monthlyFen").Should().Be(50_000, "by the figures of the new county");
    }

    [EveryEngine]
    public async Task A_transfer_is_sent_back_and_nothing_has_changed()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office);
        var offer = await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/transfers", new JsonObject { ["to"] = OtherVillage, ["lastMonth"] = "2024-03", ["note"] = "随女儿落户邻县" });
        var there = office.Api.As(Roles.CountyOfficer, OtherCounty, "there");
        (await there.Decide($"/transfers/{offer.Id}/return", new JsonObject { ["reason"] = "未在本地落户" })).Json.Text("state").Should().Be("refused");
        (await there.Read($"/transfers/{offer.Id}/file")).ShouldRefuse(409, "households.transfer_state");
        (await office.Read(Roles.VillageAssistant, $"/households/{c.Household}")).Text("fileNumber").Should().Be(c.FileNumber);
        (await office.List(Roles.CountyOfficer, "/transfers?state=refused")).Should().ContainSingle();
        (await office.List(Roles.CountyOfficer, $"/transfers?household={c.Household}")).Should().NotBeEmpty().And.OnlyContain(t => t.Text("household") == c.Household);
        (await office.List(Roles.CountyOfficer, $"/transfers?household={Guid.CreateVersion7()}")).Should().BeEmpty();
    }

    [EveryEngine]
    public async Task Land_is_taken_and_the_case_goes_on_as_an_urban_one_from_the_following_month()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Register(office, hukou: "agricultural");
        await c.Apply();
        await c.GoThrough();
        await office.GoTo(new LocalDate(2024, 5, 6));
        await Put(office, c, "hukou", new JsonObject { ["to"] = "nonAgricultural", ["on"] = "2024-05-02", ["note"] = "征地农转非" });
        (await office.As(Roles.TownshipOfficer).Put($"/households/{c.Household}/hukou", new JsonObject { ["to"] = "nonAgricultural", ["on"] = "2024-05-02", ["note"] = "征地农转非" }, await Seen(office, c)))
            .ShouldRefuse(422, "households.same_hukou");
        var succession = (await Successions(office, c)).Single();
        await Assess(office, succession, (c.Household, c.Members[0], null));
        await office.Do(Roles.CountyApprover, Confirmation(succession));
        var (old, next) = await OldAndNext(office, c);
        (old.Text("scheme"), old.Text("lastMonth"), next.Text("scheme"), next.Text("firstMonth")).Should().Be(("rural", "2024-05", "urban", "2024-06"));
    }

    [EveryEngine]
    public async Task Within_the_county_the_whole_case_moves_along()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        var elsewhere = new JsonObject { ["division"] = OtherVillage, ["residence"] = OtherVillage, ["on"] = office.Day, ["note"] = "迁往邻县" };
        (await office.As(Roles.CountyOfficer).Put($"/households/{c.Household}/place", elsewhere, await Seen(office, c))).ShouldRefuse(403, "access.outside_division");
        await Put(office, c, "place", new JsonObject { ["division"] = NextVillage, ["residence"] = NextVillage, ["on"] = office.Day, ["note"] = "搬入安置房" }, Roles.CountyOfficer);
        (await office.As(Roles.VillageAssistant).Read($"/households/{c.Household}")).ShouldRefuse(404, "request.not_found");
        (await office.Api.As(Roles.VillageAssistant, NextVillage, "next").Read($"/households/{c.Household}")).Status.Should().Be(200);
        (await c.Entitled()).Text("division").Should().Be(NextVillage);
        (await office.ReadOpenly($"/publications?division={NextVillage}")).Items("items").Should().ContainSingle();
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().BeEmpty();
    }

    [EveryEngine]
    public async Task Another_member_stands_for_the_case()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var spouse = Fictitious.Member("spouse", name: "李秀英");
        var c = await Case.Admitted(office, members: [Fictitious.Member(), spouse]);
        var other = await Case.Register(office);
        await office.Refused(Roles.TownshipOfficer, $"/entitlements/{c.Entitlement}/applicant", new JsonObject { ["applicant"] = other.Members[0], ["reason"] = "原申请人外出" }, 422, "eligibility.not_covered");
        await office.Do(Roles.TownshipOfficer, $"/entitlements/{c.Entitlement}/applicant", new JsonObject { ["applicant"] = c.Members[1], ["reason"] = "原申请人外出" });
        (await c.Entitled()).Text("applicant").Should().Be(c.Members[1]);
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Single().Text("applicantName").Should().Be("李秀英");
        var seen = await Seen(office, c);
        (await office.As(Roles.TownshipOfficer).Put($"/households/{c.Household}/head", new JsonObject
        {
            ["from"] = office.Day, ["note"] = "户主外出务工", ["members"] = new JsonArray(Place(c.Members[0], "spouse"), Place(c.Members[1], "head")),
        }, seen)).Json.Items("members").First().Text("person").Should().Be(c.Members[1]);
    }

    [EveryEngine]
    public async Task Who_draws_reports_periodically_and_stands_on_the_overdue_list_until_he_does()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        var other = await Case.Register(office);
        var due = (await office.List(Roles.TownshipOfficer, "/self-reports")).Single();
        (due.Text("household"), due.Text("dueOn")).Should().Be((c.Household, "2024-09-09"));
        await office.GoTo(new LocalDate(2024, 9, 10));
        (await office.List(Roles.TownshipOfficer, "/self-reports?overdue=true")).Single().Number("daysOverdue").Should().Be(1);
        var report = new JsonObject { ["signedBy"] = c.Members[0], ["note"] = "收入有变化", ["changes"] = new JsonArray(new JsonObject { ["kind"] = "income", ["happenedOn"] = "2024-09-01" }) };
        (await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/self-reports", report)).Json.Text("nextDueOn").Should().Be("2025-03-10");
        (await office.List(Roles.TownshipOfficer, "/self-reports?overdue=true")).Should().BeEmpty();
        (await office.List(Roles.TownshipOfficer, $"/changes?household={c.Household}")).Single().Text("kind").Should().Be("income");
        await office.Refused(Roles.VillageAssistant, $"/households/{c.Household}/self-reports", report.DeepClone(), 409, "households.self_report_twice");
        report["signedBy"] = other.Members[0];
        await office.Refused(Roles.VillageAssistant, $"/households/{other.Household}/self-reports", report.DeepClone(), 409, "households.no_report_due");
        await office.Do(Roles.CountyApprover, $"/entitlements/{c.Entitlement}/withdrawal", new JsonObject { ["requestedBy"] = c.Members[0] });
        (await office.List(Roles.TownshipOfficer, "/self-reports")).Should().BeEmpty("who draws nothing reports nothing");
    }

    private static string Confirmation(JsonNode succession) => $"/successions/{succession.Text("id")}/confirmation";

    private static Task<IReadOnlyList<JsonNode>> Successions(Office office, Case c) => office.List(Roles.TownshipOfficer, $"/successions?household={c.Household}");

    private static Task<Answer> Assess(Office office, JsonNode succession, params (string Household, string Applicant, long? IncomeYuan)[] cases) =>
        office.Do(Roles.TownshipOfficer, $"/successions/{succession.Text("id")}/assessment", Cases(cases));

    private static JsonObject Cases(params (string Household, string Applicant, long? IncomeYuan)[] cases) => new()
    {
        ["cases"] = new JsonArray([.. cases.Select(c => new JsonObject
        {
            ["household"] = c.Household, ["applicant"] = c.Applicant, ["income"] = c.IncomeYuan is { } yuan ? Case.Amounts("wage", yuan) : null,
        })]),
    };

    private static JsonObject Place(string person, string relationship) => new() { ["person"] = person, ["relationship"] = relationship };

    private static JsonObject Box(string village) => new() { ["level"] = "box", ["code"] = "盒1", ["division"] = village };

    private static JsonObject Declared(long yuan) => new() { ["income"] = yuan == 0 ? [] : Case.Amounts("wage", yuan), ["assets"] = new JsonArray() };

    private static JsonObject Coming(JsonNode member, string because, string from) => new() { ["member"] = member, ["because"] = because, ["from"] = from, ["note"] = "据实登记" };

    private static JsonObject Change(string kind, string on, string? person = null) => new() { ["kind"] = kind, ["happenedOn"] = on, ["person"] = person, ["note"] = "据实登记" };

    private static Task<Answer> Tell(Office office, Case c, string kind, string on, string? person) => office.Do(Roles.VillageAssistant, $"/households/{c.Household}/changes", Change(kind, on, person));

    private static async Task NamePayee(Office office, string household, string holder)
    {
        var desk = office.As(Roles.TownshipOfficer);
        var named = await desk.Put($"/households/{household}/payee", new JsonObject { ["holder"] = holder, ["bank"] = "农村商业银行", ["accountNumber"] = "6221880000000000020" }, (await desk.Read($"/households/{household}")).ETag);
        named.Status.Should().Be(200, named.Text);
    }

    private static async Task<string?> Seen(Office office, Case c) => (await office.As(Roles.CountyOfficer).Read($"/households/{c.Household}")).ETag;

    private static async Task Put(Office office, Case c, string what, JsonObject body, string role = Roles.TownshipOfficer)
    {
        var answer = await office.As(role).Put($"/households/{c.Household}/{what}", body, await Seen(office, c));
        answer.Status.Should().Be(200, answer.Text);
        await office.Api.Settle();
    }

    private static async Task<(JsonNode Old, JsonNode Next)> OldAndNext(Office office, Case c)
    {
        var all = await office.List(Roles.CountyOfficer, $"/entitlements?household={c.Household}");
        var next = all.Single(e => e.Text("id") != c.Entitlement);
        return (await c.Entitled(), await office.Read(Roles.CountyOfficer, $"/entitlements/{next.Text("id")}?validAt={next.Text("firstMonth")}-01"));
    }

    /// <summary>In the month in which the new cases begin nobody was admitted and nobody left.</summary>
    private static async Task IsNeitherAdmissionNorExit(Office office, string month, int households)
    {
        var total = (await office.Read(Roles.CountyOfficer, $"/statistics/months?division={Office.County}&from={month}&to={month}")).AsArray().Single()!["total"]!;
        (total.Number("households"), total.Number("admitted"), total.Number("ended")).Should().Be((households, 0, 0));
    }

    /// <summary>The payroll of the last month pays every month from the first on, each once for each household, in these sums.</summary>
    private static async Task EveryMonthOnce(Office office, int year, int first, int last, params long[] fen)
    {
        await office.GoTo(new LocalDate(year, last, 2));
        var payroll = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = office.Month });
        var lines = await office.List(Roles.PayrollClerk, $"/payrolls/{payroll.Id}/lines");
        lines.GroupBy(l => l.Text("benefitMonth")).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.Number("amountFen"))))
            .Should().Equal(Enumerable.Range(first, last - first + 1).Select((m, i) => ($"{year}-{m:00}", fen[i])));
    }
}
