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

    /// <summary>Waits for the task, or no longer than the caller wants to.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up before the task has ended.</exception>
    public static Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
#if NET
        return task.WaitAsync(cancellationToken);
#else
        return task.IsCompleted || !cancellationToken.CanBeCanceled ? task : WaitAsync();

        async Task<T> WaitAsync()
        {
            var givenUp = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(() => givenUp.TrySetResult(true)))
                await Task.WhenAny(task, givenUp.Task).ConfigureAwait(false);

            if (!task.IsCompleted)
                throw new OperationCanceledException(cancellationToken);
            return await task.ConfigureAwait(false);
        }
#endif
    }

    /// <summary>Waits for tasks that were told to stop, and looks at how they ended, so that no exception goes unobserved.</summary>
    public static async Task EndAsync(params Task[] stopped)
    {
        var all = Task.WhenAll(stopped);
        await Task.WhenAny(all).ConfigureAwait(false);
        _ = all.Exception;
    }
}
