using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Contracts.Households;
using Dibao.Households.Domain.Officers;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Officers;

/// <summary>Files a household that states that a member is a near relative of an officer.</summary>
internal sealed record DeclareFiling(HouseholdId Household, DeclareFiling.Body Stated) : ICommand<FilingView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>What the household states.</summary>
    /// <param name="Person">The member who is the relative.</param>
    /// <param name="Kinship" example="sibling">What he is to the officer; self when he is one himself.</param>
    /// <param name="OfficerKind" example="townshipHandler">What the officer has to do with dibao.</param>
    /// <param name="Office" example="320706001">Where the officer serves: county, township or village.</param>
    /// <param name="OfficerName" example="李建国">The officer's name, 1 to 50 characters.</param>
    internal sealed record Body(PersonId Person, Kinship Kinship, OfficerKind OfficerKind, DivisionCode Office, string OfficerName);

    internal sealed class Validator : AbstractValidator<DeclareFiling>
    {
        public Validator()
        {
            RuleFor(c => c.Stated.Kinship).IsInEnum().OverridePropertyName("kinship");
            RuleFor(c => c.Stated.OfficerKind).IsInEnum().OverridePropertyName("officerKind");
            RuleFor(c => c.Stated.Office).Must(o => o.Digits >= 6).OverridePropertyName("office").WithMessage("任职单位须为 6 至 12 位代码|The office is a county, township or village: 6 to 12 digits");
            RuleFor(c => c.Stated.OfficerName).Plain(50).OverridePropertyName("officerName").WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<DeclareFiling, FilingView>
    {
        public async Task<Result<FilingView>> Handle(DeclareFiling request, CancellationToken cancellationToken)
        {
            var household = await db.HouseholdToRead(request.Household, cancellationToken);
            if (household is null) return PaperShapes.NoHousehold();
            var stated = request.Stated;
            var declared = Filing.Declare(
                household, stated.Person, stated.Kinship, new(stated.OfficerKind, stated.Office, sealing.Seal(Filing.NameColumn, stated.OfficerName.Trim())), db.Caller.Subject, today.Date);
            if (declared.Refused) return declared.Error;
            if (await db.Filings.AnyAsync(
                    f => f.Household == request.Household && f.EndedOn == null && f.Origin == FilingOrigin.Declared && f.Person == stated.Person
                        && f.Kinship == stated.Kinship && f.OfficerKind == stated.OfficerKind && f.Office == stated.Office, cancellationToken))
                return OfficerErrors.Filed.Plain();
            db.Add(declared.Value);
            return FilingView.Of(declared.Value, declared.Value.Version + 1, sealing, db.Caller);
        }
    }

    /// <summary>Files a household that states a near relative.</summary>
    /// <remarks>220 Art 14; 57 Art 11: who applies says truly whether a member is a near relative of somebody who handles dibao or sits on the committee.</remarks>
    internal static Task<Results<Created<FilingView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new DeclareFiling(new(id), body), cancellation).Created(_ => "/api/v1/filings");
}
