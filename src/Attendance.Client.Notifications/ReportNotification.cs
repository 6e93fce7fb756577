namespace Attendance.Client.Notifications;

/// <summary>There is a report of a session of a webinar or town hall.</summary>
public sealed record ReportNotification : AttendanceNotification
{
    /// <summary>The session.</summary>
    public required AttendanceSource Source { get; init; }

    /// <summary>Id of the report.</summary>
    public required string ReportId { get; init; }
}
