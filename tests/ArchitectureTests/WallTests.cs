using System.Reflection;
using Dibao.ArchitectureTests.Canaries.Domain;
using Dibao.ArchitectureTests.Canaries.Features;
using Dibao.ArchitectureTests.Canaries.Subscribers;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Dibao.ArchitectureTests;

/// <summary>The walls of the house. Beside each stands a canary: the same look at a type that is wrong on purpose.</summary>
public sealed class WallTests
{
    /// <summary>The context map: whose facts a module hears, and with whose published language it speaks (asks, or names its ids).</summary>
    private static readonly IReadOnlyDictionary<string, (string[] Hears, string[] Speaks)> Map = new Dictionary<string, (string[], string[])>
    {
        ["Households"] = (["Eligibility", "ReviewCycle"], ["Eligibility", "ReviewCycle"]),
        ["Eligibility"] = (["Households", "ReviewCycle", "Oversight"], ["Households", "ReviewCycle", "Oversight"]),
        ["ReviewCycle"] = (["Eligibility", "Households"], ["Eligibility", "Households"]),
        ["Funds"] = (["Eligibility"], ["Eligibility", "Households"]),
        ["Oversight"] = (["Eligibility"], ["Eligibility", "Households", "Funds", "ReviewCycle"]),
    };

    private static readonly string[] BannedWords = ["Helper", "Helpers", "Manager", "Service", "Common", "Utils", "Util", "Dto", "Impl"];
    private static readonly string[] Technical = ["Microsoft.EntityFrameworkCore", "MediatR", "Microsoft.AspNetCore", "FluentValidation", "System.Net.Http"];
    private static readonly Type[] Clocks = [typeof(IClock), typeof(SystemClock), typeof(TimeProvider), typeof(Today), typeof(DibaoClock)];
    private const int LongestFile = 500;

    public static TheoryData<string> Modules => [.. House.Modules.Select(m => House.Name(m.GetType().Assembly))];

