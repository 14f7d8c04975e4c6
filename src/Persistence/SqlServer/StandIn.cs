namespace Dibao.SqlServer;

/// <summary>Names the stand-in (docs/adr/0011), so that it is copied wherever this engine goes: the driver loads it with its first parameter.</summary>
internal static class StandIn
{
    public static readonly Type Named = typeof(Microsoft.SqlServer.Server.Format);
}
