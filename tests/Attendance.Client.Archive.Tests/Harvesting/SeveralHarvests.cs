using System.Collections.Concurrent;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests.Harvesting;

public class SeveralHarvests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Two_at_once_read_each_report_once(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-06-01T00:00Z");
        var meetings = Enumerable.Range(1, 12).Select(seed => tenant.Add(new AttendanceGenerator(seed).CreateMeeting(4, 3))).ToList();
        await using var other = await tenant.Database.OpenAsync(options => options.TimeProvider = tenant.Time);

        var first = tenant.HarvestAsync();
        var second = other.HarvestAsync(tenant.Client, tenant.Scope);
        await AdvanceUntilDoneAsync(tenant, Task.WhenAll(first, second));

        var expected = meetings.Sum(meeting => meeting.Reports.Count);
        Assert.Equal(expected, (await first).ReportsAdded + (await second).ReportsAdded);
        Assert.Equal(0, (await first).ReportsReplaced + (await second).ReportsReplaced);
        Assert.All(
            tenant.Graph.Requests.Where(request => request.Operation == GraphOperation.GetAttendanceReport)
                .CountBy(request => request.ReportId!),
            report => Assert.Equal(1, report.Value));
        Assert.Equal([$"{expected}"], await tenant.Database.QueryAsync("SELECT COUNT(*) FROM reports"));
        Assert.Equal(["0"], await tenant.Database.QueryAsync("SELECT COUNT(*) FROM leases"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task What_a_dead_one_held_is_read_when_its_minute_is_over(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-06-01T00:00Z");
        var meeting = tenant.Add(new AttendanceGenerator(1).CreateMeeting(4));
        await tenant.Database.ExecuteAsync(
            $"""
            INSERT INTO leases (name, holder_id, ends_at)
            VALUES ('harvest {tenant.Organizers[0]}', '{(kind == DatabaseKind.Sqlite ? Guid.Empty.ToString().ToUpperInvariant() : Guid.Empty)}',
                '2026-06-01 00:00:59.0000000Z')
            """);

        var harvest = tenant.HarvestAsync();
        await AdvanceUntilDoneAsync(tenant, harvest);

        Assert.Equal(meeting.Reports.Count, (await harvest).ReportsAdded);
        Assert.True(tenant.Time.GetUtcNow() >= Tenant.At("2026-06-01T00:00:59Z"));
    }

    [Fact]
    public async Task One_that_is_cancelled_keeps_what_it_read_and_the_next_goes_on()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-06-01T00:00Z");
        var meetings = Enumerable.Range(1, 5).Select(seed => tenant.Add(new AttendanceGenerator(seed).CreateMeeting(4, 3))).ToList();
        using var stop = new CancellationTokenSource();
        var seen = new ConcurrentQueue<HarvestProgress>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tenant.Archive.HarvestAsync(
            tenant.Client, tenant.Scope, new HarvestOptions { MaxConcurrency = 1, Progress = new Notice(seen, stop) }, stop.Token));
        var cut = Assert.Single(await tenant.Archive.GetHarvestsAsync(10));
        var next = await tenant.HarvestAsync();

        Assert.Null(cut.EndedAt);
        Assert.Equal(2, cut.Organizers);
        Assert.Equal([1, 2], seen.Select(progress => progress.Organizers));
        Assert.Equal(meetings.Sum(meeting => meeting.Reports.Count), cut.ReportsAdded + next.ReportsAdded);
        Assert.Equal(
            new[] { next.RunId, cut.RunId }.Order(), (await tenant.Archive.GetHarvestsAsync(10)).Select(run => run.RunId).Order());
    }

    // Time goes on only while somebody waits for it.
    private static async Task AdvanceUntilDoneAsync(Tenant tenant, Task work)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(50));
            tenant.Time.Advance(TimeSpan.FromSeconds(2));
        }

        await work;
    }

    private sealed class Notice(ConcurrentQueue<HarvestProgress> seen, CancellationTokenSource stop) : IProgress<HarvestProgress>
    {
        public void Report(HarvestProgress value)
        {
            seen.Enqueue(value);
            if (value.Organizers == 2)
                stop.Cancel();
        }
    }
}
