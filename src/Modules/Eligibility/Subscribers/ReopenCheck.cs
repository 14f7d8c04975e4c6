using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Subscribers;

/// <summary>Has the information check asked again when a household changes its declaration while its application is under way.</summary>
internal sealed class ReopenCheck(DibaoDbContext db) : ISubscriber<MeansDeclared>
{
    public async Task When(MeansDeclared fact, CancellationToken cancellation)
    {
        if (await db.Applications.FirstOrDefaultAsync(a => a.OpenFor == fact.Household, cancellation) is { } application) application.DeclaredAnew();
    }
}
