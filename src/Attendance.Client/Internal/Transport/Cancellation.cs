namespace Attendance.Client.Internal;

/// <summary>How work ends that nobody waits for any longer.</summary>
internal static class Cancellation
{
    /// <summary>The exception with the caller's own token, by which a caller tells it from others, in place of one that is linked to
    /// it.</summary>
    public static OperationCanceledException Of(Exception exception, CancellationToken caller) =>
        exception is OperationCanceledException cancelled && cancelled.CancellationToken == caller
            ? cancelled
            : new OperationCanceledException(exception.Message, exception, caller);

    /// <summary>Waits for tasks that were told to stop, and looks at how they ended, so that no exception goes unobserved.</summary>
    public static async Task EndAsync(params Task[] stopped)
    {
        var all = Task.WhenAll(stopped);
        await Task.WhenAny(all).ConfigureAwait(false);
        _ = all.Exception;
    }
}
