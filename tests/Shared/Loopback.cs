using System.Net;
using System.Net.Sockets;

namespace Dibao.Tests;

/// <summary>Where what a test starts listens.</summary>
internal static class Loopback
{
    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