    [Fact]
    public void Every_folder_of_modules_stands_on_the_map_and_under_the_roof()
    {
        var folders = Directory.GetDirectories(Repository.At("src", "Modules")).Select(Path.GetFileName);
        folders.Should().BeEquivalentTo(Map.Keys);
        House.ModuleAssemblies.Select(House.Name).Should().BeEquivalentTo(Map.Keys);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_hears_whom_the_map_says(string module) => Hears(Types(module)).Should().BeEquivalentTo(Map[module].Hears);

    [Fact]
    public void The_canary_is_heard_hearing() => Hears([typeof(HearEverything)]).Should().BeEquivalentTo("Households", "Eligibility");

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_speaks_with_whom_the_map_says(string module) => Speaks(Types(module)).Except([module]).Should().BeEquivalentTo(Map[module].Speaks);

    [Fact]
    public void The_canary_is_heard_speaking() => Speaks([typeof(HearEverything)]).Should().Contain(["Households", "Eligibility"]);

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_shows_its_door_and_nothing_else(string module) =>
        Shown(Assembly(module).GetExportedTypes()).Should().BeEquivalentTo($"{module}Module");

    [Fact]
    public void The_canary_shows() => Shown([typeof(OpenWindow)]).Should().ContainSingle();

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_law_stands_on_nothing_but_the_law(string module) => Types(module).Where(InDomain).SelectMany(BeyondTheLaw).Should().BeEmpty();

    [Theory]
    [InlineData(typeof(LawOnADatabase))]
    [InlineData(typeof(LawOnAMediator))]
    [InlineData(typeof(LawOnHttp))]
    [InlineData(typeof(LawWithAClock))]
    [InlineData(typeof(LawWithToday))]
    public void The_canary_breaks_the_law(Type canary)
    {
        InDomain(canary).Should().BeTrue();
        BeyondTheLaw(canary).Should().NotBeEmpty();
    }

    [Fact]
    public void A_plain_law_breaks_nothing() => BeyondTheLaw(typeof(PlainLaw)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_never_looks_into_another(string module)
    {
        Assembly(module).GetReferencedAssemblies().Select(a => a.Name).Should().NotIntersectWith(House.ModuleAssemblies.Select(a => a.GetName().Name));
        Types(module).SelectMany(t => Uses.Of(t).SelectMany(u => OtherModule(u, module))).Should().BeEmpty();
    }

    [Fact]
    public void The_canary_peeps() => Uses.Of(typeof(Peeping)).SelectMany(u => OtherModule(u, "Canary")).Should().Contain("Dibao.Households.HouseholdsModule");

    [Theory]
    [MemberData(nameof(Modules))]
    public void Subscribers_do_not_lean_on_features(string module) =>
        (from type in Types(module)
         where Room(type) == "Subscribers"
         from used in Uses.Of(type)
         where used.Assembly == type.Assembly && Room(used) == "Features"
         select $"{type.Name} uses {used.Name}").Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_endpoint_stands_in_the_route_table_with_a_permission(string module)
    {
        var door = House.Modules.Single(m => House.Name(m.GetType().Assembly) == module);
        Forgotten(Types(module), door).Should().BeEmpty();
        Routes(door).Should().OnlyContain(r => r.Metadata.GetMetadata<RouteTerms>() != null);
    }

    [Fact]
    public void The_canary_is_forgotten() => Forgotten([typeof(ForgottenStep)], House.Modules[0]).Should().BeEquivalentTo(nameof(ForgottenStep));

    [Fact]
    public void A_name_says_what_a_thing_is() => House.Product.SelectMany(a => a.GetTypes()).SelectMany(SaysNothing).Should().BeEmpty();

    [Theory]
    [InlineData(typeof(PaymentHelper))]
    [InlineData(typeof(HouseholdDto))]
    public void The_canary_says_nothing(Type canary) => SaysNothing(canary).Should().ContainSingle();

    [Fact]
    public void A_file_can_be_read_in_one_sitting() => TooLong(Sources()).Should().BeEmpty();

    [Fact]
    public void The_canary_is_too_long()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Repeat("", LongestFile + 1));
            TooLong([file]).Should().ContainSingle();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_use_case_has_a_file_of_its_own() =>
        Sources().Where(f => File.ReadLines(f).Count(l => l.StartsWith("    internal static ", StringComparison.Ordinal) && l.Contains(" Endpoint(", StringComparison.Ordinal)) > 1).Should().BeEmpty();

    [Fact]
    public void No_assertion_is_passed_over_for_a_null() => TestSources().SelectMany(f => File.ReadLines(f).Where(PassedOver).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")).Should().BeEmpty();

    [Theory]
    [InlineData("answer?.Type.Code.Should().Be(refusal);", true)]
    [InlineData("Of(a?.B)?.C(1).Should().BeNull();", true)]
    [InlineData("(answer?.Type.Code).Should().Be(refusal);", false)]
    [InlineData("answer.Should().Be(other?.Type);", false)]
    public void The_canary_is_passed_over(string line, bool passedOver) => PassedOver(line).Should().Be(passedOver);

    [Fact]
    public void A_handler_never_saves() => House.ModuleAssemblies.SelectMany(a => a.GetTypes()).Where(Written).Where(Saves).Should().BeEmpty("the unit of work does it once");

    [Fact]
    public void The_plumbing_is_seen_saving() => typeof(IModule).Assembly.GetTypes().Any(Saves).Should().BeTrue();

    [Fact]
    public void Facts_carry_neither_names_nor_numbers()
    {
        var facts = House.Contracts.GetTypes().Where(t => t.IsAssignableTo(typeof(IFact)) && t.IsClass).ToList();
        facts.Should().NotBeEmpty();
        foreach (var fact in facts)
            foreach (var property in fact.GetProperties())
                property.Name.Should().NotMatchRegex("(?i)^(name|.*holder.*name|idnumber|account|accountnumber|bank|phone|address)$", fact.Name);
    }

    private static IEnumerable<string> Hears(IEnumerable<Type> types) =>
        (from type in types
         from contract in type.GetInterfaces()
         where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ISubscriber<>)
         select contract.GetGenericArguments()[0].Namespace!.Split('.')[^1]).Distinct();

    private static IEnumerable<string> Speaks(IEnumerable<Type> types) =>
        types.SelectMany(Uses.Of).Where(t => t.Assembly == House.Contracts && t.Namespace is not null).Select(t => t.Namespace!.Split('.')[^1]).Distinct();

    private static IEnumerable<string> Shown(IEnumerable<Type> types) => types.Where(t => !t.IsNested).Select(t => t.Name);

    private static IEnumerable<string> BeyondTheLaw(Type type) =>
        from used in Uses.Of(type)
        where IsTechnical(used) || IsPlumbing(used) && Uses.Of(used).Any(IsTechnical) || used.Assembly == type.Assembly && Room(used) is "Features" or "Persistence" or "Subscribers"
        select $"{type.FullName} uses {used.FullName}";

    private static bool IsTechnical(Type used) => Technical.Any(t => used.Namespace?.StartsWith(t, StringComparison.Ordinal) == true) || Clocks.Contains(used);

    /// <summary>The plumbing lends the law what is as plain as the law itself: markers, canonical text.</summary>
    private static bool IsPlumbing(Type used) => used.Assembly == typeof(IModule).Assembly && !used.IsInterface;

    private static IEnumerable<string> OtherModule(Type used, string module) =>
        House.ModuleAssemblies.Contains(used.Assembly) && House.Name(used.Assembly) != module ? [used.FullName!] : [];

    private static IEnumerable<string> Forgotten(IEnumerable<Type> types, IModule door)
    {
        var standing = Routes(door).Select(r => r.Metadata.GetMetadata<MethodInfo>()!.DeclaringType!).ToHashSet();
        return types.Where(t => t.GetMethod("Endpoint", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is not null && !standing.Contains(t)).Select(t => t.Name);
    }

    private static IReadOnlyList<Endpoint> Routes(IModule door)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddModules(House.Modules);
        foreach (var service in new[] { typeof(DibaoDbContext), typeof(Sealing), typeof(Caller), typeof(Today), typeof(DibaoClock) }) builder.Services.AddScoped(service);
        var app = builder.Build();
        door.Routes(new RouteTable(app, door.Name));
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints)];
    }

    private static IEnumerable<string> SaysNothing(Type type)
    {
        if (!Written(type)) yield break;
        var words = System.Text.RegularExpressions.Regex.Matches(type.Name, "[A-Z][a-z0-9]*", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value);
        if (words.Intersect(BannedWords).Any()) yield return type.FullName!;
    }

    private static IEnumerable<string> TooLong(IEnumerable<string> files) => files.Where(f => File.ReadLines(f).Count() > LongestFile);

    private static bool Saves(Type type) => Uses.Calls(type, "SaveChangesAsync") || Uses.Calls(type, "SaveChanges");

    private static bool Written(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal) && !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Namespace?.StartsWith("Dibao", StringComparison.Ordinal) == true;

    private static bool InDomain(Type type) => Written(type) && !type.IsNested && Room(type) == "Domain";

    private static string? Room(Type type) => type.Namespace?.Split('.') is { Length: >= 3 } parts ? parts.FirstOrDefault(p => p is "Domain" or "Features" or "Persistence" or "Subscribers") : null;

    private static Assembly Assembly(string module) => House.ModuleAssemblies.Single(a => House.Name(a) == module);

    private static IEnumerable<Type> Types(string module) => Assembly(module).GetTypes().Where(Written);

    /// <summary>What follows a question mark is not done for a null: not the assertion either.</summary>
    private static bool PassedOver(string line)
    {
        var (depth, asked) = (0, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '(' or '[' or '{') depth++;
            else if (line[i] is ')' or ']' or '}') depth--;
            else if (depth == 0 && line.AsSpan(i).StartsWith("?.")) asked = true;
            else if (depth == 0 && line.AsSpan(i).StartsWith(".Should(")) return asked;
        }
        return false;
    }

    private static IEnumerable<string> Sources() => Files("src");

    private static IEnumerable<string> TestSources() => Files("tests");

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal)
                        && !f.Contains("\\obj\\", StringComparison.Ordinal) && !f.Contains("\\bin\\", StringComparison.Ordinal) && !f.Contains("\\Migrations\\", StringComparison.Ordinal));
}
