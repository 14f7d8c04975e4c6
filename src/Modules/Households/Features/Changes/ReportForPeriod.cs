using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Changes;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Changes;

/// <summary>Takes the periodic report of a household that draws: that nothing changed, or what did.</summary>
internal sealed record ReportForPeriod(HouseholdId Household, PersonId SignedBy, IReadOnlyList<ReportForPeriod.ChangeBody> Changes, string Note) : ICommand<SelfReportView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A periodic report.</summary>
    /// <param name="SignedBy">The member who signs it.</param>
    /// <param name="Changes">What changed, up to 20; an empty list says that nothing did.</param>
    /// <param name="Note" example="nothing has changed">4 to 400 characters.</param>
    internal sealed record Body(PersonId SignedBy, IReadOnlyList<ChangeBody> Changes, string Note);

    /// <summary>What changed.</summary>
    /// <param name="Kind" example="job">income, assets, job, graduation, prison, prisonReturn, army or armyReturn; other changes have steps of their own.</param>
    /// <param name="HappenedOn" example="2024-03-01">When; not after today.</param>
    /// <param name="Person">The member it is about; null for the household, not with graduation, prison and army.</param>
    internal sealed record ChangeBody(ChangeKind Kind, LocalDate HappenedOn, PersonId? Person = null);

    internal sealed class Validator : AbstractValidator<ReportForPeriod>
    {
        public Validator()
        {
            RuleFor(c => c.Changes).Must(c => c.Count <= 20 && c.All(x => TellChange.Told.Contains(x.Kind))).WithMessage(TellChange.KindMessage);
            RuleFor(c => c.Changes).Must(c => c.All(x => x.Person is not null || !Differences.IsOfAMember(x.Kind))).WithMessage(TellChange.PersonMessage);
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<ReportForPeriod, SelfReportView>
    {
        public async Task<Result<SelfReportView>> Handle(ReportForPeriod request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var household = found.Value;
            if (await db.SelfReportPlans.FirstOrDefaultAsync(p => p.Household == request.Household, cancellationToken) is not { } plan)
                return HouseholdErrors.NoReportDue.Because("该家庭未在享受低保,无需定期报告。", "This household draws nothing: no periodic report is due.");
            if (plan.ReportedOn == today.Date) return HouseholdErrors.ReportTwice.Because($"今天 {today.Date:uuuu-MM-dd} 已报告。", $"It has reported today, {today.Date:uuuu-MM-dd}.");
            if (!household.Members.Any(m => m.Person == request.SignedBy && m.HoldsOn(today.Date))) return HouseholdErrors.NotMember.Plain();
            foreach (var change in request.Changes)
            {
                if (change.HappenedOn > today.Date)
                    return HouseholdErrors.ChangeDate.Because($"发生日期 {change.HappenedOn:uuuu-MM-dd} 不得晚于今天。", $"{change.HappenedOn:uuuu-MM-dd} lies after today.");
                if (change.Person is { } person && !household.Members.Any(m => m.Person == person)) return HouseholdErrors.NotMember.Plain();
                var followed = household.Follow(change.Kind, change.Person, change.HappenedOn, today.Now);
                if (followed.Refused) return followed.Error;
                db.Tell(household, change.Kind, change.Person, change.HappenedOn, request.Note.Trim(), today);
            }
            var report = new SelfReport
            {
                Id = Guid.CreateVersion7(),
                Household = request.Household,
                DueOn = plan.DueOn,
                ReportedOn = today.Date,
                SignedBy = request.SignedBy,
                Changes = request.Changes.Count,
                Note = request.Note.Trim(),
                RecordedBy = db.Caller.Subject,
                RecordedAt = today.Now,
            };
            (plan.ReportedOn, plan.DueOn) = (today.Date, SelfReportRules.NextAfter(today.Date));
            db.Add(report);
            return new SelfReportView(report.Id, report.Household, report.DueOn, report.ReportedOn, report.Changes, plan.DueOn);
        }
    }

    /// <summary>Takes a periodic report.</summary>
    /// <remarks>57 Art 30; 220 Art 32. Changes told with it are kept as if told each by itself; the next report is due a period later.</remarks>
    internal static Task<Results<Created<SelfReportView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new ReportForPeriod(new(id), body.SignedBy, body.Changes, body.Note), cancellation).Created(_ => $"/api/v1/self-reports?household={id}");
}

/// <summary>A periodic report.</summary>
/// <param name="Id">The report.</param>
/// <param name="Household">The household.</param>
/// <param name="DueOn">The day by which it was due.</param>
/// <param name="ReportedOn">When it was made.</param>
/// <param name="Changes">Changes told with it.</param>
/// <param name="NextDueOn">The day by which the next is due.</param>
internal sealed record SelfReportView(Guid Id, HouseholdId Household, LocalDate? DueOn, LocalDate ReportedOn, int Changes, LocalDate? NextDueOn);
