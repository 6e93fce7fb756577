using System.Diagnostics.Metrics;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Counts what becomes of notifications, reports and subscriptions. No tag holds an id or an address.</summary>
internal static class NotificationMeter
{
    private static readonly Meter Meter = new("Attendance.Client");

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "attendance.client.notification.requests", "{request}", "Requests at the notification address, by what became of each.");

    private static readonly Counter<long> Notifications = Meter.CreateCounter<long>(
        "attendance.client.notifications", "{notification}", "Notifications, by what became of each.");

    private static readonly Counter<long> Reports = Meter.CreateCounter<long>(
        "attendance.client.notified.reports", "{report}", "Reports that a notification led to, by what became of each.");

    private static readonly Counter<long> Renewals = Meter.CreateCounter<long>(
        "attendance.client.subscription.changes", "{change}", "Subscriptions made, renewed, lost and ended.");

    public static void CountRequest(string outcome) => Requests.Add(1, Tag(outcome));

    public static void CountNotification(string outcome, int count = 1)
    {
        if (count > 0)
            Notifications.Add(count, Tag(outcome));
    }

    public static void CountReport(string outcome) => Reports.Add(1, Tag(outcome));

    public static void CountSubscription(string outcome) => Renewals.Add(1, Tag(outcome));

    private static KeyValuePair<string, object?> Tag(string outcome) => new("attendance.outcome", outcome);
}
