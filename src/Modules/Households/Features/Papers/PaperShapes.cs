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

/// <summary>Shapes that papers, declarations and credit entries have in common.</summary>
internal static class PaperShapes
{
    public const string KindMessage = "材料种类不存在|Not a kind of paper on the checklist";
    public const string CursorMessage = "游标与查询条件不符|This cursor belongs to another list";

    public static bool IsKind(string? kind) => kind is not null && PaperChecklist.Find(kind) is not null;

    /// <summary>A note of what there is to say.</summary>
    public static IRuleBuilderOptions<T, string?> IsNote<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Plain(400, 4).WithMessage("说明须为 4 至 400 个字符|A note has 4 to 400 characters");

    public static Error NoHousehold() => PlumbingProblems.NotFound.Because("没有该家庭,或不在您的管辖区域内。", "There is no such household in the division you serve.");
}
