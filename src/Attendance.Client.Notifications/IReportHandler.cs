namespace Attendance.Client.Notifications;

/// <summary>Is given each report that a notification led to.</summary>
public interface IReportHandler
{
    /// <summary>Takes a report. If it throws, the report is fetched and given again, as often as
    /// <see cref="AttendanceNotificationOptions.MaxAttempts"/> says; so the same report may come twice.</summary>
    Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken);
}
