using Dibao.Api.Features;
using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Api;

/// <summary>What the roof itself answers: who am I, what time is it, what can go wrong, what is on its way.</summary>
internal sealed class ApiModule : IModule
{
    public string Name => "system";

    public void Model(ModelBuilder model)
    {
        // the roof has no tables of its own
    }

    public IEnumerable<TimetableEntry> Timetable => [new("forget-answers", "0 0 3 * * ?", _ => new ForgetAnswers())];

    public void Routes(RouteTable routes)
    {
        routes.Get("/me", GetMe.Endpoint, Permission.Known);
        routes.Get("/clock", GetClock.Endpoint, Permission.Public);
        routes.Get("/problems", GetProblems.Endpoint, Permission.Public);
        routes.Get("/roles", GetRoles.Endpoint, Permission.Public);
        routes.Get("/deliveries", GetDeliveries.Endpoint, Permission.Operate);
        routes.Post("/deliveries/retries", RetryDeliveries.Endpoint, Permission.Operate);
    }
}
