namespace Attendance.Client.Notifications;

/// <summary>Something happened in a call of a meeting.</summary>
public sealed record CallNotification : AttendanceNotification
{
    /// <summary>The meeting's join link as Graph holds it, or null where it did not say.</summary>
    public string? JoinWebUrl { get; init; }

    /// <summary>The meeting's join link, or null where <see cref="JoinWebUrl"/> is none of a meeting.</summary>
    public JoinLink? JoinLink { get; init; }

    /// <summary>What happened, or null where the notification is not encrypted and does not say.</summary>
    public CallEventType? Event { get; init; }

    /// <summary>When it happened, in UTC, or null where Graph did not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Id of the event, or null where Graph did not say.</summary>
    public string? EventId { get; init; }
}
