using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Oversight;
using Dibao.Eligibility.Persistence;

namespace Dibao.Eligibility.Subscribers;

/// <summary>Passes an application on when its notice has run out: to the county, or back to the township when an objection was upheld.</summary>
internal sealed class PassNoticeOn(DibaoDbContext db) : ISubscriber<NoticeClosed>
{
    public async Task When(NoticeClosed fact, CancellationToken cancellation)
    {
        if (await db.ApplicationToChange(fact.Application.Value, cancellation) is { } application)
            application.PassNotice(fact.Kind, fact.ObjectionUpheld);
    }
}
