using System.Net;
using System.Threading.RateLimiting;
using Azure.Core;

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
        var graph = new StubGraph().Answers("""{"id":"r"}""").Answers("""{"id":"r"}""");
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
        var graph = new StubGraph().Answers("", HttpStatusCode.TooManyRequests, null, ("Retry-After", "30")).Answers("""{"id":"r"}""")
            .Answers("""{"id":"r"}""");
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

    /// <summary>A thread that is held up by what is slow, and counts what comes back to it.</summary>
    private sealed class OnlyThread : SynchronizationContext, IDisposable
    {
        private TaskCompletionSource? _held;
        private int _posts;

        public string? Slow { get; init; }

        public int Holds { get; private set; }

        public int Posts => _posts;

        public Task HoldAsync(string what)
        {
            if (!string.Equals(what, Slow, StringComparison.Ordinal) || Current != this)
                return Task.CompletedTask;

            Holds++;
            _held ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _held.Task;
        }

        public Task<T> Start<T>(Func<Task<T>> call) => (Task<T>)Start((Func<Task>)call);

        public Task Start(Func<Task> call)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return call();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }

        public async Task<T> Run<T>(Func<Task<T>> call)
        {
            var task = Start(call);
            Interlocked.Exchange(ref _held, null)?.SetResult();
            return await task;
        }

        public async Task Enumerate<T>(IAsyncEnumerable<T> items)
        {
            var item = items.GetAsyncEnumerator();
            var seen = 0;
            while (await Run(() => item.MoveNextAsync().AsTask()))
                seen++;

            await Start(() => item.DisposeAsync().AsTask());
            Assert.Equal(2, seen);
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }

        public void Dispose() => Assert.Null(_held);
    }

    /// <summary>Answers in two pages each, and in two attempts where a retry or another token is to be waited for.</summary>
    private sealed class SlowGraph(OnlyThread thread) : HttpMessageHandler
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

    private sealed class SlowContent : HttpContent
    {
        private readonly OnlyThread _thread;
        private readonly byte[] _json;

        public SlowContent(OnlyThread thread, byte[] json)
        {
            (_thread, _json) = (thread, json);
            Headers.TryAddWithoutValidation("Content-Type", Json);
        }

        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            await _thread.HoldAsync("content").ConfigureAwait(false);
            return new SlowStream(_thread, _json);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class SlowStream(OnlyThread thread, byte[] json) : MemoryStream(json)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await thread.HoldAsync("body").ConfigureAwait(false);
            return Read(buffer.Span);
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await thread.HoldAsync("body").ConfigureAwait(false);
            return Read(buffer.AsSpan(offset, count));
        }
    }

    private sealed class SlowCredential(OnlyThread thread) : TokenCredential
    {
        private int _tokens;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _tokens);
            await thread.HoldAsync(number == 1 ? "token" : "other token").ConfigureAwait(false);
            return new AccessToken($"token-{number}", DateTimeOffset.MaxValue);
        }
    }

    private sealed class LateCredential(Task until) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            await until.ConfigureAwait(false);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }
    }

    private sealed class SlowLimiter(OnlyThread thread) : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            await thread.HoldAsync("permit").ConfigureAwait(false);
            return new Permit();
        }

        private sealed class Permit : RateLimitLease
        {
            public override bool IsAcquired => true;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }
        }
    }

    private sealed class SlowClock(OnlyThread thread) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != new AttendanceClientOptions().AttemptTimeout && dueTime != Timeout.InfiniteTimeSpan)
                _ = RingAsync(callback, state);

            return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
        }

        private async Task RingAsync(TimerCallback callback, object? state)
        {
            await thread.HoldAsync("retry").ConfigureAwait(false);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
    }

    /// <summary>A clock whose waits are over when the test says so.</summary>
    private sealed class HeldClock : TimeProvider
    {
        private readonly List<Action> _held = [];
        private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public int Held
        {
            get
            {
                lock (_held)
                    return _held.Count;
            }
        }

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.FromSeconds(30))
            {
                lock (_held)
                    _held.Add(() => callback(state));
            }

            return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
        }

        public void Release()
        {
            _now += TimeSpan.FromSeconds(30);
            foreach (var end in _held.ToList())
                ThreadPool.QueueUserWorkItem(_ => end());
        }
    }
}
