using System.Collections.Concurrent;
using System.Diagnostics;

namespace Attendance.Client.Tests;

/// <summary>Hears the spans of calls, and knows those of one test by their root and by an endpoint that no other has.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ActivitySource _roots = new($"test-{Guid.NewGuid()}");
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Attendance.Client" || source == _roots,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public Uri Endpoint { get; } = new($"https://{Guid.NewGuid():N}.example");

    public Activity StartRoot() => _roots.StartActivity("root")!;

    public AttendanceClient CreateClient(StubGraph graph, MemoryLog? log = null) =>
        graph.CreateClient(
            new AttendanceClientOptions { Endpoint = Endpoint, TimeProvider = new SkippingTimeProvider(), LoggerFactory = log });

    public IEnumerable<Activity> SpansOf(ActivityTraceId trace) =>
        _spans.Where(span => span.TraceId == trace && span.Source != _roots);

    public async Task<List<Activity>> SpansOf(Func<AttendanceClient, Task> act, StubGraph graph, MemoryLog? log = null)
    {
        ActivityTraceId trace;
        using (var root = StartRoot())
        {
            trace = root.TraceId;
            _ = await Record.ExceptionAsync(() => act(CreateClient(graph, log)));
        }

        return [.. SpansOf(trace)];
    }

    public void Dispose()
    {
        _listener.Dispose();
        _roots.Dispose();
    }
}
