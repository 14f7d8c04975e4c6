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

/// <summary>Enters a figure of the law for a place from a day on; what was believed before stays on record.</summary>
internal sealed record SetPolicy(
    string Key, Scheme? Scheme, DivisionCode Division, long Value, string Unit, string Document, string Article, LocalDate ValidFrom, LocalDate? ValidTo)
    : ICommand<PolicyView>
{
    /// <summary>A figure.</summary>
    /// <param name="Key" example="standard.monthly">A key of the register.</param>
    /// <param name="Scheme" example="urban">Urban or rural; left out for both.</param>
    /// <param name="Division" example="320706">The place: county or below, city, province, or 0 for the nation.</param>
    /// <param name="Value" example="45000">The value in its unit; money in fen.</param>
    /// <param name="Unit" example="fen">fen, days, workingDays, months, persons, thirds or flag, as the key takes it.</param>
    /// <param name="Document" example="海政发〔2012〕31号">Number of the document, 1 to 100 characters.</param>
    /// <param name="Article" example="Art 2">Article, at most 60 characters.</param>
    /// <param name="ValidFrom" example="2012-07-01">First day in force.</param>
    /// <param name="ValidTo" example="2013-07-01">First day no longer in force; left out while open.</param>
    internal sealed record Body(
        string Key, DivisionCode Division, long Value, string Unit, string Document, string Article, LocalDate ValidFrom, LocalDate? ValidTo = null, Scheme? Scheme = null);

    internal sealed class Validator : AbstractValidator<SetPolicy>
    {
        public Validator()
        {
            RuleFor(c => c.Key).Must(k => PolicyKey.Find(k) is not null).WithMessage("政策项目不存在|Not a key of the policy register");
            RuleFor(c => c.Unit).Must((c, unit) => PolicyKey.Find(c.Key) is not { } key || key.Units.Contains(unit, StringComparer.Ordinal))
                .WithMessage("单位与项目不符|This unit does not fit the key");
            RuleFor(c => c.Value).Must((c, value) => PolicyKey.Find(c.Key) is not { } key || (value >= key.Least && value <= key.Most))
                .WithMessage("数值超出该项目范围|This value is out of the key's range");
            RuleFor(c => c.Scheme).IsInEnum().WithMessage("类别不正确|Not a known scheme");
            RuleFor(c => c.Document).Text(1, 100).WithMessage("文号须为 1 至 100 个字符|A document has 1 to 100 characters");
            RuleFor(c => c.Article).MaximumLength(60).WithMessage("条款不超过 60 个字符|An article has at most 60 characters");
            RuleFor(c => c.ValidTo).Must((c, to) => to is null || to > c.ValidFrom).WithMessage("失效日须晚于生效日|It ends after it begins");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today) : ICommandHandler<SetPolicy, PolicyView>
    {
        public async Task<Result<PolicyView>> Handle(SetPolicy request, CancellationToken cancellationToken)
        {
            if (!db.Caller.Serves(request.Division)) return PlumbingProblems.OutsideDivision.Plain();
            await db.TakeNumbers($"policy:{request.Key}:{request.Division}:{request.Scheme}", 0, cancellationToken); // two who set one figure come after each other
            var before = await db.PolicyValues
                .Where(p => p.Key == request.Key && p.Division == request.Division && p.Scheme == request.Scheme && p.Superseded == null)
                .ToListAsync(cancellationToken);
            var rows = new List<PolicyValue>(before);
            var value = new PolicyValue(
                request.Key, request.Scheme, request.Division, request.Value, request.Unit, request.Document.Trim(), request.Article.Trim(),
                request.ValidFrom, request.ValidTo, today.Now);
            rows.Put(value, (row, day) => row.Until(day, today.Now), today.Now);
            db.AddRange(rows.Except(before));
            return PolicyView.Of(value);
        }
    }

    /// <summary>Sets a policy value.</summary>
    /// <remarks>
    /// A value ends what was set before for the same key, scheme and place from its first day on. Only who serves the whole place may
    /// set it; a value for the nation takes a caller who serves the nation.
    /// </remarks>
    internal static Task<Results<Created<PolicyView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(
            new SetPolicy(body.Key, body.Scheme, body.Division, body.Value, body.Unit, body.Document, body.Article, body.ValidFrom, body.ValidTo), cancellation)
            .Created(p => $"/api/v1/policies?division={p.Division}&key={p.Key}");
}

/// <summary>A figure of the register.</summary>
/// <param name="Id">The row.</param>
/// <param name="Key" example="standard.monthly">The key.</param>
/// <param name="Scheme">Urban or rural; null for both.</param>
/// <param name="Division" example="320706">The place; 0 for the nation.</param>
/// <param name="Value" example="45000">The value in its unit.</param>
/// <param name="Unit" example="fen">Its unit.</param>
/// <param name="Document">Number of the document.</param>
/// <param name="Article">Article.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="ValidTo">First day no longer in force; null while open.</param>
/// <param name="Recorded">When it was entered.</param>
/// <param name="Superseded">When another belief took its place; null while believed.</param>
internal sealed record PolicyView(
    Guid Id, string Key, Scheme? Scheme, DivisionCode Division, long Value, string Unit, string Document, string Article,
    LocalDate ValidFrom, LocalDate? ValidTo, Instant Recorded, Instant? Superseded) : IConcern
{
    Guid IConcern.Concern => Id;

    public static PolicyView Of(PolicyValue p) => new(
        p.Id, p.Key, p.Scheme, p.Division, p.Value, p.Unit, p.Document, p.Article, p.ValidFrom, p.ValidTo, p.Recorded, p.Superseded);
}
