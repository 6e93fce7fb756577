using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Bulk;

/// <summary>What is wanted is chosen before records are read.</summary>
public sealed class WantedReports : IDisposable
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeGraph _graph = new FakeGraph().Add(
        Source, Report("old", Noon.AddHours(-1)), Report("edge", Noon), Report("new", Noon.AddTicks(1)), Report("timeless", null));

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task Reports_that_ended_by_then_are_left_out_and_none_whose_end_is_not_known()
    {
        var outcome = await ReadAsync(new BulkOptions { IncludeRecords = true, EndedAfter = Noon });

        Assert.Equal(["new", "timeless"], outcome.GetReports().Select(report => report.Id));
        Assert.Equal(2, _graph.Requests.Count(request => request.Operation == GraphOperation.GetAttendanceReport));
    }

    [Fact]
    public async Task A_filter_is_asked_of_each_report_with_its_source()
    {
        var asked = new List<(AttendanceSource, string?)>();

        var outcome = await ReadAsync(new BulkOptions
        {
            IncludeRecords = true,
            Filter = (source, report) =>
            {
                asked.Add((source, report.Id));
                return report.Id == "edge";
            },
        });

        Assert.Equal("edge", Assert.Single(outcome.GetReports()).Id);
        Assert.Equal(
            [(Source, "edge"), (Source, "new"), (Source, "old"), (Source, "timeless")], asked.OrderBy(item => item.Item2));
        Assert.Single(_graph.Requests, request => request.Operation == GraphOperation.GetAttendanceReport);
    }

    [Fact]
    public async Task What_a_filter_throws_is_the_error_of_its_source()
    {
        var outcome = await ReadAsync(new BulkOptions { Filter = (_, _) => throw new InvalidOperationException("mine") });

        Assert.Equal("mine", Assert.IsType<InvalidOperationException>(outcome.Error).Message);
    }

    [Fact]
    public async Task Records_of_listed_reports_are_read_in_one_call_and_in_their_order()
    {
        var client = _graph.CreateClient();
        var listed = await client.GetReportsAsync(Source).ToDictionaryAsync(report => report.Id!);

        var reading = client.GetReportsWithRecordsAsync(Source, [listed["new"], listed["old"]], new BulkOptions { MaxConcurrency = 2 });

        Assert.Single(_graph.Requests);
        var whole = await reading.ToListAsync();
        Assert.Equal(["new", "old"], whole.Select(report => report.Id));
        Assert.All(whole, report => Assert.Single(report.Records!));
        Assert.Equal(3, _graph.Requests.Count);
    }

    [Fact]
    public async Task A_report_that_fails_throws_where_it_is_its_turn()
    {
        var reading = _graph.CreateClient().GetReportsWithRecordsAsync(
            Source, [Report("old", null), Report("gone", null), Report("new", null)], new BulkOptions { MaxConcurrency = 1 });
        var read = new List<string?>();

        await Assert.ThrowsAsync<AttendanceRequestException>(async () =>
        {
            await foreach (var report in reading)
                read.Add(report.Id);
        });

        Assert.Equal(["old"], read);
        Assert.DoesNotContain(_graph.Requests, request => request.Uri.AbsolutePath.EndsWith("/new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_throws_and_what_cannot_be_asked_for_is_refused()
    {
        var client = _graph.CreateClient();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await client.GetReportsWithRecordsAsync(Source, [Report("old", null)], null, stop.Token).ToListAsync());
        Assert.Throws<ArgumentException>("reports", () => client.GetReportsWithRecordsAsync(Source, [new AttendanceReport()]));
        Assert.Throws<ArgumentException>("reports", () => client.GetReportsWithRecordsAsync(Source, [null!]));
        Assert.Throws<ArgumentNullException>("reports", () => client.GetReportsWithRecordsAsync(Source, null!));
        Assert.Throws<ArgumentNullException>("source", () => client.GetReportsWithRecordsAsync(null!, []));
        Assert.Empty(_graph.Requests);
    }

    private Task<AttendanceOutcome> ReadAsync(BulkOptions options) =>
        _graph.CreateClient().GetReportsAsync([Source], options).SingleAsync().AsTask();

    private static AttendanceReport Report(string id, DateTimeOffset? end) =>
        new() { Id = id, StartedAt = end?.AddHours(-1), EndedAt = end, Records = [new AttendanceRecord { Id = "r" }] };
}
