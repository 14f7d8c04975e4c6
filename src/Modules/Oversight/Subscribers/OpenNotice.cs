using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Contracts.Oversight;
using Dibao.Oversight.Domain;
using MediatR;

namespace Dibao.Oversight.Subscribers;

/// <summary>
/// Posts what is proposed where the household lives, for the days the policy gives: a positive initial-review opinion (57 Art 19;
/// 220 Art 25) and, where the law of the day wants it, the county's intention (220 Art 29). A negative opinion goes to the applicant alone.
/// </summary>
internal sealed class OpenNotice(DibaoDbContext db, IMediator mediator, Today today) : ISubscriber<InitialReviewGiven>, ISubscriber<ApprovalProposed>
{
    public Task When(InitialReviewGiven fact, CancellationToken cancellation) => fact.Positive
        ? Post(NoticeKind.InitialReview, fact.Application, fact.Household, fact.Division, fact.Scheme, fact.Applicant, fact.Persons, fact.MonthlyFen, fact.NoticeDays, cancellation)
        : Task.CompletedTask;

    public Task When(ApprovalProposed fact, CancellationToken cancellation) =>
        Post(NoticeKind.Approval, fact.Application, fact.Household, fact.Division, fact.Scheme, fact.Applicant, fact.Persons, fact.MonthlyFen, fact.NoticeDays, cancellation);

    private async Task Post(
        NoticeKind kind, ApplicationId application, HouseholdId household, DivisionCode division, Scheme scheme, PersonId applicant, int persons,
        long monthlyFen, int days, CancellationToken cancellation)
    {
        if (days <= 0) return;
        var on = today.Date; // a notice runs its days from the day it hangs, however late word of it came
        var until = (await mediator.Send(new GetLastDay(on, days), cancellation)).Value;
        var said = (await mediator.Send(new GetNoticeParticulars(household, applicant, on), cancellation)).Value;
        db.Add(Notice.Post(new(application, kind, household, division, said.Residence, scheme, said.ApplicantName, persons, monthlyFen), Period.DaysBetween(on, until), on));
    }
}
