using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.Oversight.Features;
using Dibao.Oversight.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Oversight;

/// <summary>What the public sees and may object to, what is counted, and who did what.</summary>
public sealed class OversightModule : IModule
{
    /// <inheritdoc />
    public string Name => "oversight";

    /// <inheritdoc />
    public void Model(ModelBuilder model) => OversightModel.Map(model);

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
        routes.Get("/notices", FindNotices.Endpoint, Permission.Public);
        routes.Get("/notices/{id}", GetNotice.Endpoint, Permission.ReadCases);
        routes.Post("/notices/{id}/objections", RaiseObjection.Endpoint, Permission.Public);
        routes.Decide("/objections/{id}/answer", AnswerObjection.Endpoint, Permission.AnswerObjection);
        routes.Get("/publications", FindPublications.Endpoint, Permission.Public);
        routes.Get("/statistics/months", GetMonthlyStatistics.Endpoint, Permission.ReadStatistics);
        routes.Get("/statistics/reviews", GetReviewStatistics.Endpoint, Permission.ReadStatistics);
        routes.Get("/statistics/years/{year}", GetYearlyStatistics.Endpoint, Permission.ReadStatistics);
        routes.Get("/audit-entries", FindAuditEntries.Endpoint, Permission.ReadAudit);
        routes.Get("/audit-entries/verification", VerifyAuditTrail.Endpoint, Permission.ReadAudit);
    }

    /// <inheritdoc />
    public IEnumerable<TimetableEntry> Timetable =>
    [
        new("close-due-notices", "0 30 0 * * ?", period => new CloseDueNotices(period.InZone(Today.Zone).Date)),
        new("seal-audit-trail", "0 * * * * ?", _ => new SealAuditTrail()),
    ];
}
