namespace Attendance.Client.Archive;

/// <summary>An occurrence that is over and has no report in the archive.</summary>
public sealed record MissingAttendance
{
    /// <summary>Whose calendar it stands in.</summary>
    public required Organizer Organizer { get; init; }

    /// <summary>What it is called, or null where that is not known.</summary>
    public string? Subject { get; init; }

    /// <summary>Its planned start, or null where that is not known.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>Its planned end, or null where that is not known.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Its join link, or null where it has none.</summary>
    public string? JoinWebUrl { get; init; }

    /// <summary>Where its attendance would be read, or null where the meeting was not found.</summary>
    public AttendanceSource? Source { get; init; }

    /// <summary>Why there is no report.</summary>
    public required MissingReason Reason { get; init; }
}
