namespace Attendance.Client.Analysis;

/// <summary>What one person attended of all sessions of a register.</summary>
public sealed record RegisterTotal
{
    /// <summary>Number of sessions that count: those with a report at which the person was expected and not excused, or was all the same;
    /// all that have a report where nobody says who was expected.</summary>
    public int SessionCount { get; init; }

    /// <summary>Number of sessions at which the person was, for however long.</summary>
    public int AttendedCount { get; init; }

    /// <summary>Number of sessions that the person attended as the thresholds ask: present or late, not partial.</summary>
    public int PresentCount { get; init; }

    /// <summary>Number of sessions to which the person came late.</summary>
    public int LateCount { get; init; }

    /// <summary>Number of sessions that the person attended for too small a part.</summary>
    public int PartialCount { get; init; }

    /// <summary>Number of sessions from which the person was absent.</summary>
    public int AbsentCount { get; init; }

    /// <summary>Number of sessions from which the person was excused.</summary>
    public int ExcusedCount { get; init; }

    /// <summary>Number of sessions of which it is not known for how long the person was there, as times are hidden.</summary>
    public int UnknownCount { get; init; }

    /// <summary>Time for which the person was there, where it is known; null where it is known of no session.</summary>
    public TimeSpan? TimePresent { get; init; }

    /// <summary>Part of the time of the sessions that count for which the person was there, from 0 to 1, sessions with hidden times
    /// aside; null where no time is known.</summary>
    public double? Share { get; init; }
}
