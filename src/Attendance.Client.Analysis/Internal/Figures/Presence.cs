namespace Attendance.Client.Analysis.Internal;

/// <summary>When a person was there, by all their stays.</summary>
internal sealed class Presence
{
    private readonly WindowSet? _windows;

    /// <summary>Reads the stays of one person, cut to the windows if there are any.</summary>
    /// <param name="records">The person's records.</param>
    /// <param name="from">Index of the first record that counts.</param>
    /// <param name="until">Index after the last one.</param>
    /// <param name="windows">What attendance is measured against, or null for all time.</param>
    public Presence(IReadOnlyList<PersonRecord> records, int from, int until, WindowSet? windows)
    {
        _windows = windows;
        var known = new List<TimeWindow>(until - from);
        for (var index = from; index < until; index++)
            Read(records[index].Record, records[index].Report, known);

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
        if (reach is not null)
            Measure(known);
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

    public List<TimeWindow>? TimesAway { get; private set; }

    /// <summary>Time that had passed of each window at which the person was, until they joined, added up; null where there are no
    /// windows.</summary>
    public TimeSpan? AfterStart { get; private set; }

    /// <summary>Time that was left of each window at which the person was, when they left, added up; null where there are no
    /// windows.</summary>
    public TimeSpan? BeforeEnd { get; private set; }

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

    // Window by window: who missed a whole one was absent from it, neither late for it nor away in between.
    private void Measure(List<TimeWindow> known)
    {
        var away = new List<TimeWindow>();
        TimesAway = away;
        if (_windows is null)
        {
            for (var index = 1; index < known.Count; index++)
                AddAway(away, known[index - 1].End, known[index].Start);
            return;
        }

        var (afterStart, beforeEnd) = (TimeSpan.Zero, TimeSpan.Zero);
        var window = -1;
        var lastLeft = DateTimeOffset.MinValue;
        foreach (var stay in known)
        {
            for (var index = _windows.FirstEndingFrom(stay.Start);
                index < _windows.Windows.Count && _windows.Windows[index].Start <= stay.End;
                index++)
            {
                if (!_windows.Windows[index].Overlaps(stay))
                    continue;

                if (index == window)
                {
                    AddAway(away, lastLeft, stay.Start);
                }
                else
                {
                    beforeEnd += Left();
                    afterStart += NotNegative(stay.Start - _windows.Windows[index].Start);
                }

                (window, lastLeft) = (index, stay.End);
            }
        }

        AfterStart = afterStart;
        BeforeEnd = beforeEnd + Left();

        TimeSpan Left() => window < 0 ? TimeSpan.Zero : NotNegative(_windows.Windows[window].End - lastLeft);
    }

    private static TimeSpan NotNegative(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    // A moment of presence does not part the time around it.
    private static void AddAway(List<TimeWindow> away, DateTimeOffset from, DateTimeOffset to)
    {
        if (away.Count > 0 && away[away.Count - 1].End == from)
            away[away.Count - 1] = new TimeWindow(away[away.Count - 1].Start, to);
        else if (from < to)
            away.Add(new TimeWindow(from, to));
    }
}
