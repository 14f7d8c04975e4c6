using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Officers;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Officers;

/// <summary>Enters an officer with his relatives on the county's register; households in which one of them lives are filed at once.</summary>
internal sealed record EnterOfficer(EnterOfficer.Body Entry) : ICommand<OfficerView>
{
    private const int CountyDigits = 6;
    private const int MostKin = 60;

    /// <summary>An officer.</summary>
    /// <param name="Kind" example="townshipHandler">countyCivilAffairs, townshipHandler, townshipLeader or committeeMember.</param>
    /// <param name="Office" example="320706001">Where he serves: county, township or village, by kind.</param>
    /// <param name="Post" example="民政办经办人员">His post, 1 to 100 characters.</param>
    /// <param name="Name" example="李建国">Name, 1 to 50 characters.</param>
    /// <param name="IdNumber" example="11010519491231002X">Citizen number, GB 11643.</param>
    /// <param name="From" example="2024-03-01">Since when he serves; not after today.</param>
    /// <param name="To" example="2026-03-01">First day on which he no longer does; open when left out.</param>
    /// <param name="Kin">His relatives, at most 60.</param>
    internal sealed record Body(
        OfficerKind Kind, DivisionCode Office, string Post, string Name, string IdNumber, LocalDate From, LocalDate? To = null, IReadOnlyList<KinBody>? Kin = null);

    internal sealed class Validator : AbstractValidator<EnterOfficer>
    {
        public Validator()
        {
            RuleFor(c => c.Entry.Kind).IsInEnum();
            RuleFor(c => c.Entry.Post).Plain(100).OverridePropertyName("post").WithMessage("岗位须为 1 至 100 个字符|A post has 1 to 100 characters");
            RuleFor(c => c.Entry.Name).Plain(50).OverridePropertyName("name").WithMessage("姓名须为 1 至 50 个可见字符|A name has 1 to 50 visible characters");
            RuleFor(c => c.Entry.IdNumber).CitizenNumber().OverridePropertyName("idNumber")
                .WithMessage("公民身份号码不正确(GB 11643:18 位,校验码须相符)|Not a valid citizen number (GB 11643: 18 characters, check digit)");
            RuleFor(c => c.Entry.Kin).Items(0, MostKin).OverridePropertyName("kin").WithMessage("亲属不超过 60 人|At most 60 relatives");
            RuleForEach(c => c.Entry.Kin).SetValidator(new KinBody.Validator()).OverridePropertyName("kin");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, Sealing sealing) : ICommandHandler<EnterOfficer, OfficerView>
    {
        public async Task<Result<OfficerView>> Handle(EnterOfficer request, CancellationToken cancellationToken)
        {
            if (db.Caller.Division.Digits != CountyDigits) return PlumbingProblems.OutsideDivision.Because("经办人员名录由县级登记。", "The register of officers is kept by counties.");
            var body = request.Entry;
            var person = KinBody.Seal(body.Name, body.IdNumber, Officer.NameColumn, Officer.NumberColumn, sealing);
            if (await db.Officers.AnyAsync(o => o.NumberHash == person.Hash && o.Division == db.Caller.Division && (o.To == null || o.To > body.From), cancellationToken))
                return OfficerErrors.Entered.Because("该人员已在名录中且尚未离任,请先登记离任。", "He is on the register and has not left: enter his leaving first.");
            var entered = Officer.Enter(
                db.Caller.Division, body.Kind, body.Office, body.Post.Trim(), person, body.From, body.To, [.. (body.Kin ?? []).Select(k => k.Sealed(sealing, body.From))],
                db.Caller.Subject, today.Date, today.Now);
            if (entered.Refused) return entered.Error;
            db.Add(entered.Value);
            await db.FileHouseholdsOf(entered.Value, entered.Value.Kin, today, cancellationToken);
            return OfficerView.Of(entered.Value, entered.Value.Version + 1, sealing, db.Caller);
        }
    }

    /// <summary>Enters an officer and his near relatives.</summary>
    /// <remarks>220 Art 14; 57 Art 11. Households of the county in which he or a near relative lives are filed in the same transaction.</remarks>
    internal static Task<Results<Created<OfficerView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new EnterOfficer(body), cancellation).Created(_ => "/api/v1/officers");
}
