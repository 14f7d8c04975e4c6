using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Oversight.Persistence;
using MediatR;

namespace Dibao.Oversight.Subscribers;

/// <summary>A household that moves within its county is published where it lives now.</summary>
internal sealed class FollowMove(DibaoDbContext db) : ISubscriber<EntitlementMoved>
{
    public async Task When(EntitlementMoved fact, CancellationToken cancellation)
    {
        var publication = await db.Publications.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not published yet.");
        (publication.Division, publication.Place) = (fact.Division, fact.Residence);
    }
}

/// <summary>The standing list shows in whose name the case stands.</summary>
internal sealed class FollowApplicant(DibaoDbContext db, IMediator mediator) : ISubscriber<ApplicantReplaced>
{
    public async Task When(ApplicantReplaced fact, CancellationToken cancellation)
    {
        // Published by another subscriber; when that one is behind, this delivery is tried again.
        var publication = await db.Publications.FindAsync([fact.Entitlement], cancellation)
            ?? throw new InvalidOperationException($"Entitlement {fact.Entitlement.Value} is not published yet.");
        publication.ApplicantName = (await mediator.Send(new GetNoticeParticulars(fact.Household, fact.Applicant, fact.On), cancellation)).Value.ApplicantName;
    }
}
