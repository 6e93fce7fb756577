using System.Globalization;
using System.Net;
using Attendance.Client.Internal;

namespace Attendance.Client.Tests;

[Collection(MachineTests.Name)]
public class Retries
{
    private const string Report = """{"id":"r"}""";

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
        Assert.Equal(6, _clock.Waits.Distinct().Count());
    }

    [Fact]
    public async Task Two_clients_that_fail_together_do_not_come_back_together()
    {
        var clocks = new[] { new SkippingTimeProvider(), new SkippingTimeProvider() };
        foreach (var clock in clocks)
        {
            var graph = new StubGraph().Answers("", HttpStatusCode.ServiceUnavailable).Answers("", HttpStatusCode.ServiceUnavailable)
                .Answers(Report);
            await graph.CreateClient(new AttendanceClientOptions { TimeProvider = clock }).GetReportAsync(Source, "r");
        }

        Assert.NotEqual(clocks[0].Waits, clocks[1].Waits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Cancellation_during_an_attempt_is_no_timeout_of_it(int retries)
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new ScriptedHandler(async (_, attempt) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, attempt);
            throw new InvalidOperationException();
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(),
            new AttendanceClientOptions { MaxRetries = retries, TimeProvider = _clock });

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetReportAsync(Source, "r", cancellation.Token));

        Assert.Equal((cancellation.Token, 1), (exception.CancellationToken, handler.Calls));
    }

    [Fact]
    public async Task A_date_that_has_passed_is_no_wait()
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.ServiceUnavailable, null, ("Retry-After", "Fri, 02 Jan 2026 03:00:00 GMT"))
            .Answers(Report);

        await Client(graph).GetReportAsync(Source, "r");

        Assert.All(_clock.Waits, wait => Assert.Equal(TimeSpan.Zero, wait));
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

    [Fact]
    public async Task A_failed_connection_is_tried_again_and_its_exception_kept_in_the_end()
    {
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException("refused"));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => Client(handler).GetReportAsync(Source, "r"));

        Assert.Equal(4, handler.Calls);
        Assert.Equal("refused. That was attempt 4, the last one.", exception.Message);
        Assert.Equal("refused", exception.InnerException!.Message);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidDataException))]
    public async Task A_body_that_breaks_off_is_a_failed_connection(Type cause)
    {
        using var handler = new ScriptedHandler(_ => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new BrokenStream((Exception)Activator.CreateInstance(cause, "torn")!)),
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 });

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetReportAsync(Source, "r"));

        Assert.Equal("The connection broke while the answer was read.", exception.Message);
        Assert.IsType(cause, exception.InnerException);
    }

    [Theory]
    [InlineData(4_095, true)]
    [InlineData(4_095, false)]
    [InlineData(4_096, true)]
    [InlineData(4_096, false)]
    [InlineData(4_097, true)]
    [InlineData(4_097, false)]
    [InlineData(3_000_000, true)]
    [InlineData(3_000_000, false)]
    public async Task A_body_of_any_length_is_read_whole_whether_its_length_is_known_or_not(int length, bool isKnown)
    {
        var id = new string('r', length - """{"id":""}""".Length);
        var json = System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}""");
        using var handler = new ScriptedHandler(_ =>
        {
            var content = new StreamContent(isKnown ? new MemoryStream(json) : new OneWayStream(json));
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            Assert.Equal(isKnown ? length : null, content.Headers.ContentLength);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        });

        Assert.Equal(id, (await Client(handler).GetReportAsync(Source, "r")).Id);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_tried_again()
    {
        using var handler = new ScriptedHandler(
            _ => throw new HttpRequestException("TLS", new System.Security.Authentication.AuthenticationException("untrusted")));

        await Assert.ThrowsAsync<HttpRequestException>(() => Client(handler).GetReportAsync(Source, "r"));

        Assert.Equal(1, handler.Calls);
    }

    [Fact]
    public async Task The_applications_own_timeout_ends_an_attempt_and_not_the_call()
    {
        using var handler = new ScriptedHandler(
            call => call < 3 ? throw new TaskCanceledException("slow", new TimeoutException()) : Respond(Report));

        Assert.Equal("r", (await Client(handler).GetReportAsync(Source, "r")).Id);

        Assert.Equal(3, handler.Calls);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_tried_again()
    {
        var clock = new SkippingTimeProvider { AttemptTimeout = TimeSpan.FromHours(5) };
        using var handler = new ScriptedHandler(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(),
            new AttendanceClientOptions { TimeProvider = clock, AttemptTimeout = TimeSpan.FromSeconds(9) });

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetReportAsync(Source, "r"));

        Assert.Equal(4, handler.Calls);
        Assert.Contains("no whole answer within 9 seconds", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException!.InnerException);
    }

    [Fact]
    public async Task Cancellation_ends_a_wait_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "60"));
        var client = graph.CreateClient(new AttendanceClientOptions());

        var call = client.GetReportAsync(Source, "r", cancellation.Token);
        while (graph.Requests.Count == 0)
            await Task.Yield();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task So_does_one_that_was_not_told_for_how_long()
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var throttled = new TaskCompletionSource<TimeSpan>();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests).Answers(Report).Answers(Report);
        using var timers = new HeldTimers(clock, onTimer: dueTime => throttled.TrySetResult(dueTime));
        var client = graph.CreateClient(new AttendanceClientOptions { TimeProvider = timers });

        var first = client.GetReportAsync(Source, "r");
        var wait = await throttled.Task;
        var second = client.GetReportAsync(Source, "r");
        Assert.Single(graph.Requests);
        Assert.InRange(timers.Waits[1] - wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

        clock.Now += timers.Waits[1];
        timers.Release();
        await Task.WhenAll(first, second);
        Assert.Equal(3, graph.Requests.Count);
    }

    [Fact]
    public async Task A_throttled_call_holds_the_other_calls_back()
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var throttled = new TaskCompletionSource();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "30")).Answers(Report)
            .Answers(Report);
        using var timers = new HeldTimers(clock, onTimer: dueTime =>
        {
            if (dueTime == TimeSpan.FromSeconds(30))
                throttled.TrySetResult();
        });
        var client = graph.CreateClient(new AttendanceClientOptions { TimeProvider = timers, MaxRetryDelay = TimeSpan.FromSeconds(30) });

        var first = client.GetReportAsync(Source, "r");
        await throttled.Task;
        var second = client.WithVersion(GraphVersion.Beta).GetReportAsync(Source, "r");
        Assert.Single(graph.Requests);
        Assert.Equal([TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)], timers.Waits);

        clock.Now += TimeSpan.FromSeconds(30);
        timers.Release();
        await Task.WhenAll(first, second);
        Assert.Equal(3, graph.Requests.Count);
    }

    [Fact]
    public async Task A_shorter_wait_opens_no_gate_that_is_closed_for_longer()
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var timers = new HeldTimers(clock, onTimer: _ => { });
        var gate = new ThrottleGate(timers);

        gate.Close(TimeSpan.FromSeconds(60));
        gate.Close(TimeSpan.FromSeconds(30));
        clock.Now += TimeSpan.FromSeconds(31);
        var passing = gate.PassAsync(CancellationToken.None).AsTask();

        Assert.False(passing.IsCompleted);
        Assert.Equal([TimeSpan.FromSeconds(29)], timers.Waits);
        gate.Close(TimeSpan.FromSeconds(40));
        clock.Now += TimeSpan.FromSeconds(40);
        timers.Release();
        await passing;
        Assert.True(gate.PassAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_token_that_is_rejected_is_asked_for_again_once()
    {
        var tokens = 0;
        var credential = new RotatingCredential(() => $"token-{++tokens}");
        var graph = new StubGraph().Answers("", HttpStatusCode.Unauthorized).Answers(Report);

        Assert.Equal("r", (await graph.CreateClient(new AttendanceClientOptions(), credential).GetReportAsync(Source, "r")).Id);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_same_token_is_not_sent_again_after_it_was_rejected()
    {
        var graph = new StubGraph().Answers("", HttpStatusCode.Unauthorized);

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(() => Client(graph).GetReportAsync(Source, "r"));

        Assert.Equal(AttendanceErrorReason.InvalidToken, exception.Reason);
        Assert.Single(graph.Requests);
    }

    private static HttpResponseMessage Respond(string json) =>
        new(HttpStatusCode.OK) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };

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

    private sealed class RotatingCredential(Func<string> next) : Azure.Core.TokenCredential
    {
        public override Azure.Core.AccessToken GetToken(
            Azure.Core.TokenRequestContext requestContext, CancellationToken cancellationToken) => new(next(), DateTimeOffset.MaxValue);

        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(
            Azure.Core.TokenRequestContext requestContext,
            CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class BrokenStream(Exception fault) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw fault;
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
