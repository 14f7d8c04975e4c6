using Dibao.SharedKernel;
using static Dibao.SharedKernel.ErrorKind;

namespace Dibao.BuildingBlocks.Pipeline;

/// <summary>Refusals that any route may answer.</summary>
public static class PlumbingProblems
{
    /// <summary>The body, a parameter or a header has the wrong shape.</summary>
    public static readonly ProblemType InvalidRequest = new("request.invalid", Shape, "请求格式不正确", "The request has the wrong shape");

    /// <summary>No valid token.</summary>
    public static readonly ProblemType Unauthenticated = new("access.unauthenticated", ErrorKind.Unauthenticated, "需要登录", "A valid token is needed");

    /// <summary>The token does not allow it.</summary>
    public static readonly ProblemType Forbidden = new("access.forbidden", ErrorKind.Forbidden, "无权办理", "Your role does not allow this");

    /// <summary>The place is outside the caller's division.</summary>
    public static readonly ProblemType OutsideDivision =
        new("access.outside_division", ErrorKind.Forbidden, "不在您的管辖区域内", "Outside the division you serve");

    /// <summary>No such thing, or none the caller may see.</summary>
    public static readonly ProblemType NotFound = new("request.not_found", ErrorKind.NotFound, "未找到", "Not found");

    /// <summary>The route does not know this method.</summary>
    public static readonly ProblemType MethodNotAllowed = new("request.method_not_allowed", ErrorKind.MethodNotAllowed, "不支持该方法", "Method not allowed");

    /// <summary>Somebody changed it meanwhile.</summary>
    public static readonly ProblemType Stale =
        new("request.stale", ErrorKind.Stale, "数据已被他人修改,请刷新后再办理", "Changed meanwhile: read it again and repeat");

    /// <summary>If-Match is missing.</summary>
    public static readonly ProblemType VersionNeeded =
        new("request.version_needed", PreconditionRequired, "缺少 If-Match 版本号", "State the version you saw in If-Match");

    /// <summary>Idempotency-Key is missing.</summary>
    public static readonly ProblemType KeyNeeded = new("request.idempotency_key_needed", Shape, "缺少 Idempotency-Key", "An Idempotency-Key is needed");

    /// <summary>The key was used for another command.</summary>
    public static readonly ProblemType KeyReused =
        new("request.idempotency_key_reused", Rule, "该 Idempotency-Key 已用于其他请求", "This Idempotency-Key was used for another request");

    /// <summary>Too many writers at once; try again.</summary>
    public static readonly ProblemType Contended = new("request.contended", Conflict, "同时办理冲突,请重试", "Others are changing the same: try again");

    /// <summary>The body is over the limit.</summary>
    public static readonly ProblemType TooLarge = new("request.too_large", ErrorKind.TooLarge, "请求过大", "The body is over the limit of this route");

    /// <summary>The media type is not taken.</summary>
    public static readonly ProblemType MediaType = new("request.media_type", ErrorKind.MediaType, "不支持的内容类型", "This media type is not taken here");

    /// <summary>Too many requests.</summary>
    public static readonly ProblemType TooMany = new("request.too_many", ErrorKind.TooMany, "请求过于频繁,请稍后再试", "Too many requests: wait and repeat");

    /// <summary>A defect.</summary>
    public static readonly ProblemType Defect = new("system.defect", ErrorKind.Defect, "系统故障,请联系管理员", "A defect of the system: tell the operator the traceId");

    /// <summary>The database is away.</summary>
    public static readonly ProblemType Unavailable = new("system.unavailable", ErrorKind.Unavailable, "系统暂不可用,请稍后重试", "Not available just now: try again later");
}
