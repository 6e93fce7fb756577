using Attendance.Client.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Attendance.Client.Archive.Tests.Hosting;

public sealed class HarvestsInTheBackground
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task What_is_new_in_scope_is_harvested_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var graph = new FakeGraph();
        var meetings = AddMeetings(graph, 6);
        using var host = Host(database, graph, meetings);

        await host.StartAsync();
        var archive = host.Services.GetRequiredService<AttendanceArchive>();
        await UntilAsync(async () => await CountAsync(database) == meetings.Sum(meeting => meeting.Reports.Count));

        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.Equal(["attendance_harvest"], health.Entries.Keys);
        Assert.Equal(
            ("Every organizer was harvested in time; 0 failures are tried again.", 0, 0),
            (health.Entries["attendance_harvest"].Description, health.Entries["attendance_harvest"].Data["organizersBehind"],
                health.Entries["attendance_harvest"].Data["failures"]));
        await host.StopAsync();
        foreach (var meeting in meetings)
        {
            Assert.Equal(
                meeting.Reports.Select(report => report.Id).Order(),
                (await archive.CreateClient().GetReportsAsync(meeting.Meeting.Source!).ToListAsync()).Select(report => report.Id).Order());
        }
    }

    [PostgresFact]
    public async Task Two_processes_share_the_work()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var graph = new FakeGraph();
        var meetings = AddMeetings(graph, 24);
        using var one = Host(database, graph, meetings);
        using var other = Host(database, graph, meetings);

        await Task.WhenAll(one.StartAsync(), other.StartAsync());
        await UntilAsync(async () => await CountAsync(database) == meetings.Sum(meeting => meeting.Reports.Count));
        await Task.WhenAll(one.StopAsync(), other.StopAsync());

        Assert.All(
            graph.Requests.Where(request => request.Operation == GraphOperation.GetAttendanceReport).CountBy(request => request.ReportId!),
            report => Assert.Equal(1, report.Value));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_read_is_unhealthy_and_organizers_left_behind_degrade()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-10T00:00Z");
        tenant.Add(new AttendanceGenerator(1).CreateMeeting());
        await tenant.HarvestAsync();
        tenant.Time.Advance(TimeSpan.FromHours(13));
        using var host = Host(tenant.Database, tenant.Graph, [], options => options.Archive.TimeProvider = tenant.Time);
        var checks = host.Services.GetRequiredService<HealthCheckService>();

        var late = await checks.CheckHealthAsync();
        await tenant.Database.ExecuteAsync("DROP TABLE harvest_failures");
        var broken = await checks.CheckHealthAsync();

        Assert.Equal(
            (HealthStatus.Degraded, "1 organizers were not harvested for two intervals."),
            (late.Status, late.Entries["attendance_harvest"].Description));
        Assert.Equal(HealthStatus.Unhealthy, broken.Status);
        Assert.IsType<ArchiveException>(broken.Entries["attendance_harvest"].Exception);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused_with_the_cure()
    {
        var services = new ServiceCollection();

        Assert.StartsWith(
            "HarvestServiceOptions.Interval is 00:00:09, and must be 00:00:10 or more.",
            Assert.Throws<ArgumentException>(
                () => services.AddAttendanceHarvest(options => options.Interval = TimeSpan.FromSeconds(9))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "HarvestServiceOptions.MaxConcurrency is 0, and must be 1 or more.",
            Assert.Throws<ArgumentException>(() => services.AddAttendanceHarvest(options => options.MaxConcurrency = 0)).Message,
            StringComparison.Ordinal);
    }

    private static List<MeetingData> AddMeetings(FakeGraph graph, int count)
    {
        var meetings = Enumerable.Range(1, count).Select(seed => new AttendanceGenerator(seed).CreateMeeting(4, 2)).ToList();
        foreach (var meeting in meetings)
            graph.Add(meeting);
        return meetings;
    }

    private static IHost Host(
        TestDatabase database, FakeGraph graph, List<MeetingData> meetings, Action<HarvestServiceOptions>? configure = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(graph.CreateClient());
        builder.Services.AddAttendanceHarvest(options =>
        {
            var place = database.Options();
            (options.Archive.File, options.Archive.PostgresConnectionString) = (place.File, place.PostgresConnectionString);
            options.Scope = _ => HarvestScope.Of(meetings.Select(meeting => ((MeetingSource)meeting.Meeting.Source!).Organizer));
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        try
        {
            return int.Parse(
                (await database.QueryAsync("SELECT COUNT(*) FROM reports")).Single(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (System.Data.Common.DbException)
        {
            // The tables are not there yet.
            return 0;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await isSo())
            await Task.Delay(100, limit.Token);
    }
}
