using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Harvests a webinar or town hall: its sessions, registrations and reports.</summary>
/// <param name="work">What all parts of the harvest share.</param>
/// <param name="virtualEvent">The event, with its id.</param>
/// <param name="isNamed">Whether it is asked for by its id, and so read even where nothing more is to be expected of it.</param>
internal sealed class EventHarvest(HarvestWork work, VirtualEvent virtualEvent, bool isNamed = false)
{
    private readonly VirtualEventKind _kind = virtualEvent.Kind;
    private readonly string _id = virtualEvent.Id!;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (virtualEvent.End?.At < work.Oldest)
            return;

        await work.Archive.SaveAsync(virtualEvent, cancellationToken).ConfigureAwait(false);
        if (!isNamed && await IsSettledAsync(cancellationToken).ConfigureAwait(false))
            return;

        var isWhole = await ReadSessionsAsync(cancellationToken).ConfigureAwait(false);
        if (work.Options.IncludeRegistrations)
            isWhole &= await ReadRegistrationsAsync(cancellationToken).ConfigureAwait(false);
        if (isWhole)
            await FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> IsSettledAsync(CancellationToken cancellationToken)
    {
        var lookBack = work.Options.LookBack;
        return virtualEvent.End?.At is not { } end
            ? Task.FromResult(false)
            : work.Database.ReadAsync(
                context => context.VirtualEvents.AnyAsync(
                    row => row.Kind == _kind && row.GraphId == _id && row.HarvestedAt > end + lookBack, cancellationToken),
                cancellationToken);
    }

    private async Task<bool> ReadSessionsAsync(CancellationToken cancellationToken)
    {
        var task = HarvestTask.Sessions(_kind, _id);
        if (!await work.Failures.IsDueAsync(task, work, cancellationToken).ConfigureAwait(false))
            return false;

        var isWhole = true;
        var failure = await work.Failures.TryAsync(
            task,
            async () =>
            {
                await foreach (var session in work.Client.GetSessionsAsync(_kind, _id, cancellationToken).ConfigureAwait(false))
                {
                    if (session.Source is null)
                        continue;

                    await SaveAsync(session, cancellationToken).ConfigureAwait(false);
                    if (!(session.Start?.At > work.StartedAt))
                        isWhole &= await ReadReportsAsync(session, cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);
        return isWhole && failure is null;
    }

    // The list has a summary of each.
    private async Task SaveAsync(VirtualEventSession listed, CancellationToken cancellationToken)
    {
        var text = listed.Source!.ToString();
        var kept = await work.Database.ReadAsync(
            context => context.Meetings.FirstOrDefaultAsync(row => row.Source == text && row.IsRead, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (kept is null || MeetingRows.ToSession(kept) with { Capacity = listed.Capacity } != listed)
        {
            var session = await work.Client.GetSessionAsync(listed.Source, cancellationToken).ConfigureAwait(false);
            await work.Archive.SaveAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> ReadReportsAsync(VirtualEventSession session, CancellationToken cancellationToken)
    {
        var source = session.Source!;
        List<AttendanceReport> listed = [];
        var isWhole = true;
        var failure = await work.Failures.TryAsync(
            HarvestTask.Report(source, reportId: null),
            async () =>
            {
                listed = await work.Client.GetReportsAsync(source, cancellationToken: cancellationToken)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                var unread = await work.ReadReportsAsync(source, channel: null, listed, static _ => null, cancellationToken)
                    .ConfigureAwait(false);
                isWhole = unread.Count == 0;
            },
            cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            work.Tally.AddOccurrence(HarvestWork.WhyMissing(failure));
        }
        else if (session.End?.At is { } end && end <= work.StartedAt)
        {
            work.Tally.AddOccurrence(
                !isWhole ? MissingReason.Failed : listed.Count > 0 ? null : work.WhyMissing(end, isInChannel: false, listed));
        }

        return isWhole && failure is null;
    }

    private async Task<bool> ReadRegistrationsAsync(CancellationToken cancellationToken)
    {
        var task = HarvestTask.Registrations(_kind, _id);
        if (!await work.Failures.IsDueAsync(task, work, cancellationToken).ConfigureAwait(false))
            return false;

        var failure = await work.Failures.TryAsync(
            task,
            async () =>
            {
                var registrations = await work.Client.GetRegistrationsAsync(_kind, _id, cancellationToken)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                await work.Archive.SaveAsync(_kind, _id, registrations, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return failure is null;
    }

    private Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var now = work.StartedAt;
        return work.Database.WriteAsync(
            context => context.VirtualEvents.Where(row => row.Kind == _kind && row.GraphId == _id)
                .ExecuteUpdateAsync(row => row.SetProperty(static one => one.HarvestedAt, now), cancellationToken),
            cancellationToken);
    }
}
