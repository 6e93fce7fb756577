namespace Attendance.Client.Notifications;

/// <summary>A webinar or town hall is new or has changed.</summary>
public sealed record EventNotification : AttendanceNotification
{
    /// <summary>Id of the event.</summary>
    public required string EventId { get; init; }

    /// <summary>Whether it is a webinar or a town hall, or null where Graph did not say.</summary>
    public VirtualEventKind? Kind { get; init; }
}
