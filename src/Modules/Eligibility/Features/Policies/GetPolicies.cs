using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain;
using Dibao.Eligibility.Domain.Policies;
using Dibao.Eligibility.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Eligibility.Features.Policies;

/// <summary>The figures that rule in a place on a day; with <c>history</c>, every figure ever entered for it and the places above.</summary>
internal sealed record GetPolicies(DivisionCode Division, Scheme? Scheme, LocalDate? On, string? Key, bool History) : IQuery<IReadOnlyList<PolicyView>>
{
    private const int Most = 2000;

    internal sealed class Validator : AbstractValidator<GetPolicies>
    {
        public Validator()
        {
            RuleFor(q => q.Key).Must(k => k is null || PolicyKey.Find(k) is not null).WithMessage("政策项目不存在|Not a key of the policy register");
            RuleFor(q => q.Scheme).IsInEnum().WithMessage("类别不正确|Not a known scheme");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : IQueryHandler<GetPolicies, IReadOnlyList<PolicyView>>
    {
        public async Task<Result<IReadOnlyList<PolicyView>>> Handle(GetPolicies request, CancellationToken cancellationToken)
        {
            var places = PoliciesInForce.Above(request.Division);
            var found = db.PolicyValues.AsNoTracking().Where(p => places.Contains(p.Division));
            if (request.Key is { } key) found = found.Where(p => p.Key == key);
            if (request.Scheme is { } scheme) found = found.Where(p => p.Scheme == null || p.Scheme == scheme);
            if (!request.History) found = found.AsOf(request.On ?? today.Date);
            var rows = await found.OrderBy(p => p.Key).ThenBy(p => p.Id).Take(Most).ToListAsync(cancellationToken);
            if (request.History) return rows.ConvertAll(PolicyView.Of);

            IReadOnlyList<Scheme> schemes = request.Scheme is { } one ? [one] : [Contracts.Eligibility.Scheme.Urban, Contracts.Eligibility.Scheme.Rural];
            return rows.GroupBy(p => p.Key)
                .SelectMany(g => schemes.Select(s => PoliciesInForce.Ruling(g, request.Division, s)))
                .OfType<PolicyValue>().Distinct().Select(PolicyView.Of).ToList();
        }
    }

    /// <summary>Lists the policy values in force in a place.</summary>
    /// <remarks>Open to everybody (Law Art 8: policies are made public).</remarks>
    /// <param name="division" example="320706">The place; what rules there comes from it and from the places it lies in.</param>
    /// <param name="scheme" example="urban">Only urban or only rural; both when left out.</param>
    /// <param name="on" example="2012-06-30">The day; today when left out.</param>
    /// <param name="key" example="standard.monthly">Only this key.</param>
    /// <param name="mediator"></param>
    /// <param name="cancellation"></param>
    /// <param name="history" example="false">Every figure ever entered instead, superseded ones included; at most 2000.</param>
    internal static Task<Results<Ok<IReadOnlyList<PolicyView>>, ProblemHttpResult>> Endpoint(
        DivisionCode division, QueryCode<Scheme>? scheme, QueryDate? on, string? key, IMediator mediator, CancellationToken cancellation, bool history = false) =>
        mediator.Send(new GetPolicies(division, scheme, on, key, history), cancellation).Ok();
}
