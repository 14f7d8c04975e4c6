using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Http;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility;

/// <summary>Eligibility.</summary>
public sealed class EligibilityModule : IModule
{
    /// <inheritdoc />
    public string Name => "eligibility";

    /// <inheritdoc />
    public void Model(ModelBuilder model)
    {
    }

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
    }
}
