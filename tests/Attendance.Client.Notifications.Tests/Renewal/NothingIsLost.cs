using System.Net;
using Attendance.Client.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Renewal;

/// <summary>What was taken from Graph, which does not send it again, leads to a gap where it leads to nothing else.</summary>
public sealed class NothingIsLost : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly SubscriptionResource Reports = SubscriptionResource.WebinarReports(Samples.WebinarId);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly InterruptedStore _store = new(new InMemorySubscriptionStore());
    private readonly FakeGraph _graph;

    public NothingIsLost() => _graph = Samples.Graph(_clock);

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task An_application_that_stops_notes_what_it_had_taken_and_the_next_one_tells_it()
    {
        var handling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var node = await NodeAsync(
            builder => builder.OnReport(async (_, cancellationToken) =>
            {
                handling.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }),
            static options => options.MaxConcurrency = 1))
        {
            await node.Renewer.RenewDueAsync();
            _clock.Advance(TimeSpan.FromMinutes(1));
            _graph.Add(Samples.Session, Samples.Report("in a handler"), Samples.Report("read"), Samples.Report("in the inbox"));
            await _graph.Subscriptions.DeliveredAsync();
            await handling.Task.WaitAsync(TimeSpan.FromSeconds(30));
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Empty(node.Reports);
        }

        await using var later = await NodeAsync();
        await later.Renewer.RenewDueAsync();

        Assert.Equal(
            new SubscriptionGap(Reports, Start.AddMinutes(1), Start.AddMinutes(2), SubscriptionGapReason.Undelivered),
            Assert.Single(later.Gaps));
    }

    [Fact]
    public async Task An_application_that_stops_with_nothing_to_do_notes_nothing()
    {
        await using (var node = await NodeAsync())
        {
            await node.Renewer.RenewDueAsync();
            _graph.Add(Samples.Session, Samples.Report("told"));
            await node.UntilAsync(() => node.Reports.Count == 1);
        }

        await using var later = await NodeAsync();
        await later.Renewer.RenewDueAsync();

        Assert.Empty(later.Gaps);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.Forbidden, false)]
    public async Task A_report_that_is_given_up_is_told_as_a_gap_unless_Graph_refuses_it(HttpStatusCode status, bool isTold)
    {
        await using var node = await NodeAsync(configure: static options => options.MaxAttempts = 1);
        await node.Renewer.RenewDueAsync();
        _graph.FailEvery(1, GraphFault.Status(status), GraphOperation.GetAttendanceReport);

        _graph.Add(Samples.Session, Samples.Report("r-1"));
        await node.UntilAsync(() => node.Notifications.Count == 1);
        await node.DisposeAsync();
        await using var later = await NodeAsync();
        await later.Renewer.RenewDueAsync();

        Assert.Equal(
            isTold ? [new SubscriptionGap(Reports, Start, Start, SubscriptionGapReason.Undelivered)] : [], later.Gaps);
    }

    [Fact]
    public async Task What_Graph_tells_of_a_subscription_while_the_store_is_away_is_noted_when_it_is_back()
    {
        await using var node = await NodeAsync();
        await node.Renewer.RenewDueAsync();
        var id = Assert.Single(_graph.Subscriptions.All).Id;
        _store.IsAway = true;

        _graph.Subscriptions.Remove(id);
        await node.UntilAsync(() => node.Notifications.Count == 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => node.Renewer.RenewDueAsync());
        _store.IsAway = false;
        await node.Renewer.RenewDueAsync();

        Assert.Equal(new SubscriptionGap(Reports, Start, Start, SubscriptionGapReason.Removed), Assert.Single(node.Gaps));
        Assert.NotEqual(id, Assert.Single(_graph.Subscriptions.All).Id);
    }

    [Fact]
    public async Task A_handler_that_hangs_keeps_no_other_gap_from_being_told()
    {
        var calls = SubscriptionResource.CallRecords();
        var hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var node = await NodeAsync(
            builder => builder.OnGap(async (gap, cancellationToken) =>
            {
                if (gap.Resource != Reports)
                    return;
                hanging.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }),
            options => options.Subscriptions.Add(calls),
            renewsByItself: true);
        await node.Renewer.RenewDueAsync();
        var ids = _graph.Subscriptions.All.ToDictionary(one => SubscriptionResource.Parse(one.Resource), one => one.Id);

        _graph.Subscriptions.Miss(ids[Reports]);
        await hanging.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _graph.Subscriptions.Miss(ids[calls]);
        await node.UntilAsync(() => !node.Gaps.IsEmpty);

        Assert.Equal(calls, Assert.Single(node.Gaps).Resource);
    }

    private Task<NotifiedApp> NodeAsync(
        Action<AttendanceNotificationsBuilder>? with = null, Action<AttendanceNotificationOptions>? configure = null,
        bool renewsByItself = false) =>
        NotifiedApp.StartAsync(
            _graph,
            options =>
            {
                options.TimeProvider = _clock;
                options.Subscriptions.Add(Reports);
                configure?.Invoke(options);
            },
            builder =>
            {
                builder.UseSubscriptionStore(_store);
                with?.Invoke(builder);
            },
            _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock }),
            renewsByItself);
}
