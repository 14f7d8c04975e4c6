using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Place;
using Dibao.Households.Domain.Reference;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Place;

/// <summary>Asks the place where a household lives, or where a member is registered, for something.</summary>
internal sealed record AskPlace(HouseholdId Household, DivisionCode To, PlaceRequestKind Kind, string Text) : ICommand<PlaceRequestView>, IConcern
{
    Guid IConcern.Concern => Household.Value;

    /// <summary>A request.</summary>
    /// <param name="To" example="320707102">The township or county that is asked: 9 or 6 digits.</param>
    /// <param name="Kind">What it is asked for.</param>
    /// <param name="Text" example="请入户核实实际居住人口和居住条件">What is to be found out, 4 to 1000 characters.</param>
    internal sealed record Body(DivisionCode To, PlaceRequestKind Kind, string Text);

    internal sealed class Validator : AbstractValidator<AskPlace>
    {
        public Validator()
        {
            RuleFor(c => c.To).Must(t => t.Digits is 6 or 9).WithMessage("被请求地须为乡镇(街道)或者县:9 位或 6 位代码|A township or county is asked: 9 or 6 digits");
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Text).Plain(1000, 4).WithMessage(PlaceRequestView.TextMessage);
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator) : ICommandHandler<AskPlace, PlaceRequestView>
    {
        public async Task<Result<PlaceRequestView>> Handle(AskPlace request, CancellationToken cancellationToken)
        {
            // Two who ask the same at once come after each other.
            if (await db.Households.Where(h => h.Id == request.Household).ExecuteUpdateAsync(set => set.SetProperty(h => h.Version, h => h.Version), cancellationToken) == 0)
                return PaperShapes.NoHousehold();
            var household = (await db.HouseholdToRead(request.Household, cancellationToken))!;
            var limit = PlaceRequest.Limits.On(request.Kind.ToString(), today.Date);
            var due = await mediator.Send(new GetLastDay(today.Date, limit.Days, limit.Working), cancellationToken);
            if (due.Refused) return due.Error;
            var asked = PlaceRequest.Ask(household, db.Caller.Division, new(request.To, request.Kind, request.Text.Trim(), due.Value, limit.Article), db.Caller.Subject, today.Date);
            if (asked.Refused) return asked.Error;
            if (await db.PlaceRequests.AnyAsync(
                    r => r.Household == request.Household && r.OtherDivision == request.To && r.Kind == request.Kind && r.AnsweredOn == null && r.WithdrawnOn == null, cancellationToken))
                return PlaceErrors.AskedBefore.Because($"已向 {request.To} 提出同类请求,请等待答复或先撤回。", $"The same is asked of {request.To}: wait for the answer, or withdraw it first.");
            db.Add(asked.Value);
            return PlaceRequestView.Of(asked.Value, today.Date, asked.Value.Version + 1);
        }
    }

    /// <summary>Asks another place for something about a household.</summary>
    /// <remarks>57 Art 5: the place that accepts a household handles it, the others assist. The asking and the asked place see the request, and no third.</remarks>
    internal static Task<Results<Created<PlaceRequestView>, ProblemHttpResult>> Endpoint(Guid id, Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new AskPlace(new(id), body.To, body.Kind, body.Text), cancellation).Created(r => $"/api/v1/place-requests/{r.Id}");
}

/// <summary>A request to another place.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">Its version, also the ETag.</param>
/// <param name="Household">The household.</param>
/// <param name="FileNumber" example="320706-2012-000123">Its file.</param>
/// <param name="From" example="320706001">The place that asks.</param>
/// <param name="To" example="320707102">The place that is asked.</param>
/// <param name="Kind">What it is asked for.</param>
/// <param name="Text" example="请入户核实实际居住人口和居住条件">What is to be found out.</param>
/// <param name="State">How it stands with it today.</param>
/// <param name="AskedOn">When it was asked.</param>
/// <param name="AskedBy" example="demo-township-officer">Who asked.</param>
/// <param name="DueOn">Last day for the answer.</param>
/// <param name="Article" example="57 Art 5; assumed 10 working days">What the limit stands on.</param>
/// <param name="Found" example="true">Whether what was asked for was found; null until answered.</param>
/// <param name="Answer" example="该户三人常住,两间平房">The answer.</param>
/// <param name="AnsweredOn">When it was answered.</param>
/// <param name="AnsweredBy" example="demo-township-officer">Who answered.</param>
/// <param name="Evidence">A paper that the asked place brought onto the household's file.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
/// <param name="WithdrawalReason" example="该户已迁回">Why.</param>
internal sealed record PlaceRequestView(
    Guid Id, long Version, HouseholdId Household, string FileNumber, DivisionCode From, DivisionCode To, PlaceRequestKind Kind, string Text, PlaceRequestState State,
    LocalDate AskedOn, string AskedBy, LocalDate DueOn, string Article, bool? Found, string? Answer, LocalDate? AnsweredOn, string? AnsweredBy, Guid? Evidence,
    LocalDate? WithdrawnOn, string? WithdrawalReason) : IVersioned, IConcern
{
    public const string TextMessage = "内容须为 4 至 1000 个字符|A text has 4 to 1000 characters";

    Guid IConcern.Concern => Household.Value;

    public static PlaceRequestView Of(PlaceRequest r, LocalDate today, long saved) => new(
        r.Id, saved, r.Household, r.FileNumber, r.Division, r.OtherDivision, r.Kind, r.Text, r.State(today), r.AskedOn, r.AskedBy, r.DueOn, r.Article, r.Found, r.Answer,
        r.AnsweredOn, r.AnsweredBy, r.Evidence, r.WithdrawnOn, r.WithdrawalReason);
}
