using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Calls the application's handlers, each call in a scope of its own.</summary>
internal sealed class HandlerCalls(IServiceScopeFactory scopes, IEnumerable<ReportHandlerMark> reportHandlers, ILogger<HandlerCalls> logger)
{
    /// <summary>Whether anybody wants reports, or else none are fetched.</summary>
    public bool WantsReports { get; } = reportHandlers.Any();

    /// <exception cref="Exception">A handler failed.</exception>
    public Task TellAsync(ArrivedReport report, CancellationToken cancellationToken) =>
        TellAllAsync<IReportHandler>(handler => handler.HandleAsync(report, cancellationToken));

    /// <exception cref="Exception">A handler failed.</exception>
    public Task TellAsync(SubscriptionGap gap, CancellationToken cancellationToken) =>
        TellAllAsync<ISubscriptionGapHandler>(handler => handler.HandleAsync(gap, cancellationToken));

    public Task TellAsync(AttendanceNotification notification, CancellationToken cancellationToken) =>
        TellAllAsync<INotificationHandler>(async handler =>
        {
            try
            {
                await handler.HandleAsync(notification, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Catches everything: a handler that fails keeps the others from nothing.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                logger.HandlerFailed(exception);
            }
        });

    private async Task TellAllAsync<T>(Func<T, Task> call)
        where T : notnull
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            foreach (var handler in scope.ServiceProvider.GetServices<T>())
                await call(handler).ConfigureAwait(false);
        }
    }
}
