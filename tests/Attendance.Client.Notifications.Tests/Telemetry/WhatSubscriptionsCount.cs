using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Notifications.Tests.Telemetry;

[Collection(CountedTests.Name)]
public sealed class WhatSubscriptionsCount : IDisposable
{
    private const string Requests = "attendance.client.notification.requests {request} attendance.outcome=";
    private const string Changes = "attendance.client.subscription.changes {change} attendance.outcome=";

    private static readonly SubscriptionResource Reports = SubscriptionResource.WebinarReports(Samples.WebinarId);
    private static readonly SubscriptionResource Calls = SubscriptionResource.CallRecords();

    private readonly WatchedClock _clock = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly FakeGraph _graph;
    private readonly Counted _counted = new();

    public WhatSubscriptionsCount() => _graph = Samples.Graph(_clock);

    public void Dispose()
    {
        _counted.Dispose();
        _graph.Dispose();
    }

    [Fact]
    public async Task Each_that_is_made_renewed_lost_or_ended_is_counted_and_so_is_what_fails_and_what_was_not_told()
    {
        await using (var app = await NotifiedApp.StartAsync(
            _graph,
            options => options.TimeProvider = _clock,
            client: _graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = _clock })))
        {
            await app.Renewer.KeepAsync(Reports);
            await app.Renewer.RenewDueAsync();
            await _counted.UntilAsync("subscription.changes", "made", 1);

            // Within the last third of a day's life, in which it is renewed.
            await PassAsync(app, hours: 17);
            await _counted.UntilAsync("subscription.changes", "renewed", 1);

            _graph.Subscriptions.Forget(Assert.Single(_graph.Subscriptions.All).Id);
            await PassAsync(app, hours: 17);
            await _counted.UntilAsync("subscription.changes", "gap", 1);

            _graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.Subscriptions);
            await app.Renewer.KeepAsync(Calls);
            await app.Renewer.RenewDueAsync();
            await _counted.UntilAsync("subscription.changes", "failed", 1);

            await app.Renewer.EndAsync(Calls);
            await app.Renewer.EndAsync(Reports);
            await app.Renewer.EndAsync(Reports);
        }

        _counted.Is(
            $"{Requests}validation: 2",
            $"{Changes}ended: 2",
            $"{Changes}failed: 1",
            $"{Changes}gap: 1",
            $"{Changes}lost: 1",
            $"{Changes}made: 2",
            $"{Changes}renewed: 1");
    }

    private async Task PassAsync(NotifiedApp app, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await app.Renewer.RenewDueAsync();
        }
    }
}
