using Dibao.BuildingBlocks.Http;
using FluentValidation;

namespace Dibao.Funds.Features;

/// <summary>Shapes that several messages ask for.</summary>
internal static class Shapes
{
    /// <summary>Books and payrolls are kept by county.</summary>
    public static IRuleBuilderOptions<T, DivisionCode> IsCounty<T>(this IRuleBuilder<T, DivisionCode> rule) =>
        rule.Digits(6).WithMessage("须为 6 位县级代码|A county has six digits");
}
