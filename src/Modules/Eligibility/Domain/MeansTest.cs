using System.Globalization;
using Dibao.Contracts.Eligibility;
using Dibao.Contracts.Households;
using Dibao.Eligibility.Domain.Policies;

namespace Dibao.Eligibility.Domain;

/// <summary>What is weighed.</summary>
/// <param name="On">The day whose law applies.</param>
/// <param name="Scheme">Urban or rural.</param>
/// <param name="Persons">Co-living members counted.</param>
/// <param name="Income">Income counted, fen per year, each kind once.</param>
/// <param name="Assets">Assets counted, fen, each kind once.</param>
internal sealed record MeansInputs(LocalDate On, Scheme Scheme, int Persons, IReadOnlyList<IncomeAmount> Income, IReadOnlyList<AssetAmount> Assets);

/// <summary>The three figures a means test stands on.</summary>
internal sealed record MeansPolicies(PolicyFigure Standard, PolicyFigure Rounding, PolicyFigure AssetLimit)
{
    public static Result<MeansPolicies> From(PoliciesInForce policies)
    {
        var figures = policies.Require(PolicyKeys.Standard, PolicyKeys.Rounding, PolicyKeys.FinancialAssetLimit);
        if (figures.Refused) return figures.Error;
        return new MeansPolicies(figures.Value[0], figures.Value[1], figures.Value[2]);
    }
}

/// <summary>
/// The means test by the difference method (220 Art 27; 57 Art 23; Law Art 18). The yearly income is authoritative; everything is
/// exact in whole fen, and the amount is rounded once, at the end, up to the unit the place has set.
/// </summary>
internal static class MeansTest
{
    public const int Format = 1;
    public const string IncomeAboveStandard = "income_above_standard";
    public const string AssetsOverLimit = "assets_over_limit";

    private const int MonthsPerYear = 12;

    /// <summary>What the limit of financial assets is held against (57 Art 14).</summary>
    private static readonly AssetKind[] Monetary =
        [AssetKind.Deposit, AssetKind.Security, AssetKind.Fund, AssetKind.Insurance, AssetKind.Claim, AssetKind.OnlineFinance];

    /// <summary>The same test again from what a determination says of itself.</summary>
    public static Result<Determination> Replay(Determination earlier)
    {
        var policies = earlier.Policies;
        return Assess(
            new MeansInputs(earlier.On, earlier.Scheme, earlier.Persons, earlier.Income, earlier.Assets),
            new MeansPolicies(
                policies.Single(p => p.Key == PolicyKeys.Standard), policies.Single(p => p.Key == PolicyKeys.Rounding),
                policies.Single(p => p.Key == PolicyKeys.FinancialAssetLimit)));
    }

