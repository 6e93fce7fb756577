using System.Net;
using Attendance.Client.Internal;

namespace Attendance.Client.Tests;

/// <summary>Calls that wait for one another once Graph has throttled one.</summary>
[Collection(MachineTests.Name)]
public class Throttling
{
    private const string Report = """{"id":"r","attendanceRecords":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

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
        await timers.ReleaseUntilAsync(Task.WhenAll(first, second), clock);
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
    public void What_was_held_back_starts_one_after_another()
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var timers = new HeldTimers(clock, onTimer: _ => { });
        var gate = new ThrottleGate(timers);

        gate.Close(TimeSpan.FromSeconds(30));
        var passing = Enumerable.Range(0, 64).Select(_ => gate.PassAsync(CancellationToken.None).AsTask()).ToList();

        Assert.Equal(Enumerable.Range(0, 64).Select(turn => TimeSpan.FromMilliseconds(30_000 + (turn * 40))), timers.Waits);
        Assert.All(passing, call => Assert.False(call.IsCompleted));
    }

    [Fact]
    public async Task So_do_those_that_come_while_others_still_have_their_turn_and_later_nobody_waits()
    {
        var clock = new FixedTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var timers = new HeldTimers(clock, onTimer: _ => { });
        var gate = new ThrottleGate(timers);

        gate.Close(TimeSpan.FromSeconds(1));
        clock.Now += TimeSpan.FromSeconds(1);
        var first = gate.PassAsync(CancellationToken.None).AsTask();
        var second = gate.PassAsync(CancellationToken.None).AsTask();
        Assert.Equal([TimeSpan.FromMilliseconds(40)], timers.Waits);
        clock.Now += TimeSpan.FromMilliseconds(40);
        timers.Release();
        await Task.WhenAll(first, second);

        clock.Now += TimeSpan.FromSeconds(1);
        for (var i = 0; i < 100; i++)
            Assert.True(gate.PassAsync(CancellationToken.None).AsTask().IsCompletedSuccessfully);
        Assert.Single(timers.Waits);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_nobody()
    {
        var clock = new AdjustedClock();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "1")).Answers(Report);
        var client = graph.CreateClient(new AttendanceClientOptions { TimeProvider = clock, MaxRetries = 0 });

        await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r"));
        clock.WallTime -= TimeSpan.FromHours(1);
        clock.Elapsed += TimeSpan.FromSeconds(1);

        Assert.Equal("r", (await client.GetReportAsync(Source, "r")).Id);
    }

    /// <summary>A clock that somebody sets, and whose time goes on all the same.</summary>
    private sealed class AdjustedClock : TimeProvider
    {
        public DateTimeOffset WallTime { get; set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => WallTime;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
