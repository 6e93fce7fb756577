using Attendance.Client.Testing;

namespace Attendance.Client.Notifications.Tests.Receiving;

public class EndToEnd
{
    [Fact]
    public async Task A_report_is_known_within_its_notification_over_the_network()
    {
        using var graph = Samples.Graph();
        await using var served = await FakeGraphServer.StartAsync(graph);
        await using var app = await NotifiedApp.StartOnKestrelAsync(served.CreateClient());
        await app.Renewer.KeepAsync(SubscriptionResource.WebinarReports(Samples.WebinarId));
        Assert.True(await app.Renewer.RenewDueAsync());

        graph.Add(Samples.Session, Samples.Report("first"));
        await app.UntilAsync(() => !app.Reports.IsEmpty);

        var arrived = Assert.Single(app.Reports);
        Assert.Equal(
            (Samples.Session, "first", "Ada"), (arrived.Source, arrived.Report.Id, arrived.Report.Records![0].Identity!.DisplayName));
        Assert.Equal("first", Assert.IsType<ReportNotification>(arrived.Notification).ReportId);
        await graph.Subscriptions.DeliveredAsync();
        Assert.Equal(1, graph.Subscriptions.Delivered);
        Assert.Equal(app.Address, Assert.Single(graph.Subscriptions.All).NotificationUrl);
    }

    [Fact]
    public async Task Ten_thousand_notifications_are_all_answered_and_none_is_lost()
    {
        const int Count = 10_000;
        using var graph = Samples.Graph();
        await using var served = await FakeGraphServer.StartAsync(graph);
        await using var app = await NotifiedApp.StartOnKestrelAsync(served.CreateClient(), options =>
        {
            options.MaxRequestsPerSecond = Count;
            options.MaxConcurrency = 32;
        });
        await app.Renewer.KeepAsync(SubscriptionResource.WebinarReports(Samples.WebinarId));
        await app.Renewer.RenewDueAsync();

        graph.Add(Samples.Session, Enumerable.Range(0, Count).Select(number => Samples.Report($"report-{number}")));
        await graph.Subscriptions.DeliveredAsync();
        await app.UntilAsync(() => app.Notifications.Count == Count);

        Assert.Equal((Count, 0), (graph.Subscriptions.Delivered, graph.Subscriptions.Refused));
        Assert.Equal(
            Enumerable.Range(0, Count).Select(number => $"report-{number}").Order(StringComparer.Ordinal),
            app.Notifications.Cast<ReportNotification>().Select(notification => notification.ReportId).Order(StringComparer.Ordinal));
    }
}
