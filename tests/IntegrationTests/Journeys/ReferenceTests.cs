using Dibao.BuildingBlocks.Access;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Codes and divisions: what a form may offer, and where a household may be registered.</summary>
public sealed class ReferenceTests
{
    [EveryEngine]
    public async Task Codes_are_served_with_labels_in_both_languages()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var codes = await office.ReadOpenly("/reference/codes?table=marital_status");
        var married = codes.Items("codes").Single(c => c.Text("number") == "20");
        (married.Text("value"), married.Text("zh"), married.Text("en"), married.Text("standard")).Should().Be(("married", "已婚", "married", "GB/T 2261.2"));
        codes.Words("tables").Should().Contain(["disability_kind", "person_type", "income_kind"]);
        (await office.Public.Read("/reference/codes?table=colours")).ShouldRefuse(400, "request.invalid");
    }

    [EveryEngine]
    public async Task The_columns_of_an_import_are_served_for_a_template()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var import = await office.ReadOpenly("/reference/import-columns");
        var columns = import.Items("columns").ToList();
        columns.Where(c => c.Text("sheet") == "person" && c.Flag("required")).Select(c => c.Text("field")).Should().Equal("familyNumber", "name", "idNumber", "relationship", "labour");
        columns.Where(c => c.Text("sheet") == "family" && c.Flag("required")).Select(c => c.Text("field")).Should().Equal("familyNumber", "division", "hukou");
        columns.Single(c => c.Text("field") == "hukou").Words("headers").Should().Contain("户口性质");
        var tables = (await office.ReadOpenly("/reference/codes")).Words("tables").Concat(import.Items("words").Select(w => w.Text("table"))).ToList();
        columns.Select(c => c.Text("codes")).Where(t => t.Length > 0).Should().OnlyContain(t => tables.Contains(t), "every table a cell is read by is served");
        import.Items("limits").Single(l => l.Text("key") == "mostRows").Number("value").Should().BePositive();
    }

    [EveryEngine]
    public async Task Divisions_are_found_by_place_and_by_the_beginning_of_their_name()
    {
        await using var office = await Office.Open(2024, 3, 1);
        var provinces = 0;
        for (var next = "/reference/divisions?limit=200"; next is not null;)
        {
            var page = await office.ReadOpenly(next);
            provinces += page.Items("items").Count(d => d.Text("code").Length == 2);
            next = page["next"] is { } cursor && provinces < 31 ? $"/reference/divisions?limit=200&after={cursor.GetValue<string>()}" : null;
        }
        provinces.Should().Be(31);
        (await office.ReadOpenly("/reference/divisions?parent=3207&name=海州")).Items("items").Select(d => d.Text("code")).Should().Equal("320706", "320706011", "320706404");
        (await office.Public.Read("/reference/divisions?parent=99999")).Status.Should().Be(400);
    }

    [EveryEngine]
    public async Task A_household_is_registered_in_a_division_that_stands()
    {
        await using var office = await Office.Open(2024, 3, 1);
        const string merged = "320706017", founded = "320706024";
        await office.Do(Roles.Administrator, $"/reference/divisions/{merged}/end", new JsonObject { ["validTo"] = "2024-03-01" });
        await office.Do(Roles.Administrator, "/reference/divisions", new JsonObject { ["code"] = founded, ["name"] = "云龙街道", ["validFrom"] = "2024-03-01" });

        await Refused(office, $"{merged}003", "households.division_ended");
        await Refused(office, "320706099001", "households.division_unknown");
        await office.Do(Roles.CountyOfficer, "/households", Fictitious.Household($"{founded}001"));
        (await office.ReadOpenly("/reference/divisions?parent=320706&name=新东&on=2024-02-29")).Items("items").Should().ContainSingle();
        (await office.ReadOpenly("/reference/divisions?parent=320706&name=新东")).Items("items").Should().BeEmpty();
        await office.Refused(Roles.Administrator, "/reference/divisions", new JsonObject { ["code"] = founded, ["name"] = "云龙街道", ["validFrom"] = "2025-01-01" }, 409, "households.division_stands");
        await office.Refused(Roles.Administrator, "/reference/divisions", new JsonObject { ["code"] = "320707099", ["name"] = "邻区", ["validFrom"] = "2025-01-01" }, 403, "access.outside_division");
    }

    private static Task Refused(Office office, string village, string code) =>
        office.Refused(Roles.CountyOfficer, "/households", Fictitious.Household(village), 422, code);
}
