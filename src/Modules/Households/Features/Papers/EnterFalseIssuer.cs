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

/// <summary>Enters a unit or person proven to have issued a false paper, for the caller's county.</summary>
internal sealed record EnterFalseIssuer(string Name, string PaperKind, string DocumentNumber, LocalDate ProvenOn, string Note) : ICommand<FalseIssuerView>
{
    private const int CountyDigits = 6;

    /// <summary>An issuer.</summary>
    /// <param name="Name" example="某镇卫生院">Name, 1 to 100 characters.</param>
    /// <param name="PaperKind" example="diagnosis">Kind of the false paper, a code of the checklist.</param>
    /// <param name="DocumentNumber" example="诊字〔2012〕17号">Number of the false paper, 1 to 100 characters.</param>
    /// <param name="ProvenOn" example="2012-05-03">When it was proven; not after today.</param>
    /// <param name="Note" example="the hospital has no such patient">4 to 400 characters.</param>
    internal sealed record Body(string Name, string PaperKind, string DocumentNumber, LocalDate ProvenOn, string Note);

    internal sealed class Validator : AbstractValidator<EnterFalseIssuer>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Must(n => ShapeRules.IsPlain(n, 100) && FalseIssuer.Plain(n).Length > 0).WithMessage("名称须为 1 至 100 个可见字符|A name has 1 to 100 visible characters");
            RuleFor(c => c.PaperKind).Must(PaperShapes.IsKind).WithMessage(PaperShapes.KindMessage);
            RuleFor(c => c.DocumentNumber).Plain(100).WithMessage("文号须为 1 至 100 个可见字符|A document number has 1 to 100 visible characters");
            RuleFor(c => c.Note).IsNote();
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<EnterFalseIssuer, FalseIssuerView>
    {
        public Task<Result<FalseIssuerView>> Handle(EnterFalseIssuer request, CancellationToken cancellationToken) => Task.FromResult(Enter(request));

        private Result<FalseIssuerView> Enter(EnterFalseIssuer request)
        {
            if (db.Caller.Division.Digits != CountyDigits) return PlumbingProblems.OutsideDivision.Because("名单由县级登记。", "The register is kept by counties.");
            var entered = FalseIssuer.Enter(
                db.Caller.Division, request.Name.Trim(), request.PaperKind, request.DocumentNumber.Trim(), request.ProvenOn, request.Note.Trim(), db.Caller.Subject, today.Date);
            if (entered.Refused) return entered.Error;
            db.Add(entered.Value);
            return FalseIssuerView.Of(entered.Value, entered.Value.Version + 1);
        }
    }

    /// <summary>Enters an issuer of false papers.</summary>
    /// <remarks>Law Art 72. From then on every paper of this issuer is flagged, in the whole province; that is a question to look into, not a finding.</remarks>
    internal static Task<Results<Created<FalseIssuerView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EnterFalseIssuer(body.Name, body.PaperKind, body.DocumentNumber, body.ProvenOn, body.Note), cancellation).Created(_ => "/api/v1/false-issuers");
}

/// <summary>An entry of the register of issuers of false papers.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="County" example="320706">The county that entered it.</param>
/// <param name="Name" example="某镇卫生院">Name.</param>
/// <param name="PaperKind" example="diagnosis">Kind of the false paper.</param>
/// <param name="DocumentNumber" example="诊字〔2012〕17号">Number of the false paper.</param>
/// <param name="ProvenOn">When it was proven.</param>
/// <param name="Note" example="the hospital has no such patient">What there is to say.</param>
/// <param name="EnteredOn">When it was entered.</param>
/// <param name="EnteredBy" example="demo-county-officer">Who entered it.</param>
/// <param name="ClearedOn">When it was cleared; null while it stands.</param>
/// <param name="ClearingReason" example="the court has set the finding aside">Why it was cleared.</param>
/// <param name="Mistaken" example="false">It was a mistake from the beginning and flags nothing.</param>
internal sealed record FalseIssuerView(
    Guid Id, long Version, DivisionCode County, string Name, string PaperKind, string DocumentNumber, LocalDate ProvenOn, string Note, LocalDate EnteredOn, string EnteredBy,
    LocalDate? ClearedOn, string? ClearingReason, bool Mistaken) : IVersioned, IConcern
{
    Guid IConcern.Concern => Id;

    public static FalseIssuerView Of(FalseIssuer f, long saved) => new(
        f.Id, saved, f.Division, f.Name, f.PaperKind, f.DocumentNumber, f.ProvenOn, f.Note, f.EnteredOn, f.EnteredBy, f.ClearedOn, f.ClearingReason, f.Mistaken);
}
