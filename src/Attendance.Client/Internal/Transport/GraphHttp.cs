using System.Net;
using System.Reflection;

namespace Attendance.Client.Internal;

/// <summary>How the library speaks HTTP where the application does not bring its own client.</summary>
internal static class GraphHttp
{
    /// <summary>The library's own part of the <c>User-Agent</c>.</summary>
    public static string Product { get; } = $"Attendance.Client/{Version}";

    /// <summary>The library's version.</summary>
    public static string Version =>
        typeof(GraphHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static HttpClient CreateClient(Uri endpoint)
    {
        var client = new HttpClient(CreateHandler(endpoint));
        Configure(client);
        return client;
    }

    /// <summary>
    /// A handler that follows changes of DNS, takes compressed answers, follows no redirect and keeps no cookie. What is sent in clear
    /// text, which is to this machine alone, goes to no proxy, which would read the token.
    /// </summary>
    public static HttpMessageHandler CreateHandler(Uri endpoint)
    {
        var lifetime = TimeSpan.FromMinutes(5);
#if NETSTANDARD2_0
        // The .NET Framework keeps its connections by endpoint, not by handler.
        ServicePointManager.FindServicePoint(endpoint).ConnectionLeaseTimeout = (int)lifetime.TotalMilliseconds;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            UseCookies = false,
            UseProxy = IsEncrypted(endpoint),
        };
#else
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            EnableMultipleHttp2Connections = true,
            PooledConnectionLifetime = lifetime,
            UseCookies = false,
            UseProxy = IsEncrypted(endpoint),
        };
#endif
    }

    private static bool IsEncrypted(Uri endpoint) => endpoint.Scheme is "https";

    public static void Configure(HttpClient client)
    {
        // Each attempt has a timeout of its own.
        client.Timeout = Timeout.InfiniteTimeSpan;
#if NET
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
#endif
    }
}
