using Attendance.Client.Notifications;
using Attendance.Client.Notifications.Tests;
using Attendance.Client.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Archive.Tests.Notified;

/// <summary>Nodes of an application, each with an archive of its own on the same database, that come and go.</summary>
public sealed class KeptAliveByNodes : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionResource Reports = SubscriptionResource.WebinarReports(Samples.WebinarId);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly FakeGraph _graph;

    public KeptAliveByNodes() => _graph = Samples.Graph(_clock);

    public void Dispose() => _graph.Dispose();

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Restarted_nodes_go_on_where_the_last_one_stopped(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        for (var hour = 0; hour < 30; hour++)
        {
            await using var node = await NodeAsync(database, Reports);
            Assert.True(await node.Renewer.RenewDueAsync());
            Assert.Empty(node.Gaps);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((1, 1, 0), (Sent("POST"), Sent("PATCH"), Sent("DELETE")));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task One_of_several_renews_and_another_follows_what_it_left(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = await NodeAsync(database);
        await first.Renewer.KeepAsync(Reports);
        Assert.True(await first.Renewer.RenewDueAsync());
        await using var second = await NodeAsync(database);
        Assert.False(await second.Renewer.RenewDueAsync());

        await first.DisposeAsync();
        Assert.True(await second.Renewer.RenewDueAsync());
        Assert.Equal(1, Sent("POST"));

        await second.Renewer.EndAsync(Reports);
        Assert.Empty(_graph.Subscriptions.All);
        Assert.Equal(["0"], await database.QueryAsync("SELECT COUNT(*) FROM subscriptions"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task What_became_ready_while_no_node_ran_is_in_the_archive_when_one_runs_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var node = await NodeAsync(database, Reports))
        {
            await node.Renewer.RenewDueAsync();
            _graph.Add(Samples.Session, Samples.Report("told", Start));
            await _graph.Subscriptions.DeliveredAsync();
            await node.UntilAsync(() => node.Reports.Count == 1);
        }

        _clock.Advance(TimeSpan.FromDays(3));
        _graph.Add(Samples.Session, Samples.Report("missed", Start.AddDays(2)));
        await using var later = await NodeAsync(database, Reports);
        await later.Renewer.RenewDueAsync();

        Assert.Equal(
            [new SubscriptionGap(Reports, Start, Start + TimeSpan.FromDays(3), SubscriptionGapReason.Down)], later.Gaps);
        await using var archive = await database.OpenAsync();
        Assert.Equal(
            ["missed", "told"],
            await archive.CreateClient().GetReportsAsync(Samples.Session).Select(static report => report.Id).ToListAsync());
        Assert.Empty(await archive.GetFailuresAsync().ToListAsync());
    }

    [Fact]
    public async Task A_database_that_is_away_when_the_application_starts_is_tried_again()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var later = Path.Combine(Path.GetDirectoryName(database.File)!, "later");
        await using var node = await NodeAsync(Path.Combine(later, "attendance.db"), Reports);
        await Assert.ThrowsAsync<ArchiveException>(() => node.Renewer.RenewDueAsync());
        Assert.Empty(_graph.Subscriptions.All);

        Directory.CreateDirectory(later);

        Assert.True(await node.Renewer.RenewDueAsync());
        Assert.Single(_graph.Subscriptions.All);
    }

    [Fact]
    public async Task Without_an_archive_among_the_services_or_a_URL_the_error_says_what_to_add()
    {
        var without = await Assert.ThrowsAsync<OptionsValidationException>(
            () => NotifiedApp.StartAsync(_graph, with: static builder => builder.UseArchive()));
        Assert.Equal(
            "UseArchive finds no AttendanceArchive among the services. Add one with AddAttendanceArchive or AddAttendanceHarvest.",
            without.Message);

        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var receiving = await StartAsync(database.File, options => options.NotificationUrl = null);
        Assert.Equal(
            "Nothing says where Graph sends notifications. Set NotificationUrl in AddAttendanceNotifications.",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => receiving.Renewer.KeepAsync(Reports))).Message);
        await receiving.Renewer.EndAsync(Reports);
        Assert.False(await receiving.Renewer.RenewDueAsync());
    }

    private int Sent(string method) => _graph.Requests.Count(request => request.Method == method);

    private Task<NotifiedApp> NodeAsync(TestDatabase database, params SubscriptionResource[] resources) =>
        NodeAsync(database.Name, resources);

    private Task<NotifiedApp> NodeAsync(string database, params SubscriptionResource[] resources) => StartAsync(
        database,
        options =>
        {
            foreach (var resource in resources)
                options.Subscriptions.Add(resource);
        });

    private Task<NotifiedApp> StartAsync(string database, Action<AttendanceNotificationOptions> configure) =>
        NotifiedApp.StartAsync(
            _graph,
            options =>
            {
                options.TimeProvider = _clock;
                configure(options);
            },
            builder =>
            {
                builder.Services.AddAttendanceArchive(archive =>
                {
                    archive.TimeProvider = _clock;
                    if (Path.IsPathRooted(database))
                        archive.File = database;
                    else
                        archive.PostgresConnectionString = database;
                });
                builder.UseArchive();
            },
            _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock }));
}
