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

/// <summary>Tells a change that is no matter of who belongs to the household: income, assets, a job, a graduation, the army.</summary>
internal sealed record TellChange(HouseholdId Household, ChangeKind Kind, LocalDate HappenedOn, PersonId? Person, string Note) : ICommand<ChangeReportView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A change.</summary>
    /// <param name="Kind" example="job">income, assets, job, graduation, prison, prisonReturn, army or armyReturn; other changes have steps of their own.</param>
    /// <param name="HappenedOn" example="2024-03-01">When it happened; not after today.</param>
    /// <param name="Note" example="works at a shop since March">4 to 400 characters.</param>
    /// <param name="Person">The member it is about; null for the household, not with graduation, prison and army.</param>
    internal sealed record Body(ChangeKind Kind, LocalDate HappenedOn, string Note, PersonId? Person = null);

    public const string KindMessage =
        "此类变更请在相应事项中办理(成员增减、死亡、户主变更、分户、并户、迁移)|This change has a step of its own: members, death, head, split, merger, move";

    public const string PersonMessage = "请指明是哪位成员|Say which member it is about";

    /// <summary>The changes that are told; the others have steps of their own.</summary>
    public static readonly ChangeKind[] Told =
    [
        ChangeKind.Income, ChangeKind.Assets, ChangeKind.Job, ChangeKind.Graduation, ChangeKind.Prison, ChangeKind.PrisonReturn, ChangeKind.Army, ChangeKind.ArmyReturn,
    ];

    internal sealed class Validator : AbstractValidator<TellChange>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(k => Told.Contains(k)).WithMessage(KindMessage);
            RuleFor(c => c.Person).NotNull().When(c => Differences.IsOfAMember(c.Kind)).WithMessage(PersonMessage);
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<TellChange, ChangeReportView>
    {
        public async Task<Result<ChangeReportView>> Handle(TellChange request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            if (found.Value.Closed() is { } closed) return closed;
            if (request.HappenedOn > today.Date)
                return HouseholdErrors.ChangeDate.Because($"发生日期 {request.HappenedOn:uuuu-MM-dd} 不得晚于今天。", $"{request.HappenedOn:uuuu-MM-dd} lies after today.");
            if (request.Person is { } person && !found.Value.Members.Any(m => m.Person == person)) return HouseholdErrors.NotMember.Plain();
            var followed = found.Value.Follow(request.Kind, request.Person, request.HappenedOn, today.Now);
            if (followed.Refused) return followed.Error;
            return ChangeReportView.Of(db.Tell(found.Value, request.Kind, request.Person, request.HappenedOn, request.Note.Trim(), today));
        }
    }

    /// <summary>Tells a change.</summary>
    /// <remarks>
    /// 57 Art 30; Law Art 46: at once. A major change brings the next review forward; untold for more than three months it is flagged (83 V(5)).
    /// From its day on the file follows: who is in prison is not counted (57 Art 7), who returns lives with the household again, who graduates is no
    /// student any more. A member who leaves for the army is let go by a step of his own.
    /// </remarks>
    internal static Task<Results<Created<ChangeReportView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new TellChange(new(id), body.Kind, body.HappenedOn, body.Person, body.Note), cancellation).Created(_ => $"/api/v1/changes?household={id}");
}

/// <summary>A change and when it was told.</summary>
/// <param name="Id">The report.</param>
/// <param name="Household">The household.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Person">The member it is about; null for the household.</param>
/// <param name="HappenedOn">When it happened.</param>
/// <param name="ToldOn">When it was told.</param>
/// <param name="DaysUntold" example="12">Days between the two; at once is the duty.</param>
/// <param name="Major">Whether it may alter what the household draws.</param>
/// <param name="Untold">A major change untold for longer than the text allows (83 V(5)).</param>
/// <param name="ToldBy" example="demo-village-assistant">Who entered it.</param>
/// <param name="Note" example="works at a shop since March">What there is to say.</param>
internal sealed record ChangeReportView(
    Guid Id, HouseholdId Household, ChangeKind Kind, PersonId? Person, LocalDate HappenedOn, LocalDate ToldOn, int DaysUntold, bool Major, bool Untold, string ToldBy, string Note)
{
    public static ChangeReportView Of(ChangeReport r) => new(
        r.Id, r.Household, r.Kind, r.Person, r.HappenedOn, r.ToldOn, Period.DaysBetween(r.HappenedOn, r.ToldOn), r.Major, r.Untold, r.ToldBy, r.Note);
}
