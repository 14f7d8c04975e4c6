using System.Diagnostics.CodeAnalysis;

namespace Dibao.SharedKernel;

/// <summary>What a request answers: a value, or a refusal that names its reason.</summary>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>The refusal; null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when refused.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool Refused => Error is not null;

    /// <summary>The value; throws when refused.</summary>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Refused: {Error.Type.Code}");

    /// <summary>Success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Refusal.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}

/// <summary>The value of a step that answers nothing but "done".</summary>
public readonly record struct Done
{
    /// <summary>Done.</summary>
    public static readonly Done It;
}
