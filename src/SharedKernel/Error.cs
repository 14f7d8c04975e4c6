namespace Dibao.SharedKernel;

/// <summary>What a refusal means to the caller; decides the HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>400: the shape is wrong.</summary>
    Shape,

    /// <summary>401: nobody knows who asks.</summary>
    Unauthenticated,

    /// <summary>403: this caller may not.</summary>
    Forbidden,

    /// <summary>404: there is none, or none in the caller's division.</summary>
    NotFound,

    /// <summary>405: the route does not know this method.</summary>
    MethodNotAllowed,

    /// <summary>409: it clashes with what is there.</summary>
    Conflict,

    /// <summary>412: the caller saw an older version.</summary>
    Stale,

    /// <summary>413: the body is over the route's limit.</summary>
    TooLarge,

    /// <summary>415: the body is of a kind the route does not take.</summary>
    MediaType,

    /// <summary>422: the law or the procedure forbids it.</summary>
    Rule,

    /// <summary>428: the version the caller saw must be stated.</summary>
    PreconditionRequired,

    /// <summary>429: too many requests.</summary>
    TooMany,

    /// <summary>500: a defect of this system.</summary>
    Defect,

    /// <summary>503: the database is not to be had just now.</summary>
    Unavailable,
}

/// <summary>A kind of refusal: stable code, titles in both languages, the article it stands on.</summary>
/// <param name="Code">Stable, <c>module.snake_case</c>; the problem type is <c>urn:dibao:</c> followed by it.</param>
/// <param name="Kind">What it means to the caller.</param>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Article">Article of law it stands on, where there is one.</param>
public sealed record ProblemType(string Code, ErrorKind Kind, string TitleZh, string TitleEn, string? Article = null)
{
    /// <summary>This refusal in one case: what is wrong, with which value, what to do. Never personal data.</summary>
    public Error Because(string zh, string en) => new(this, zh, en);

    /// <summary>This refusal where the title says it all.</summary>
    public Error Plain() => new(this, TitleZh, TitleEn);
}

/// <summary>One field that is wrong.</summary>
/// <param name="Path">JSON path of the field, camelCase.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">What is wrong, in English.</param>
public sealed record FieldError(string Path, string Zh, string En);

/// <summary>A refusal, written for the clerk who reads it.</summary>
/// <param name="Type">Which refusal.</param>
/// <param name="DetailZh">What is wrong and what to do, in Chinese.</param>
/// <param name="DetailEn">The same in English.</param>
public sealed record Error(ProblemType Type, string DetailZh, string DetailEn)
{
    /// <summary>The fields at fault, when the shape is wrong.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];
}
