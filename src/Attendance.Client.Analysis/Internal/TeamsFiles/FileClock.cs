namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>Makes times of what a file's clock showed.</summary>
/// <param name="zone">Zone of the clock, or null where it is not known, so that no time is.</param>
/// <param name="notes">What is said of the file.</param>
internal sealed class FileClock(TimeZoneInfo? zone, NoteList notes)
{
    // By the minute, as clocks are changed at a whole one.
    private readonly Dictionary<long, TimeSpan> _plainOffsets = [];
    private bool _isChangeNoted;

    /// <summary>The time in UTC, or null where date or zone are not known.</summary>
    public DateTimeOffset? Time(LocalTime? local) => Times(local).Select(static time => (DateTimeOffset?)time).FirstOrDefault();

    public AttendanceInterval Interval(FileStay stay)
    {
        var (joins, leaves) = (Times(stay.Joined), Times(stay.Left));
        if (joins.Length == 0 || leaves.Length == 0)
            return new AttendanceInterval { JoinedAt = Time(stay.Joined), LeftAt = Time(stay.Left), Duration = stay.Length };

        var (joined, left) = (joins[0], leaves[0]);
        if (joins.Length > 1 || leaves.Length > 1)
        {
            // Where the clocks were put back, the length that the file states tells which of the two hours it was.
            (joined, left) = joins.SelectMany(_ => leaves, static (from, to) => (from, to))
                .OrderBy(pair => pair.to < pair.from)
                .ThenBy(pair => stay.Stated is { } stated ? (pair.to - pair.from - stated).Duration() : TimeSpan.Zero)
                .First();
        }

        return new AttendanceInterval { JoinedAt = joined, LeftAt = left, Duration = left >= joined ? left - joined : stay.Stated };
    }

    // More than one where the clocks showed the time twice, the earlier first.
    private DateTimeOffset[] Times(LocalTime? local)
    {
        if (zone is null || local is not { IsCertain: true, Time: var time })
            return [];

        var minute = time.Ticks / TimeSpan.TicksPerMinute;
        if (_plainOffsets.TryGetValue(minute, out var known))
            return [Utc(time, known)];

        if (zone.IsAmbiguousTime(time))
        {
            NoteChange(
                "Times lie in an hour that the clocks of the zone showed twice. Where nothing decides, they were read as of the first.");
            return [.. zone.GetAmbiguousTimeOffsets(time).OrderByDescending(static offset => offset).Select(offset => Utc(time, offset))];
        }

        var offset = zone.GetUtcOffset(time);
        if (zone.IsInvalidTime(time))
            NoteChange("Times lie in an hour that the clocks of the zone left out, so the zone may be another one. Check TimeZone.");
        else
            _plainOffsets.Add(minute, offset);
        return [Utc(time, offset)];
    }

    private static DateTimeOffset Utc(DateTime time, TimeSpan offset) => new(time - offset, TimeSpan.Zero);

    private void NoteChange(string message)
    {
        if (!_isChangeNoted)
            notes.Add(TeamsFileNoteKind.ClockChange, message);
        _isChangeNoted = true;
    }
}
