using Dibao.BuildingBlocks;
using Dibao.BuildingBlocks.Access;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.ReviewCycle.Features;
using Dibao.ReviewCycle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.ReviewCycle;

/// <summary>Whether those who draw still qualify, and for how much: half-yearly, yearly, and after a death.</summary>
public sealed class ReviewCycleModule : IModule
{
    /// <inheritdoc />
    public string Name => "reviewcycle";

    /// <inheritdoc />
    public void Model(ModelBuilder model) => ReviewCycleModel.Map(model);

    /// <inheritdoc />
    public void Routes(RouteTable routes)
    {
        routes.Get("/reviews", FindReviews.Endpoint, Permission.ReadReviews);
        routes.Get("/reviews/{id}", GetReview.Endpoint, Permission.ReadReviews);
        routes.Get("/reviews/{id}/determination", GetReviewDetermination.Endpoint, Permission.ReadReviews);
        routes.Post("/reviews/{id}/findings", RecordFindings.Endpoint, Permission.RecordFindings);
        routes.Post("/reviews/{id}/hearing", HearViews.Endpoint, Permission.HearViews);
        routes.Decide("/reviews/{id}/conclusion", ConcludeReview.Endpoint, Permission.ConcludeReview);
    }

    /// <inheritdoc />
    public IEnumerable<TimetableEntry> Timetable =>
        [new("open-due-reviews", "0 0 1 * * ?", period => new OpenDueReviews(period.InZone(Today.Zone).Date))];
}
