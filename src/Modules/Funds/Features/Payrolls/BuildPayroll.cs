using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Operations;
using Dibao.BuildingBlocks.Outbox;
using Dibao.BuildingBlocks.Persistence;
using Dibao.BuildingBlocks.Pipeline;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Funds.Domain;
using Dibao.Funds.Persistence;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dibao.Funds.Features.Payrolls;

/// <summary>Builds the payroll of a county and month from all that was decided up to a fact of that county.</summary>
internal sealed record BuildPayroll(DivisionCode County, Month Month, long? UpTo) : ICommand<BuiltPayrollView>
{
    private const int Chunk = 500;

    /// <summary>Which payroll.</summary>
    /// <param name="County" example="320706">The county, 6 digits.</param>
    /// <param name="Month" example="2012-03">The month; not after the current one.</param>
    /// <param name="UpTo" example="18250">Number of the county's last fact as the caller knows it: refused when there are later ones. Left out, all there are.</param>
    internal sealed record Body(DivisionCode County, Month Month, long? UpTo = null);

    internal sealed class Validator : AbstractValidator<BuildPayroll>
    {
        public Validator()
        {
            RuleFor(c => c.County).IsCounty();
            RuleFor(c => c.UpTo).GreaterThanOrEqualTo(0).WithMessage("事实编号不得为负|A fact number is not negative");
        }
    }

    internal sealed class Handler(DibaoDbContext db, Today today, IMediator mediator, Subscriptions subscriptions) : ICommandHandler<BuildPayroll, BuiltPayrollView>
    {
        public async Task<Result<BuiltPayrollView>> Handle(BuildPayroll request, CancellationToken cancellationToken)
        {
            var (county, month) = (request.County, request.Month);
            if (!db.Caller.Serves(county)) return PlumbingProblems.OutsideDivision.Plain();
            if (await db.Payrolls.AnyAsync(p => p.Division == county && p.Month == month && p.Kind == PayrollKind.Regular, cancellationToken))
                return FundErrors.PayrollExists.Because($"{county} {month} 的名册已生成,遗漏的待遇随下月名册补发。", $"{county} has its payroll of {month}; what it lacks is paid with the next.");
            if (await db.Payrolls.AnyAsync(p => p.Division == county && p.Month > month && p.Kind == PayrollKind.Regular, cancellationToken))
                return FundErrors.PayrollExists.Because($"{county} 已有 {month} 之后月份的名册,欠发的待遇随下月名册补发。", $"{county} has a payroll of a month after {month}; what is owed is paid with the next.");
            var heard = await Heard(county, request.UpTo, cancellationToken);
            if (heard.Refused) return heard.Error;
            var built = Payroll.Build(PayrollKind.Regular, county, month, 1, heard.Value, db.Caller.Subject, today.Date);
            if (built.Refused) return built.Error;

            var (lines, withoutPayee) = await Write(built.Value, cancellationToken);
            if (lines == 0)
                return FundErrors.NothingToPay.Because(
                    $"{county} {month} 没有可发放的待遇;{withoutPayee.Count} 户尚未登记账户。", $"Nothing is due in {county} for {month}; {withoutPayee.Count} households have named no account.");
            built.Value.Fill(lines, withoutPayee.Count);
            db.Add(built.Value);
            return BuiltPayrollView.Of(built.Value, withoutPayee);
        }

        /// <summary>The number up to which every fact of the county has had its effect here; refused while one is still on its way.</summary>
        private async Task<Result<long>> Heard(DivisionCode county, long? asked, CancellationToken cancellation)
        {
            var hearers = subscriptions.Subscribers.Keys.Where(s => s.StartsWith("funds.", StringComparison.Ordinal)).ToList();
            var facts = db.Set<FactRow>().AsNoTracking().Where(f => f.County == county);
            var numbered = await facts.Where(f => f.Sequence != null).MaxAsync(f => f.Sequence, cancellation) ?? 0;
            if (asked > numbered)
                return FundErrors.FactsUndelivered.Because($"{county} 的变动编号目前只到 {numbered},不到 {asked},请稍后再办。", $"The facts of {county} are numbered up to {numbered}, not {asked}: try again shortly.");
            if (asked < numbered)
                return FundErrors.LaterFacts.Because($"{county} 的变动已到编号 {numbered},名册不能只算到 {asked}。", $"The facts of {county} have come to {numbered}: a payroll that stops at {asked} would pay by what is no longer so.");
            var heard = subscriptions.HeardBy(hearers);
            if (await facts.AnyAsync(f => f.Sequence == null && heard.Contains(f.Type), cancellation))
                return FundErrors.FactsUndelivered.Because($"{county} 有变动尚未编号,请稍后再办。", $"A fact of {county} has no number yet: try again shortly.");
            var upTo = asked ?? numbered;
            var waiting = await db.Set<DeliveryRow>().CountAsync(
                d => hearers.Contains(d.Subscriber) && d.State != DeliveryState.Done && d.Fact.County == county && d.Fact.Sequence <= upTo, cancellation);
            return waiting == 0
                ? upTo
                : FundErrors.FactsUndelivered.Because($"{county} 截至编号 {upTo} 有 {waiting} 项变动尚未送达,请稍后再办。", $"{waiting} facts of {county} up to {upTo} are still on their way: try again shortly.");
        }

