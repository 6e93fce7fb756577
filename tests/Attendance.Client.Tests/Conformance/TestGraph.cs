using System.Net;

namespace Attendance.Client.Tests.Conformance;

/// <summary>The Graph that a reading test talks to, which does not know which one it is.</summary>
internal abstract class TestGraph : IAsyncDisposable
{
    /// <summary>Most items in a page.</summary>
    public abstract int PageSize { get; set; }

    /// <summary>Most records that a report carries before it links to the rest.</summary>
    public abstract int? ExpansionSize { get; set; }

    /// <summary>What was asked for, path and query, and the headers of each request, in the order of the answers.</summary>
    public abstract IReadOnlyList<SentToGraph> Requests { get; }

    public IEnumerable<string> Urls => Requests.Select(request => request.Url);

    public abstract void Add(AttendanceSource source, params IEnumerable<AttendanceReport> reports);

    public abstract void Add(OnlineMeeting meeting);

    public abstract void Add(Organizer owner, IReadOnlyList<CalendarMeeting> meetings);

    /// <summary>Adds an event, which its <see cref="VirtualEvent.CreatedBy"/> organizes.</summary>
    public abstract void Add(VirtualEvent virtualEvent);

    public abstract void Add(VirtualEventSession session);

    public abstract void Add(VirtualEventKind kind, string eventId, IReadOnlyList<Registration> registrations);

    /// <summary>Lets the next request fail with Graph's error body.</summary>
    public abstract void FailNext(HttpStatusCode status, string code, string message, string? retryAfter = null);

    /// <summary>Lets the next request go without an answer; the task ends when it has come.</summary>
    public abstract Task HangNext();

    /// <summary>The <c>request-id</c> of the answer to the request with the number, from 1.</summary>
    public abstract string RequestId(int number);

    /// <summary>Lets a client talk to this graph.</summary>
    public abstract AttendanceClient CreateClient(AttendanceClientOptions options);

    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1) =>
        CreateClient(new AttendanceClientOptions { Version = version, MaxRetries = 0 });

    public abstract ValueTask DisposeAsync();
}
