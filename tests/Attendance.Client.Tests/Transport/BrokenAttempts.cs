using System.Net;

namespace Attendance.Client.Tests;

/// <summary>Attempts that end without an answer.</summary>
[Collection(MachineTests.Name)]
public class BrokenAttempts
{
    private const string Report = """{"id":"r","attendanceRecords":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private readonly SkippingTimeProvider _clock = new();

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
        var id = new string('r', length - """{"id":"","attendanceRecords":[]}""".Length);
        var json = System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","attendanceRecords":[]}""");
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
        await timers.ReleaseUntilAsync(Task.WhenAll(first, second), clock);
        Assert.Equal(3, graph.Requests.Count);
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
