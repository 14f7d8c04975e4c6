using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.Households.Features;
using Dibao.Households.Features.Members;
using Dibao.Households.Features.Reference;
using Dibao.Households.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households;

/// <summary>Who lives together, on what, where, and into which account they are paid.</summary>
public sealed class HouseholdsModule : IModule
{
    /// <inheritdoc />
    public string Name => "households";

    /// <inheritdoc />
    public void Model(ModelBuilder model) => HouseholdsModel.Map(model);

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
        routes.Post("/households", RegisterHousehold.Endpoint, Permission.RegisterHousehold);
        routes.Get("/households", FindHouseholds.Endpoint, Permission.ReadHouseholds);
        routes.Get("/households/{id}", GetHousehold.Endpoint, Permission.ReadHouseholds);
        routes.Put("/households/{id}/members/{person}", ChangeMember.Endpoint, Permission.ReportChange);
        routes.Put("/households/{id}/members/{person}/id-number", CorrectIdNumber.Endpoint, Permission.ReportChange);
        routes.Put("/households/{id}/means", DeclareMeans.Endpoint, Permission.RegisterHousehold);
        routes.Put("/households/{id}/payee", NamePayee.Endpoint, Permission.NamePayee);
        routes.Post("/households/{id}/deaths", ReportDeath.Endpoint, Permission.ReportChange);
        routes.Ask("/households/{id}/members/{person}/reveal", RevealIdNumber.Endpoint, Permission.RevealNumbers);
        routes.Get("/reference/codes", GetCodes.Endpoint, Permission.Public);
        routes.Get("/reference/divisions", FindDivisions.Endpoint, Permission.Public);
        routes.Post("/reference/divisions", EnterDivision.Endpoint, Permission.KeepDivisions);
        routes.Post("/reference/divisions/{code}/end", EndDivision.Endpoint, Permission.KeepDivisions);
        routes.Upload("/takeovers", TakeOverCases.Endpoint, Permission.TakeOverCases, TakeOverCases.UploadLimit, new UploadTerms(TakeOverCases.MediaType, typeof(LiveCaseBody)));
        routes.Get("/takeovers/{id}", GetTakeover.Endpoint, Permission.TakeOverCases);
        routes.Get("/takeovers/{id}/rejected", GetRejectedCases.Endpoint, Permission.TakeOverCases);
    }

    /// <inheritdoc />
    public IEnumerable<ICommand<Done>> AtStart => [new CheckSealingKeys(), new LoadDivisions()];
}
