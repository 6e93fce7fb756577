using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>What one process works on and no other does, until it is done or dead for a minute.</summary>
internal sealed class Leases : IAsyncDisposable
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly ArchiveDatabase _database;
    private readonly Guid _holder;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewal;

    public Leases(ArchiveDatabase database, Guid holder)
    {
        _database = database;
        _holder = holder;
        _renewal = RenewAsync(_stop.Token);
    }

    /// <summary>Takes it, or says when to ask again where somebody else has it.</summary>
    public Task<DateTimeOffset?> TryTakeAsync(string name, CancellationToken cancellationToken) => _database.WriteAsync(
        async context =>
        {
            var (isTaken, end, _) = await LeaseRow.TryTakeAsync(
                context, name, _holder, _database.TimeProvider.GetUtcNow(), Length, cancellationToken).ConfigureAwait(false);
            return isTaken ? null : end;
        },
        cancellationToken);

    public Task ReleaseAsync(string name) => _database.WriteAsync(
        context => context.Leases.Where(one => one.Name == name && one.HolderId == _holder).ExecuteDeleteAsync(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _renewal.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Length / 3, _database.TimeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
                await RenewOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The end of the harvest.
        }
    }

    private async Task RenewOnceAsync(CancellationToken cancellationToken)
    {
        var end = _database.TimeProvider.GetUtcNow() + Length;
        try
        {
            await _database.WriteAsync(
                context => context.Leases.Where(one => one.HolderId == _holder)
                    .ExecuteUpdateAsync(row => row.SetProperty(static one => one.EndsAt, end), cancellationToken),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ArchiveException exception)
        {
            // Whoever takes it over does the same work once more, and the harvest meets the same fault at its next write.
            HarvestLog.LeaseNotRenewed(_database.Logger, exception);
        }
    }
}
