using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class WaitingForReports
{
    private static readonly AttendanceSource Source = FakeGraphData.MeetingSource;

    private readonly SkippingTimeProvider _clock = new();

    [Fact]
    public async Task A_report_that_is_there_is_returned_at_once_with_its_records()
    {
        using var graph = new FakeGraph().Add(Source, Ended(10));

        Assert.Equal(Ended(10), await ClientOf(graph).WaitForReportAsync(Source, TimeSpan.FromHours(1)));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task One_that_comes_later_is_asked_for_each_interval()
    {
        using var graph = new FakeGraph().Add(Source);
        graph.RequestAnswered = _ =>
        {
            if (graph.Requests.Count == 3)
                graph.Add(Source, Ended(10));
        };

        Assert.Equal("10", (await ClientOf(graph).WaitForReportAsync(Source, TimeSpan.FromHours(1)))!.Id);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromMinutes(1), 3), _clock.Waits);
        Assert.Equal(5, graph.Requests.Count);
    }

    [Fact]
    public async Task None_in_time_is_null_and_the_last_question_falls_on_the_end()
    {
        using var graph = new FakeGraph().Add(Source);

        Assert.Null(await ClientOf(graph).WaitForReportAsync(Source, TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(10)));

        Assert.Equal([TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(5)], _clock.Waits);
        Assert.Equal(4, graph.Requests.Count);
    }

    [Fact]
    public async Task Without_time_it_asks_once()
    {
        using var graph = new FakeGraph().Add(Source);

        Assert.Null(await ClientOf(graph).WaitForReportAsync(Source, TimeSpan.Zero));

        Assert.Single(graph.Requests);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task Nobody_came_is_a_report_without_records()
    {
        using var graph = new FakeGraph().Add(Source, Ended(10) with { Records = [] });

        Assert.Empty((await ClientOf(graph).WaitForReportAsync(Source, TimeSpan.Zero))!.Records!);
    }

    [Fact]
    public async Task Earlier_sessions_are_left_out_and_the_newest_of_the_others_is_taken()
    {
        using var graph = new FakeGraph().Add(Source, Ended(8), Ended(10));
        graph.RequestAnswered = _ => graph.Add(Source, Ended(11), Ended(12));

        Assert.Equal("12", (await ClientOf(graph).WaitForReportAsync(Source, TimeSpan.FromHours(1), endedAfter: FakeGraphData.At(10)))!.Id);
        Assert.Equal([TimeSpan.FromMinutes(1)], _clock.Waits);
    }

    [Fact]
    public async Task A_refusal_ends_the_waiting()
    {
        using var graph = new FakeGraph();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => ClientOf(graph).WaitForReportAsync(Source, TimeSpan.FromHours(1)));

        Assert.Equal(AttendanceErrorReason.NotFound, exception.Reason);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var graph = new FakeGraph().Add(Source);
        graph.RequestAnswered = _ => cancellation.Cancel();
        var client = graph.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.WaitForReportAsync(Source, TimeSpan.MaxValue, TimeSpan.FromDays(1), cancellationToken: cancellation.Token));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        using var graph = new FakeGraph();
        var client = ClientOf(graph);

        Assert.Equal(
            "source", Assert.Throws<ArgumentNullException>(() => { _ = client.WaitForReportAsync(null!, TimeSpan.Zero); }).ParamName);
        Assert.Equal(
            "timeout",
            Assert.Throws<ArgumentOutOfRangeException>(() => { _ = client.WaitForReportAsync(Source, TimeSpan.FromTicks(-1)); }).ParamName);
        Assert.Equal(
            "interval", Assert.Throws<ArgumentOutOfRangeException>(
                () => { _ = client.WaitForReportAsync(Source, TimeSpan.Zero, TimeSpan.Zero); }).ParamName);
        Assert.Equal(
            "interval", Assert.Throws<ArgumentOutOfRangeException>(
                () => { _ = client.WaitForReportAsync(Source, TimeSpan.Zero, TimeSpan.FromDays(1.1)); }).ParamName);
        Assert.Empty(graph.Requests);
    }

    private static AttendanceReport Ended(int hour) => FakeGraphData.Report with { Id = $"{hour}", EndedAt = FakeGraphData.At(hour) };

    private AttendanceClient ClientOf(FakeGraph graph) => graph.CreateClient(new AttendanceClientOptions { TimeProvider = _clock });
}
