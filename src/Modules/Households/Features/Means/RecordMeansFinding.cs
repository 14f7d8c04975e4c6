using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Means;

/// <summary>Records what was verified or estimated of a household's means; it stands beside what was declared.</summary>
internal sealed record RecordMeansFinding(HouseholdId Household, RecordMeansFinding.Body Finding) : ICommand<MeansFindingView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A finding: exactly one of income, deduction, uncounted and asset names its kind.</summary>
    /// <param name="Truth" example="verified">verified, when a source outside the household says so; estimated, when the township works it out. Declarations have a route of their own.</param>
    /// <param name="Income" example="wage">Kind of income.</param>
    /// <param name="Deduction" example="null">Kind of deduction; then <paramref name="Against"/> names the income it is taken off.</param>
    /// <param name="Uncounted" example="null">Kind of uncounted income.</param>
    /// <param name="Asset" example="null">Kind of asset.</param>
    /// <param name="Against" example="null">Income that a deduction is taken off.</param>
    /// <param name="Person">Whose; left out for the household's.</param>
    /// <param name="Fen" example="1800000">Fen per year, or the value of an asset: 0 to 100000000000. Never rebuilt from a shorter span.</param>
    /// <param name="Source" example="employer">Where it comes from.</param>
    /// <param name="On" example="2024-03-05">The day of the source; not after today.</param>
    /// <param name="Period" example="month">The span that the source states.</param>
    /// <param name="PeriodFen" example="150000">What it states for that span, fen.</param>
    /// <param name="Note" example="wage slips of six months">How it was found or worked out, up to 200 characters; needed for an estimate.</param>
    /// <param name="Evidence" example="01980000-0000-7000-8000-000000000002">The paper on file that shows it.</param>
    /// <param name="From" example="2024-03-01">From when it is so; the day of the source when left out.</param>
    internal sealed record Body(
        Truth Truth, long Fen, MeansSource Source, LocalDate On, IncomeKind? Income = null, DeductionKind? Deduction = null, UncountedKind? Uncounted = null,
        AssetKind? Asset = null, IncomeKind? Against = null, PersonId? Person = null, MeansPeriod? Period = null, long? PeriodFen = null, string? Note = null,
        Guid? Evidence = null, LocalDate? From = null)
    {
        public bool NamesOneKind() => new[] { Income is not null, Deduction is not null, Uncounted is not null, Asset is not null }.Count(named => named) == 1;

        public StatedMeans Stated()
        {
            var (side, kind) = Income is { } income ? (MeansSide.Income, (int)income)
                : Deduction is { } deduction ? (MeansSide.Deduction, (int)deduction)
                : Uncounted is { } uncounted ? (MeansSide.Uncounted, (int)uncounted)
                : (MeansSide.Asset, (int)Asset!);
            return new(side, kind, Against, Person, new Money(Fen), Period, PeriodFen is { } fen ? new Money(fen) : null);
        }
    }

    internal sealed class Validator : AbstractValidator<RecordMeansFinding>
    {
        public Validator()
        {
            RuleFor(c => c.Finding.Truth).Must(t => t != Truth.Declared).OverridePropertyName("truth").WithMessage("申报内容请用 PUT /households/{id}/means|Declarations go to PUT /households/{id}/means");
            RuleFor(c => c.Finding).Must(f => f.NamesOneKind()).OverridePropertyName("income").WithMessage("income、deduction、uncounted、asset 须填且只填一项|Name exactly one of income, deduction, uncounted, asset");
            RuleFor(c => c.Finding).Must(f => f.Deduction is null == f.Against is null).OverridePropertyName("against").WithMessage("扣除项须说明从哪类收入中扣除|A deduction, and nothing else, names the income it is taken off");
            RuleFor(c => c.Finding.Fen).InclusiveBetween(0, MeansShape.MostFen).OverridePropertyName("fen").WithMessage(MeansShape.AmountMessage);
            RuleFor(c => c.Finding).Must(f => f.PeriodFen is null || (f.Period is not null && MeansShape.IsAmount(f.PeriodFen.Value))).OverridePropertyName("periodFen")
                .WithMessage("periodFen 须与 period 同时填写,金额在 0 至 100000000000 分之间|periodFen goes with period and lies between 0 and 100000000000 fen");
            RuleFor(c => c.Finding.Note).Plain(200).OverridePropertyName("note").WithMessage("说明须为 1 至 200 个字符|The note has 1 to 200 characters");
            RuleFor(c => c.Finding).Must(f => f.Truth != Truth.Estimated || f.Note is not null).OverridePropertyName("note").WithMessage("估算须说明方法|An estimate says how it was worked out");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RecordMeansFinding, MeansFindingView>
    {
        public async Task<Result<MeansFindingView>> Handle(RecordMeansFinding request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var (finding, stated) = (request.Finding, request.Finding.Stated());
            if (finding.Person is { } person && !found.Value.Members.Any(m => m.Person == person && m.HoldsOn(today.Date))) return HouseholdErrors.NotMember.Plain();
            if (finding.On > today.Date || finding.From > today.Date)
                return HouseholdErrors.ChangeDate.Because("来源日期和起始日期不得晚于今天。", "The day of the source and the first day must not lie after today.");
            if (finding.Evidence is { } evidence && !await db.Set<Paper>().AnyAsync(p => p.Id == evidence && p.Household == request.Household && p.WithdrawnAt == null, cancellationToken))
                return HouseholdErrors.NoSuchPaper.Because("所引证明材料不在本户档案中,或已撤回。", "The paper named is not on this household's file, or was withdrawn.");

            var from = finding.From ?? finding.On;
            var entries = await db.BelievedMeans(request.Household, cancellationToken);
            var entry = new MeansEntry(request.Household, stated, new(finding.Truth, finding.Source, finding.On, finding.Note ?? "", finding.Evidence), db.Caller.Subject, from, today.Now);
            var replaced = entries.Where(e => e.SameThingAs(stated, finding.Truth)).ToList();
            db.End(replaced, from, (row, day) => row.Until(day, today.Now), today.Now);
            db.Add(entry);
            return MeansFindingView.Of(entry);
        }
    }

    /// <summary>Records a verified or estimated figure.</summary>
    /// <remarks>57 Art 13 to 17; 83 I(1). It takes the place of an earlier finding of the same kind, person and ground from its first day on; earlier days keep what was found for them.</remarks>
    internal static Task<Results<Created<MeansFindingView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordMeansFinding(new(id), body), cancellation).Created(_ => $"/api/v1/households/{id}/means");
}
