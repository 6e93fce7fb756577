namespace Attendance.Client.Analysis.Internal;

/// <summary>When a person was there, by all their stays.</summary>
internal sealed class Presence
{
    private readonly WindowSet? _windows;

    /// <summary>Reads the stays of one person, cut to the windows if there are any.</summary>
    public Presence(IReadOnlyList<AttendanceRecord> records, WindowSet? windows)
    {
        _windows = windows;
        var known = new List<TimeWindow>();
        foreach (var record in records)
        {
            HasHiddenTimes |= HasHidden(record);
            known.AddRange(record.Intervals.Select(StayOf).OfType<TimeWindow>());
        }

        var reaching = WindowSet.Union(known).FindAll(stay => windows is null || windows.Overlaps(stay));
        Stays = windows is null ? reaching.FindAll(stay => stay.Duration > TimeSpan.Zero) : [.. reaching.SelectMany(windows.Cut)];
        HasAttended = HasHiddenTimes || reaching.Count > 0;
        if (HasHiddenTimes)
            return;

        TimePresent = Stays.Aggregate(TimeSpan.Zero, (sum, stay) => sum + stay.Duration);
        if (windows is { Duration.Ticks: > 0 })
            Share = (double)TimePresent.Value.Ticks / windows.Duration.Ticks;
        if (reaching.Count > 0)
        {
            FirstJoinedAt = reaching[0].Start;
            LastLeftAt = reaching[reaching.Count - 1].End;
            TimesAway = Away(new TimeWindow(reaching[0].Start, reaching[reaching.Count - 1].End));
        }
    }

    public bool HasAttended { get; }

    public bool HasHiddenTimes { get; }

    public List<TimeWindow> Stays { get; }

    public TimeSpan? TimePresent { get; }

    public double? Share { get; }

    public DateTimeOffset? FirstJoinedAt { get; }

    public DateTimeOffset? LastLeftAt { get; }

    public List<TimeWindow>? TimesAway { get; }

    public TimeSpan? LateBy => FirstJoinedAt is { } joined ? _windows?.DurationUntil(joined) : null;

    public TimeSpan? LeftEarlyBy => LastLeftAt is { } left ? _windows?.Duration - _windows?.DurationUntil(left) : null;

    /// <summary>Time that Graph reports for the records together, or null where it reports none.</summary>
    public static TimeSpan? Reported(IEnumerable<AttendanceRecord> records) => Sum(records.Select(Reported));

    private static TimeSpan? Reported(AttendanceRecord record)
    {
        var reported = record.TotalAttendance ?? Sum(record.Intervals.Select(stay => stay.Duration));
        // Where Graph lacks the times it sends zero, which then means that it does not know.
        return reported == TimeSpan.Zero && HasHidden(record) ? null : reported;
    }

    private static TimeSpan? Sum(IEnumerable<TimeSpan?> times) =>
        times.Aggregate((TimeSpan?)null, static (sum, time) => time is null ? sum : (sum ?? TimeSpan.Zero) + time);

    private static bool HasHidden(AttendanceRecord record) => record.Intervals.Count == 0 || record.Intervals.Any(stay => StayOf(stay) is null);

    // A time that is missing follows from the other and the duration, which is zero where Graph does not know it either.
    private static TimeWindow? StayOf(AttendanceInterval stay)
    {
        var duration = stay.Duration > TimeSpan.Zero ? stay.Duration : null;
        var joined = stay.JoinedAt ?? (stay.LeftAt - DateTimeOffset.MinValue >= duration ? stay.LeftAt - duration : null);
        var left = stay.LeftAt ?? (DateTimeOffset.MaxValue - stay.JoinedAt >= duration ? stay.JoinedAt + duration : null);
        return joined <= left ? new TimeWindow(joined.Value, left!.Value) : null;
    }

    private List<TimeWindow> Away(TimeWindow fromFirstToLast)
    {
        var away = new List<TimeWindow>();
        var next = 0;
        foreach (var open in _windows?.Cut(fromFirstToLast) ?? [fromFirstToLast])
        {
            var from = open.Start;
            for (; next < Stays.Count && Stays[next].Start < open.End; next++)
            {
                if (from < Stays[next].Start)
                    away.Add(new TimeWindow(from, Stays[next].Start));
                from = Stays[next].End;
            }

            if (from < open.End)
                away.Add(new TimeWindow(from, open.End));
        }

        return away;
    }
}
