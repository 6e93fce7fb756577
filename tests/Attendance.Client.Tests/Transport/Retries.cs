using System.Globalization;
using System.Net;

namespace Attendance.Client.Tests;

[Collection(MachineTests.Name)]
public class Retries
{
    private const string Report = """{"id":"r","attendanceRecords":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private readonly SkippingTimeProvider _clock = new();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_tried_again_with_the_same_id(int status)
    {
        var graph = new StubGraph().Answers("", (HttpStatusCode)status).Answers("<html/>", (HttpStatusCode)status).Answers(Report);

        Assert.Equal("r", (await Client(graph).GetReportAsync(Source, "r")).Id);

        Assert.Equal(3, graph.Requests.Count);
        Assert.Single(graph.Urls.Distinct());
        Assert.Single(graph.Requests.Select(request => request.Headers["client-request-id"]).Distinct());
        Assert.All(graph.Requests, request => Assert.Equal("Bearer fake-token", request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(424)]
    [InlineData(501)]
    [InlineData(302)]
    public async Task Any_other_failure_is_not(int status)
    {
        var graph = new StubGraph().Answers("", (HttpStatusCode)status);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => Client(graph).GetReportAsync(Source, "r"));

        Assert.Equal(1, exception.Attempts);
        Assert.Single(graph.Requests);
        Assert.Empty(_clock.Waits);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    [InlineData(7, 8)]
    public async Task After_the_last_retry_the_answer_is_thrown_with_the_number_of_attempts(int retries, int attempts)
    {
        var graph = new StubGraph();
        for (var i = 0; i < attempts; i++)
        {
            graph.Answers(
                """{"error":{"code":"TooManyRequests","message":"m"}}""", HttpStatusCode.TooManyRequests, "application/json",
                ("Retry-After", "7"));
        }

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => Client(graph, options => options.MaxRetries = retries).GetReportAsync(Source, "r"));

        Assert.Equal(
            (AttendanceErrorReason.Throttled, attempts, TimeSpan.FromSeconds(7)),
            (exception.Reason, exception.Attempts, exception.RetryAfter));
        Assert.Equal(attempts, graph.Requests.Count);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(7), retries), _clock.Waits);
    }

    [Theory]
    [InlineData("2.128", 2.128)]
    [InlineData("5", 5.0)]
    [InlineData("Fri, 02 Jan 2026 03:05:10 GMT", 65.0)]
    public async Task The_wait_is_what_Retry_After_says_in_any_zone_and_culture(string header, double seconds)
    {
        var culture = CultureInfo.CurrentCulture;
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            foreach (var (name, time) in new[] { ("de-DE", "Asia/Tokyo"), ("ar-SA", "America/New_York"), ("tr-TR", "Pacific/Kiritimati") })
            {
                CultureInfo.CurrentCulture = new CultureInfo(name);
                Environment.SetEnvironmentVariable("TZ", time);
                TimeZoneInfo.ClearCachedData();
                var clock = new SkippingTimeProvider();
                var graph = new StubGraph().Answers("", HttpStatusCode.ServiceUnavailable, null, ("Retry-After", header)).Answers(Report);

                await graph.CreateClient(new AttendanceClientOptions { TimeProvider = clock }).GetReportAsync(Source, "r");

                Assert.Equal([TimeSpan.FromSeconds(seconds)], clock.Waits);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("1e99")]
    public async Task Without_a_readable_Retry_After_the_wait_grows_with_jitter(string? header)
    {
        var graph = new StubGraph();
        for (var i = 0; i < 6; i++)
            graph.Answers("", HttpStatusCode.ServiceUnavailable, null, header is null ? [] : [("Retry-After", header)]);
        graph.Answers(Report);

        await Client(graph, options => options.MaxRetries = 6).GetReportAsync(Source, "r");

        Assert.Equal(6, _clock.Waits.Count);
        Assert.All(_clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMinutes(2)));
        // Jitter may make any one wait shorter than the one before it, but not the sum: waits that do not grow are ten times the first at
        // most.
        Assert.True(_clock.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) > 10 * _clock.Waits[0]);
        Assert.Distinct(_clock.Waits.Where(wait => wait < TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("Fri, 02 Jan 2026 03:00:00 GMT")]
    public async Task A_date_that_has_passed_and_no_wait_at_all_use_up_no_attempts_at_once(string header)
    {
        var graph = new StubGraph();
        for (var i = 0; i < 6; i++)
            graph.Answers("", HttpStatusCode.ServiceUnavailable, null, ("Retry-After", header));
        graph.Answers(Report);

        await Client(graph, options => options.MaxRetries = 6).GetReportAsync(Source, "r");

        Assert.Equal(6, _clock.Waits.Count);
        Assert.True(_clock.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) > TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("120", 2)]
    [InlineData("121", 1)]
    [InlineData("Fri, 02 Jan 2026 04:04:05 GMT", 1)]
    public async Task A_wait_longer_than_the_callers_patience_is_not_begun(string header, int requests)
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", header)).Answers(Report);

        var exception = await Record.ExceptionAsync(() => Client(graph).GetReportAsync(Source, "r"));

        Assert.Equal(requests, graph.Requests.Count);
        Assert.Equal(
            requests == 1,
            exception is AttendanceRequestException { RetryAfter.TotalSeconds: > 120, Reason: AttendanceErrorReason.Throttled });
    }

    private AttendanceClient Client(StubGraph graph, Action<AttendanceClientOptions>? configure = null)
    {
        var options = new AttendanceClientOptions { TimeProvider = _clock };
        configure?.Invoke(options);
        return graph.CreateClient(options);
    }

    private AttendanceClient Client(HttpMessageHandler handler) =>
        new(
            new HttpClient(handler, disposeHandler: false), new Testing.FakeCredential(),
            new AttendanceClientOptions { TimeProvider = _clock });
}
