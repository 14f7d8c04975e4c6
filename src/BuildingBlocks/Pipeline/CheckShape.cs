using System.Text.Json;
using Dibao.SharedKernel;
using FluentValidation;
using MediatR;

namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>Runs the validators of a message: shape only, never law.</summary>
internal sealed class CheckShape<TRequest, T>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>
{
    public async Task<Result<T>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<T>> next)
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (result.IsValid) continue;
            var fields = result.Errors.Select(e => Field(e.PropertyName, e.ErrorMessage)).ToList();
            return PlumbingProblems.InvalidRequest.Because(
                $"有 {fields.Count} 处不符合要求,请按 errors 更正。", $"{fields.Count} fields are wrong: correct those listed in errors.") with
            { Fields = fields };
        }
        return await next();
    }

    /// <summary>Messages are written "中文|English".</summary>
    private static FieldError Field(string path, string message)
    {
        var parts = message.Split('|', 2);
        return new(CamelPath(path), parts[0], parts[^1]);
    }

    private static string CamelPath(string path) =>
        string.Join('.', path.Split('.').Select(part => JsonNamingPolicy.CamelCase.ConvertName(part)));
}
