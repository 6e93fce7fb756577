using System.Runtime.CompilerServices;

namespace Attendance.Client.Internal;

/// <summary>Reads many sources, a bounded number of them at once.</summary>
internal static class BulkReader
{
    public static async IAsyncEnumerable<AttendanceOutcome> ReadAsync(
        ReportReader reports, IAsyncEnumerable<AttendanceSource> sources, BulkOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = sources.GetAsyncEnumerator(stop.Token);
        var atWork = new List<Task<AttendanceOutcome>>();
        Task<AttendanceSource?>? taking = null;
        var failed = Task.FromResult<AttendanceSource?>(null);
        try
        {
            var hasMore = true;
            var progress = default(BulkProgress);
            while (true)
            {
                // A source that is long in coming holds up none that is done.
                if (hasMore && taking is null && atWork.Count < options.MaxConcurrency)
                    taking = TakeAsync(waiting);

                if (taking is { IsCompleted: true } taken)
                {
                    // What is at work is handed out before a failure of the sources themselves is.
                    taking = null;
                    if (taken.Status is not TaskStatus.RanToCompletion)
                        (failed, hasMore) = (taken, false);
                    else if (await taken.ConfigureAwait(false) is { } source)
                        atWork.Add(ReadAsync(reports, source, options, stop.Token, cancellationToken));
                    else
                        hasMore = false;
                }
                else if (Candidates().FirstOrDefault(static task => task.IsCompleted) is { } done)
                {
                    atWork.Remove(done);
                    var outcome = await done.ConfigureAwait(false);
                    progress = new BulkProgress(progress.Completed + 1, progress.Failed + (outcome.IsSuccess ? 0 : 1));
                    options.Progress?.Report(progress);
                    yield return outcome;

                    cancellationToken.ThrowIfCancellationRequested();
                }
                else if (taking is null && atWork.Count == 0)
                {
                    await failed.ConfigureAwait(false);
                    break;
                }
                else
                {
                    await Task.WhenAny(taking is null ? Candidates() : Candidates().Append<Task>(taking)).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            stop.Cancel();
            await Cancellation.EndAsync([.. atWork, taking ?? failed]).ConfigureAwait(false);
            await waiting.DisposeAsync().ConfigureAwait(false);
        }

        IEnumerable<Task<AttendanceOutcome>> Candidates() => options.InOrder ? atWork.Take(1) : atWork;
    }

    public static async IAsyncEnumerable<AttendanceSource> ToAsync(IEnumerable<AttendanceSource> sources)
    {
        foreach (var source in sources)
            yield return source;

        await Task.CompletedTask.ConfigureAwait(false);
    }

    // The next source, or null at the end.
    private static async Task<AttendanceSource?> TakeAsync(IAsyncEnumerator<AttendanceSource> sources)
    {
        if (!await sources.MoveNextAsync().ConfigureAwait(false))
            return null;

        return sources.Current ?? throw new ArgumentException("One of the sources is null.", nameof(sources));
    }

    private static async Task<AttendanceOutcome> ReadAsync(
        ReportReader reports, AttendanceSource source, BulkOptions options, CancellationToken stop, CancellationToken caller)
    {
        try
        {
            return new AttendanceOutcome(source, await reports.GetAllAsync(source, options, stop).ConfigureAwait(false));
        }
        catch (OperationCanceledException exception) when (stop.IsCancellationRequested)
        {
            throw Cancellation.Of(exception, caller);
        }
        catch (Exception exception)
        {
            return new AttendanceOutcome(source, exception);
        }
    }
}
