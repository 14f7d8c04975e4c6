namespace Dibao.Households.Domain.Discovery;

internal static class DiscoveryErrors
{
    public static readonly ProblemType FoundDate = new("households.discovery_date", ErrorKind.Rule,
        "主动发现的日期不合理", "The dates of this discovery are impossible", "57 Art 6; Law Art 39");

    public static readonly ProblemType OutOfOrder = new("households.discovery_out_of_order", ErrorKind.Conflict,
        "主动发现的办理环节顺序不符", "This step of the discovery is out of order", "57 Art 6; Law Art 39");
}
