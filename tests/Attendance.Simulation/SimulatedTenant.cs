using System.Net;
using Attendance.Client;
using Attendance.Client.Testing;

namespace Attendance.Simulation;

/// <summary>A tenant with many organizers, whose Graph throttles, fails, and has some reports late and others grown.</summary>
internal sealed class SimulatedTenant : IAsyncDisposable
{
    // Primes, so that no pattern of requests meets the same fault each time.
    private const int ThrottledOneIn = 97;
    private const int FailedOneIn = 211;
    private const int CutOneIn = 499;
    private const int LateOneIn = 50;
    private const int GrownOneIn = 75;

    private readonly FakeGraph _graph = new() { KeptRequests = 0 };
    private readonly Dictionary<AttendanceSource, IReadOnlyList<AttendanceReport>> _reports = [];
    private readonly List<(AttendanceSource Source, AttendanceReport Report)> _late = [];
    private readonly RequestWindow _window = new(TimeSpan.FromSeconds(30));
    private FakeGraphServer? _server;
    private long _requests;

    public List<string> Organizers { get; } = [];

    /// <summary>The reports as they are in the end.</summary>
    public IReadOnlyDictionary<AttendanceSource, IReadOnlyList<AttendanceReport>> Reports => _reports;

    public int ReportCount { get; private set; }

    public int RecordCount { get; private set; }

    public int ParticipantCount { get; private set; }

    public Uri Endpoint => _server!.Endpoint;

    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Most requests about webinars that came within any 30 seconds.</summary>
    public int MostInAWindow => _window.Most;

    public static async Task<SimulatedTenant> StartAsync(SimulationOptions options)
    {
        var tenant = new SimulatedTenant();
        tenant.Fill(options);
        tenant._graph.RequestAnswered = request =>
        {
            Interlocked.Increment(ref tenant._requests);
            if (request.Uri.AbsolutePath.Contains("/solutions/virtualEvents/", StringComparison.Ordinal))
                tenant._window.Add();
        };
        tenant._graph
            .FailEvery(ThrottledOneIn, GraphFault.Throttled(TimeSpan.FromSeconds(1)))
            .FailEvery(FailedOneIn, GraphFault.Status(HttpStatusCode.ServiceUnavailable))
            .FailEvery(CutOneIn, GraphFault.CutConnection());
        tenant._server = await FakeGraphServer.StartAsync(tenant._graph);
        return tenant;
    }

    /// <summary>Adds the reports that are late, and lets others grow.</summary>
    public void Complete()
    {
        foreach (var (source, report) in _late)
            _graph.Add(source, report);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _graph.Dispose();
    }

    private void Fill(SimulationOptions options)
    {
        var start = DateTimeOffset.UtcNow.Date.AddDays(-7 * (options.Weeks + 1));
        var count = 0;
        for (var organizer = 0; organizer < options.Organizers; organizer++)
        {
            var generator = new AttendanceGenerator(organizer);
            Organizers.Add(generator.Organizer.Id!);
            for (var series = 0; series < options.Series; series++)
            {
                var meeting = generator.CreateMeeting(
                    options.People, options.Weeks, new DateTimeOffset(start.AddHours(8 + (2 * series)), TimeSpan.Zero));
                _graph.Add(meeting.Meeting).Add(((MeetingSource)meeting.Meeting.Source!).Organizer, meeting.Occurrences);
                Add(meeting.Meeting.Source!, meeting.Reports, ref count);
            }
        }

        for (var webinar = 0; webinar < options.Webinars; webinar++)
        {
            var data = new AttendanceGenerator(int.MaxValue - webinar).CreateWebinar(
                options.People, sessions: 2, new DateTimeOffset(start, TimeSpan.Zero));
            _graph.Add(data with { Sessions = [.. data.Sessions.Select(session => session with { Reports = [] })] });
            foreach (var session in data.Sessions)
                Add(session.Session.Source!, session.Reports, ref count);
        }
    }

    private void Add(AttendanceSource source, IReadOnlyList<AttendanceReport> reports, ref int count)
    {
        _reports[source] = reports;
        ReportCount += reports.Count;
        RecordCount += reports.Sum(static report => report.Records!.Count);
        ParticipantCount += reports.Sum(static report => report.ParticipantCount ?? 0);
        foreach (var report in reports)
        {
            count++;
            if (count % LateOneIn == 0)
            {
                _late.Add((source, report));
                continue;
            }

            // What has grown in the end was smaller before.
            var isGrown = count % GrownOneIn == 0 && report.Records!.Count > 1;
            if (isGrown)
                _late.Add((source, report));
            _graph.Add(source, isGrown ? report with { ParticipantCount = 1, Records = [report.Records![0]] } : report);
        }
    }

    /// <summary>Counts what comes within any stretch of a length.</summary>
    private sealed class RequestWindow(TimeSpan length)
    {
        private readonly Lock _lock = new();
        private readonly Queue<long> _times = [];

        public int Most { get; private set; }

        public void Add()
        {
            lock (_lock)
            {
                var now = Environment.TickCount64;
                _times.Enqueue(now);
                while (now - _times.Peek() >= length.TotalMilliseconds)
                    _times.Dequeue();
                Most = Math.Max(Most, _times.Count);
            }
        }
    }
}
