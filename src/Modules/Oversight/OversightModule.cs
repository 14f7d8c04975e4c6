using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Http;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight;

/// <summary>Oversight.</summary>
public sealed class OversightModule : IModule
{
    /// <inheritdoc />
    public string Name => "oversight";

    /// <inheritdoc />
    public void Model(ModelBuilder model)
    {
    }

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
    }
}
