using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Tests;

public sealed class Observability : IDisposable
{
    private const string Person = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User(Person), "meeting-4711");

    private readonly ActivitySource _test = new($"test-{Guid.NewGuid()}");
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private readonly Uri _endpoint = new($"https://{Guid.NewGuid():N}.example");

    public Observability()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Attendance.Client" || source == _test,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task A_public_call_is_one_span_with_operation_version_status_and_retries()
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.ServiceUnavailable).Answers("""{"id":"r"}""");

        var span = Assert.Single(await SpansOf(client => client.GetReportAsync(Source, "r"), graph));

        Assert.Equal(("GetReport", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["attendance.operation"] = "GetReport",
                ["attendance.graph.version"] = "v1.0",
                ["http.request.method"] = "GET",
                ["http.request.resend_count"] = 1,
                ["http.response.status_code"] = 200,
                ["server.address"] = _endpoint.Host,
                ["server.port"] = 443,
            },
            span.TagObjects.ToDictionary(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_of_beta_that_went_well_at_once_tells_neither_an_error_nor_retries()
    {
        var graph = new StubGraph().Answers("""{"id":"r"}""");

        var span = Assert.Single(await SpansOf(client => client.WithVersion(GraphVersion.Beta).GetReportAsync(Source, "r"), graph));

        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["attendance.operation"] = "GetReport",
                ["attendance.graph.version"] = "beta",
                ["http.request.method"] = "GET",
                ["http.response.status_code"] = 200,
                ["server.address"] = _endpoint.Host,
                ["server.port"] = 443,
            },
            span.TagObjects.ToDictionary(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failed_call_is_a_failed_span_with_its_reason()
    {
        var graph = new StubGraph().Answers(
            """{"error":{"code":"Forbidden","message":"No application access policy found for this app"}}""", HttpStatusCode.Forbidden);

        var span = Assert.Single(await SpansOf(client => client.GetReportAsync(Source, "r"), graph));

        Assert.Equal((ActivityStatusCode.Error, "MissingAccessPolicy"), (span.Status, span.StatusDescription));
        Assert.Equal(("MissingAccessPolicy", 403), (span.GetTagItem("error.type"), span.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task Each_public_method_has_a_span_of_its_name_over_all_its_pages()
    {
        const string Page = """{"value":[{"id":"r"}]}""";
        var graph = new StubGraph()
            .Answers($$"""{"value":[],"@odata.nextLink":"{{_endpoint}}v1.0/2"}""").Answers(Page)
            .Answers(Page).Answers("""{"id":"r"}""")
            .Answers($$"""{"value":[{}],"@odata.nextLink":"{{_endpoint}}v1.0/2"}""").Answers(Page)
            .Answers(Page);

        var spans = await SpansOf(
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
            await SpansOf(client => client.WithVersion(GraphVersion.Beta).GetMeetingAttendanceReportAsync(Source), graph));
#pragma warning restore CS0618

        Assert.Equal("GetMeetingAttendanceReport", span.DisplayName);
    }

    [Fact]
    public async Task A_link_that_is_refused_fails_the_span()
    {
        var graph = new StubGraph().Answers("""{"value":[],"@odata.nextLink":"https://elsewhere.example/"}""");

        var span = Assert.Single(await SpansOf(async client => await client.GetReportsAsync(Source).ToListAsync(), graph));

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
                    $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{_endpoint}}v1.0/2"}""", System.Text.Encoding.UTF8, "application/json"),
            };
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { Endpoint = _endpoint });
        ActivityTraceId trace;

        using (var root = _test.StartActivity("root")!)
        {
            trace = root.TraceId;
            await foreach (var _ in client.GetRecordsAsync(Source, "r"))
            {
                await asked.Task;
                break;
            }
        }

        Assert.Equal(ActivityStatusCode.Unset, Assert.Single(_spans, span => span.TraceId == trace && span.Source != _test).Status);
    }

    [Fact]
    public async Task A_request_of_an_enumeration_stands_below_its_span()
    {
        var parents = new List<string?>();
        using var handler = new ScriptedHandler(call =>
        {
            parents.Add(Activity.Current?.OperationName);
            var page = call == 1 ? $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{_endpoint}}v1.0/2"}""" : """{"value":[{"id":"2"}]}""";
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(page, System.Text.Encoding.UTF8, "application/json"),
            };
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { Endpoint = _endpoint });
        var outside = new List<string?>();

        using (var root = _test.StartActivity("root"))
        {
            await foreach (var _ in client.GetReportsAsync(Source))
                outside.Add(Activity.Current?.OperationName);
        }

        Assert.Equal(["GetReports", "GetReports"], parents);
        Assert.Equal(["root", "root"], outside);
    }

    [Fact]
    public async Task Requests_retries_throttles_and_durations_are_measured()
    {
        var measured = new ConcurrentQueue<(string Name, object Value, string Tags)>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Attendance.Client")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags.ToArray()));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags.ToArray()));
        meters.Start();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "3")).Answers("""{"id":"r"}""");

        await Client(graph).GetReportAsync(Source, "r");

        const string Common = "attendance.graph.version=v1.0 attendance.operation=GetReport";
        Assert.Equal(
            [
                ("attendance.client.requests", 1L, $"{Common} error.type=429 http.request.method=GET http.response.status_code=429"),
                ("attendance.client.throttles", 1L, $"{Common} error.type=429 http.request.method=GET http.response.status_code=429"),
                ("attendance.client.retries", 1L, $"{Common} error.type=429 http.request.method=GET http.response.status_code=429"),
                ("attendance.client.requests", 1L, $"{Common} http.request.method=GET http.response.status_code=200"),
                ("attendance.client.operation.duration", 3.0, $"{Common} http.request.method=GET http.response.status_code=200"),
            ],
            measured);

        void Keep(Instrument instrument, object value, KeyValuePair<string, object?>[] tags)
        {
            if (tags.Any(tag => tag.Key == "server.address" && Equals(tag.Value, _endpoint.Host)))
            {
                measured.Enqueue(
                    (instrument.Name, value, string.Join(
                        ' ', tags.Where(tag => !tag.Key.StartsWith("server", StringComparison.Ordinal))
                            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                            .Select(tag => $"{tag.Key}={tag.Value}"))));
            }
        }
    }

    [Fact]
    public async Task The_log_tells_of_retries_and_of_each_call()
    {
        using var log = new MemoryLog();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "3"))
            .Answers("", HttpStatusCode.NotFound);

        await Assert.ThrowsAsync<AttendanceRequestException>(() => Client(graph, log).GetReportAsync(Source, "r"));

        Assert.Equal(
            [
                "Warning Attendance.Client.AttendanceClient: GetReport: attempt 1 ended with status 429. The next one follows in 00:00:03.",
                "Debug Attendance.Client.AttendanceClient: " +
                "GetReport of Graph v1.0 ended with status 404 after 1 retries in 00:00:03. Error: NotFound.",
            ],
            log.Lines);
    }

    [Fact]
    public async Task A_connection_that_fails_has_no_status_and_an_error_of_its_own()
    {
        using var log = new MemoryLog();
        var requests = new ConcurrentQueue<string>();
        using var meters = RequestsInto(requests);
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException("refused"));
        var options = new AttendanceClientOptions
        {
            Endpoint = _endpoint,
            TimeProvider = new SkippingTimeProvider(),
            LoggerFactory = log,
            MaxRetries = 1,
        };

        ActivityTraceId trace;
        using (var root = _test.StartActivity("root")!)
        {
            trace = root.TraceId;
            await Assert.ThrowsAsync<HttpRequestException>(
                () => new AttendanceClient(new HttpClient(handler), new Testing.FakeCredential(), options).GetReportAsync(Source, "r"));
        }

        var span = Assert.Single(_spans, span => span.TraceId == trace && span.Source != _test);
        Assert.Equal(["connection ", "connection "], requests);
        Assert.Equal(
            (ActivityStatusCode.Error, "System.Net.Http.HttpRequestException", null),
            (span.Status, span.StatusDescription, span.GetTagItem("http.response.status_code")));
        Assert.StartsWith(
            "Warning Attendance.Client.AttendanceClient: GetReport: attempt 1 ended with HttpRequestException. The next one follows in ",
            log.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "Debug Attendance.Client.AttendanceClient: GetReport of Graph v1.0 ended with status (null) after 1 retries in ", log.Lines[1],
            StringComparison.Ordinal);
        Assert.EndsWith(" Error: System.Net.Http.HttpRequestException.", log.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_instrument_has_its_unit_and_says_what_it_measures()
    {
        var units = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "Attendance.Client")
                    units[instrument.Name] = string.IsNullOrEmpty(instrument.Description) ? null : instrument.Unit;
            },
        };

        await Client(new StubGraph().Answers("""{"id":"r"}""")).GetReportAsync(Source, "r");
        meters.Start();

        Assert.Equal(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["attendance.client.requests"] = "{request}",
                ["attendance.client.retries"] = "{retry}",
                ["attendance.client.throttles"] = "{response}",
                ["attendance.client.operation.duration"] = "s",
            },
            new Dictionary<string, string?>(units, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(200, " 200")]
    [InlineData(302, " 302")]
    [InlineData(400, "400 400")]
    public async Task A_status_is_an_error_in_the_measurements_from_400_on(int status, string request)
    {
        var requests = new ConcurrentQueue<string>();
        using var meters = RequestsInto(requests);

        _ = await Record.ExceptionAsync(
            () => Client(new StubGraph().Answers("""{"id":"r"}""", (HttpStatusCode)status)).GetReportAsync(Source, "r"));

        Assert.Equal([request], requests);
    }

    [Fact]
    public async Task A_cancelled_call_says_so()
    {
        var cancelled = new CancellationToken(canceled: true);

        var span = Assert.Single(await SpansOf(client => client.GetReportAsync(Source, "r", cancelled), new StubGraph()));

        Assert.Equal((ActivityStatusCode.Error, "cancelled"), (span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task A_call_that_went_well_is_told_to_those_only_who_want_details()
    {
        using var log = new MemoryLog { Level = LogLevel.Information };

        await Client(new StubGraph().Answers("""{"id":"r"}"""), log).GetReportAsync(Source, "r");

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task No_token_and_no_id_address_or_name_of_a_person_is_in_any_of_them()
    {
        using var log = new MemoryLog();
        const string Body = """{"error":{"code":"Forbidden","message":"person@contoso.com may not"}}""";
        var graph = new StubGraph().Answers(Body, HttpStatusCode.ServiceUnavailable).Answers(Body, HttpStatusCode.Forbidden);

        var spans = await SpansOf(client => client.GetReportAsync(Source, "report-4711"), graph, log);

        var told = string.Join(
            '\n', log.Lines.Concat(spans.SelectMany(
                span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName).Append(span.StatusDescription))));
        Assert.Contains("MissingPermission", told, StringComparison.Ordinal);
        foreach (var secret in new[] { Person, "4711", "fake-token", "person@contoso.com" })
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }

    private AttendanceClient Client(StubGraph graph, MemoryLog? log = null) =>
        graph.CreateClient(
            new AttendanceClientOptions { Endpoint = _endpoint, TimeProvider = new SkippingTimeProvider(), LoggerFactory = log });

    private MeterListener RequestsInto(ConcurrentQueue<string> requests)
    {
        var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Attendance.Client" && instrument.Name == "attendance.client.requests")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(StringComparer.Ordinal);
            if (Equals(named["server.address"], _endpoint.Host))
                requests.Enqueue($"{named.GetValueOrDefault("error.type")} {named.GetValueOrDefault("http.response.status_code")}");
        });
        meters.Start();
        return meters;
    }

    private async Task<List<Activity>> SpansOf(Func<AttendanceClient, Task> act, StubGraph graph, MemoryLog? log = null)
    {
        ActivityTraceId trace;
        using (var root = _test.StartActivity("root")!)
        {
            trace = root.TraceId;
            _ = await Record.ExceptionAsync(() => act(Client(graph, log)));
        }

        return [.. _spans.Where(span => span.TraceId == trace && span.Source != _test)];
    }
}
