namespace Attendance.Client.Notifications;

/// <summary>Is given each notification that is Graph's and was not given before, of whatever kind.</summary>
public interface INotificationHandler
{
    /// <summary>Takes a notification. What it throws is logged.</summary>
    Task HandleAsync(AttendanceNotification notification, CancellationToken cancellationToken);
}
