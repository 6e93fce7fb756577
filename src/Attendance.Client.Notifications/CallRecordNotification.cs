namespace Attendance.Client.Notifications;

/// <summary>There is a record of a call of the tenant.</summary>
public sealed record CallRecordNotification : AttendanceNotification
{
    /// <summary>Id of the record.</summary>
    public required string CallRecordId { get; init; }
}
