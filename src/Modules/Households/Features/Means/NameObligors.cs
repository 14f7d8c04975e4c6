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

namespace Dibao.Households.Features.Means;

/// <summary>Says who owes support to the members from today on, and how much is payable.</summary>
internal sealed record NameObligors(HouseholdId Household, IReadOnlyList<NameObligors.ObligorBody> Obligors) : ICommand<ObligorsView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>All who owe support.</summary>
    /// <param name="Obligors">Up to 30; an empty list says that nobody does.</param>
    internal sealed record Body(IReadOnlyList<ObligorBody> Obligors);

    /// <summary>One who owes support without living with the household.</summary>
    /// <param name="Name" example="王大明">Name, 1 to 50 characters; stored encrypted.</param>
    /// <param name="Supports">The member he owes support to.</param>
    /// <param name="Kind">What he is to that member.</param>
    /// <param name="Basis">On what the payable support stands.</param>
    /// <param name="PayableFen" example="360000">Support payable, fen per year.</param>
    /// <param name="Age" example="63">His age, 0 to 120.</param>
    /// <param name="Persons" example="3">Persons of his own household, 1 to 30.</param>
    /// <param name="YearlyFen" example="6000000">Income of his own household, fen per year.</param>
    /// <param name="LeftOut">Left out at discretion: siblings, and persons of 60 or more (83 I(1)).</param>
    /// <param name="Note" example="agreement of 2023-05-04">How it was calculated, or why it is left out; up to 200 characters.</param>
    internal sealed record ObligorBody(
        string Name, PersonId Supports, ObligorKind Kind, SupportBasis Basis, long PayableFen, int? Age = null, int? Persons = null, long? YearlyFen = null,
        bool LeftOut = false, string? Note = null)
    {
        internal sealed class Validator : AbstractValidator<ObligorBody>
        {
            public Validator()
            {
                RuleFor(x => x.Name).Plain(50).WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
                RuleFor(x => x.PayableFen).InclusiveBetween(0, MeansShape.MostFen).WithMessage(MeansShape.AmountMessage);
                RuleFor(x => x.YearlyFen).InclusiveBetween(0, MeansShape.MostFen).WithMessage(MeansShape.AmountMessage);
                RuleFor(x => x.Age).InclusiveBetween(0, 120);
                RuleFor(x => x.Persons).InclusiveBetween(1, 30);
                RuleFor(x => x.Note).Plain(200).WithMessage("说明须为 1 至 200 个字符|The note has 1 to 200 characters");
            }
        }

        public SupportOwed Owed() => new(Supports, Kind, Age, Persons, YearlyFen is { } fen ? new Money(fen) : null, Basis, new Money(PayableFen), LeftOut, Note ?? "");
    }

    internal sealed class Validator : AbstractValidator<NameObligors>
    {
        public Validator()
        {
            RuleFor(c => c.Obligors).Items(0, 30).WithMessage("义务人最多 30 人|30 obligors at most");
            RuleForEach(c => c.Obligors).SetValidator(new ObligorBody.Validator());
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<NameObligors, ObligorsView>
    {
        public async Task<Result<ObligorsView>> Handle(NameObligors request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToChange(request.Household.Value, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            for (var i = 0; i < request.Obligors.Count; i++)
            {
                if (!found.Value.Members.Any(m => m.Person == request.Obligors[i].Supports && m.HoldsOn(today.Date))) return HouseholdErrors.NotMember.Plain();
                if (request.Obligors[i].Owed().Wrong(i + 1, today.Date) is { } wrong) return wrong;
            }
            var before = await db.Set<Obligor>().Where(o => o.Household == request.Household && o.Superseded == null).ToListAsync(cancellationToken);
            db.End(before, today.Date, (row, day) => row.Until(day, today.Now), today.Now);
            var named = request.Obligors.Select(o => new Obligor(request.Household, o.Owed(), sealing.Seal(Obligor.SealColumn, o.Name.Trim()), today.Date, today.Now)).ToList();
            db.AddRange(named);
            return new ObligorsView(found.Value.Version + 1, named.ConvertAll(o => ObligorView.Of(o, sealing, db.Caller)));
        }
    }

    /// <summary>Names the obligors.</summary>
    /// <remarks>57 Art 13: support payable is transfer income, and counts once it is entered as such; 83 I(1) says whose may be left out. The list takes the place of the one before: send back those that stay, as GET /households/{id}/means shows them to you (whoever may name obligors sees their names unmasked). Send If-Match with the ETag of the household.</remarks>
    internal static Task<Results<Ok<ObligorsView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new NameObligors(new(id), body.Obligors), cancellation).Ok();
}