    public static Result<Determination> Assess(MeansInputs inputs, MeansPolicies policies)
    {
        if (inputs.Persons < 1)
            return EligibilityErrors.NobodyCounted.Because(
                $"{inputs.On:uuuu-MM-dd} 该家庭没有在册成员,请先核对家庭成员。", $"On {inputs.On:uuuu-MM-dd} the household has no living member on file: check its members first.");

        var law = Law.On(inputs.On, inputs.Scheme);
        var persons = inputs.Persons;
        var income = inputs.Income.Sum(i => i.YearlyFen);
        var standard = policies.Standard.Value;
        var yearlyStandard = MonthsPerYear * standard * persons;
        var assets = inputs.Assets.Where(a => Monetary.Contains(a.Kind)).Sum(a => a.ValueFen);
        var limit = policies.AssetLimit.Value * persons;

        var reasons = new List<string>();
        if (income >= yearlyStandard) reasons.Add(IncomeAboveStandard);
        if (assets > limit) reasons.Add(AssetsOverLimit);
        var eligible = reasons.Count == 0;
        var amount = eligible ? RoundUp(yearlyStandard - income, policies.Rounding.Value) : 0;

        var lines = new List<ReasoningLine>
        {
            new("persons.counted", $"共同生活的家庭成员 {persons} 人。", $"{persons} co-living members count.", null, law.Members),
        };
        foreach (var i in inputs.Income)
        {
            lines.Add(new(
                $"income.{Code(i.Kind)}", $"{Zh(i.Kind)}每年 {Yuan(i.YearlyFen)} 元。", $"{En(i.Kind)}: {Yuan(i.YearlyFen)} yuan a year.", i.YearlyFen, law.Income));
        }
        lines.Add(new("income.sum", $"家庭年收入合计 {Yuan(income)} 元。", $"Income of the household: {Yuan(income)} yuan a year.", income, law.Income));
        lines.Add(new(
            "income.per_capita", $"人均年收入 {Yuan(income / persons)} 元(至分,余数舍去,比较时用总额)。",
            $"Per person {Yuan(income / persons)} yuan a year (to the fen, cut off; compared by the sum).", income / persons, law.Income));
        lines.Add(new(
            "standard.monthly", $"当地低保标准每人每月 {Yuan(standard)} 元({policies.Standard.Document} {policies.Standard.Article})。",
            $"Living standard {Yuan(standard)} yuan per person and month ({policies.Standard.Document} {policies.Standard.Article}).", standard, law.Standard));
        lines.Add(income < yearlyStandard
            ? new(
                "income.comparison", $"年收入 {Yuan(income)} 元低于 12 × {Yuan(standard)} × {persons} = {Yuan(yearlyStandard)} 元。",
                $"{Yuan(income)} yuan a year is less than 12 × {Yuan(standard)} × {persons} = {Yuan(yearlyStandard)} yuan.", yearlyStandard, law.Eligibility)
            : new(
                "income.comparison", $"年收入 {Yuan(income)} 元不低于 12 × {Yuan(standard)} × {persons} = {Yuan(yearlyStandard)} 元,不符合条件。",
                $"{Yuan(income)} yuan a year is not less than 12 × {Yuan(standard)} × {persons} = {Yuan(yearlyStandard)} yuan: not eligible.", yearlyStandard, law.Eligibility));
        lines.Add(new("assets.sum", $"金融资产和债权合计 {Yuan(assets)} 元。", $"Financial assets and claims: {Yuan(assets)} yuan.", assets, law.Assets));
        lines.Add(assets <= limit
            ? new(
                "assets.limit", $"未超过限额 {Yuan(policies.AssetLimit.Value)} × {persons} = {Yuan(limit)} 元({policies.AssetLimit.Document})。",
                $"Within the limit of {Yuan(policies.AssetLimit.Value)} × {persons} = {Yuan(limit)} yuan ({policies.AssetLimit.Document}).", limit, law.Assets)
            : new(
                "assets.limit", $"超过限额 {Yuan(policies.AssetLimit.Value)} × {persons} = {Yuan(limit)} 元({policies.AssetLimit.Document}),不符合条件。",
                $"Over the limit of {Yuan(policies.AssetLimit.Value)} × {persons} = {Yuan(limit)} yuan ({policies.AssetLimit.Document}): not eligible.", limit, law.Assets));
        if (eligible)
        {
            var exact = (yearlyStandard - income) / MonthsPerYear;
            lines.Add(new(
                "amount.difference", $"每月差额 ({Yuan(yearlyStandard)} − {Yuan(income)}) ÷ 12 = {Yuan(exact)} 元(至分)。",
                $"Difference per month ({Yuan(yearlyStandard)} − {Yuan(income)}) ÷ 12 = {Yuan(exact)} yuan (to the fen).", exact, law.Amount));
            lines.Add(new(
                "amount.rounding", $"向上取整到 {Yuan(policies.Rounding.Value)} 元的整倍数,每月 {Yuan(amount)} 元({policies.Rounding.Document})。",
                $"Rounded up once to a multiple of {Yuan(policies.Rounding.Value)} yuan: {Yuan(amount)} yuan a month ({policies.Rounding.Document}).", amount, law.Amount));
        }
        else
        {
            lines.Add(new("amount.none", "不符合条件,保障金为 0 元。", "Not eligible: the benefit is 0 yuan.", 0, law.Eligibility));
        }
        return new Determination(
            Format, inputs.On, inputs.Scheme, persons, inputs.Income, inputs.Assets, [policies.Standard, policies.Rounding, policies.AssetLimit],
            lines, eligible, amount, reasons);
    }

    /// <summary>A twelfth of a yearly difference, rounded up once to the unit; exact, because it is divided only here.</summary>
    private static long RoundUp(long yearly, long unit)
    {
        var step = MonthsPerYear * unit;
        return (yearly + step - 1) / step * unit;
    }

    private static string Yuan(long fen) => new Money(fen).ToString();

    private static string Code(IncomeKind kind) => kind.ToString().ToLower(CultureInfo.InvariantCulture);

    private static string Zh(IncomeKind kind) => kind switch
    {
        IncomeKind.Wage => "工资性收入",
        IncomeKind.Business => "经营净收入",
        IncomeKind.Property => "财产净收入",
        IncomeKind.Transfer => "转移净收入",
        _ => "其他应计入收入",
    };

    private static string En(IncomeKind kind) => kind switch
    {
        IncomeKind.Wage => "Wage income",
        IncomeKind.Business => "Net business income",
        IncomeKind.Property => "Net property income",
        IncomeKind.Transfer => "Net transfer income",
        _ => "Other income",
    };

    /// <summary>The articles that rule on a day; amounts and limits themselves come from the policy register.</summary>
    private sealed record Law(string Members, string Income, string Standard, string Eligibility, string Assets, string Amount)
    {
        private static readonly LocalDate Trial = new(2012, 12, 12);
        private static readonly LocalDate Confirmation = new(2021, 7, 1);
        private static readonly LocalDate SocialAssistanceLaw = new(2026, 7, 1);

        public static Law On(LocalDate day, Scheme scheme)
        {
            if (day >= SocialAssistanceLaw) return new("57 Art 7", "57 Art 13", "Law Art 19", "Law Art 18", "Law Art 23; 57 Art 14", "Law Art 18; 57 Art 23");
            if (day >= Confirmation) return new("57 Art 7", "57 Art 13", "649 Art 10", "649 Art 9", "57 Art 14", "57 Art 23");
            if (day >= Trial) return new("220 Art 5", "220 Art 7, 16", "220 Art 4", "220 Art 4", "220 Art 8, 17", "220 Art 27");
            return scheme == Scheme.Urban
                ? new("271 Art 2", "271 Art 2", "271 Art 6", "271 Art 2", "271 Art 2", "271 Art 8")
                : new("国发〔2007〕19号 III", "国发〔2007〕19号 III", "国发〔2007〕19号 III", "国发〔2007〕19号 III", "国发〔2007〕19号 III", "国发〔2007〕19号 III");
        }
    }
}
