namespace Attendance.Client.Notifications;

/// <summary>A registration for a webinar is new or has changed.</summary>
public sealed record RegistrationNotification : AttendanceNotification
{
    /// <summary>Id of the webinar.</summary>
    public required string EventId { get; init; }

    /// <summary>Id of the registration.</summary>
    public required string RegistrationId { get; init; }
}
