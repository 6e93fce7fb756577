using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Counts what is in an archive.</summary>
internal static class Overview
{
    public static Task<ArchiveOverview> ReadAsync(ArchiveDatabase database, CancellationToken cancellationToken) => database.ReadAsync(
        async context =>
        {
            var settings = await ArchiveSettings.ReadAsync(context, cancellationToken).ConfigureAwait(false);
            return new ArchiveOverview
            {
                Organizers = await CountAsync(context.Organizers).ConfigureAwait(false),
                Meetings = await CountAsync(context.Meetings.Where(static row => row.VirtualEventId == null)).ConfigureAwait(false),
                Occurrences = await CountAsync(context.Occurrences).ConfigureAwait(false),
                Webinars = await CountAsync(
                    context.VirtualEvents.Where(static row => row.Kind == VirtualEventKind.Webinar)).ConfigureAwait(false),
                Townhalls = await CountAsync(
                    context.VirtualEvents.Where(static row => row.Kind == VirtualEventKind.Townhall)).ConfigureAwait(false),
                Registrations = await CountAsync(context.Registrations).ConfigureAwait(false),
                Reports = await CountAsync(context.Reports).ConfigureAwait(false),
                ReportsWithoutRecords = await CountAsync(context.Reports.Where(static row => !row.HasRecords)).ConfigureAwait(false),
                Records = await CountAsync(context.Records).ConfigureAwait(false),
                EarliestStart = await context.Reports.Where(static row => row.StartedAt != null).OrderBy(static row => row.StartedAt)
                    .Select(static row => row.StartedAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false),
                LatestEnd = await context.Reports.Where(static row => row.EndedAt != null).OrderByDescending(static row => row.EndedAt)
                    .Select(static row => row.EndedAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false),
                OpenFailures = await CountAsync(
                    context.HarvestFailures.Where(static row => row.ResolvedAt == null)).ConfigureAwait(false),
                IsPseudonymous = settings[ArchiveSettings.Pseudonyms].Length > 0,
                OmitsTimes = settings[ArchiveSettings.OmitsTimes] == "true",
                ErasedBefore = ArchiveSettings.ToTime(settings[ArchiveSettings.ErasedBefore]),
                PeopleForgotten = await CountAsync(
                    context.Erasures.Where(static row => row.Kind == ErasureRow.OfPerson)).ConfigureAwait(false),
            };

            Task<int> CountAsync<T>(IQueryable<T> rows) => rows.CountAsync(cancellationToken);
        },
        cancellationToken);
}
