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

/// <summary>Splits some members off into a household of their own; both declare anew.</summary>
internal sealed record SplitHousehold(HouseholdId Household, SplitHousehold.Body Terms) : ICommand<SplitView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A split.</summary>
    /// <param name="From" example="2024-03-01">First day apart; not after today.</param>
    /// <param name="Division" example="320706001001">Where the new household is registered: a village or community of the same county.</param>
    /// <param name="Residence" example="320706001001">Where it lives.</param>
    /// <param name="Leaving">The members of the new household, one of them its head.</param>
    /// <param name="Staying" example='[{"person": "01980000-0000-7000-8000-000000000002", "relationship": "head"}]'>The members that stay, one of them the head.</param>
    /// <param name="Declared">What the new household declares.</param>
    /// <param name="DeclaredStaying">What those that stay declare.</param>
    /// <param name="Note" example="the son has married and keeps house himself">4 to 400 characters.</param>
    internal sealed record Body(
        LocalDate From, DivisionCode Division, DivisionCode Residence, IReadOnlyList<TieBody> Leaving, IReadOnlyList<TieBody> Staying,
        DeclaredBody Declared, DeclaredBody DeclaredStaying, string Note);

    internal sealed class Validator : AbstractValidator<SplitHousehold>
    {
        public Validator()
        {
            RuleFor(c => c.Terms.Division).Digits(12).OverridePropertyName("division").WithMessage("户籍地须为 12 位村(社区)代码|The registered division is a village or community: 12 digits");
            RuleFor(c => c.Terms.Residence).Digits(12).OverridePropertyName("residence").WithMessage("居住地须为 12 位村(社区)代码|The residence is a village or community: 12 digits");
            RuleFor(c => c.Terms.Leaving).Must(TieBody.AreShaped).OverridePropertyName("leaving").WithMessage(TieBody.Message);
            RuleFor(c => c.Terms.Staying).Must(TieBody.AreShaped).OverridePropertyName("staying").WithMessage(TieBody.Message);
            RuleFor(c => c.Terms.Declared).SetValidator(new DeclaredBody.Validator()).OverridePropertyName("declared");
            RuleFor(c => c.Terms.DeclaredStaying).SetValidator(new DeclaredBody.Validator()).OverridePropertyName("declaredStaying");
            RuleFor(c => c.Terms.Note).IsNote().OverridePropertyName("note");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<SplitHousehold, SplitView>
    {
        public async Task<Result<SplitView>> Handle(SplitHousehold request, CancellationToken cancellationToken)
        {
            var terms = request.Terms;
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            if (await db.UnderTransfer([request.Household], cancellationToken) is { } open) return open; // its closing statement tells who is covered
            if (await db.WrongPlace([terms.Division, terms.Residence], today.Date, cancellationToken) is { } wrong) return wrong;
            var before = found.Value;
            var split = before.Split(
                [.. terms.Leaving.Select(p => p.Said())], [.. terms.Staying.Select(p => p.Said())], terms.Division, terms.Residence, terms.From, today.Date, today.Now);
            if (split.Refused) return split.Error;
            var after = split.Value.Numbered(await db.NextFileNumber(terms.Division.County, today.Date, cancellationToken));
            after.Declare(terms.Declared.Income, terms.Declared.Assets, today.Date, today.Now, aloud: false);
            before.Declare(terms.DeclaredStaying.Income, terms.DeclaredStaying.Assets, today.Date, today.Now, aloud: false);
            db.Add(after);
            await db.MovePersons(before.Id, after.Id, [.. terms.Leaving.Select(p => p.Person)], all: false, terms.From, today.Now, cancellationToken);
            await db.FileRelatives(after, [.. terms.Leaving.Select(p => p.Person)], today, cancellationToken);
            db.Tell(before, ChangeKind.Split, null, terms.From, terms.Note.Trim(), today);
            return new SplitView(
                HouseholdView.Of(before, today.Date, before.Version + 1, db.Caller), HouseholdView.Of(after, today.Date, after.Version + 1, db.Caller));
        }
    }

    /// <summary>Splits a household.</summary>
    /// <remarks>57 Art 30 and 32. A live case goes on in two linked cases once they are assessed and confirmed; until then the old one is paid.</remarks>
    internal static Task<Results<Created<SplitView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new SplitHousehold(new(id), body), cancellation).Created(s => $"/api/v1/households/{s.Successor.Id.Value}");
}

/// <summary>What a household declares of its means.</summary>
/// <param name="Income">Income, fen per year; each kind at most once.</param>
/// <param name="Assets">Assets, fen; each kind at most once.</param>
internal sealed record DeclaredBody(IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets)
{
    internal sealed class Validator : AbstractValidator<DeclaredBody>
    {
        public Validator()
        {
            RuleFor(d => d.Income).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
            RuleFor(d => d.Assets).Must(MeansShape.AreAmounts).WithMessage(MeansShape.AmountMessage).Must(MeansShape.AreOnce).WithMessage(MeansShape.OnceMessage);
        }
    }
}

/// <summary>Two households that were one.</summary>
/// <param name="Household">The household that stays.</param>
/// <param name="Successor">The new one, with a file number of its own.</param>
internal sealed record SplitView(HouseholdView Household, HouseholdView Successor);
