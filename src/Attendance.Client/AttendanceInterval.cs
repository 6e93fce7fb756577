namespace Attendance.Client;

/// <summary>One stay of a participant in a session.</summary>
/// <remarks>
/// Times may lie outside the report's own start and end. See
/// <see href="https://learn.microsoft.com/graph/api/resources/attendanceinterval"/>.
/// </remarks>
public sealed record AttendanceInterval
{
    /// <summary>When the participant joined, in UTC, or null where Graph lacks it.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When the participant left, in UTC, or null where Graph lacks it.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Length of the stay in whole seconds, as Graph counts them: zero where a time is missing, null where Graph does not
    /// say.</summary>
    public TimeSpan? Duration { get; init; }
}
