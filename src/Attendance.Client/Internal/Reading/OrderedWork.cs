using System.Runtime.CompilerServices;

namespace Attendance.Client.Internal;

/// <summary>Works on many items at once, a bounded number of them, and hands out results in the order of the items.</summary>
internal static class OrderedWork
{
    public static async IAsyncEnumerable<TResult> RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> work, int maxConcurrency,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var waiting = items.GetEnumerator();
        var atWork = new Queue<Task<TResult>>();
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (atWork.Count < maxConcurrency && waiting.MoveNext())
                    atWork.Enqueue(work(waiting.Current, stop.Token));
                if (atWork.Count == 0)
                    break;

                yield return await atWork.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            stop.Cancel();
            foreach (var task in atWork)
            {
                // What nobody waits for any more has nobody to fail.
                await Task.WhenAny(task).ConfigureAwait(false);
                _ = task.Exception;
            }
        }
    }
}
