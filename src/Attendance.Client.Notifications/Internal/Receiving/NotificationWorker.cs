using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Takes bodies from the inbox, reads them, and hands on what they tell of, each thing once.</summary>
internal sealed class NotificationWorker(
    INotificationInbox inbox,
    NotificationReader reader,
    HandlerCalls handlers,
    SubscriptionRenewer renewer,
    ReportArrival arrival,
    IOptions<AttendanceNotificationOptions> options,
    ILogger<NotificationWorker> logger) : BackgroundService
{
    private const int KnownNotifications = 100_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Hosts give all services 30 seconds to stop in.
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(10);

    private readonly AttendanceNotificationOptions _options = options.Value;
    private readonly RecentKeys _known = new(KnownNotifications);
    private readonly SemaphoreSlim _slots = new(options.Value.MaxConcurrency, options.Value.MaxConcurrency);

    public override void Dispose()
    {
        _slots.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var received in inbox.ReadAllAsync(stoppingToken).ConfigureAwait(false))
                    await WorkAsync(received, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // Catches everything: whatever the application's inbox throws, the next attempt may end better.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                logger.HandlerFailed(exception);
            }

            await Task.Delay(Pause, _options.TimeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // What is under way is cancelled, and is let end.
        for (var i = 0; i < _options.MaxConcurrency; i++)
            await _slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);

        await arrival.EndAsync().ConfigureAwait(false);
        await NoteUndeliveredAsync().ConfigureAwait(false);
    }

    private static string KeyOf(AttendanceNotification notification) => string.Join('|', notification.SubscriptionId, notification switch
    {
        ReportNotification report => $"report|{report.Source}|{report.ReportId}",
        CallNotification call => $"call|{call.EventId ?? call.JoinWebUrl}|{call.Event?.Value}|{Text(call.OccurredAt)}",
        CallRecordNotification record => $"record|{record.CallRecordId}",
        _ => null,
    });

    private static string? Text(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    // Of all else two that look alike may be two changes.
    private static bool IsOfOneTime(AttendanceNotification notification) => notification
        is ReportNotification
        or CallRecordNotification
        or CallNotification { EventId: not null, Event: not null, OccurredAt: not null };

    // Graph was told that they were taken, so it does not send them again. An inbox of the application's has them still.
    private async Task NoteUndeliveredAsync()
    {
        while (inbox is BoundedInbox inMemory && inMemory.TryTake(out var received))
            NoteUndelivered(received);

        using var patience = new CancellationTokenSource(PatienceAtEnd);
        await renewer.SaveNotesAsync(patience.Token).ConfigureAwait(false);
    }

    private void NoteUndelivered(ReceivedNotifications received)
    {
        foreach (var id in reader.SubscriptionIds(received.Body))
            renewer.NoteUndelivered(id, received.ReceivedAt);
    }

    private async Task WorkAsync(ReceivedNotifications received, CancellationToken cancellationToken)
    {
        try
        {
            await HandOnAllAsync(received, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            NoteUndelivered(received);
            throw;
        }
    }

    private async Task HandOnAllAsync(ReceivedNotifications received, CancellationToken cancellationToken)
    {
        foreach (var notification in await ReadAsync(received, cancellationToken).ConfigureAwait(false))
        {
            var key = IsOfOneTime(notification) ? KeyOf(notification) : null;
            if (key is not null && !_known.TryAdd(key))
            {
                NotificationMeter.CountNotification("repeated");
                continue;
            }

            NotificationMeter.CountNotification(notification.SubscriptionExpiresAt < received.ReceivedAt ? "late" : "accepted");
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            _ = HandOnAsync(notification, key, received.ReceivedAt, cancellationToken);
        }
    }

    private async Task HandOnAsync(
        AttendanceNotification notification, string? key, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        // Off the loop that reads, which goes on.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            if (notification is LifecycleNotification lifecycle)
                await renewer.TellAsync(lifecycle, receivedAt, cancellationToken).ConfigureAwait(false);

            await handlers.TellAsync(notification, cancellationToken).ConfigureAwait(false);
            if (handlers.WantsReports && !await arrival.BeginAsync(notification, receivedAt, cancellationToken).ConfigureAwait(false)
                && key is not null)
            {
                // Graph may tell of it again.
                _known.Forget(key);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            renewer.NoteUndelivered(notification.SubscriptionId, receivedAt);
        }
#pragma warning disable CA1031 // Catches everything: nobody waits for this, and one notification that fails stops no other.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.HandlerFailed(exception);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<IReadOnlyList<AttendanceNotification>> ReadAsync(ReceivedNotifications received, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await reader.ReadAsync(received.Body, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidOperationException exception)
            {
                if (attempt >= _options.MaxAttempts)
                {
                    NotificationMeter.CountNotification("unread");
                    logger.NotRead(NotificationLog.Sentence(exception), attempt);
                    return [];
                }
            }

            await Task.Delay(Backoff.After(attempt), _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
