using Attendance.Client.Notifications;

namespace Attendance.Cli;

/// <summary>Subscriptions, one in a row, as layouts for wide and narrow screens.</summary>
internal static class SubscriptionsTable
{
    public static void Write(Screen screen, IReadOnlyList<Subscription> subscriptions, Zone zone)
    {
        screen.Line(subscriptions.Count == 1 ? "1 subscription" : $"{CellText.Of(subscriptions.Count)} subscriptions");
        if (subscriptions.Count == 0)
            return;

        var wide = new DataTable().Column(zone.Title("Ends")).Column("Of").Column("Told at").Column("Id").Column("Resource");
        var narrow = new DataTable().FlexibleColumn($"{zone.Title("Ends")}, of\nTold at\nId\nResource");
        foreach (var subscription in subscriptions)
        {
            var ends = zone.TextOf(subscription.ExpiresAt);
            var kind = NameOf(subscription.Resource?.Kind);
            var url = CellText.Of(subscription.NotificationUrl);
            var resource = CellText.Of(subscription.Resource?.Path);
            wide.Row([ends, kind, url, subscription.Id, resource]);
            narrow.Row($"{ends}, {kind}\n{url}\n{subscription.Id}\n{resource}");
        }

        screen.Render(wide, narrow);
    }

    private static string NameOf(SubscriptionResourceKind? kind) => kind switch
    {
        SubscriptionResourceKind.WebinarReports => "reports of a webinar",
        SubscriptionResourceKind.TownhallReports => "reports of a town hall",
        SubscriptionResourceKind.Events => "new events",
        SubscriptionResourceKind.Webinar => "a webinar",
        SubscriptionResourceKind.Townhall => "a town hall",
        SubscriptionResourceKind.Sessions => "sessions",
        SubscriptionResourceKind.Registrations => "registrations",
        SubscriptionResourceKind.MeetingCalls => "calls of a meeting",
        SubscriptionResourceKind.CallRecords => "call records",
        _ => "something else",
    };
}
