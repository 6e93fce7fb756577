using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Keeps what failed, and when it is tried again.</summary>
internal sealed class HarvestFailures(ArchiveDatabase database, HarvestTally tally)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>Whether an exception is of what was asked for, and not of the harvest itself.</summary>
    public static bool IsOfOne(Exception exception) =>
        exception is AttendanceRequestException or HttpRequestException or InvalidOperationException or ArgumentException or IOException;

    public Task NoteAsync(HarvestTask task, Exception exception, CancellationToken cancellationToken)
    {
        var refused = exception as AttendanceRequestException;
        var reason = refused?.Reason.ToString() ?? exception.GetType().Name;
        tally.AddFailure(task.Step, reason);
        HarvestLog.Failed(database.Logger, task.Step, reason, (int?)refused?.Status);
        return database.WriteAsync(
            async context =>
            {
                var now = database.TimeProvider.GetUtcNow();
                var row = await context.HarvestFailures.FirstOrDefaultAsync(one => one.Name == task.Name, cancellationToken)
                    .ConfigureAwait(false);
                if (row is null)
                {
                    row = new HarvestFailureRow { Name = task.Name, Step = task.Step, Reason = "", Message = "", FirstFailedAt = now };
                    context.HarvestFailures.Add(row);
                }
                else if (row.ResolvedAt is not null)
                {
                    (row.ResolvedAt, row.FirstFailedAt, row.Attempts) = (null, now, 0);
                }

                if (task.Organizer is { } organizer)
                {
                    row.OrganizerId =
                        (await KnownRows.OrganizerAsync(context, organizer, cancellationToken).ConfigureAwait(false)).Id;
                }

                row.Subject = task.Subject;
                row.ReportId = task.ReportId;
                row.Reason = reason;
                row.Status = (int?)refused?.Status;
                row.Message = exception.Message;
                row.Remedy = refused?.Remedy;
                row.LastFailedAt = now;
                row.NextAttemptAt = now + DelayAfter(row.Attempts++);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Does something, and notes whether it failed for a reason of its own.</summary>
    /// <returns>Why it failed, or null where it did not.</returns>
    public async Task<Exception?> TryAsync(HarvestTask task, Func<Task> workAsync, CancellationToken cancellationToken)
    {
        try
        {
            await workAsync().ConfigureAwait(false);
            await ResolveAsync([task.Name], cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception) when (IsOfOne(exception))
        {
            await NoteAsync(task, exception, cancellationToken).ConfigureAwait(false);
            return exception;
        }
    }

    /// <summary>Whether it did not fail before, or its time has come again.</summary>
    public async Task<bool> IsDueAsync(HarvestTask task, HarvestWork work, CancellationToken cancellationToken) =>
        work.Options.RetryNow || !await database.ReadAsync(
            context => context.HarvestFailures.AnyAsync(
                row => row.Name == task.Name && row.ResolvedAt == null && row.NextAttemptAt > work.StartedAt, cancellationToken),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Notes that what may have failed before was read after all.</summary>
    public async Task ResolveAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        // Most have never failed, and a read keeps nobody from writing.
        if (names.Count == 0 || !await database.ReadAsync(
            context => context.HarvestFailures.AnyAsync(row => row.ResolvedAt == null && names.Contains(row.Name), cancellationToken),
            cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await database.WriteAsync(
            context =>
            {
                var now = database.TimeProvider.GetUtcNow();
                return context.HarvestFailures.Where(row => row.ResolvedAt == null && names.Contains(row.Name))
                    .ExecuteUpdateAsync(row => row.SetProperty(static one => one.ResolvedAt, now), cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static TimeSpan DelayAfter(int attempts) =>
        attempts > 10 ? LongestDelay : TimeSpan.FromTicks(Math.Min(LongestDelay.Ticks, FirstDelay.Ticks << attempts));
}
