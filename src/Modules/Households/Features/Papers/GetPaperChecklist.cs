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

/// <summary>The checklist of papers by circumstance, as of a day.</summary>
internal sealed record GetPaperChecklist(LocalDate? On) : IQuery<IReadOnlyList<ChecklistLine>>
{
    internal sealed class Handler(Today today) : IQueryHandler<GetPaperChecklist, IReadOnlyList<ChecklistLine>>
    {
        public Task<Result<IReadOnlyList<ChecklistLine>>> Handle(GetPaperChecklist request, CancellationToken cancellationToken) =>
            Task.FromResult<Result<IReadOnlyList<ChecklistLine>>>(PaperChecklist.On(request.On ?? today.Date).Select(ChecklistLine.Of).ToList());
    }

    /// <summary>Reads the checklist of papers.</summary>
    /// <remarks>57 Art 9 and 10; Law Art 40 and 62. What the information check supplies is listed as such and never asked.</remarks>
    /// <param name="on" example="2026-11-22">The day whose law counts; today when left out.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<IReadOnlyList<ChecklistLine>>, ProblemHttpResult>> Endpoint(QueryDate? on, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetPaperChecklist(on), cancellation).Ok();
}

/// <summary>A line of the checklist.</summary>
/// <param name="Kind" example="disabilityCard">Code of the paper.</param>
/// <param name="NameZh" example="残疾人证">Chinese name.</param>
/// <param name="NameEn" example="Disability card">English name.</param>
/// <param name="When">The circumstance.</param>
/// <param name="PerPerson" example="true">Whether each member concerned brings one.</param>
/// <param name="FromAge" example="0">Youngest age at which a member brings it.</param>
/// <param name="SuppliedByCheck" example="false">The information check supplies it: never asked.</param>
/// <param name="PromiseAllowed" example="false">A written promise may stand in for it (83 I(2)).</param>
/// <param name="ValidFrom">First day on which the line holds.</param>
/// <param name="ValidTo">First day on which it holds no longer.</param>
/// <param name="Article" example="57 Art 9">What it stands on.</param>
internal sealed record ChecklistLine(
    string Kind, string NameZh, string NameEn, Circumstance When, bool PerPerson, int FromAge, bool SuppliedByCheck, bool PromiseAllowed, LocalDate ValidFrom, LocalDate? ValidTo, string Article)
{
    public static ChecklistLine Of(PaperLine l) => new(l.Kind, l.NameZh, l.NameEn, l.When, l.PerPerson, l.FromAge, l.SuppliedByCheck, l.PromiseAllowed, l.InForce.From, l.InForce.To, l.Article);
}
