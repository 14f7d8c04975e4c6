using System.Reflection;
using System.Text;
using Dibao.Api.Contract;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Pipeline;

namespace Dibao.IntegrationTests;

/// <summary>The committed contract is what the running system does.</summary>
public sealed class ContractTests(OneApi one) : IClassFixture<OneApi>
{
    private readonly RunningApi api = one.Api;

    public static TheoryData<string> Files => [.. ContractFiles.Names.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_committed_contract_is_the_running_one(string file)
    {
        var path = Repository.At("api-specs", file);
        File.Exists(path).Should().BeTrue("`dotnet run build/build.cs spec` writes it");
        var committed = await File.ReadAllTextAsync(path);
        var running = await ContractFiles.Text(api.Services, ContractFiles.Names[file]);
        if (string.Equals(committed, running, StringComparison.Ordinal)) return;
        var (ours, theirs) = (running.Split('\n'), committed.Split('\n'));
        var line = ours.Zip(theirs).TakeWhile(p => p.First == p.Second).Count();
        Assert.Fail($"{file} differs from line {line + 1}: committed '{theirs.ElementAtOrDefault(line)}', running '{ours.ElementAtOrDefault(line)}'. Run `dotnet run build/build.cs spec` and read the difference.");
    }

    [Fact]
    public async Task The_served_contract_is_the_committed_one()
    {
        var served = JsonNode.Parse((await api.Anonymous.Exchange(new HttpRequestMessage(HttpMethod.Get, "/swagger/v1/swagger.json"))).Text);
        var document = JsonNode.Parse(await ContractFiles.Text(api.Services, Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1));
        JsonNode.DeepEquals(served!["paths"], document!["paths"]).Should().BeTrue();
    }

    [Fact]
    public async Task Every_operation_says_what_a_client_needs()
    {
        var operations = await Operation.All(api);
        var document = JsonNode.Parse(await ContractFiles.Text(api.Services, Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1));
        var refusals = document!["components"]!["responses"]!.AsObject().Where(r => r.Value!["content"]?["application/problem+json"] is not null).Select(r => $"#/components/responses/{r.Key}").ToList();
        operations.Select(o => o.Id).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        foreach (var operation in operations)
        {
            (operation.Terms["summary"]?.GetValue<string>()).Should().NotBeNullOrWhiteSpace(operation.Name);
            Enum.TryParse<Permission>(operation.Permission, out _).Should().BeTrue(operation.Name);
            var responses = operation.Terms["responses"]!.AsObject();
            responses.Should().Contain(r => r.Key.StartsWith('2'), operation.Name);
            responses.Where(r => r.Value!["$ref"] is { } at && refusals.Contains(at.GetValue<string>())).Should().NotBeEmpty(operation.Name);
            foreach (var parameter in operation.Parameters.Where(p => p["in"]!.GetValue<string>() == "query"))
                parameter["name"]!.GetValue<string>().Should().MatchRegex("^[a-z][A-Za-z]*$", operation.Name);
            if (operation.Terms["requestBody"] is not { } body) continue;
            foreach (var content in body["content"]!.AsObject()) content.Value!["example"].Should().NotBeNull($"{operation.Name} {content.Key} shows a client what to send");
        }
    }

    [Fact]
    public async Task Every_example_has_the_shape_the_contract_asks_for()
    {
        var wrong = new List<string>();
        foreach (var operation in (await Operation.All(api)).Where(o => o.TakesJson))
        {
            var role = Roles.All.First(r => r.Permissions.Any(p => p.ToString() == operation.Permission) || operation.Permission == nameof(Permission.Public));
            using var content = new StringContent(operation.Example!.ToJsonString(), Encoding.UTF8, "application/json");
            var answer = await api.As(role.Name).Say(
                new HttpMethod(operation.Method), operation.Filled("01980000-0000-7000-8000-00000000dead"), content,
                operation.Needs("Idempotency-Key") ? Guid.NewGuid().ToString() : null, operation.Needs("If-Match") ? "\"1\"" : null);
            if (answer.Status is 400 or 415 or >= 500) wrong.Add($"{operation.Name}: {answer.Status} {answer.Text}");
        }
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_contract_forbids_a_field_is_refused()
    {
        var document = JsonNode.Parse(await ContractFiles.Text(api.Services, Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1))!;
        var (tried, taken) = (0, new List<string>());
        foreach (var operation in (await Operation.All(api)).Where(o => o.TakesJson && o.Example is JsonObject))
        {
            var role = Roles.All.First(r => r.Permissions.Any(p => p.ToString() == operation.Permission) || operation.Permission == nameof(Permission.Public));
            var name = operation.Terms["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
            foreach (var (field, schema) in document["components"]!["schemas"]![name]!["properties"]!.AsObject())
            {
                foreach (var wrong in Forbidden(schema!))
                {
                    var body = operation.Example!.DeepClone();
                    body[field] = wrong;
                    using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
                    var answer = await api.As(role.Name).Say(
                        new HttpMethod(operation.Method), operation.Filled("01980000-0000-7000-8000-00000000dead"), content,
                        operation.Needs("Idempotency-Key") ? Guid.NewGuid().ToString() : null, operation.Needs("If-Match") ? "\"1\"" : null);
                    tried++;
                    if (answer.Status != 400) taken.Add($"{operation.Name} {field}: {answer.Status} {answer.Text}");
                }
            }
        }
        taken.Should().BeEmpty();
        tried.Should().BeGreaterThan(100, "the contract tells what the validators ask for");
    }

    private static IEnumerable<JsonNode> Forbidden(JsonNode schema)
    {
        if (schema["maxLength"] is { } most) yield return new string('x', most.GetValue<int>() + 1);
        if (schema["minLength"]?.GetValue<int>() > 0) yield return "";
        if (schema["pattern"] is not null) yield return "?";
        if (schema["maximum"] is { } largest) yield return largest.GetValue<long>() + 1;
        if (schema["minimum"] is { } smallest) yield return smallest.GetValue<long>() - 1;
        if (schema["minItems"]?.GetValue<int>() > 0) yield return new JsonArray();
    }

    [Fact]
    public async Task Every_value_of_an_enumeration_that_has_labels_is_in_the_table_it_names()
    {
        var document = JsonNode.Parse(await ContractFiles.Text(api.Services, Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1))!;
        var codes = (await api.As(Roles.Auditor).Read("/reference/codes"))["codes"].AsArray().Select(c => (Table: c!["table"]!.GetValue<string>(), Value: c["value"]?.GetValue<string>())).ToList();
        var named = document["components"]!["schemas"]!.AsObject().Where(s => s.Value!["description"]?.GetValue<string>().Contains("code table", StringComparison.Ordinal) == true && s.Value["enum"] is not null).ToList();
        named.Should().HaveCountGreaterThan(15);
        foreach (var (name, schema) in named)
        {
            var table = System.Text.RegularExpressions.Regex.Match(schema!["description"]!.GetValue<string>(), "code table ([a-z_]+)", default, TimeSpan.FromSeconds(1)).Groups[1].Value;
            schema["enum"]!.AsArray().Select(v => v!.GetValue<string>()).Should().BeSubsetOf(codes.Where(c => c.Table == table).Select(c => c.Value!), name);
        }
    }

    [Theory]
    [InlineData(Permission.ReportChange)]
    [InlineData(Permission.NameObligors)]
    public void Whoever_puts_back_what_he_read_has_read_it_unmasked(Permission permission) =>
        Roles.All.Where(r => r.Permissions.Contains(permission)).Should().NotBeEmpty().And.OnlyContain(r => r.Permissions.Contains(Permission.ReadSensitive), "else a masked name would be put in the place of the name");

    [Fact]
    public async Task Every_answer_of_the_register_has_the_fields_of_the_contract()
    {
        var document = JsonNode.Parse(await ContractFiles.Text(api.Services, Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_0))!;
        var schema = document["components"]!["schemas"]!["HouseholdView"]!["properties"]!.AsObject().Select(p => p.Key);
        (await api.Register()).Json.AsObject().Select(p => p.Key).Should().BeEquivalentTo(schema);
    }

    [Fact]
    public void Every_problem_has_a_code_of_its_own_in_its_modules_name()
    {
        var declared = Declared().ToList();
        declared.Select(d => d.Problem.Code).Should().OnlyHaveUniqueItems();
        foreach (var (owner, problem) in declared)
        {
            problem.Code.Should().MatchRegex("^[a-z_]+\\.[a-z0-9_]+$");
            problem.TitleZh.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}", problem.Code);
            problem.TitleEn.Should().MatchRegex("^[A-Z][ -~’–]+$", problem.Code);
            var module = owner.Assembly.GetName().Name!.Split('.')[1].ToLowerInvariant();
            if (module == "buildingblocks") problem.Code.Split('.')[0].Should().BeOneOf("request", "access", "system");
            else problem.Code.Split('.')[0].Replace("_", "", StringComparison.Ordinal).Should().Be(module, "the code tells which module refuses");
        }
    }

    [Fact]
    public async Task Every_problem_is_listed()
    {
        var listed = (await api.Anonymous.Read("/problems")).Json.AsArray().Select(p => p!["type"]!.GetValue<string>());
        listed.Should().BeEquivalentTo(Declared().Select(d => Problems.Urn + d.Problem.Code));
    }

    private static IEnumerable<(Type Owner, ProblemType Problem)> Declared() =>
        from type in Roof.Modules.Select(m => m.GetType().Assembly).Append(typeof(PlumbingProblems).Assembly).Append(typeof(Money).Assembly).Distinct().SelectMany(a => a.GetTypes())
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType == typeof(ProblemType)
        select (type, (ProblemType)field.GetValue(null)!);
}
