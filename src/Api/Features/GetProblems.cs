using System.Reflection;
using Dibao.Api.Startup;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Pipeline;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.Api.Features;

/// <summary>A kind of refusal.</summary>
/// <param name="Type" example="urn:dibao:request.stale">Problem type, stable.</param>
/// <param name="Status" example="412">HTTP status.</param>
/// <param name="TitleZh">Title in Chinese.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="Article">Article it stands on, where there is one.</param>
internal sealed record GetProblems(string Type, int Status, string TitleZh, string TitleEn, string? Article)
{
    /// <summary>Every refusal there is, found where it is declared.</summary>
    public static readonly IReadOnlyList<ProblemType> All =
    [
        .. Roof.Modules.Select(m => m.GetType().Assembly).Append(typeof(PlumbingProblems).Assembly).Distinct()
            .SelectMany(a => a.GetTypes()).SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(ProblemType)).Select(f => (ProblemType)f.GetValue(null)!).DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal),
    ];

    /// <summary>Lists every problem type this API answers.</summary>
    internal static Ok<IReadOnlyList<GetProblems>> Endpoint() => TypedResults.Ok<IReadOnlyList<GetProblems>>(
        [.. All.Select(p => new GetProblems(Problems.Urn + p.Code, Problems.Status(p.Kind), p.TitleZh, p.TitleEn, p.Article))]);
}
