using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Goes from a notification to the report: fetches the one that it names, or finds the meeting and waits for it.</summary>
internal sealed class ReportArrival : IDisposable
{
    private readonly AttendanceClient _client;
    private readonly SubscriptionRequests _requests;
    private readonly AttendanceNotificationOptions _options;
    private readonly ReportDelivery _delivery;
    private readonly ReportWaits _waits;

    public ReportArrival(
        AttendanceClient client, HandlerCalls handlers, IOptions<AttendanceNotificationOptions> options, SubscriptionRenewer renewer,
        ILogger<ReportArrival> logger)
    {
        _client = client;
        _requests = new SubscriptionRequests(client);
        _options = options.Value;
        _delivery = new ReportDelivery(client, handlers, options.Value, renewer, logger);
        _waits = new ReportWaits(client, _delivery, options.Value, renewer, logger);
    }

    public void Dispose() => _waits.Dispose();

    /// <summary>Begins what the notification leads to, and returns false where it failed for good.</summary>
    public async Task<bool> BeginAsync(AttendanceNotification notification, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        switch (notification)
        {
            case ReportNotification report:
                return await _delivery.DeliverAsync(report.Source, report.ReportId, report, cancellationToken).ConfigureAwait(false);
            case CallNotification { JoinLink: { } link } call when call.Event == CallEventType.CallEnded:
                return await BeginWaitAsync(link, call.OccurredAt ?? receivedAt, call, cancellationToken).ConfigureAwait(false);
            case CallRecordNotification record:
                return await BeginWaitAsync(record, receivedAt, cancellationToken).ConfigureAwait(false);
            default:
                return true;
        }
    }

    /// <summary>Lets what waits end, which is cancelled already.</summary>
    public Task EndAsync() => _waits.EndAsync();

    private Task<bool> BeginWaitAsync(CallRecordNotification record, DateTimeOffset receivedAt, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                var (joinWebUrl, endedAt) = await _requests.GetCallRecordAsync(record.CallRecordId, cancellationToken)
                    .ConfigureAwait(false);

                // A call between two people has no link, and no report.
                if (JoinLink.TryParse(joinWebUrl, out var link))
                    await FindAndWaitAsync(link, endedAt ?? receivedAt, record, cancellationToken).ConfigureAwait(false);
            },
            record,
            cancellationToken);

    private Task<bool> BeginWaitAsync(
        JoinLink link, DateTimeOffset endedAt, AttendanceNotification notification, CancellationToken cancellationToken) =>
        TryAsync(() => FindAndWaitAsync(link, endedAt, notification, cancellationToken), notification, cancellationToken);

    private async Task<bool> TryAsync(Func<Task> begin, AttendanceNotification notification, CancellationToken cancellationToken)
    {
        var hasBegun = await _delivery.TryAsync(begin, notification, cancellationToken).ConfigureAwait(false);
        if (!hasBegun)
            NotificationMeter.CountReport("failed");

        return hasBegun;
    }

    private async Task FindAndWaitAsync(
        JoinLink link, DateTimeOffset endedAt, AttendanceNotification notification, CancellationToken cancellationToken)
    {
        var organizer = link.OrganizerId is { } user ? Organizer.User(user) : Organizer.Me;
        var meeting = await _client.FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false);
        if (meeting?.Source is { } source)
            _waits.Begin(source, endedAt, notification, cancellationToken);
        else
            NotificationMeter.CountReport("no meeting");
    }
}
