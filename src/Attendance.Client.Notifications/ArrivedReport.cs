namespace Attendance.Client.Notifications;

/// <summary>A report that a notification led to.</summary>
/// <param name="Source">Where attendance was taken.</param>
/// <param name="Report">The report, with every record.</param>
/// <param name="Notification">What told of it.</param>
public sealed record ArrivedReport(AttendanceSource Source, AttendanceReport Report, AttendanceNotification Notification);
