using System.Net;

namespace Attendance.Client.Tests;

/// <summary>Answers in two pages each, and in two attempts where a retry or another token is to be waited for.</summary>
internal sealed class SlowGraph(OnlyThread thread) : HttpMessageHandler
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isFirstAttempt;
        lock (_seen)
            isFirstAttempt = _seen.Add(request.Headers.GetValues("client-request-id").Single());
        await thread.HoldAsync("headers").ConfigureAwait(false);
        await thread.HoldAsync($"request {Interlocked.Increment(ref _requests)}").ConfigureAwait(false);
        if (thread.Slow is "retry" && isFirstAttempt)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        if (thread.Slow is "other token" or "request with the other token" && request.Headers.Authorization?.Parameter is "token-1")
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        if (request.Headers.Authorization?.Parameter is "token-2")
            await thread.HoldAsync("request with the other token").ConfigureAwait(false);

        const string Link = "attendanceRecords?$skiptoken=2";
        var (path, query) = (request.RequestUri!.AbsolutePath, request.RequestUri.Query);
        var isSecondPage = query.Contains("skiptoken", StringComparison.Ordinal);
        var json = path.EndsWith("/r", StringComparison.Ordinal) || path.EndsWith("/meetingAttendanceReport", StringComparison.Ordinal)
            ? $$"""{"id":"r","attendanceRecords":[{"id":"1"}],"attendanceRecords@odata.nextLink":"r/{{Link}}"}"""
            : $$"""{"value":[{"id":"r","attendanceRecords":[],"attendanceRecords@odata.nextLink":"attendanceReports/r/{{Link}}"}]{{(isSecondPage ? "" : ",\"@odata.nextLink\":\"?$skiptoken=2\"")}}}""";
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new SlowContent(thread, System.Text.Encoding.UTF8.GetBytes(json)),
        };
    }
}
