using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Oversight.Domain;
using MediatR;

namespace Dibao.Oversight.Subscribers;

/// <summary>A confirmed entitlement is published in the village or community where the household lives (57 Art 24; Law Art 45).</summary>
internal sealed class PublishConfirmation(DibaoDbContext db, IMediator mediator) : ISubscriber<EntitlementConfirmed>
{
    public async Task When(EntitlementConfirmed fact, CancellationToken cancellation)
    {
        var said = (await mediator.Send(new GetNoticeParticulars(fact.Household, fact.Applicant, fact.On), cancellation)).Value;
        db.Add(new Publication
        {
            Entitlement = fact.Entitlement,
            Division = fact.Division,
            County = fact.Division.County,
            Place = said.Residence,
            Scheme = fact.Scheme,
            ApplicantName = said.ApplicantName,
            Members = fact.Persons,
            MonthlyFen = fact.MonthlyFen,
            FirstMonth = fact.FirstMonth,
            PublishedOn = fact.On,
        });
    }
}
