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

    private readonly SpanRecorder _recorder = new();

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
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "3")).Answers("""{"id":"r","attendanceRecords":[]}""");

        await _recorder.CreateClient(graph).GetReportAsync(Source, "r");

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
            if (tags.Any(tag => tag.Key == "server.address" && Equals(tag.Value, _recorder.Endpoint.Host)))
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

        await Assert.ThrowsAsync<AttendanceRequestException>(() => _recorder.CreateClient(graph, log).GetReportAsync(Source, "r"));

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
            Endpoint = _recorder.Endpoint,
            TimeProvider = new SkippingTimeProvider(),
            LoggerFactory = log,
            MaxRetries = 1,
        };

        ActivityTraceId trace;
        using (var root = _recorder.StartRoot())
        {
            trace = root.TraceId;
            await Assert.ThrowsAsync<HttpRequestException>(
                () => new AttendanceClient(new HttpClient(handler), new Testing.FakeCredential(), options).GetReportAsync(Source, "r"));
        }

        var span = Assert.Single(_recorder.SpansOf(trace));
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

        await _recorder.CreateClient(new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""")).GetReportAsync(Source, "r");
        meters.Start();

        // Harvests and notifications, which other tests begin, have instruments of their own.
        Assert.All(units, instrument => Assert.False(string.IsNullOrEmpty(instrument.Value), instrument.Key));
        string[] others = ["attendance.harvest.", "attendance.client.notif", "attendance.client.subscription."];
        Assert.Equal(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["attendance.client.requests"] = "{request}",
                ["attendance.client.retries"] = "{retry}",
                ["attendance.client.throttles"] = "{response}",
                ["attendance.client.operation.duration"] = "s",
            },
            units.Where(instrument => !others.Any(other => instrument.Key.StartsWith(other, StringComparison.Ordinal)))
                .ToDictionary(StringComparer.Ordinal));
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
            () => _recorder.CreateClient(new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""", (HttpStatusCode)status)).GetReportAsync(Source, "r"));

        Assert.Equal([request], requests);
    }

    [Fact]
    public async Task A_cancelled_call_says_so()
    {
        var cancelled = new CancellationToken(canceled: true);

        var span = Assert.Single(await _recorder.SpansOf(client => client.GetReportAsync(Source, "r", cancelled), new StubGraph()));

        Assert.Equal((ActivityStatusCode.Error, "cancelled"), (span.Status, span.StatusDescription));
    }

    [Fact]
    public async Task A_call_that_went_well_is_told_to_those_only_who_want_details()
    {
        using var log = new MemoryLog { Level = LogLevel.Information };

        await _recorder.CreateClient(new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}"""), log).GetReportAsync(Source, "r");

        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task No_token_and_no_id_address_or_name_of_a_person_is_in_any_of_them()
    {
        using var log = new MemoryLog();
        const string Body = """{"error":{"code":"Forbidden","message":"person@contoso.com may not"}}""";
        var graph = new StubGraph().Answers(Body, HttpStatusCode.ServiceUnavailable).Answers(Body, HttpStatusCode.Forbidden);

        var spans = await _recorder.SpansOf(client => client.GetReportAsync(Source, "report-4711"), graph, log);

        var told = string.Join(
            '\n', log.Lines.Concat(spans.SelectMany(
                span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName).Append(span.StatusDescription))));
        Assert.Contains("MissingPermission", told, StringComparison.Ordinal);
        foreach (var secret in new[] { Person, "4711", "fake-token", "person@contoso.com" })
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    public void Dispose() => _recorder.Dispose();

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
            if (Equals(named["server.address"], _recorder.Endpoint.Host))
                requests.Enqueue($"{named.GetValueOrDefault("error.type")} {named.GetValueOrDefault("http.response.status_code")}");
        });
        meters.Start();
        return meters;
    }
}
