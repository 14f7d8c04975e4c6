using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>What lies outside the caller's place does not exist for him, and he creates nothing there (分级管理).</summary>
public sealed class OutsideTheDivisionTests
{
    private const string OtherCounty = "320707";

    [EveryEngine]
    public async Task Neighbours_of_every_level_see_nothing_and_create_nothing()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var c = await Case.Admitted(office);
        await office.GoTo(new LocalDate(2025, 2, 20));
        var review = await c.Review();
        await office.Receive(1_000_000);
        var payroll = await office.Do(Roles.PayrollClerk, "/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2025-02" });

        (string Role, string Division)[] neighbours =
            [(Roles.VillageAssistant, "320706001002"), (Roles.TownshipOfficer, "320706006"), (Roles.CountyOfficer, OtherCounty), (Roles.CountyApprover, OtherCounty)];
        foreach (var (role, division) in neighbours)
        {
            var neighbour = office.Api.As(role, division, $"neighbour-{role}");
            foreach (var path in new[] { $"/households/{c.Household}", c.Path, $"{c.Path}/determination", $"/entitlements/{c.Entitlement}", $"/reviews/{review}" })
                (await neighbour.Read(path)).ShouldRefuse(404, "request.not_found");
            foreach (var list in new[] { "/households", $"/households?division={Fictitious.Village}", "/applications", "/entitlements", "/reviews" })
                (await neighbour.Read(list))["items"].AsArray().Should().BeEmpty($"{role} of {division} asks {list}");
        }

        // Steps find no case; new cases are refused by name.
        var officer = office.Api.As(Roles.TownshipOfficer, "320706006", "neighbour");
        (await officer.Decide($"{c.Path}/acceptance", new JsonObject())).ShouldRefuse(404, "request.not_found");
        (await officer.Decide($"/reviews/{review}/findings", c.Findings(0))).ShouldRefuse(404, "request.not_found");
        (await officer.Post("/households", Fictitious.Household())).ShouldRefuse(403, "access.outside_division");
        (await office.Api.As(Roles.VillageAssistant, "320706001002", "neighbour").Post("/households", Fictitious.Household())).ShouldRefuse(403, "access.outside_division");
        (await office.Api.As(Roles.Applicant, "320706001002", "neighbour").Post("/households", Fictitious.Household())).ShouldRefuse(403, "access.outside_division");
        (await office.Api.As(Roles.CountyApprover, OtherCounty, "neighbour").Decide($"/entitlements/{c.Entitlement}/withdrawal", new JsonObject { ["requestedBy"] = c.Members[0] }))
            .ShouldRefuse(404, "request.not_found");
        (await office.Api.As(Roles.CountyOfficer, OtherCounty, "neighbour").PostText($"/takeovers?county={Office.County}", "{}", "application/x-ndjson"))
            .ShouldRefuse(403, "access.outside_division");
        (await office.Api.As(Roles.Administrator, OtherCounty, "neighbour").Decide("/policies", new JsonObject
        {
            ["key"] = "standard.monthly",
            ["scheme"] = null,
            ["division"] = Office.County,
            ["value"] = 1,
            ["unit"] = "fen",
            ["document"] = "x",
            ["article"] = "",
            ["validFrom"] = "2024-01-01",
        })).ShouldRefuse(403, "access.outside_division");

        await MoneyStaysInItsCounty(office, payroll.Id);
    }

    private static async Task MoneyStaysInItsCounty(Office office, string payroll)
    {
        var clerk = office.Api.As(Roles.PayrollClerk, OtherCounty, "neighbour");
        (await clerk.Decide("/payrolls", new JsonObject { ["county"] = Office.County, ["month"] = "2025-02" })).ShouldRefuse(403, "access.outside_division");
        (await clerk.Decide("/repayments", new JsonObject { ["county"] = Office.County })).ShouldRefuse(403, "access.outside_division");
        (await clerk.Decide($"/payrolls/{payroll}/lock", new JsonObject())).ShouldRefuse(404, "request.not_found");
        (await clerk.Read($"/payrolls/{payroll}")).ShouldRefuse(404, "request.not_found");
        (await clerk.Read($"/payrolls/{payroll}/lines")).ShouldRefuse(404, "request.not_found");
        (await clerk.Read($"/payrolls?county={Office.County}"))["items"].AsArray().Should().BeEmpty();
        (await office.Api.As(Roles.FinanceTreasurer, OtherCounty, "neighbour").Decide("/appropriations", new JsonObject
        {
            ["county"] = Office.County,
            ["source"] = "county",
            ["amountFen"] = 1,
            ["documentNumber"] = "1",
            ["arrivedOn"] = office.Day,
        })).ShouldRefuse(403, "access.outside_division");
        (await office.Api.As(Roles.PayingBank, OtherCounty, "neighbour").Read($"/payrolls/{payroll}/bank-file")).ShouldRefuse(404, "request.not_found");
        var finance = office.Api.As(Roles.FinanceApprover, OtherCounty, "neighbour");
        foreach (var path in new[] { $"/ledger/entries?county={Office.County}", $"/ledger/accounts?county={Office.County}", $"/ledger/verification?county={Office.County}", $"/special-accounts/{Office.County}/statement?from=2025-01-01&to=2025-12-31" })
            (await finance.Read(path)).ShouldRefuse(403, "access.outside_division");
        (await finance.Read("/appropriations"))["items"].AsArray().Should().BeEmpty();
        foreach (var path in new[] { $"/statistics/months?division={Office.County}&from=2025-01&to=2025-02", $"/statistics/years/2025?division={Office.County}", $"/statistics/reviews?division={Office.County}&from=2025-01-01&to=2025-12-31" })
            (await finance.Read(path)).ShouldRefuse(403, "access.outside_division");

        // An auditor of another province reads none of it; one of this province reads it all.
        var elsewhere = office.Api.As(Roles.Auditor, "33", "neighbour");
        (await elsewhere.Read("/audit-entries?caller=demo-county-approver"))["items"].AsArray().Should().BeEmpty();
        (await office.List(Roles.Auditor, "/audit-entries?caller=demo-county-approver")).Should().NotBeEmpty();
        (await office.List(Roles.Supervisor, $"/households?division={Office.County}")).Should().ContainSingle("the city sees what lies in it");
    }
}
