using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Features.Payees;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features;

/// <summary>A household as valid on one day and as known at one instant.</summary>
internal sealed record GetHousehold(HouseholdId Household, LocalDate? ValidAt, Instant? KnownAt) : IQuery<HouseholdView>
{
    /// <summary>The household once per member; it has one payee at most on a day.</summary>
    private static readonly Func<DibaoDbContext, HouseholdId, LocalDate, Instant, CancellationToken, Task<List<Row>>> WithMembers =
        CompiledQuery.Of((DibaoDbContext db, HouseholdId id, LocalDate day, Instant known) =>
            from household in db.Set<Household>()
            where household.Id == id
            from member in db.Set<Member>().Where(m => m.Household == household.Id).Where(TwoTimes.Holding<Member>(day, known)).DefaultIfEmpty()
            from payee in db.Set<PayeeAccount>().Where(p => p.Household == household.Id).Where(TwoTimes.Holding<PayeeAccount>(day, known)).DefaultIfEmpty()
            select new Row(
                household.Version, household.FileNumber, household.Division, household.Residence, household.Hukou, household.RegisteredOn, household.MaskedPhone,
                member == null ? null : new MemberRow(
                    member.Person, member.Name, member.MaskedIdNumber, member.BirthDate, member.Sex, member.Relationship, member.Labour,
                    member.Registered, member.Standing, member.StandingSince, member.Marital, member.MaritalSince, member.Education, member.GraduatesOn,
                    member.Employment, member.PersonClass, member.Categories, member.HealthState, member.Disability, member.Grade, member.SeriousIllness),
                payee == null ? null : new PayeeView(
                    payee.Id, payee.Kind, payee.Holder, payee.HolderName, payee.MaskedHolderNumber, payee.Ward, payee.Bank, payee.MaskedNumber, payee.ValidFrom, payee.ValidTo,
                    GroundView.Of(payee.GroundPaper, payee.GroundNumber, payee.GroundSignedOn, payee.GroundParties), PayeeWarning.Of(payee.FailsCheckDigit))));

    private static readonly Func<DibaoDbContext, HouseholdId, LocalDate, Instant, CancellationToken, Task<List<Line>>> Means =
        CompiledQuery.Of((DibaoDbContext db, HouseholdId id, LocalDate day, Instant known) => db.Set<IncomeLine>()
            .Where(l => l.Household == id).Where(TwoTimes.Holding<IncomeLine>(day, known)).Select(l => new { IsIncome = true, Kind = (int)l.Kind, Amount = l.Yearly })
            .Concat(db.Set<AssetLine>().Where(l => l.Household == id).Where(TwoTimes.Holding<AssetLine>(day, known)).Select(l => new { IsIncome = false, Kind = (int)l.Kind, Amount = l.Value }))
            .Select(l => new Line(l.IsIncome, l.Kind, l.Amount)));

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetHousehold, HouseholdView>
    {
        public async Task<Result<HouseholdView>> Handle(GetHousehold request, CancellationToken cancellationToken)
        {
            var (id, day, known) = (request.Household, request.ValidAt ?? today.Date, request.KnownAt ?? TwoTimes.Lastly);
            var rows = await WithMembers(db, id, day, known, cancellationToken);
            if (rows is not [var first, ..]) return PlumbingProblems.NotFound.Because("没有该家庭,或不在您的管辖区域内。", "There is no such household in the division you serve.");
            var means = await Means(db, id, day, known, cancellationToken);
            return new HouseholdView(
                id, first.Version, first.FileNumber, first.Division, first.Residence, first.Hukou, first.RegisteredOn,
                [.. rows.Select(r => r.Member).OfType<MemberRow>().OrderBy(m => m.Relationship).ThenBy(m => m.BirthDate).Select(m => MemberView.Of(m, day, db.Caller))],
                [.. means.Where(l => l.IsIncome).OrderBy(l => l.Kind).Select(l => new IncomeAmount((IncomeKind)l.Kind, l.Amount.Fen))],
                [.. means.Where(l => !l.IsIncome).OrderBy(l => l.Kind).Select(l => new AssetAmount((AssetKind)l.Kind, l.Amount.Fen))],
                first.Payee, first.MaskedPhone);
        }
    }

    /// <summary>Reads a household.</summary>
    /// <param name="id" example="01980000-0000-7000-8000-000000000001">The household.</param>
    /// <param name="validAt" example="2012-06-30">The day on which it is to be true; today when left out.</param>
    /// <param name="knownAt" example="2012-07-01T00:00:00Z">The instant whose knowledge counts; now when left out.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Endpoint(
        Guid id, QueryDate? validAt, QueryInstant? knownAt, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetHousehold(new(id), validAt, knownAt), cancellation).Ok();

    private sealed record Row(
        long Version, string FileNumber, DivisionCode Division, DivisionCode Residence, HukouKind Hukou, LocalDate RegisteredOn, string? MaskedPhone, MemberRow? Member, PayeeView? Payee);

    /// <summary>A line of income or of assets.</summary>
    private sealed record Line(bool IsIncome, int Kind, Money Amount);
}
