using Dibao.SharedKernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dibao.BuildingBlocks.Http;

/// <summary>A view of something mutable; its version becomes the ETag.</summary>
public interface IVersioned
{
    /// <summary>Version of the aggregate shown.</summary>
    long Version { get; }
}

/// <summary>From what a handler answers to what HTTP answers.</summary>
public static class Answers
{
    /// <summary>200 with the value.</summary>
    public static async Task<Results<Ok<T>, ProblemHttpResult>> Ok<T>(this Task<Result<T>> answer) =>
        await answer is var result && result.Refused ? result.Error.Answer() : TypedResults.Ok(result.Value);

    /// <summary>201 with the value and where it is.</summary>
    public static async Task<Results<Created<T>, ProblemHttpResult>> Created<T>(this Task<Result<T>> answer, Func<T, string> location) =>
        await answer is var result && result.Refused ? result.Error.Answer() : TypedResults.Created(location(result.Value), result.Value);

    /// <summary>204.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> NoContent(this Task<Result<Done>> answer) =>
        await answer is var result && result.Refused ? result.Error.Answer() : TypedResults.NoContent();
}
