using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Conformance;

/// <summary>A <see cref="FakeGraph"/>, in memory or behind a server.</summary>
internal sealed class FakeTestGraph(
    FakeGraph graph, Func<AttendanceClientOptions, AttendanceClient> createClient, IAsyncDisposable? server = null) : TestGraph
{
    public override int PageSize { get => graph.PageSize; set => graph.PageSize = value; }

    public override int? ExpansionSize { get => graph.ExpansionSize; set => graph.ExpansionSize = value; }

    public override IReadOnlyList<SentToGraph> Requests =>
        [.. graph.Requests.Select(request => new SentToGraph(request.Uri.PathAndQuery, request.Headers))];

    public override void Add(AttendanceSource source, params IEnumerable<AttendanceReport> reports) => graph.Add(source, reports);

    public override void Add(OnlineMeeting meeting) => graph.Add(meeting);

    public override void Add(Organizer owner, IReadOnlyList<CalendarMeeting> meetings) => graph.Add(owner, meetings);

    public override void Add(VirtualEvent virtualEvent) => graph.Add(virtualEvent);

    public override void Add(VirtualEventSession session) => graph.Add(session);

    public override void Add(VirtualEventKind kind, string eventId, IReadOnlyList<Registration> registrations) =>
        graph.Add(kind, eventId, registrations);

    public override void FailNext(HttpStatusCode status, string code, string message, string? retryAfter = null) =>
        graph.FailNext(GraphFault.Status(status, code, message, retryAfter));

    public override Task HangNext()
    {
        var clock = new StoppedTimeProvider();
        graph.TimeProvider = clock;
        graph.FailNext(GraphFault.Delay(TimeSpan.FromDays(1)));
        return clock.WaitBegan;
    }

    public override string RequestId(int number) => new Guid(number, 0, 0, new byte[8]).ToString();

    public override AttendanceClient CreateClient(AttendanceClientOptions options) => createClient(options);

    public override async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        graph.Dispose();
    }

    /// <summary>A clock on which no wait ends.</summary>
    private sealed class StoppedTimeProvider : TimeProvider
    {
        private readonly TaskCompletionSource _waitBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WaitBegan => _waitBegan.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _waitBegan.TrySetResult();
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
