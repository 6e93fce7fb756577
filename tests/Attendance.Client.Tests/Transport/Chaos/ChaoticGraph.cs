using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Attendance.Client.Tests.Chaos;

/// <summary>What may become of one attempt.</summary>
internal enum Fault
{
    None,
    Throttled,
    Down,
    Failing,
    Refused,
    BrokenBody,
    LoginPage,
    Redirect,
    CutOff,
    Empty,
    Missing,
    Forbidden,
}

/// <summary>What must become of a request after all its attempts: null, or what the exception says.</summary>
internal sealed record Expected(string? Error, int Attempts);

/// <summary>Answers from known data, or with a fault that the seed, the URL and the number of the attempt decide, so that a test can tell
/// beforehand what comes.</summary>
internal sealed class ChaoticGraph(uint seed, int maxRetries) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    /// <summary>How often each URL was asked for.</summary>
    public IReadOnlyDictionary<string, int> Attempts => _attempts;

    public Expected Expect(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            var fault = FaultOf(path, attempt);
            if (fault == Fault.None)
                return new Expected(null, attempt);
            if (fault is Fault.Throttled or Fault.Down or Fault.Failing or Fault.Refused or Fault.BrokenBody && attempt <= maxRetries)
                continue;

            var error = fault switch
            {
                Fault.Refused => "refused",
                Fault.BrokenBody => "The connection broke while the answer was read",
                Fault.Throttled => "429 Throttled",
                Fault.Down => "503 ServiceUnavailable",
                Fault.Failing => "500 ServiceFault",
                Fault.Redirect => "302 UnexpectedResponse",
                Fault.Empty => "204 UnexpectedResponse",
                Fault.Missing => "404 NotFound",
                Fault.Forbidden => "403 MissingPermission",
                _ => "200 UnexpectedResponse",
            };
            return new Expected($"{error} after {attempt}", attempt);
        }
    }

    public static string Describe(Exception exception) => exception switch
    {
        AttendanceRequestException request => $"{(int)request.Status} {request.Reason} after {request.Attempts}",
        HttpRequestException { InnerException: HttpRequestException first } =>
            $"{first.Message.TrimEnd('.')} after {exception.Message.Split("attempt ")[1].Split(',')[0]}",
        _ => exception.ToString(),
    };

    public static string List(string meeting) =>
        $$"""{"value":[{"id":"old-{{meeting}}","meetingEndDateTime":"2025-01-01T00:00:00Z"},{"id":"new-{{meeting}}","meetingEndDateTime":"2026-01-01T00:00:00Z"}]}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        var attempt = _attempts.AddOrUpdate(path, 1, (_, count) => count + 1);
        await Task.Yield();
        var good = Json(path);
        return FaultOf(path, attempt) switch
        {
            Fault.None => Answer(HttpStatusCode.OK, good),
            Fault.Throttled =>
                Answer(HttpStatusCode.TooManyRequests, """{"error":{"code":"TooManyRequests","message":"x"}}""", ("Retry-After", "1")),
            Fault.Down => Answer(HttpStatusCode.ServiceUnavailable, "<html>Down</html>", mediaType: "text/html"),
            Fault.Failing => Answer(HttpStatusCode.InternalServerError, """{"error":{"code":"InternalServerError","message":"x"}}"""),
            Fault.Refused => throw new HttpRequestException("refused"),
            Fault.BrokenBody => new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StreamContent(new BrokenStream(Encoding.UTF8.GetBytes(good[..(good.Length / 2)]))),
            },
            Fault.LoginPage => Answer(HttpStatusCode.OK, "<html>Sign in</html>", mediaType: "text/html"),
            Fault.Redirect => Answer(HttpStatusCode.Found, "", ("Location", "https://login.example/")),
            Fault.CutOff => Answer(HttpStatusCode.OK, good[..^3]),
            Fault.Empty => new HttpResponseMessage(HttpStatusCode.NoContent),
            Fault.Missing => Answer(HttpStatusCode.NotFound, """{"error":{"code":"NotFound","message":"x"}}"""),
            _ => Answer(HttpStatusCode.Forbidden, ""),
        };
    }

    private static HttpResponseMessage Answer(
        HttpStatusCode status, string body, (string Name, string Value) header = default, string mediaType = "application/json")
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        if (header.Name is not null)
            response.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return response;
    }

    private static string Json(string path)
    {
        var parts = path.Split('/', '?');
        var meeting = parts[4];
        if (parts.Length == 6)
            return List(meeting);
        if (!path.Contains("/attendanceRecords", StringComparison.Ordinal))
            return $$"""{"id":"{{parts[6]}}","totalParticipantCount":3,"attendanceRecords":[{{Record(meeting, 0)}},{{Record(meeting, 1)}},{{Record(meeting, 2)}}]}""";

        var page = parts[^1].StartsWith("page=", StringComparison.Ordinal) ? parts[^1][^1] - '0' : 0;
        return $$"""{"value":[{{Record(meeting, 2 * page)}},{{Record(meeting, (2 * page) + 1)}}]{{(page < 2 ? $",\"@odata.nextLink\":\"?page={page + 1}\"" : "")}}}""";
    }

    private static string Record(string meeting, int number) =>
        $$"""{"id":"{{number}}","emailAddress":"{{number}}.{{meeting}}@contoso.com"}""";

    // FNV-1a and a last stir, as Random would correlate seeds that are near to each other.
    private Fault FaultOf(string path, int attempt)
    {
        var hash = seed ^ 2166136261;
        foreach (var letter in path)
            hash = unchecked((hash ^ letter) * 16777619);
        hash = unchecked((hash ^ (uint)attempt) * 16777619);
        hash = unchecked((hash ^ (hash >> 15)) * 2246822519);
        var chance = (hash ^ (hash >> 13)) % 1000;
        return chance switch
        {
            < 350 => Fault.Throttled + (int)(chance / 70),
            < 380 => Fault.LoginPage + (int)((chance - 350) / 5),
            _ => Fault.None,
        };
    }

    /// <summary>Ends in the middle with an exception, as a connection does that is reset.</summary>
    private sealed class BrokenStream(byte[] start) : MemoryStream(start)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("reset");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Position < Length ? base.ReadAsync(buffer, offset, count, cancellationToken) : throw new IOException("reset");
    }
}
