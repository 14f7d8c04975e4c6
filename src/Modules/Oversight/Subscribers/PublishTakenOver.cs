using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Oversight.Domain;
using MediatR;

namespace Dibao.Oversight.Subscribers;

/// <summary>Cases taken over go onto the standing lists like any other (57 Art 24).</summary>
internal sealed class PublishTakenOver(DibaoDbContext db, IMediator mediator) : ISubscriber<EntitlementsTakenOver>
{
    private const int Chunk = 500;

    public async Task When(EntitlementsTakenOver fact, CancellationToken cancellation)
    {
        foreach (var cases in fact.Entitlements.Chunk(Chunk))
        {
            var asked = new GetManyNoticeParticulars([.. cases.Select(e => new NoticeSubject(e.Household, e.Applicant))], fact.On);
            var said = (await mediator.Send(asked, cancellation)).Value.ToDictionary(p => p.Household, p => p.Particulars);
            await db.WriteMany(
                cases.Select(e => new Publication
                {
                    Entitlement = e.Entitlement,
                    Division = e.Division,
                    County = e.Division.County,
                    Place = said[e.Household].Residence,
                    Scheme = e.Scheme,
                    ApplicantName = said[e.Household].ApplicantName,
                    Members = e.Persons,
                    MonthlyFen = e.MonthlyFen,
                    FirstMonth = e.FirstMonth,
                    PublishedOn = fact.On,
                }),
                cancellation);
        }
    }
}
