using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Live cases of an old register come in as lines of a file; what is wrong comes back with its reason.</summary>
public sealed class TakeoverTests
{
    private const string Lines = "application/x-ndjson";

    [EveryEngine]
    public async Task Good_lines_are_entered_bad_ones_come_back_and_the_same_file_again_changes_nothing()
    {
        await using var office = await Office.Open(2012, 1, 1);
        var good = new[] { Live(58_000), Live(36_000) };
        var wrongNumber = Live(10_000);
        wrongNumber["household"]!["members"]![0]!["idNumber"] = "999999196003140010";
        var elsewhere = Live(20_000);
        elsewhere["household"]!["division"] = "320707001001";
        var twice = Live(30_000);
        twice["household"]!["members"] = good[0]["household"]!["members"]!.DeepClone();
        twice["household"]!["payee"] = null;
        string[] file = [good[0].ToJsonString(), wrongNumber.ToJsonString(), "not json", good[1].ToJsonString(), elsewhere.ToJsonString(), twice.ToJsonString()];

        var county = office.As(Roles.CountyOfficer);
        var taken = await county.PostText($"/takeovers?county={Office.County}", string.Join('\n', file), Lines);
        taken.Status.Should().Be(201, taken.Text);
        (taken["finished"].GetValue<bool>(), taken["accepted"].GetValue<int>(), taken["repeated"].GetValue<int>(), taken["rejected"].GetValue<int>()).Should().Be((true, 2, 0, 4));
        var rejected = (await office.Read(Roles.CountyOfficer, $"/takeovers/{taken.Id}/rejected")).AsArray().OfType<JsonNode>().ToList();
        rejected.Select(r => (r.Number("line"), r.Text("code"))).Should().Equal(
            (2, "request.invalid"), (3, "request.invalid"), (5, "access.outside_division"), (6, "households.same_person_twice"));
        rejected.Should().OnlyContain(r => r.Text("reasonZh").Length > 0 && r.Text("reasonEn").Length > 0);
        rejected.Should().NotContain(r => r.ToJsonString(Plain).Contains("1960", StringComparison.Ordinal), "a reason shows no identity number");

        await office.Api.Settle();
        var live = await office.List(Roles.CountyOfficer, $"/entitlements?division={Office.County}&live=true");
        live.Select(e => (e.Number("monthlyFen"), e.Text("firstMonth"))).Should().BeEquivalentTo([(58_000L, "2012-01"), (36_000L, "2012-01")]);
        var households = await office.List(Roles.CountyOfficer, "/households");
        households.Select(h => h.Text("fileNumber")).Should().BeEquivalentTo("320706-2012-000001", "320706-2012-000002");
        (await office.ReadOpenly($"/publications?division={Fictitious.Village}")).Items("items").Should().HaveCount(2);

        var before = await office.Api.Rows();
        var again = await county.PostText($"/takeovers?county={Office.County}", string.Join('\n', file[0], file[3]), Lines);
        (again["accepted"].GetValue<int>(), again["repeated"].GetValue<int>(), again["rejected"].GetValue<int>()).Should().Be((0, 2, 0));
        await office.Api.Settle();
        var after = await office.Api.Rows();
        after.Where(t => before[t.Key] != t.Value).Select(t => t.Key).Should().BeSubsetOf(["households_takeover", "audit_entry", "outbox_fact", "outbox_delivery"], "only the upload itself is on record");
        (await office.List(Roles.CountyOfficer, $"/entitlements?division={Office.County}")).Should().HaveCount(2);
    }

