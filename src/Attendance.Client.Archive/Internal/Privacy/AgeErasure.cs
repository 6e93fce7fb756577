using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Erases what is older than a time.</summary>
internal static class AgeErasure
{
    public static async Task<ErasureResult> RunAsync(
        ArchiveDatabase database, ArchiveContext context, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await ArchiveSettings.ChangePrivacyAsync(context, cancellationToken).ConfigureAwait(false);
        var settings = await ArchiveSettings.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        if (!(ArchiveSettings.ToTime(settings[ArchiveSettings.ErasedBefore]) >= before))
        {
            await ArchiveSettings.SetAsync(
                context, ArchiveSettings.ErasedBefore, ArchiveSettings.OfTime(before), cancellationToken).ConfigureAwait(false);
        }

        var reports = context.Reports.Where(row => (row.EndedAt ?? row.StartedAt) < before);
        var events = context.VirtualEvents.Where(row => row.EndsAt < before);
        var result = new ErasureResult
        {
            Records = await context.Records.CountAsync(row => reports.Any(report => report.Id == row.ReportId), cancellationToken)
                .ConfigureAwait(false),
            Reports = await DeleteAsync(reports).ConfigureAwait(false),
            ExpectedPeople =
                await DeleteAsync(context.ExpectedPeople.Where(row =>
                    context.Occurrences.Any(one => one.Id == row.OccurrenceId && one.EndsAt < before)
                    || context.Meetings.Any(one => one.Id == row.MeetingId && one.EndsAt < before))).ConfigureAwait(false),
            Occurrences = await DeleteAsync(context.Occurrences.Where(row => row.EndsAt < before)).ConfigureAwait(false),
            Registrations = await DeleteAsync(
                context.Registrations.Where(row => events.Any(one => one.Id == row.VirtualEventId))).ConfigureAwait(false),
            Hosts = await DeleteAsync(context.Hosts.Where(row => events.Any(one => one.Id == row.VirtualEventId))).ConfigureAwait(false),
            Failures = await DeleteAsync(context.HarvestFailures.Where(row => row.LastFailedAt < before)).ConfigureAwait(false),
            Runs = await DeleteAsync(context.HarvestRuns.Where(row => row.StartedAt < before && row.EndedAt < before))
                .ConfigureAwait(false),
        };

        await events.ExecuteUpdateAsync(
            static row => row.SetProperty(static one => one.RegistrationsReadAt, (DateTimeOffset?)null), cancellationToken)
            .ConfigureAwait(false);
        await DeleteAsync(context.Meetings.Where(row =>
            (row.EndsAt < before || !row.IsRead) && !row.Reports.Any() && !context.Occurrences.Any(one => one.MeetingId == row.Id)))
            .ConfigureAwait(false);
        await DeleteAsync(events.Where(row => !context.Meetings.Any(one => one.VirtualEventId == row.Id))).ConfigureAwait(false);
        context.Erasures.Add(ErasureRow.Of(result, database.TimeProvider.GetUtcNow(), before));
        return result;

        Task<int> DeleteAsync<T>(IQueryable<T> rows) => rows.ExecuteDeleteAsync(cancellationToken);
    }
}
