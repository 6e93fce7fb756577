using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Attendance.Client.Testing.Internal;

/// <summary>The address of a request as the client sees it, which links in the answer begin with, or else the refusal of a request that
/// names none.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Refusal">The refusal, or null.</param>
internal sealed record RequestAddress(Uri Uri, GraphRefusal? Refusal)
{
    /// <param name="context">The request.</param>
    /// <param name="hosts">The hosts that are served.</param>
    /// <param name="publicUrl">Address by which clients know the server, or null for that which the request names.</param>
    public static RequestAddress Read(HttpContext context, ServedHosts hosts, Uri? publicUrl)
    {
        // The target as it came: the path that ASP.NET offers is decoded already. What is sent to a proxy names the whole address.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var (scheme, host, path) = (context.Request.Scheme, context.Request.Host.Value, target);
        if (!target.StartsWith('/'))
        {
            if (!Uri.TryCreate(target, UriKind.Absolute, out var asked) || !asked.Scheme.StartsWith("http", StringComparison.Ordinal))
                return Refuse(context, $"The request target '{target}' is no path.", $"/{Uri.EscapeDataString(target)}");

            (scheme, host, path) = (asked.Scheme, asked.Authority, asked.PathAndQuery);
        }

        if (string.IsNullOrEmpty(host))
            return Refuse(context, "The request names no host.", path);
        if (RootOf(scheme, host) is not { } root)
            return Refuse(context, $"The host '{host}' is none.", path);
        if (!hosts.Has(root.Host))
        {
            return Refuse(
                context, $"The host '{root.Host}' is not served here, but for loopback alone and what the server is told to allow.", path);
        }

        var known = publicUrl ?? Forwarded(context.Request.Headers, scheme, host);
        return known is null
            ? Refuse(context, "The headers X-Forwarded-Proto and X-Forwarded-Host make no address.", path)
            : new RequestAddress(Join(known, path), Refusal: null);
    }

    private static RequestAddress Refuse(HttpContext context, string why, string path) =>
        new(
            Join(new Uri($"http://127.0.0.1:{context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture)}"), path),
            GraphRefusal.BadRequest(why));

    private static Uri? Forwarded(IHeaderDictionary headers, string scheme, string host)
    {
        return RootOf(First("X-Forwarded-Proto") ?? scheme, First("X-Forwarded-Host") ?? host) is { } root
            ? Join(root, First("X-Forwarded-Prefix") is { } prefix ? $"/{prefix.Trim('/')}" : "/")
            : null;

        // Of several proxies the one that was asked first stands first.
        string? First(string name) => headers[name].ToString().Split(',')[0].Trim() is { Length: > 0 } value ? value : null;
    }

    private static Uri? RootOf(string scheme, string host) =>
        scheme is "http" or "https" && Uri.TryCreate($"{scheme}://{host}", UriKind.Absolute, out var root)
            && root.PathAndQuery == "/" && root.UserInfo.Length == 0
            ? root
            : null;

    // A proxy may have taken the prefix off or not.
    private static Uri Join(Uri root, string path)
    {
        var prefix = root.AbsolutePath.TrimEnd('/');
        var authority = root.GetLeftPart(UriPartial.Authority);
        return path.StartsWith($"{prefix}/", StringComparison.Ordinal)
            ? new Uri($"{authority}{path}")
            : new Uri($"{authority}{prefix}{path}");
    }
}
