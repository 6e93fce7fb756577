using System.Net;
using Attendance.Client.Notifications;
using Attendance.Client.Notifications.Tests;
using Attendance.Client.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Archive.Tests.Notified;

public sealed class IntoAnArchive
{
    private static readonly VirtualEventData Webinar = VirtualEventBuilder
        .Webinar("Launch", "Grace Hopper", "2026-03-02T09:00Z", TimeSpan.FromHours(1)).Build();

    private static readonly AttendanceSource Session = Webinar.Sessions[0].Session.Source!;

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Reports_come_over_the_network_once_each_and_those_that_were_lost_fill_their_gap(DatabaseKind kind)
    {
        using var graph = new FakeGraph().Add(Webinar);
        await using var served = await FakeGraphServer.StartAsync(graph);
        var client = served.CreateClient();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await using var app = await NotifiedApp.StartOnKestrelAsync(client, with: notifications =>
        {
            notifications.Services.AddSingleton(archive);
            notifications.UseArchive();
        });
        await app.Renewer.KeepAsync(SubscriptionResource.WebinarReports(Webinar.Event.Id!));
        Assert.True(await app.Renewer.RenewDueAsync());

        graph.Subscriptions.RepeatNext();
        graph.Add(Session, Samples.Report("told"));
        await app.UntilAsync(() => app.Reports.Count == 1);
        Assert.Equal(["told"], await KeptAsync(archive));
        graph.Subscriptions.LoseNext();
        graph.Add(Session, Samples.Report("lost"));
        await graph.Subscriptions.DeliveredAsync();
        Assert.Equal(["told"], await KeptAsync(archive));
        graph.Subscriptions.Miss(Assert.Single(graph.Subscriptions.All).Id);
        await app.UntilAsync(() => app.Gaps.Count == 1);
        Assert.Equal(["lost", "told"], await KeptAsync(archive));

        Assert.Equal(["told"], app.Reports.Select(arrived => arrived.Report.Id));
        var whole = archive.CreateClient();
        Assert.Equal(await client.GetReportAsync(Session, "told"), await whole.GetReportAsync(Session, "told"));
        Assert.Equal([Webinar.Event], await whole.GetWebinarsAsync().ToListAsync());
        Assert.Empty(await archive.GetFailuresAsync().ToListAsync());
        Assert.Equal([1, 1], (await archive.GetHarvestsAsync(10)).Select(run => run.ReportsAdded));
    }

    [Fact]
    public async Task A_gap_whose_harvest_fails_is_harvested_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
        using var graph = new FakeGraph { TimeProvider = clock }.Add(Webinar);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync(options => options.TimeProvider = clock);
        await using var app = await NotifiedApp.StartAsync(
            graph,
            options =>
            {
                options.TimeProvider = clock;
                options.Subscriptions.Add(SubscriptionResource.WebinarReports(Webinar.Event.Id!));
            },
            builder =>
            {
                builder.Services.AddSingleton(archive);
                builder.UseArchive().UseArchive();
            },
            graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = clock }));
        await app.Renewer.RenewDueAsync();
        graph.Subscriptions.LoseNext();
        graph.Add(Session, Samples.Report("lost"));
        graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.GetVirtualEvent);
        graph.Subscriptions.Miss(Assert.Single(graph.Subscriptions.All).Id);
        await app.UntilAsync(() => app.Notifications.Count == 1);
        await app.Renewer.RenewDueAsync();
        Assert.Empty(app.Gaps);

        clock.Advance(TimeSpan.FromMinutes(1));
        await app.Renewer.RenewDueAsync();

        Assert.Single(app.Gaps);
        Assert.Equal(["lost"], await KeptAsync(archive));
        Assert.Empty(await archive.GetFailuresAsync().ToListAsync());
    }

    [Theory]
    [InlineData(SubscriptionResourceKind.WebinarReports, 0)]
    [InlineData(SubscriptionResourceKind.Registrations, 1)]
    public async Task Registrations_which_a_user_may_not_read_are_read_where_they_are_subscribed_to(
        SubscriptionResourceKind kind, int asked)
    {
        using var graph = new FakeGraph().Add(Webinar);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync();
        await using var app = await NotifiedApp.StartAsync(
            graph,
            options => options.Subscriptions.Add(
                kind == SubscriptionResourceKind.Registrations
                    ? SubscriptionResource.Registrations(Webinar.Event.Id!)
                    : SubscriptionResource.WebinarReports(Webinar.Event.Id!)),
            builder =>
            {
                builder.Services.AddSingleton(archive);
                builder.UseArchive();
            });
        await app.Renewer.RenewDueAsync();
        graph.Subscriptions.Miss(Assert.Single(graph.Subscriptions.All).Id);
        await app.UntilAsync(() => app.Notifications.Count == 1);
        await app.Renewer.RenewDueAsync();

        Assert.Single(app.Gaps);
        Assert.Equal(asked, graph.Requests.Count(request => request.Operation == GraphOperation.ListRegistrations));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_of_which_nothing_was_told_are_harvested_if_the_application_says_where_to_look(bool isSaid)
    {
        using var graph = Samples.Graph();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var archive = await database.OpenAsync();
        await using var app = await NotifiedApp.StartAsync(
            graph,
            static options => options.Subscriptions.Add(SubscriptionResource.CallRecords()),
            builder =>
            {
                builder.Services.AddSingleton(archive);
                builder.UseArchive(options => options.Scope = isSaid ? new HarvestScope { Sources = [Samples.Meeting] } : null);
            });
        await app.Renewer.RenewDueAsync();
        graph.Add(Samples.Meeting, Samples.Report("missed"));
        graph.Subscriptions.Miss(Assert.Single(graph.Subscriptions.All).Id);
        await app.UntilAsync(() => app.Notifications.Count == 1);
        await app.Renewer.RenewDueAsync();

        Assert.Single(app.Gaps);
        Assert.Equal(isSaid ? ["missed"] : [], await database.QueryAsync("SELECT graph_id FROM reports"));
    }

    private static async Task<List<string?>> KeptAsync(AttendanceArchive archive) => await archive.CreateClient()
        .GetReportsAsync(Session).Select(static report => report.Id).OrderBy(static id => id, StringComparer.Ordinal).ToListAsync();
}
