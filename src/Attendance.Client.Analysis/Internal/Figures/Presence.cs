namespace Attendance.Client.Analysis.Internal;

/// <summary>When a person was there, by all their stays.</summary>
internal sealed class Presence
{
    private readonly WindowSet? _windows;

    /// <summary>Reads the stays of one person, cut to the windows if there are any.</summary>
    /// <param name="records">The person's records.</param>
    /// <param name="reports">The report of each record.</param>
    /// <param name="windows">What attendance is measured against, or null for all time.</param>
    public Presence(List<AttendanceRecord> records, List<AttendanceReport> reports, WindowSet? windows)
    {
        _windows = windows;
        var known = new List<TimeWindow>(records.Sum(static record => record.Intervals.Count));
        for (var index = 0; index < records.Count; index++)
            Read(records[index], reports[index], known);

        WindowSet.Union(known);
        Stays = new List<TimeWindow>(known.Count);
        TimeWindow? reach = null;
        foreach (var stay in known)
        {
            if (windows?.Overlaps(stay) == false)
                continue;

            reach = new TimeWindow(reach?.Start ?? stay.Start, stay.End);
            if (windows is not null)
                windows.Cut(stay, Stays);
            else if (stay.Duration > TimeSpan.Zero)
                Stays.Add(stay);
        }

        HasAttended = HasHiddenTimes || reach is not null;
        if (HasHiddenTimes)
            return;

        var present = TimeSpan.Zero;
        foreach (var stay in Stays)
            present += stay.Duration;
        TimePresent = present;
        Share = windows is { Duration.Ticks: > 0 } ? (double)present.Ticks / windows.Duration.Ticks : null;
        FirstJoinedAt = reach?.Start;
        LastLeftAt = reach?.End;
        TimesAway = reach is { } fromFirstToLast ? Away(fromFirstToLast) : null;
    }

    public bool HasAttended { get; }

    public bool HasHiddenTimes { get; private set; }

    /// <summary>Time that Graph reports for the records together, or null where it reports none.</summary>
    public TimeSpan? Reported { get; private set; }

    public List<TimeWindow> Stays { get; }

    public TimeSpan? TimePresent { get; }

    public double? Share { get; }

    public DateTimeOffset? FirstJoinedAt { get; }

    public DateTimeOffset? LastLeftAt { get; }

    public List<TimeWindow>? TimesAway { get; }

    public TimeSpan? LateBy => FirstJoinedAt is { } joined ? _windows?.DurationUntil(joined) : null;

    public TimeSpan? LeftEarlyBy => LastLeftAt is { } left ? _windows?.Duration - _windows?.DurationUntil(left) : null;

    private void Read(AttendanceRecord record, AttendanceReport report, List<TimeWindow> known)
    {
        TimeSpan? reported = null;
        var isHidden = record.Intervals.Count == 0;
        HasHiddenTimes |= isHidden && MayReach(new AttendanceInterval(), report);
        for (var index = 0; index < record.Intervals.Count; index++)
        {
            var stay = record.Intervals[index];
            reported = Sum(reported, stay.Duration);
            if (StayOf(stay) is { } times)
            {
                known.Add(times);
            }
            else
            {
                isHidden = true;
                HasHiddenTimes |= MayReach(stay, report);
            }
        }

        reported = record.TotalAttendance ?? reported;
        // Where Graph lacks the times it sends zero, which then means that it does not know.
        if (!isHidden || reported != TimeSpan.Zero)
            Reported = Sum(Reported, reported);
    }

    private static TimeSpan? Sum(TimeSpan? one, TimeSpan? other) => one is null ? other : one + (other ?? TimeSpan.Zero);

    // A time that is missing follows from the other and the duration, which is zero where Graph does not know it either.
    private static TimeWindow? StayOf(AttendanceInterval stay)
    {
        var duration = stay.Duration > TimeSpan.Zero ? stay.Duration : null;
        var joined = stay.JoinedAt ?? (stay.LeftAt - DateTimeOffset.MinValue >= duration ? stay.LeftAt - duration : null);
        var left = stay.LeftAt ?? (DateTimeOffset.MaxValue - stay.JoinedAt >= duration ? stay.JoinedAt + duration : null);
        return joined <= left ? new TimeWindow(joined.Value, left!.Value) : null;
    }

    // A stay whose times are hidden is still bounded by the one that is known, and by when the session of its report ran. An end before the
    // start bounds nothing.
    private bool MayReach(AttendanceInterval stay, AttendanceReport report)
    {
        if (_windows is null)
            return true;

        var longest = stay is { JoinedAt: not null, LeftAt: not null }
            ? new TimeWindow(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
            : new TimeWindow(stay.JoinedAt ?? DateTimeOffset.MinValue, stay.LeftAt ?? DateTimeOffset.MaxValue);
        return _windows.Overlaps(longest) && (TimeWindow.Of(report) is not { } session || _windows.Overlaps(session));
    }

    private List<TimeWindow> Away(TimeWindow fromFirstToLast)
    {
        var open = new List<TimeWindow>(1);
        if (_windows is null)
            open.Add(fromFirstToLast);
        else
            _windows.Cut(fromFirstToLast, open);

        var away = new List<TimeWindow>();
        var next = 0;
        foreach (var span in open)
        {
            var from = span.Start;
            for (; next < Stays.Count && Stays[next].Start < span.End; next++)
            {
                if (from < Stays[next].Start)
                    away.Add(new TimeWindow(from, Stays[next].Start));
                from = Stays[next].End;
            }

            if (from < span.End)
                away.Add(new TimeWindow(from, span.End));
        }

        return away;
    }
}
