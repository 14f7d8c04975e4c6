using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Households.Features.Means;

/// <summary>Records a sign of a living standard above the one declared.</summary>
internal sealed record RecordLivingStandard(HouseholdId Household, RecordLivingStandard.Body Sign) : ICommand<LivingStandardView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A sign.</summary>
    /// <param name="Kind">Water, electricity, gas, telecom, high-fee school or foreign travel.</param>
    /// <param name="From" example="2023-09">First month it is about.</param>
    /// <param name="To" example="2024-02">Last month it is about; not after this month.</param>
    /// <param name="Source">Where it comes from.</param>
    /// <param name="SpentFen" example="240000">What was spent in these months, fen; null when only the fact is known.</param>
    /// <param name="Note" example="bills of six months">Up to 200 characters.</param>
    internal sealed record Body(IndicatorKind Kind, Month From, Month To, MeansSource Source, long? SpentFen = null, string? Note = null);

    internal sealed class Validator : AbstractValidator<RecordLivingStandard>
    {
        public Validator()
        {
            RuleFor(c => c.Sign).Must(s => s.From <= s.To).OverridePropertyName("to").WithMessage("截止月不得早于起始月|The last month must not lie before the first");
            RuleFor(c => c.Sign.SpentFen).InclusiveBetween(0, MeansShape.MostFen).OverridePropertyName("spentFen").WithMessage(MeansShape.AmountMessage);
            RuleFor(c => c.Sign.Note).Plain(200).OverridePropertyName("note").WithMessage("说明须为 1 至 200 个字符|The note has 1 to 200 characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<RecordLivingStandard, LivingStandardView>
    {
        public async Task<Result<LivingStandardView>> Handle(RecordLivingStandard request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var sign = request.Sign;
            if (sign.To > today.Month) return HouseholdErrors.ChangeDate.Because($"截止月不得晚于本月 {today.Month}。", $"The last month must not lie after {today.Month}.");
            var recorded = new LivingStandard
            {
                Id = Guid.CreateVersion7(),
                Household = request.Household,
                Kind = sign.Kind,
                From = sign.From,
                To = sign.To,
                Spent = sign.SpentFen is { } fen ? new Money(fen) : null,
                Source = sign.Source,
                Note = sign.Note ?? "",
                By = db.Caller.Subject,
                Recorded = today.Now,
            };
            db.Add(recorded);
            return LivingStandardView.Of(recorded);
        }
    }

    /// <summary>Records a living-standard indicator.</summary>
    /// <remarks>57 Art 17: bills, high-fee schools and foreign travel supplement the evidence; they never decide alone.</remarks>
    internal static Task<Results<Created<LivingStandardView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordLivingStandard(new(id), body), cancellation).Created(_ => $"/api/v1/households/{id}/means");
}
