using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Http;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds;

/// <summary>Funds.</summary>
public sealed class FundsModule : IModule
{
    /// <inheritdoc />
    public string Name => "funds";

    /// <inheritdoc />
    public void Model(ModelBuilder model)
    {
    }

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
    }
}
