using System.Reflection;
using Dibao.BuildingBlocks;
using Dibao.Eligibility;
using Dibao.Funds;
using Dibao.Households;
using Dibao.Oversight;
using Dibao.ReviewCycle;

namespace Dibao.ArchitectureTests;

/// <summary>The house as built: its modules and assemblies.</summary>
internal static class House
{
    public static readonly IReadOnlyList<IModule> Modules = [new HouseholdsModule(), new EligibilityModule(), new ReviewCycleModule(), new FundsModule(), new OversightModule()];

    public static readonly IReadOnlyList<Assembly> ModuleAssemblies = [.. Modules.Select(m => m.GetType().Assembly)];

    public static readonly Assembly Contracts = typeof(Contracts.Households.HouseholdId).Assembly;

    public static readonly IReadOnlyList<Assembly> Product =
        [.. ModuleAssemblies, Contracts, typeof(Money).Assembly, typeof(IModule).Assembly, Assembly.Load("Dibao.Api"), Assembly.Load("Dibao.Scenarios"), Assembly.Load("Dibao.Sqlite"), Assembly.Load("Dibao.PostgreSql"), Assembly.Load("Dibao.SqlServer")];

    /// <summary><c>Households</c> of <c>Dibao.Households</c>.</summary>
    public static string Name(Assembly assembly) => assembly.GetName().Name!["Dibao.".Length..];
}
