using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Harvests the reports of one meeting or session at once, whatever a calendar says.</summary>
internal sealed class SourceHarvest(HarvestWork work, AttendanceSource source)
{
    /// <summary>Reads all reports that are new or have changed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var place = new SourcePlace(work, await FindKeptAsync(cancellationToken).ConfigureAwait(false));
        await place.ReadAsync(cancellationToken).ConfigureAwait(false);
        await work.Failures.TryAsync(
            HarvestTask.Report(place.Source, reportId: null),
            async () =>
            {
                var listed = await work.Client.GetReportsAsync(place.Source, cancellationToken: cancellationToken)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                await work.ReadReportsAsync(place.Source, place.Channel, listed, static _ => null, cancellationToken)
                    .ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await place.AttachAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one report.</summary>
    public async Task RunAsync(string reportId, CancellationToken cancellationToken)
    {
        AttendanceReport? report = null;
        await work.Failures.TryAsync(
            HarvestTask.Report(source, reportId),
            async () => report = await work.Client.GetReportAsync(source, reportId, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        if (report is not null)
            await RunAsync(report, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps a report that was read.</summary>
    public async Task RunAsync(AttendanceReport report, CancellationToken cancellationToken)
    {
        var place = new SourcePlace(work, await FindKeptAsync(cancellationToken).ConfigureAwait(false));
        await place.ReadAsync(cancellationToken).ConfigureAwait(false);
        work.Tally.AddFound(1);
        var keeper = await place.KeeperOfAsync(report, cancellationToken).ConfigureAwait(false);
        work.Tally.Add(await work.Archive.SaveAsync(keeper, report, cancellationToken).ConfigureAwait(false));
        await work.Failures.ResolveAsync([HarvestTask.Report(keeper, report.Id).Name], cancellationToken).ConfigureAwait(false);
        await place.AttachAsync(cancellationToken).ConfigureAwait(false);
    }

    // A meeting has one id under all names of its organizer, such as object id and address, and is kept under the one that came first.
    private async Task<AttendanceSource> FindKeptAsync(CancellationToken cancellationToken)
    {
        if (source is not MeetingSource meeting)
            return source;

        var (text, id) = (source.ToString(), meeting.MeetingId);
        var kept = await work.Database.ReadAsync(
            context => context.Meetings.Where(row => row.GraphId == id && row.OrganizerId != null)
                .OrderBy(row => row.Source == text ? 0 : 1).ThenBy(static row => row.Id)
                .Select(static row => row.Source).FirstOrDefaultAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return kept is null ? source : AttendanceSource.Parse(kept);
    }
}
