using System.Net;

namespace Attendance.Client.Tests;

/// <summary>A user interface has one thread, and may block it until a call is done: nothing in the call may come back to it.</summary>
public class CallersThread
{
    private const string Json = "application/json";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    /// <summary>Every public call, and everything that it may have to wait for first.</summary>
    public static TheoryData<string, string> Waits
    {
        get
        {
            var waits = new TheoryData<string, string>();
            foreach (var call in Calls.Keys)
            {
                foreach (var slow in new[]
                {
                    "token",
                    "other token",
                    "request with the other token",
                    "permit",
                    "retry",
                    "headers",
                    "request 2",
                    "content",
                    "body",
                })
                {
                    waits.Add(call, slow);
                }
            }

            foreach (var call in new[] { "latest", "many", "many at hand" })
            {
                waits.Add(call, "request 3");
                waits.Add(call, "request 4");
            }

            waits.Add("many", "sources");
            return waits;
        }
    }

    private static Dictionary<string, Func<AttendanceClient, OnlyThread, Task>> Calls { get; } = new(StringComparer.Ordinal)
    {
        ["report"] = (client, thread) => thread.Run(() => client.GetReportAsync(Source, "r")),
        ["latest"] = (client, thread) => thread.Run(() => client.GetLatestReportAsync(Source)),
        ["reports"] = (client, thread) => thread.Enumerate(
            client.GetReportsAsync(Source, new ODataQuery { Expand = ["attendanceRecords"] })),
        ["records"] = (client, thread) => thread.Enumerate(client.GetRecordsAsync(Source, "r")),
        ["many"] = (client, thread) => thread.Enumerate(
            client.GetReportsAsync(SlowSources(thread), new BulkOptions { IncludeRecords = true })),
        ["many at hand"] = (client, thread) => thread.Enumerate(
            client.GetReportsAsync([Source, Source], new BulkOptions { IncludeRecords = true })),
#pragma warning disable CS0618 // Obsolete: the deprecated path is an operation too.
        ["deprecated"] = (client, thread) => thread.Run(
            () => client.WithVersion(GraphVersion.Beta).GetMeetingAttendanceReportAsync(Source)),
#pragma warning restore CS0618
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Whatever_a_call_waits_for_it_goes_on_elsewhere(string call, string slow)
    {
        using var thread = new OnlyThread { Slow = slow };
        using var handler = new SlowGraph(thread);
        using var limiter = new SlowLimiter(thread);
        using var http = new HttpClient(handler);
        var client = new AttendanceClient(
            http, new SlowCredential(thread), new AttendanceClientOptions { RateLimiter = limiter, TimeProvider = new SlowClock(thread) });

        await Calls[call](client, thread);

        Assert.True(thread.Holds > 0, "Nothing was waited for.");
        Assert.Equal(0, thread.Posts);
    }

    [Fact]
    public async Task So_it_does_after_another_call_has_got_the_token()
    {
        using var thread = new OnlyThread();
        var token = new TaskCompletionSource();
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""").Answers("""{"id":"r","attendanceRecords":[]}""");
        var client = graph.CreateClient(new AttendanceClientOptions(), new LateCredential(token.Task));

        var first = client.GetReportAsync(Source, "r");
        var second = thread.Start(() => client.GetReportAsync(Source, "r"));
        Assert.False(second.IsCompleted);
        token.SetResult();

        await Task.WhenAll(first, second);
        Assert.Equal(0, thread.Posts);
    }

    [Fact]
    public async Task So_it_does_after_another_call_was_throttled()
    {
        using var thread = new OnlyThread();
        var clock = new HeldClock();
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "30")).Answers("""{"id":"r","attendanceRecords":[]}""")
            .Answers("""{"id":"r","attendanceRecords":[]}""");
        var client = graph.CreateClient(new AttendanceClientOptions { TimeProvider = clock });

        var first = client.GetReportAsync(Source, "r");
        while (clock.Held == 0)
            await Task.Yield();
        var second = thread.Start(() => client.GetReportAsync(Source, "r"));
        Assert.Equal((2, 1), (clock.Held, graph.Requests.Count));
        clock.Release();

        await Task.WhenAll(first, second);
        Assert.Equal(0, thread.Posts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_it_does_after_the_end_of_what_was_under_way_when_the_caller_had_enough(bool many)
    {
        using var thread = new OnlyThread();
        var ended = new TaskCompletionSource();
        using var graph = new PagedGraph(async (uri, _) =>
        {
            if (uri.Query.Length > 0 || !uri.AbsolutePath.Contains("first", StringComparison.Ordinal))
                await ended.Task;

            return PagedGraph.Json(many ? """{"value":[]}""" : """{"value":[{"id":"1"}],"@odata.nextLink":"?$skiptoken=2"}""");
        });
        var client = graph.CreateClient();

        var end = many
            ? await EndAfterFirst(client.GetReportsAsync([AttendanceSource.Meeting(Organizer.Me, "first"), Source]), thread)
            : await EndAfterFirst(client.GetRecordsAsync(Source, "first"), thread);
        Assert.False(end.IsCompleted);
        ended.SetResult();

        await end;
        Assert.Equal(0, thread.Posts);
    }

    private static async Task<Task> EndAfterFirst<T>(IAsyncEnumerable<T> items, OnlyThread thread)
    {
        var item = items.GetAsyncEnumerator();
        Assert.True(await item.MoveNextAsync());
        return thread.Start(() => item.DisposeAsync().AsTask());
    }

    private static async IAsyncEnumerable<AttendanceSource> SlowSources(OnlyThread thread)
    {
        for (var i = 0; i < 2; i++)
        {
            await thread.HoldAsync("sources").ConfigureAwait(false);
            yield return Source;
        }

        await thread.HoldAsync("sources").ConfigureAwait(false);
    }
}
