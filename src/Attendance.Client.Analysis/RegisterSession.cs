using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>One session of a register: a column.</summary>
public sealed record RegisterSession
{
    /// <summary>The occurrence that the session is made of.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttendanceOccurrence Occurrence { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>What attendance is measured against, in order of time; null where nothing is known of when the session was or was to
    /// be.</summary>
    public IReadOnlyList<TimeWindow>? Windows { get; init => field = ValueList.Copy(value); }

    /// <summary>Whether the windows are what was planned.</summary>
    public AttendanceBasis Basis { get; init; }

    /// <summary>Length of all windows together, or null where they are not known.</summary>
    public TimeSpan? Duration => Windows?.Aggregate(TimeSpan.Zero, static (sum, window) => sum + window.Duration);

    /// <summary>When the session begins: as planned, or else as it ran; null where neither is known.</summary>
    public DateTimeOffset? StartsAt => Windows is { Count: > 0 } windows ? windows[0].Start : null;

    /// <summary>Number of people who were expected, or null where nobody says who was.</summary>
    public int? ExpectedCount { get; init; }

    /// <summary>Number of people who were there, or null where the session has no report.</summary>
    public int? AttendedCount { get; init; }
}
