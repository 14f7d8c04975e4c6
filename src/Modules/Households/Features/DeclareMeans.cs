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
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>Replaces a household's declaration of income and assets from today on.</summary>
internal sealed record DeclareMeans(HouseholdId Household, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets) : ICommand<HouseholdView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A declaration.</summary>
    /// <param name="Income">Income, fen per year; each kind at most once.</param>
    /// <param name="Assets">Assets, fen; each kind at most once.</param>
    internal sealed record Body(IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets);

    internal sealed class Validator : AbstractValidator<DeclareMeans>
    {
        public Validator()
        {
            RuleFor(c => c.Income).SetValidator(new MeansRules.Income());
            RuleFor(c => c.Assets).SetValidator(new MeansRules.Assets());
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<DeclareMeans, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(DeclareMeans request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            found.Value.Declare(request.Income, request.Assets, today.Date, today.Now);
            return HouseholdView.Of(found.Value, today.Date, found.Value.Version + 1, db.Caller);
        }
    }

    /// <summary>Declares income and assets anew.</summary>
    /// <remarks>57 Art 9 and 13: true and complete. Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new DeclareMeans(new(id), body.Income, body.Assets), cancellation).Ok();
}
