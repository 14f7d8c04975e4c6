using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Covers;

/// <summary>Records that a person draws another scheme that excludes dibao: support of the destitute or a children's allowance.</summary>
internal sealed record RecordCover(HouseholdId Household, PersonId Person, CoverScheme Scheme, Month FirstMonth, Month? LastMonth) : ICommand<CoverView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>Another scheme.</summary>
    /// <param name="Household">The household he is registered in.</param>
    /// <param name="Person">The member.</param>
    /// <param name="Scheme" example="tekun">tekun, orphan or unsupportedChild.</param>
    /// <param name="FirstMonth" example="2024-03">First month drawn.</param>
    /// <param name="LastMonth" example="2024-12">Last month drawn; null while it runs.</param>
    internal sealed record Body(HouseholdId Household, PersonId Person, CoverScheme Scheme, Month FirstMonth, Month? LastMonth = null);

    internal sealed class Validator : AbstractValidator<RecordCover>
    {
        public Validator()
        {
            RuleFor(c => c.Scheme).Must(s => s is CoverScheme.Tekun or CoverScheme.Orphan or CoverScheme.UnsupportedChild).WithMessage("低保由审核确认登记|Dibao is entered by its own procedure");
            RuleFor(c => c.LastMonth).Must((c, last) => last is null || last >= c.FirstMonth).WithMessage("末月不得早于首月|The last month must not lie before the first");
        }
    }

    internal sealed class Handler(DibaoDbContext db, IMediator mediator) : ICommandHandler<RecordCover, CoverView>
    {
        public async Task<Result<CoverView>> Handle(RecordCover request, CancellationToken cancellationToken)
        {
            var household = await mediator.Send(new GetCircumstances(request.Household, request.FirstMonth.FirstDay), cancellationToken);
            if (household.Refused) return household.Error;
            var known = await mediator.Send(new GetMembership(request.Household, request.Person), cancellationToken);
            if (known.Refused) return known.Error;
            if (await db.Covers.FindAsync([request.Person], cancellationToken) is { } cover)
            {
                // What this county entered it may put right, or give its end: a later first month of the same scheme. Everything else clashes.
                var own = cover.Scheme == request.Scheme && cover.FirstMonth <= request.FirstMonth && cover.County == household.Value.Division.County;
                if (!own && cover.ReachesTo(request.FirstMonth)) return cover.Clash();
                if (own) (cover.FirstMonth, cover.LastMonth) = (request.FirstMonth, request.LastMonth);
                else cover.Follow(request.Scheme, household.Value.Division.County, request.FirstMonth, request.LastMonth);
                return CoverView.Of(cover, cover.County);
            }
            var entered = new Cover
            {
                Person = request.Person,
                Scheme = request.Scheme,
                County = household.Value.Division.County,
                FirstMonth = request.FirstMonth,
                LastMonth = request.LastMonth,
            };
            db.Add(entered);
            return CoverView.Of(entered, entered.County);
        }
    }

    /// <summary>Records cover by another scheme.</summary>
    /// <remarks>A person draws one at most of dibao, support of the destitute, and the allowances of orphans and unsupported children in a month. Said again it is put right: a last month, or a later first month.</remarks>
    internal static Task<Results<Ok<CoverView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new RecordCover(body.Household, body.Person, body.Scheme, body.FirstMonth, body.LastMonth), cancellation).Ok();
}

/// <summary>What a person draws, or drew last; of another county its name and the scheme, and nothing else.</summary>
/// <param name="Person">The person.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="County" example="320706">The county that pays.</param>
/// <param name="FirstMonth" example="2024-03">First month; null where another county pays.</param>
/// <param name="LastMonth">Last month; null while it runs, and where another county pays.</param>
internal sealed record CoverView(PersonId Person, CoverScheme Scheme, DivisionCode County, Month? FirstMonth, Month? LastMonth)
{
    /// <summary>A cover as a county sees it.</summary>
    public static CoverView Of(Cover c, DivisionCode seenBy) => c.County == seenBy
        ? new(c.Person, c.Scheme, c.County, c.FirstMonth, c.LastMonth)
        : new(c.Person, c.Scheme, c.County, null, null);
}
