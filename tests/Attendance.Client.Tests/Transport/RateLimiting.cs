using System.Net;
using System.Threading.RateLimiting;

namespace Attendance.Client.Tests;

public class RateLimiting
{
    private const string Report = """{"id":"r","attendanceRecords":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task Each_attempt_takes_a_permit()
    {
        using var limiter = new TokenBucketRateLimiter(Limit(10));
        var graph = new StubGraph().Answers("", HttpStatusCode.ServiceUnavailable).Answers("", HttpStatusCode.ServiceUnavailable)
            .Answers(Report);

        await Client(graph, limiter).GetReportAsync(Source, "r");

        Assert.Equal(7, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task A_call_waits_for_its_permit_and_one_limiter_serves_several_clients()
    {
        using var limiter = new TokenBucketRateLimiter(Limit(1));
        var graph = new StubGraph().Answers(Report).Answers(Report);

        await Client(graph, limiter).GetReportAsync(Source, "r");
        var second = Client(graph, limiter).GetReportAsync(Source, "r");
        Assert.False(second.IsCompleted);
        Assert.Single(graph.Requests);

        Assert.True(limiter.TryReplenish());
        await second;
        Assert.Equal(2, graph.Requests.Count);
    }

    [Fact]
    public async Task Webinars_and_town_halls_may_have_a_limiter_of_their_own()
    {
        using var limiter = new TokenBucketRateLimiter(Limit(10));
        using var events = new TokenBucketRateLimiter(Limit(10));
        var graph = new StubGraph().Answers(Report).Answers(Report).Answers("""{"value":[]}""");
        var client = graph.CreateClient(new AttendanceClientOptions { RateLimiter = limiter, VirtualEventsRateLimiter = events });

        await client.GetReportAsync(Source, "r");
        await client.GetReportAsync(AttendanceSource.Townhall("t", "s"), "r");
        await client.GetWebinarsAsync().ToListAsync();

        Assert.Equal((9, 8), (limiter.GetStatistics()!.CurrentAvailablePermits, events.GetStatistics()!.CurrentAvailablePermits));
    }

    [Fact]
    public async Task A_permit_is_held_while_the_attempt_lasts()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1 });
        var free = new List<long>();
        using var handler = new ScriptedHandler(_ =>
        {
            free.Add(limiter.GetStatistics()!.CurrentAvailablePermits);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Report, System.Text.Encoding.UTF8, "application/json"),
            };
        });
        var client = new AttendanceClient(
            new HttpClient(handler), new Testing.FakeCredential(), new AttendanceClientOptions { RateLimiter = limiter });

        await client.GetReportAsync(Source, "r");

        Assert.Equal([0L], free);
        Assert.Equal(1, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task A_limiter_whose_queue_is_full_fails_the_call_with_the_cure_and_sends_nothing()
    {
        using var limiter = new TokenBucketRateLimiter(Limit(1, queue: 0));
        using var lease = limiter.AttemptAcquire();
        var graph = new StubGraph();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => Client(graph, limiter).GetReportAsync(Source, "r"));

        Assert.Contains("gave no permit, as its queue is full. Give it a longer queue", exception.Message, StringComparison.Ordinal);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_for_a_permit()
    {
        using var limiter = new TokenBucketRateLimiter(Limit(1));
        using var lease = limiter.AttemptAcquire();
        using var cancellation = new CancellationTokenSource();
        var graph = new StubGraph();

        var call = Client(graph, limiter).GetReportAsync(Source, "r", cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public async Task The_limiter_for_virtual_events_lets_750_requests_through_at_once_and_no_more()
    {
        using var limiter = GraphRateLimit.CreateForVirtualEvents();

        for (var i = 0; i < 750; i++)
            Assert.True(limiter.AttemptAcquire().IsAcquired);

        Assert.False(limiter.AttemptAcquire().IsAcquired);
        using var cancellation = new CancellationTokenSource();
        var queued = limiter.AcquireAsync(1, cancellation.Token);
        Assert.False(queued.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await queued);
    }

    private static AttendanceClient Client(StubGraph graph, RateLimiter limiter) =>
        graph.CreateClient(new AttendanceClientOptions { RateLimiter = limiter, TimeProvider = new SkippingTimeProvider() });

    private static TokenBucketRateLimiterOptions Limit(int permits, int queue = 10) => new()
    {
        TokenLimit = permits,
        TokensPerPeriod = permits,
        QueueLimit = queue,
        AutoReplenishment = false,
        ReplenishmentPeriod = TimeSpan.FromTicks(1),
    };
}
