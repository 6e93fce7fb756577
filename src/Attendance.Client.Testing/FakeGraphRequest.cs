using System.Globalization;
using System.Net;
using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>A request that arrived at a <see cref="FakeGraph"/>, and the status of its answer.</summary>
public sealed record FakeGraphRequest
{
    private FakeGraphRequest(
        string method, Uri uri, IReadOnlyDictionary<string, string> query, IReadOnlyDictionary<string, string> headers)
    {
        Method = method;
        Uri = uri;
        Query = query;
        Headers = headers;
    }

    /// <summary>What the request asked for.</summary>
    public GraphOperation Operation { get; internal init; }

    /// <summary>Version of Graph that was asked, or null for an address that names none.</summary>
    public GraphVersion? Version { get; internal init; }

    /// <summary>Meeting or session that the request is about, or null where it is about none.</summary>
    public AttendanceSource? Source { get; internal init; }

    /// <summary>Id of the report that was asked for, or null where none was.</summary>
    public string? ReportId { get; internal init; }

    /// <summary>Method, <c>GET</c> unless something is wrong.</summary>
    public string Method { get; }

    /// <summary>The whole address.</summary>
    public Uri Uri { get; }

    /// <summary>Options of the query, decoded, by name: <c>$expand</c>, <c>$top</c>, <c>startDateTime</c>.</summary>
    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>Headers by name, in any case; the token is in <c>Authorization</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Status of the answer, or null where the connection was cut.</summary>
    public HttpStatusCode? Status { get; internal init; }

    internal static FakeGraphRequest Of(HttpRequestMessage request, GraphRequest asked, HttpStatusCode? status) =>
        new(
            request.Method.Method,
            request.RequestUri!,
            asked.Query,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase))
        {
            Operation = asked.Operation,
            Version = asked.Version,
            Source = asked.Source,
            ReportId = asked.ReportId,
            Status = status,
        };

    /// <summary>Method, path, query and status, without headers.</summary>
    public override string ToString() =>
        $"{Method} {Uri.PathAndQuery} {((int?)Status)?.ToString(CultureInfo.InvariantCulture) ?? "cut"}";
}
