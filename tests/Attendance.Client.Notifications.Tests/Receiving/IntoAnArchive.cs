using Attendance.Client.Archive;
using Attendance.Client.Testing;

namespace Attendance.Client.Notifications.Tests.Receiving;

public sealed class IntoAnArchive : IDisposable
{
    private static readonly VirtualEventData Webinar = VirtualEventBuilder
        .Webinar("Launch", "Grace Hopper", "2026-03-02T09:00Z", TimeSpan.FromHours(1)).Build();

    private static readonly AttendanceSource Session = Webinar.Sessions[0].Session.Source!;

    private readonly string _directory = Directory.CreateTempSubdirectory("attendance-told-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Reports_come_over_the_network_once_each_and_those_that_were_lost_fill_their_gap()
    {
        using var graph = new FakeGraph().Add(Webinar);
        await using var served = await FakeGraphServer.StartAsync(graph);
        var client = served.CreateClient();
        var file = Path.Combine(_directory, "attendance.db");
        await using var archive = await AttendanceArchive.OpenAsync(file);
        var kept = new Signal();
        await using var app = await NotifiedApp.StartOnKestrelAsync(client, with: notifications => notifications
            .OnReport(async (arrived, cancellationToken) =>
            {
                await archive.HarvestReportAsync(client, arrived.Source, arrived.Report, cancellationToken);
                kept.Raise();
            })
            .OnGap(async (gap, cancellationToken) =>
            {
                var scope = new HarvestScope { Events = [new HarvestEvent(VirtualEventKind.Webinar, gap.Resource.VirtualEventId!)] };
                await archive.HarvestAsync(client, scope, cancellationToken: cancellationToken);
                kept.Raise();
            }));
        await app.Renewer.KeepAsync(SubscriptionResource.WebinarReports(Webinar.Event.Id!));
        Assert.True(await app.Renewer.RenewDueAsync());

        graph.Subscriptions.RepeatNext();
        graph.Add(Session, Samples.Report("told"));
        await kept.UntilAsync(() => Kept(archive) == "told");
        graph.Subscriptions.LoseNext();
        graph.Add(Session, Samples.Report("lost"));
        await graph.Subscriptions.DeliveredAsync();
        Assert.Equal("told", Kept(archive));
        graph.Subscriptions.Miss(Assert.Single(graph.Subscriptions.All).Id);
        await kept.UntilAsync(() => Kept(archive) == "lost told");

        Assert.Equal(["told"], app.Reports.Select(arrived => arrived.Report.Id));
        var whole = archive.CreateClient();
        Assert.Equal(
            await client.GetReportAsync(Session, "told"), await whole.GetReportAsync(Session, "told"));
        Assert.Equal([Webinar.Event], await whole.GetWebinarsAsync().ToListAsync());
        Assert.Empty(await archive.GetFailuresAsync().ToListAsync());
        Assert.Equal([1, 1], (await archive.GetHarvestsAsync(10)).Select(run => run.ReportsAdded));
    }

    private static string Kept(AttendanceArchive archive)
    {
        try
        {
            return string.Join(
                ' ',
                archive.CreateClient().GetReportsAsync(Session).Select(static report => report.Id).ToBlockingEnumerable()
                    .Order(StringComparer.Ordinal));
        }
        catch (AttendanceRequestException exception) when (exception.Reason == AttendanceErrorReason.NotFound)
        {
            return "";
        }
    }
}
