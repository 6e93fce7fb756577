namespace Attendance.Client.Notifications.Internal;

/// <summary>Handlers that are functions of the application.</summary>
internal static class DelegateHandler
{
    public sealed class OfReports(Func<ArrivedReport, CancellationToken, Task> handle) : IReportHandler
    {
        public Task HandleAsync(ArrivedReport report, CancellationToken cancellationToken) => handle(report, cancellationToken);
    }

    public sealed class OfNotifications(Func<AttendanceNotification, CancellationToken, Task> handle) : INotificationHandler
    {
        public Task HandleAsync(AttendanceNotification notification, CancellationToken cancellationToken) =>
            handle(notification, cancellationToken);
    }

    public sealed class OfGaps(Func<SubscriptionGap, CancellationToken, Task> handle) : ISubscriptionGapHandler
    {
        public Task HandleAsync(SubscriptionGap gap, CancellationToken cancellationToken) => handle(gap, cancellationToken);
    }
}
