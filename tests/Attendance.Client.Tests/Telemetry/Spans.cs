using System.Diagnostics;
using System.Net;

namespace Attendance.Client.Tests;

public sealed class Spans : IDisposable
{
    private const string Person = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User(Person), "meeting-4711");

    private readonly SpanRecorder _recorder = new();

    [Fact]
    public async Task A_public_call_is_one_span_with_operation_version_status_and_retries()
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.ServiceUnavailable).Answers("""{"id":"r","attendanceRecords":[]}""");

        var span = Assert.Single(await _recorder.SpansOf(client => client.GetReportAsync(Source, "r"), graph));

        Assert.Equal(("GetReport", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["attendance.operation"] = "GetReport",
                ["attendance.graph.version"] = "v1.0",
                ["http.request.method"] = "GET",
                ["http.request.resend_count"] = 1,
                ["http.response.status_code"] = 200,
                ["server.address"] = _recorder.Endpoint.Host,
                ["server.port"] = 443,
            },
            span.TagObjects.ToDictionary(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_of_beta_that_went_well_at_once_tells_neither_an_error_nor_retries()
    {
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""");

        var span = Assert.Single(
            await _recorder.SpansOf(client => client.WithVersion(GraphVersion.Beta).GetReportAsync(Source, "r"), graph));

        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["attendance.operation"] = "GetReport",
                ["attendance.graph.version"] = "beta",
                ["http.request.method"] = "GET",
                ["http.response.status_code"] = 200,
                ["server.address"] = _recorder.Endpoint.Host,
                ["server.port"] = 443,
            },
            span.TagObjects.ToDictionary(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failed_call_is_a_failed_span_with_its_reason()
    {
        var graph = new StubGraph().Answers(
            """{"error":{"code":"Forbidden","message":"No application access policy found for this app"}}""", HttpStatusCode.Forbidden);

        var span = Assert.Single(await _recorder.SpansOf(client => client.GetReportAsync(Source, "r"), graph));

        Assert.Equal((ActivityStatusCode.Error, "MissingAccessPolicy"), (span.Status, span.StatusDescription));
        Assert.Equal(("MissingAccessPolicy", 403), (span.GetTagItem("error.type"), span.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task Each_public_method_has_a_span_of_its_name_over_all_its_pages()
    {
        const string Page = """{"value":[{"id":"r"}]}""";
        var graph = new StubGraph()
            .Answers($$"""{"value":[],"@odata.nextLink":"{{_recorder.Endpoint}}v1.0/2"}""").Answers(Page)
            .Answers(Page).Answers("""{"id":"r","attendanceRecords":[]}""")
            .Answers($$"""{"value":[{}],"@odata.nextLink":"{{_recorder.Endpoint}}v1.0/2"}""").Answers(Page)
            .Answers(Page);

        var spans = await _recorder.SpansOf(
            async client =>
            {
                await client.GetReportsAsync(Source).ToListAsync();
                await client.GetLatestReportAsync(Source);
                await client.GetRecordsAsync(Source, "r").ToListAsync();
                await client.GetReportsAsync([Source]).ToListAsync();
            },
            graph);

        Assert.Equal(["GetReports", "GetLatestReport", "GetRecords", "GetReports"], spans.Select(span => span.DisplayName));
    }

    [Fact]
    public async Task The_deprecated_path_has_a_span_of_its_name_too()
    {
        var graph = new StubGraph().Answers("""{"totalParticipantCount":0}""");

#pragma warning disable CS0618 // Obsolete: the deprecated path is an operation too.
        var span = Assert.Single(
            await _recorder.SpansOf(client => client.WithVersion(GraphVersion.Beta).GetMeetingAttendanceReportAsync(Source), graph));
#pragma warning restore CS0618

        Assert.Equal("GetMeetingAttendanceReport", span.DisplayName);
    }

    [Fact]
    public async Task A_link_that_is_refused_fails_the_span()
    {
        var graph = new StubGraph().Answers("""{"value":[],"@odata.nextLink":"https://elsewhere.example/"}""");

        var span = Assert.Single(await _recorder.SpansOf(async client => await client.GetReportsAsync(Source).ToListAsync(), graph));

        Assert.Equal((ActivityStatusCode.Error, "UnexpectedResponse"), (span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task A_caller_who_has_enough_fails_nothing()
    {
        var asked = new TaskCompletionSource();
        using var handler = new ScriptedHandler(async (call, cancellationToken) =>
        {
            if (call == 2)
            {
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{_recorder.Endpoint}}v1.0/2"}""", System.Text.Encoding.UTF8,
                    "application/json"),
            };
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { Endpoint = _recorder.Endpoint });
        ActivityTraceId trace;

        using (var root = _recorder.StartRoot())
        {
            trace = root.TraceId;
            await foreach (var _ in client.GetRecordsAsync(Source, "r"))
            {
                await asked.Task;
                break;
            }
        }

        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(_recorder.SpansOf(trace)).Status);
    }

    [Fact]
    public async Task A_request_of_an_enumeration_stands_below_its_span()
    {
        var parents = new List<string?>();
        using var handler = new ScriptedHandler(call =>
        {
            parents.Add(Activity.Current?.OperationName);
            var page = call == 1
                ? $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{_recorder.Endpoint}}v1.0/2"}"""
                : """{"value":[{"id":"2"}]}""";
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(page, System.Text.Encoding.UTF8, "application/json"),
            };
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { Endpoint = _recorder.Endpoint });
        var outside = new List<string?>();

        using (var root = _recorder.StartRoot())
        {
            await foreach (var _ in client.GetReportsAsync(Source))
                outside.Add(Activity.Current?.OperationName);
        }

        Assert.Equal(["GetReports", "GetReports"], parents);
        Assert.Equal(["root", "root"], outside);
    }

    public void Dispose() => _recorder.Dispose();
}
