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

namespace Dibao.Households.Features.Papers;

/// <summary>Records a declaration that a member signed: of truth, of consent to the check, or a promise in place of a certificate.</summary>
internal sealed record SignDeclaration(HouseholdId Household, DeclarationKind Kind, PersonId SignedBy, LocalDate SignedOn, string? ForPaper, string TextVersion)
    : ICommand<DeclarationView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A declaration.</summary>
    /// <param name="Kind">Of truth, of consent to the check, or notice and promise (告知承诺).</param>
    /// <param name="SignedBy">The member who signed, of full age.</param>
    /// <param name="SignedOn" example="2023-03-01">When; not after today.</param>
    /// <param name="TextVersion" example="truth-2023.1">Which text was signed: 1 to 40 letters, digits, dots or hyphens.</param>
    /// <param name="ForPaper" example="wageCertificate">Kind of paper that a promise stands in for, a code of the checklist; left out for the others.</param>
    internal sealed record Body(DeclarationKind Kind, PersonId SignedBy, LocalDate SignedOn, string TextVersion, string? ForPaper = null);

    internal sealed class Validator : AbstractValidator<SignDeclaration>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.TextVersion).Must(t => t is { Length: >= 1 and <= 40 } && t.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
                .WithMessage("文本版本须为 1 至 40 个字母、数字、点或连字符|A text version has 1 to 40 letters, digits, dots or hyphens");
            RuleFor(c => c.ForPaper).Must(p => p is null || PaperShapes.IsKind(p)).WithMessage(PaperShapes.KindMessage);
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<SignDeclaration, DeclarationView>
    {
        public async Task<Result<DeclarationView>> Handle(SignDeclaration request, CancellationToken cancellationToken)
        {
            var found = await db.Seen(db.HouseholdToRead(request.Household, cancellationToken), "家庭", "household");
            if (found.Refused) return found.Error;
            var signed = Declaration.Sign(
                found.Value, request.Kind, request.SignedBy, request.SignedOn, request.ForPaper, request.TextVersion, db.Caller.Subject, today.Date, today.Now);
            if (signed.Refused) return signed.Error;
            db.Add(signed.Value);
            return DeclarationView.Of(signed.Value, signed.Value.Version + 1);
        }
    }

    /// <summary>Records a signed declaration.</summary>
    /// <remarks>57 Art 9(2) and (3); Law Art 40; a promise in place of a certificate: 83 I(2).</remarks>
    internal static Task<Results<Created<DeclarationView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new SignDeclaration(new(id), body.Kind, body.SignedBy, body.SignedOn, body.ForPaper, body.TextVersion), cancellation)
            .Created(d => $"/api/v1/households/{d.Household.Value}/declarations");
}

/// <summary>A signed declaration.</summary>
/// <param name="Id">The declaration.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="Kind">What was signed.</param>
/// <param name="SignedBy">Who signed.</param>
/// <param name="SignedOn">When.</param>
/// <param name="ForPaper" example="wageCertificate">Kind of paper that a promise stands in for.</param>
/// <param name="TextVersion" example="truth-2023.1">Which text was signed.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy" example="demo-village-assistant">Who recorded it.</param>
/// <param name="FoundFalseOn">When the promise was found false; null while it stands.</param>
internal sealed record DeclarationView(
    Guid Id, long Version, HouseholdId Household, DeclarationKind Kind, PersonId SignedBy, LocalDate SignedOn, string? ForPaper, string TextVersion, Instant RecordedAt,
    string RecordedBy, LocalDate? FoundFalseOn) : IVersioned, IConcern
{
    Guid IConcern.Concern => Household.Value;

    public static DeclarationView Of(Declaration d, long saved) => new(
        d.Id, saved, d.Household, d.Kind, d.SignedBy, d.SignedOn, d.ForPaper, d.TextVersion, d.RecordedAt, d.RecordedBy, d.FoundFalseOn);
}
