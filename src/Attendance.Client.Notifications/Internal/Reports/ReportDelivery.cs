using System.Net;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Fetches reports and gives them to the application, each once, and again where that fails.</summary>
internal sealed class ReportDelivery(
    AttendanceClient client, HandlerCalls handlers, AttendanceNotificationOptions options, SubscriptionRenewer renewer, ILogger logger)
{
    private const int KnownReports = 100_000;

    private readonly RecentKeys _delivered = new(KnownReports);

    /// <summary>Delivers a report, and returns false where that failed for good.</summary>
    public async Task<bool> DeliverAsync(
        AttendanceSource source, string reportId, AttendanceNotification notification, CancellationToken cancellationToken)
    {
        var key = $"{source}|{reportId}";
        if (!_delivered.TryAdd(key))
        {
            NotificationMeter.CountReport("repeated");
            return true;
        }

        var isDelivered = false;
        try
        {
            isDelivered = await TryAsync(
                async () =>
                {
                    var report = await client.GetReportAsync(source, reportId, cancellationToken).ConfigureAwait(false);
                    await handlers.TellAsync(new ArrivedReport(source, report, notification), cancellationToken).ConfigureAwait(false);
                },
                notification,
                cancellationToken).ConfigureAwait(false);
            NotificationMeter.CountReport(isDelivered ? "delivered" : "failed");
            return isDelivered;
        }
        finally
        {
            if (!isDelivered)
                _delivered.Forget(key);
        }
    }

    /// <summary>Tries something as often as the options say, and returns false where it failed for good. What may go well another time is
    /// noted as a gap of the subscription.</summary>
    public async Task<bool> TryAsync(Func<Task> attempt, AttendanceNotification notification, CancellationToken cancellationToken)
    {
        var begin = options.TimeProvider.GetUtcNow();
        for (var attempts = 1; ; attempts++)
        {
            TimeSpan delay;
            try
            {
                await attempt().ConfigureAwait(false);
                return true;
            }
#pragma warning disable CA1031 // Catches everything: a handler may throw what it likes, and gets another chance.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                var isFinal = IsFinal(exception);
                if (attempts >= options.MaxAttempts || isFinal)
                {
                    if (!isFinal)
                        renewer.NoteUndelivered(notification.SubscriptionId, begin);
                    logger.NotFetched(exception, NotificationLog.Sentence(exception), attempts);
                    return false;
                }

                var asked = (exception as AttendanceRequestException)?.RetryAfter;
                delay = asked > Backoff.After(attempts) ? asked.Value : Backoff.After(attempts);
            }

            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // A report that was just made may not be there yet for who reads. What is not allowed stays so.
    private static bool IsFinal(Exception exception) => exception is AttendanceRequestException
    {
        Status: HttpStatusCode.BadRequest or HttpStatusCode.Forbidden,
    };
}
