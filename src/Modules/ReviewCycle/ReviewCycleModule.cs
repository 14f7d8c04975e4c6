using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Http;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle;

/// <summary>ReviewCycle.</summary>
public sealed class ReviewCycleModule : IModule
{
    /// <inheritdoc />
    public string Name => "reviewcycle";

    /// <inheritdoc />
    public void Model(ModelBuilder model)
    {
    }

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
    }
}
