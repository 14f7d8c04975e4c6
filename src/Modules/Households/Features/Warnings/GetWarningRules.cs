using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Households;
using Dibao.Households.Domain;
using Dibao.Households.Domain.Warnings;
using Dibao.Households.Features.Papers;
using Dibao.Households.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Households.Features.Warnings;

/// <summary>The rules of the hardship monitoring, as of a day.</summary>
internal sealed record GetWarningRules(LocalDate? On) : IQuery<IReadOnlyList<WarningRuleView>>
{
    internal sealed class Handler(Today today) : IQueryHandler<GetWarningRules, IReadOnlyList<WarningRuleView>>
    {
        public Task<Result<IReadOnlyList<WarningRuleView>>> Handle(GetWarningRules request, CancellationToken cancellationToken) =>
            Task.FromResult<Result<IReadOnlyList<WarningRuleView>>>(WarningRule.On(request.On ?? today.Date).OrderBy(r => r.Sort).Select(WarningRuleView.Of).ToList());
    }

    /// <summary>Lists the rules of the hardship monitoring.</summary>
    /// <remarks>国办发〔2023〕39号.</remarks>
    /// <param name="on" example="2024-03-01">The day; today when left out.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    internal static Task<Results<Ok<IReadOnlyList<WarningRuleView>>, ProblemHttpResult>> Endpoint(QueryDate? on, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new GetWarningRules(on), cancellation).Ok();
}

/// <summary>A rule.</summary>
/// <param name="Code" example="payeeMissing">Stable code.</param>
/// <param name="Sort">What it asks for: a, b, c or d.</param>
/// <param name="Zh" example="享受低保而未登记收款账户">Chinese text.</param>
/// <param name="En" example="It draws dibao and has named no account">English text.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">First day on which it holds no longer.</param>
/// <param name="Article" example="39; 57 Art 25">What it stands on.</param>
internal sealed record WarningRuleView(string Code, WarningSort Sort, string Zh, string En, LocalDate ValidFrom, LocalDate? ValidTo, string Article)
{
    public static WarningRuleView Of(WarningRule r) => new(r.Code, r.Sort, r.Zh, r.En, r.InForce.From, r.InForce.To, r.Article);
}
