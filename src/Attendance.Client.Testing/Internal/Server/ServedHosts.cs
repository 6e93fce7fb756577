using System.Net;

namespace Attendance.Client.Testing.Internal;

/// <summary>Under which names a server may be asked for, so that no page in a browser can have a name of its own lead here.</summary>
/// <param name="allowed">The names beside those of loopback and of Graph itself; <c>*</c> stands for all.</param>
internal sealed class ServedHosts(IEnumerable<string> allowed)
{
    /// <summary>Names of Graph in all clouds, which programs that know no other reach by way of a proxy.</summary>
    public static readonly IReadOnlyList<string> OfGraph =
        ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"];

    private readonly HashSet<string> _allowed = new(allowed, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request may name a host.</summary>
    public bool Has(string host) => IsOwn(host) || OfGraph.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a page may come from an origin, such as <c>http://localhost:3000</c>.</summary>
    public bool HasOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Host.Length > 0 && IsOwn(page.Host);

    private bool IsOwn(string host) =>
        _allowed.Contains("*") || _allowed.Contains(host) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
