using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Waits for the reports of meetings whose calls have ended: one wait for each meeting, however often it is told of.</summary>
internal sealed class ReportWaits(
    AttendanceClient client, ReportDelivery delivery, AttendanceNotificationOptions options, SubscriptionRenewer renewer, ILogger logger)
    : IDisposable
{
    // A report may end its session somewhat before Graph tells that the call has ended.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<AttendanceSource, Wait> _waits = [];
    private readonly SemaphoreSlim _questions = new(options.MaxConcurrency, options.MaxConcurrency);

    public void Dispose() => _questions.Dispose();

    public void Begin(
        AttendanceSource source, DateTimeOffset endedAt, AttendanceNotification notification, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var deadline = options.TimeProvider.GetUtcNow() + options.WaitTimeout;
            if (_waits.TryGetValue(source, out var known))
            {
                known.Extend(endedAt, deadline);
                NotificationMeter.CountReport("waited for already");
                return;
            }

            if (_waits.Count >= options.MaxWaits)
            {
                NotificationMeter.CountReport("not waited for");
                logger.TooManyWaits(options.MaxWaits);
                return;
            }

            var wait = new Wait(source, endedAt, deadline, notification);
            _waits.Add(source, wait);
            wait.Task = Task.Run(() => RunAsync(wait, cancellationToken), CancellationToken.None);
        }
    }

    /// <summary>Waits until all have ended.</summary>
    public Task EndAsync()
    {
        lock (_lock)
            return Task.WhenAll(_waits.Values.Select(static wait => wait.Task));
    }

    private async Task RunAsync(Wait wait, CancellationToken cancellationToken)
    {
        try
        {
            while (!await IsOverAsync(wait, cancellationToken).ConfigureAwait(false))
                await Task.Delay(options.WaitInterval, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The application stops.
            renewer.NoteUndelivered(wait.Notification.SubscriptionId, wait.FirstEnd);
            Remove(wait);
        }
#pragma warning disable CA1031 // Catches everything: nobody waits for this, and what is lost is logged.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NotificationMeter.CountReport("failed");
            logger.NotFetched(exception, NotificationLog.Sentence(exception), 1);
            Remove(wait);
        }
    }

    // It is taken out under the lock under which it is extended, so that no extension gets lost.
    private async Task<bool> IsOverAsync(Wait wait, CancellationToken cancellationToken)
    {
        DateTimeOffset? latest = null;
        var isAsked = await AskAsync(wait, end => latest = latest > end ? latest : end, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            var isThere = latest > wait.LastEnd - Tolerance;
            var isLate = options.TimeProvider.GetUtcNow() >= wait.Deadline;
            if (isAsked && !isThere && !isLate)
                return false;

            if (!isThere)
                NotificationMeter.CountReport(isLate ? "not there in time" : "failed");
            return _waits.Remove(wait.Source);
        }
    }

    private async Task<bool> AskAsync(Wait wait, Action<DateTimeOffset> delivered, CancellationToken cancellationToken)
    {
        await _questions.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await delivery.TryAsync(
                async () =>
                {
                    await foreach (var report in client.GetReportsAsync(wait.Source, query: null, cancellationToken).ConfigureAwait(false))
                    {
                        if (report is { Id: { } id } && (report.EndedAt ?? report.StartedAt) is { } end && end > wait.FirstEnd - Tolerance
                            && await delivery.DeliverAsync(wait.Source, id, wait.Notification, cancellationToken).ConfigureAwait(false))
                        {
                            delivered(end);
                        }
                    }
                },
                wait.Notification,
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _questions.Release();
        }
    }

    private void Remove(Wait wait)
    {
        lock (_lock)
            _waits.Remove(wait.Source);
    }

    /// <summary>A meeting that is waited for.</summary>
    private sealed class Wait(AttendanceSource source, DateTimeOffset endedAt, DateTimeOffset deadline, AttendanceNotification notification)
    {
        public AttendanceSource Source => source;

        public AttendanceNotification Notification => notification;

        public DateTimeOffset FirstEnd { get; private set; } = endedAt;

        public DateTimeOffset LastEnd { get; private set; } = endedAt;

        public DateTimeOffset Deadline { get; private set; } = deadline;

        public Task Task { get; set; } = Task.CompletedTask;

        public void Extend(DateTimeOffset otherEnd, DateTimeOffset otherDeadline)
        {
            FirstEnd = otherEnd < FirstEnd ? otherEnd : FirstEnd;
            LastEnd = otherEnd > LastEnd ? otherEnd : LastEnd;
            Deadline = otherDeadline > Deadline ? otherDeadline : Deadline;
        }
    }
}
