namespace Attendance.Client.Notifications;

/// <summary>A session of a webinar or town hall is new or has changed.</summary>
public sealed record SessionNotification : AttendanceNotification
{
    /// <summary>Id of the webinar or town hall.</summary>
    public required string EventId { get; init; }

    /// <summary>Whether it is a webinar or a town hall, or null where Graph did not say.</summary>
    public VirtualEventKind? Kind { get; init; }

    /// <summary>Id of the session.</summary>
    public required string SessionId { get; init; }
}
