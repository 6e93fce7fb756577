using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Attendance.Client.Archive.Internal;

/// <summary>Asks Graph for what leads to reports, keeps what comes, and asks nothing that is known for good.</summary>
/// <param name="archive">Where it is kept.</param>
/// <param name="graph">Asks Graph.</param>
/// <param name="calendarFrom">Before when no calendar is read, or null where all of what is asked for is.</param>
/// <param name="open">Occurrences before then whose reports are still wanted.</param>
internal sealed class HarvestClient(
    AttendanceArchive archive, AttendanceClient graph, DateTimeOffset? calendarFrom = null, IReadOnlyList<CalendarMeeting>? open = null)
    : AttendanceClient
{
    private readonly ConcurrentDictionary<AttendanceSource, IReadOnlyList<AttendanceReport>> _listed = [];
    private readonly ConcurrentDictionary<AttendanceSource, string> _channels = [];
    private readonly ArchiveClient _kept = new(archive.Database);

    /// <summary>The reports that Graph listed, by source.</summary>
    public IReadOnlyDictionary<AttendanceSource, IReadOnlyList<AttendanceReport>> Listed => _listed;

    /// <summary>The ids of the occurrences that the calendar had, by what tells them apart.</summary>
    public IReadOnlyDictionary<string, long> OccurrenceIds { get; private set; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The thread of the channel that a source's meeting is in, or null where it is in none.</summary>
    public string? ChannelOf(AttendanceSource source) => _channels.GetValueOrDefault(source);

    public override async IAsyncEnumerable<CalendarMeeting> GetCalendarMeetingsAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var begin = calendarFrom > from ? calendarFrom.Value : from;
        var meetings = await graph.GetCalendarMeetingsAsync(owner, begin, until, cancellationToken).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        OccurrenceIds = await archive.SaveCalendarAsync(owner, begin, until, meetings, cancellationToken).ConfigureAwait(false);
        var names = meetings.Select(OccurrenceRows.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var meeting in meetings.Concat(open?.Where(one => !names.Contains(OccurrenceRows.NameOf(one))) ?? []))
            yield return meeting;
    }

    // Graph allows 2,000 look-ups of meetings per user and month.
    public override async Task<OnlineMeeting?> FindMeetingAsync(
        Organizer organizer, JoinLink link, CancellationToken cancellationToken = default)
    {
        var meeting = await _kept.FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false);
        if (meeting is null)
        {
            meeting = await graph.FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false);
            if (meeting?.Source is not null)
                await archive.SaveAsync(meeting, cancellationToken).ConfigureAwait(false);
        }

        if (meeting?.Source is { } source && link is { IsChannelMeeting: true, ThreadId: { } thread })
            _channels[source] = thread;
        return meeting;
    }

    public override async IAsyncEnumerable<AttendanceReport> GetReportsAsync(
        AttendanceSource source, ODataQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reports = await graph.GetReportsAsync(source, query, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        _listed[source] = reports;
        foreach (var report in reports)
            yield return report;
    }
}
