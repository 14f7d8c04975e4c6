using System.Globalization;
using Dibao.SharedKernel;
using FluentValidation;
using FluentValidation.Validators;

namespace Dibao.BuildingBlocks.Http;

/// <summary>What a rule asks of the shape of a value; the contract repeats it.</summary>
/// <param name="LeastLength">Characters of a text, at least.</param>
/// <param name="MostLength">Characters of a text, at most.</param>
/// <param name="LeastItems">Items of a list, at least.</param>
/// <param name="MostItems">Items of a list, at most.</param>
/// <param name="Pattern">How a text is written.</param>
public sealed record ValueShape(int? LeastLength = null, int? MostLength = null, int? LeastItems = null, int? MostItems = null, string? Pattern = null);

/// <summary>A rule that tells the shape it asks for.</summary>
public interface IShapeRule
{
    /// <summary>The shape.</summary>
    ValueShape Shape { get; }
}

/// <summary>Rules of shape that many commands share. What is left out, where it may be, breaks none of them.</summary>
public static class ShapeRules
{
    /// <summary>Text that a notice or a bank file can carry: no control or format characters.</summary>
    public static bool IsPlain(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest
        && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>One line of visible characters.</summary>
    public static IRuleBuilderOptions<T, string?> Plain<T>(this IRuleBuilder<T, string?> rule, int most, int least = 1) =>
        rule.Shaped(t => t!.Trim().Length >= least && IsPlain(t, most), new(least, most));

    /// <summary>A text of one line or more.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int least, int most) =>
        rule.Shaped(t => t!.Trim().Length >= least && t.Length <= most, new(least, most));

    /// <summary>A reason that somebody else can understand.</summary>
    public static void IsReason<T>(this IRuleBuilder<T, string?> rule) => rule.Text(4, 200).WithMessage("理由须为 4 至 200 个字符|The reason has 4 to 200 characters");

    /// <summary>A citizen number, GB 11643, of 18 characters or 15.</summary>
    public static IRuleBuilderOptions<T, string?> CitizenNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Shaped(n => ResidentIdNumber.TryParse(n, out _), new(Pattern: "^([0-9]{15}|[0-9]{17}[0-9Xx])$"));

    /// <summary>A division of one level: 12 digits name a village or community, 6 a county.</summary>
    public static IRuleBuilderOptions<T, DivisionCode> Digits<T>(this IRuleBuilder<T, DivisionCode> rule, int digits) =>
        rule.Shaped(d => d.Digits == digits, Of(digits));

    /// <inheritdoc cref="Digits{T}(IRuleBuilder{T, DivisionCode}, int)" />
    public static IRuleBuilderOptions<T, DivisionCode?> Digits<T>(this IRuleBuilder<T, DivisionCode?> rule, int digits) =>
        rule.Shaped(d => d!.Value.Digits == digits, Of(digits));

    /// <summary>A list of so many items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyCollection<TItem>?> Items<T, TItem>(this IRuleBuilder<T, IReadOnlyCollection<TItem>?> rule, int least, int most) =>
        rule.Shaped(l => l!.Count >= least && l.Count <= most, new(LeastItems: least, MostItems: most));

    /// <summary>A value that holds to a rule, and how its shape is told.</summary>
    public static IRuleBuilderOptions<T, TValue> Shaped<T, TValue>(this IRuleBuilder<T, TValue> rule, Func<TValue, bool> holds, ValueShape shape) =>
        rule.SetValidator(new ShapeRule<T, TValue>(holds, shape));

    private static ValueShape Of(int digits) => new(Pattern: string.Create(CultureInfo.InvariantCulture, $"^[0-9]{{{digits}}}$"));

    private sealed class ShapeRule<T, TValue>(Func<TValue, bool> holds, ValueShape shape) : PropertyValidator<T, TValue>, IShapeRule
    {
        public override string Name => nameof(ShapeRule<T, TValue>);

        public ValueShape Shape => shape;

        public override bool IsValid(ValidationContext<T> context, TValue value) => value is null || holds(value);
    }
}