        private async Task<(int Lines, List<HouseholdId> WithoutPayee)> Write(Payroll payroll, CancellationToken cancellation)
        {
            var (county, month, id, lines) = (payroll.Division, payroll.Month, payroll.Id, 0);
            var withoutPayee = new List<HouseholdId>();
            var partly = new Dictionary<EntitlementId, Month>();
            var running = new HashSet<EntitlementId>();
            var payables = await db.Payables.AsNoTracking()
                .Where(p => p.County == county && p.FirstMonth <= month && (p.PaidThrough == null || p.PaidThrough < month)
                    && (p.LastMonth == null || p.PaidThrough == null || p.LastMonth > p.PaidThrough))
                .OrderBy(p => p.Division).ThenBy(p => p.Entitlement).ToListAsync(cancellation);
            foreach (var chunk in payables.Chunk(Chunk))
            {
                var entitlements = chunk.Select(p => p.Entitlement).ToList();
                var amounts = (await db.PayableAmounts.AsNoTracking().Where(a => entitlements.Contains(a.Entitlement)).ToListAsync(cancellation)).ToLookup(a => a.Entitlement);
                var payees = (await mediator.Send(new GetPayees([.. chunk.Select(p => p.Household).Distinct()]), cancellation)).Value.ToDictionary(p => p.Household);
                var written = new List<PayrollLine>(chunk.Length);
                foreach (var payable in chunk)
                {
                    var due = payable.Due(month, [.. amounts[payable.Entitlement]]).ToList();
                    if (due.Count == 0) continue;
                    var payee = payees.GetValueOrDefault(payable.Household);
                    var taken = due.Where(d => payee?.Takes(d.Month) == true).ToList();
                    written.AddRange(taken.Select(d => PayrollLine.For(id, ++lines, payable, d, payee!)));
                    if (taken.Count > 0 && payable.LastMonth is null) running.Add(payable.Entitlement);
                    if (taken.Count == due.Count) continue;
                    withoutPayee.Add(payable.Household);
                    if (taken.Count > 0) partly.Add(payable.Entitlement, taken[^1].Month);
                }
                await db.WriteMany(written, cancellation);
            }
            var onIt = db.PayrollLines.Where(l => l.Payroll == id);
            var paid = db.Payables.Where(p => p.County == county && onIt.Any(l => l.Entitlement == p.Entitlement));
            var stillRunning = await paid.Where(p => p.LastMonth == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.PaidThrough, month), cancellation);
            if (stillRunning != running.Count) throw new DbUpdateConcurrencyException("An entitlement ended while the payroll was built.");
            await paid.Where(p => p.LastMonth != null).ExecuteUpdateAsync(set => set.SetProperty(p => p.PaidThrough, month), cancellation);
            foreach (var (entitlement, through) in partly)
                await db.Payables.Where(p => p.Entitlement == entitlement).ExecuteUpdateAsync(set => set.SetProperty(p => p.PaidThrough, through), cancellation);
            return (lines, withoutPayee);
        }
    }

    /// <summary>Builds the payroll of a month.</summary>
    /// <remarks>
    /// 57 Art 25: paid by the month into the household's account. Every month owed and on no payroll yet is included, so that arrears are paid
    /// with the next payroll. Refused while a change of an entitlement is still on its way.
    /// </remarks>
    internal static Task<Results<Created<BuiltPayrollView>, ProblemHttpResult>> Endpoint(Body body, IMediator mediator, CancellationToken cancellation) =>
        mediator.Send(new BuildPayroll(body.County, body.Month, body.UpTo), cancellation).Created(p => $"/api/v1/payrolls/{p.Id.Value}");
}