    [EveryEngine]
    public async Task Who_left_another_household_comes_in_as_the_same_person_and_the_dead_do_not()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var (brother, sister) = (Fictitious.Member("sibling"), Fictitious.Member("sibling"));
        var c = await Case.Register(office, members: [Fictitious.Member(), brother, sister]);
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "move", ["on"] = "2024-03-01", ["note"] = "迁出另住" });
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/deaths", new JsonObject { ["person"] = c.Members[2], ["diedOn"] = "2024-03-01" });
        string Alone(JsonObject member)
        {
            member["relationship"] = "head";
            var live = Live(58_000, "2024-03");
            live["household"]!["members"] = new JsonArray(member.DeepClone());
            live["household"]!["payee"] = null;
            return live.ToJsonString();
        }

        var taken = await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", $"{Alone(brother)}\n{Alone(sister)}", Lines);
        (taken["accepted"].GetValue<int>(), taken["rejected"].GetValue<int>()).Should().Be((1, 1), taken.Text);
        var refused = (await office.Read(Roles.CountyOfficer, $"/takeovers/{taken.Id}/rejected")).AsArray().Single()!;
        (refused.Number("line"), refused.Text("code")).Should().Be((2, "households.person_elsewhere"));
        await office.Api.Settle();
        var entered = (await office.List(Roles.CountyOfficer, "/households")).Single(h => h.Text("id") != c.Household).Text("id");
        (await office.Read(Roles.CountyOfficer, $"/households/{entered}")).Items("members").Single().Text("person").Should().Be(c.Members[1], "he is the same person");
        (await office.List(Roles.CountyOfficer, "/entitlements?live=true")).Single().Text("household").Should().Be(entered);
        await office.Refused(Roles.VillageAssistant, "/households", Fictitious.Household(members: (JsonObject)brother.DeepClone()), 409, "households.person_elsewhere");
    }

    [EveryEngine]
    public async Task Who_drew_elsewhere_comes_in_once_that_has_ended()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var brother = Fictitious.Member("sibling");
        var c = await Case.Admitted(office, members: [Fictitious.Member(), brother]);
        await office.GoTo(new LocalDate(2024, 5, 6));
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/members/{c.Members[1]}/departure", new JsonObject { ["because"] = "move", ["on"] = office.Day, ["note"] = "迁出另住" });
        brother["relationship"] = "head";
        string Alone(string first)
        {
            var live = Live(58_000, first);
            live["household"]!["members"] = new JsonArray(brother.DeepClone(), Fictitious.Member("sibling"));
            live["household"]!["payee"] = null;
            return live.ToJsonString();
        }

        var early = await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", Alone("2024-05"), Lines);
        (early["accepted"].GetValue<int>(), early["rejected"].GetValue<int>()).Should().Be((0, 1), early.Text);
        (await office.Read(Roles.CountyOfficer, $"/takeovers/{early.Id}/rejected")).AsArray().Single()!.Text("code").Should().Be("households.person_elsewhere");

        var review = $"/reviews/{await c.Review()}";
        await office.Do(Roles.TownshipOfficer, $"{review}/findings", c.Findings(0));
        await office.Do(Roles.CountyApprover, $"{review}/conclusion", new JsonObject { ["outcome"] = "reduce", ["reasons"] = "家庭成员有变化,自下月起按新人数发放。" });
        var taken = await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", Alone("2024-06"), Lines);
        (taken["accepted"].GetValue<int>(), taken["rejected"].GetValue<int>()).Should().Be((1, 0), taken.Text);
        await office.Api.Settle();
        var entered = (await office.List(Roles.CountyOfficer, "/households")).Single(h => h.Text("id") != c.Household).Text("id");
        (await office.List(Roles.CountyOfficer, "/entitlements?live=true")).Select(e => e.Text("household")).Should().BeEquivalentTo([c.Household, entered]);
        (await office.Read(Roles.TownshipOfficer, $"/covers?household={entered}")).Items("covers").Select(v => v.Text("firstMonth")).Should().Equal("2024-06", "2024-06");
    }

    [EveryEngine]
    public async Task Every_line_is_answered_for_even_one_that_says_null()
    {
        await using var office = await Office.Open(2012, 1, 1);
        var taken = await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", string.Join('\n', Live(58_000).ToJsonString(), "null", "{}", "[]"), Lines);
        taken.Status.Should().Be(201, taken.Text);
        (taken["accepted"].GetValue<int>(), taken["rejected"].GetValue<int>()).Should().Be((1, 3));
    }

    [EveryEngine]
    public async Task An_uplift_of_the_old_register_follows_its_person_into_the_case_that_goes_on()
    {
        await using var office = await Office.Open(2026, 8, 3);
        var members = new[] { Fictitious.Member(), Fictitious.Member("spouse"), Fictitious.Member("sibling") };
        members[2]["standing"] = "imprisoned";
        JsonObject With(params (string Number, long Fen)[] uplifts)
        {
            var live = Live(62_000, "2026-08");
            live["household"]!["members"] = new JsonArray([.. members.Select(m => m.DeepClone())]);
            live["household"]!["payee"] = null;
            live["uplifts"] = new JsonArray([.. uplifts.Select(u => new JsonObject { ["idNumber"] = u.Number, ["fen"] = u.Fen })]);
            return live;
        }
        string Number(int member) => members[member].Text("idNumber");

        string[] wrong = [.. new[] { With((Fictitious.IdNumber(), 100)), With((Number(2), 100)), With((Number(1), 40_000), (Number(0), 40_000)), With((Number(1), 100), (Number(1), 100)), With((Number(1), 0)) }.Select(c => c.ToJsonString())];
        var county = office.As(Roles.CountyOfficer);
        var refused = await county.PostText($"/takeovers?county={Office.County}", string.Join('\n', wrong), Lines);
        (refused["accepted"].GetValue<int>(), refused["rejected"].GetValue<int>()).Should().Be((0, 5));
        (await office.Read(Roles.CountyOfficer, $"/takeovers/{refused.Id}/rejected")).AsArray().Select(r => r!.Text("code"))
            .Should().Equal("households.not_a_member", "households.not_a_member", "request.invalid", "request.invalid", "request.invalid");

        var taken = await county.PostText($"/takeovers?county={Office.County}", With((Number(1), 10_400)).ToJsonString(), Lines);
        taken["accepted"].GetValue<int>().Should().Be(1, taken.Text);
        var household = (await office.List(Roles.CountyOfficer, "/households")).Single().Text("id");
        var persons = (await office.Read(Roles.CountyOfficer, $"/households/{household}")).Items("members").ToDictionary(m => m.Text("relationship"), m => m.Text("person"));
        var death = new JsonObject { ["person"] = persons["head"], ["diedOn"] = office.Day };
        await office.Api.Settle();
        (await office.List(Roles.CountyOfficer, "/entitlements?live=true")).Single().Number("persons").Should().Be(2, "who is in prison is not counted (57 Art 7)");

        // A review that finds nothing new leaves the uplift where it is, on top of the means test.
        await office.Do(Roles.VillageAssistant, $"/households/{household}/changes", new JsonObject { ["kind"] = "income", ["happenedOn"] = office.Day, ["note"] = "收入无变化" });
        var review = $"/reviews/{(await office.List(Roles.CountyOfficer, $"/reviews?household={household}")).Single().Text("id")}";
        var found = (await office.Do(Roles.TownshipOfficer, $"{review}/findings", new JsonObject
        {
            ["visitedOn"] = office.Day, ["investigators"] = Journeys.Case.Investigators(), ["present"] = new JsonArray(persons["head"]), ["income"] = Journeys.Case.Amounts("wage", 8_208),
            ["assets"] = new JsonArray(), ["livingConditions"] = "与档案记载相符", ["refusedWithoutReason"] = false, ["proposedEndReason"] = null,
        })).Json["proposal"]!;
        (found.Text("outcome"), found.Number("upliftFen"), found.Number("monthlyFen")).Should().Be(("continue", 10_400, 62_000));
        await office.Do(Roles.CountyApprover, $"{review}/conclusion", new JsonObject { ["outcome"] = "continue", ["reasons"] = "经复核没有变化,保障金不变。" });
        await office.Do(Roles.VillageAssistant, $"/households/{household}/deaths", death);
        await office.Pass(1);

        var succession = (await office.List(Roles.CountyOfficer, "/successions")).Single();
        var assessed = await office.Do(Roles.TownshipOfficer, $"/successions/{succession.Text("id")}/assessment", new JsonObject
        {
            ["cases"] = new JsonArray(new JsonObject { ["household"] = household, ["applicant"] = persons["spouse"], ["income"] = null }),
        });
        var next = assessed.Json.Items("cases").Single();
        (next.Number("monthlyFen"), next.Number("upliftFen"), next["taperMonths"]?.GetValue<int>()).Should().Be((62_000, 10_400, 6), "the old base and her own uplift: what the review found is above the standard of one");
    }

    [EveryEngine]
    public async Task A_case_taken_over_is_reviewed_in_its_old_cycle_and_paid_from_its_first_month()
    {
        await using var office = await Office.Open(2012, 1, 1);
        await office.SetPolicy("visit.investigators", 2, "persons");
        await office.As(Roles.CountyOfficer).PostText($"/takeovers?county={Office.County}", Live(58_000).ToJsonString(), Lines);
        await office.Api.Settle();
        await office.GoTo(new LocalDate(2012, 2, 14));
        var review = (await office.List(Roles.CountyOfficer, "/reviews")).Single();
        review.Text("dueOn").Should().Be("2012-03-15", "a year after the review in the old register");
        var payroll = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2012-02" });
        (await office.List(Roles.PayrollClerk, $"/payrolls/{payroll.Id}/lines")).Select(l => (l.Text("benefitMonth"), l.Number("amountFen")))
            .Should().Equal(("2012-01", 58_000), ("2012-02", 58_000));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Live(long monthlyFen, string firstMonth = "2012-01") => new()
    {
        ["household"] = Fictitious.Household(),
        ["scheme"] = "urban",
        ["monthlyFen"] = monthlyFen,
        ["firstMonth"] = firstMonth,
        ["lastReviewedOn"] = "2011-03-15",
        ["reviewEvery"] = 12,
    };
}
