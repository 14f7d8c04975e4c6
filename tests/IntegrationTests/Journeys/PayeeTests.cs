using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Into whose account a household is paid, and how that changes.</summary>
public sealed class PayeeTests
{
    private const string Other = "6222000000000000009";

    [EveryEngine]
    public async Task The_account_is_changed_by_two_people()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var c = await Case.Register(office, persons: 2);
        var path = $"/households/{c.Household}";
        var before = await office.As(Roles.VillageAssistant).Read(path);
        before.Json["payee"]!.Text("kind").Should().Be("head");

        (await office.As(Roles.VillageAssistant).Put($"{path}/payee", Account(c.Members[1]), before.ETag)).ShouldRefuse(409, "households.payee_stands");
        await office.Refused(Roles.VillageAssistant, $"{path}/payee-changes", new JsonObject { ["payee"] = Account(c.Members[1]) }, 422, "households.payee_proof");
        await office.Refused(
            Roles.VillageAssistant, $"{path}/payee-changes", new JsonObject { ["payee"] = Account(c.Members[1]), ["proofPaper"] = Guid.NewGuid().ToString() }, 422, "households.no_such_paper");

        var proposed = await office.Do(Roles.VillageAssistant, $"{path}/payee-changes", Change(c.Members[1]));
        proposed.Json.Text("maskedNumber").Should().EndWith("0009").And.StartWith("****");
        proposed.Json.Items("warnings").Single().Text("code").Should().Be("checkDigit");
        await office.Refused(Roles.TownshipOfficer, $"{path}/payee-changes", Change(c.Members[1]), 409, "households.payee_change_waiting");
        (await office.List(Roles.TownshipLeader, $"/payee-changes?state=waiting&household={c.Household}")).Single().Text("id").Should().Be(proposed.Id);
        (await office.Read(Roles.VillageAssistant, path))["payee"]!.Text("holder").Should().Be(c.Members[0], "until then the old account is paid");

        await office.Refused(Roles.VillageAssistant, $"/payee-changes/{proposed.Id}/confirmation", null, 403, "access.forbidden");
        await office.GoTo(new LocalDate(2024, 3, 6));
        (await office.Do(Roles.TownshipLeader, $"/payee-changes/{proposed.Id}/confirmation")).Json.Text("state").Should().Be("confirmed");
        await office.Refused(Roles.CountyOfficer, $"/payee-changes/{proposed.Id}/refusal", Reason(), 409, "households.payee_change_answered");
        (await office.Read(Roles.VillageAssistant, $"{path}?validAt=2024-03-05"))["payee"]!.Text("holder").Should().Be(c.Members[0]);
        (await office.Read(Roles.VillageAssistant, path))["payee"]!.Text("holder").Should().Be(c.Members[1]);
        (await office.List(Roles.TownshipLeader, $"/payee-changes?state=waiting&household={c.Household}")).Should().BeEmpty();
    }

    [EveryEngine]
    public async Task Nobody_confirms_what_he_proposed_himself()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var c = await Case.Register(office, persons: 2);
        var proposed = await office.Do(Roles.CountyOfficer, $"/households/{c.Household}/payee-changes", Change(c.Members[1]));
        await office.Refused(Roles.CountyOfficer, $"/payee-changes/{proposed.Id}/confirmation", null, 403, "households.payee_same_person");
        (await office.Do(Roles.TownshipLeader, $"/payee-changes/{proposed.Id}/refusal", Reason())).Json.Text("reason").Should().Be("存折户名不是本人");
        (await office.Read(Roles.VillageAssistant, $"/households/{c.Household}"))["payee"]!.Text("holder").Should().Be(c.Members[0]);
        await office.Do(Roles.VillageAssistant, $"/households/{c.Household}/payee-changes", Change(c.Members[1]));
    }

    [EveryEngine]
    public async Task A_guardian_or_a_custodian_holds_the_first_account()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var child = Fictitious.Member(idNumber: Fictitious.IdNumber(new LocalDate(2012, 5, 1)));
        var body = Fictitious.Household(members: [child]);
        body["payee"] = null;
        var orphan = await office.Do(Roles.VillageAssistant, "/households", body);
        var person = orphan.Json["members"]![0]!.Text("person");
        var guardian = new JsonObject
        {
            ["kind"] = "guardian",
            ["holderName"] = "赵大山",
            ["holderIdNumber"] = Fictitious.IdNumber(),
            ["ward"] = person,
            ["bank"] = "农村商业银行",
            ["accountNumber"] = Other,
        };
        (await office.As(Roles.VillageAssistant).Put($"/households/{orphan.Id}/payee", guardian.DeepClone(), orphan.ETag)).ShouldRefuse(422, "households.payee_ground");
        guardian["ground"] = new JsonObject { ["number"] = "监护〔2024〕1号", ["signedOn"] = "2024-03-01", ["parties"] = "村民委员会指定赵大山" };
        var named = await office.As(Roles.VillageAssistant).Put($"/households/{orphan.Id}/payee", guardian, orphan.ETag);
        named.Status.Should().Be(200, named.Text);
        named.Json["payee"]!["holder"].Should().BeNull();
        named.Json["payee"]!.Text("maskedHolderNumber").Should().StartWith("99").And.EndWith("*****");

        var alone = Fictitious.Household();
        alone["payee"] = null;
        var household = await office.Do(Roles.VillageAssistant, "/households", alone);
        var custodian = new JsonObject { ["kind"] = "custodian", ["holderName"] = "某镇人民政府", ["bank"] = "农村商业银行", ["accountNumber"] = Other };
        (await office.As(Roles.VillageAssistant).Put($"/households/{household.Id}/payee", custodian.DeepClone(), household.ETag)).ShouldRefuse(422, "households.payee_ground");
        custodian["ground"] = new JsonObject { ["number"] = "代管〔2024〕3号", ["signedOn"] = "2024-03-01", ["parties"] = "某镇人民政府与本户" };
        var kept = await office.As(Roles.VillageAssistant).Put($"/households/{household.Id}/payee", custodian, household.ETag);
        kept.Status.Should().Be(200, kept.Text);
        kept.Json["payee"]!["ground"]!.Text("number").Should().Be("代管〔2024〕3号");
    }

    [EveryEngine]
    public async Task A_joint_account_is_refused_and_the_same_account_again_changes_nothing()
    {
        await using var office = await Office.Open(2024, 3, 4);
        var joint = Fictitious.Household();
        joint["payee"]!["holders"] = 2;
        await office.Refused(Roles.VillageAssistant, "/households", joint, 422, "households.joint_account");

        var c = await Case.Register(office);
        var path = $"/households/{c.Household}";
        var seen = await office.As(Roles.VillageAssistant).Read(path);
        var again = await office.As(Roles.VillageAssistant).Put($"{path}/payee", Account(c.Members[0], "6221880000000000012"), seen.ETag);
        again.Status.Should().Be(200, again.Text);
        again.Json["payee"]!.Text("id").Should().Be(seen.Json["payee"]!.Text("id"));
    }

    private static JsonObject Account(string holder, string number = Other) => new() { ["holder"] = holder, ["bank"] = "农村商业银行", ["accountNumber"] = number };

    private static JsonObject Change(string holder) => new() { ["payee"] = Account(holder), ["proofText"] = "新存折及身份证,已核对原件" };

    private static JsonObject Reason() => new() { ["reason"] = "存折户名不是本人" };
}
