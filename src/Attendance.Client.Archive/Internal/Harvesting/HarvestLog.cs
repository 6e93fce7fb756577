using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Archive.Internal;

/// <summary>What harvests say of themselves, in the log and in the archive.</summary>
internal static partial class HarvestLog
{
    private const int PageSize = 500;

    [LoggerMessage(EventId = 1, Message = "The harvest {RunId} began.")]
    public static partial void Began(ILogger logger, LogLevel level, Guid runId);

    [LoggerMessage(
        EventId = 2,
        Message = "The harvest {RunId} ended: {Organizers} organizers, {VirtualEvents} virtual events, {Found} reports found, " +
        "{Added} new, {Replaced} changed, {Missing} occurrences without one, {Failures} failures.")]
    public static partial void Ended(
        ILogger logger, LogLevel level, Guid runId, int organizers, int virtualEvents, int found, int added, int replaced, int missing,
        int failures);

    [LoggerMessage(3, LogLevel.Warning, "{Step} could not be read: {Reason}, status {Status}. It is tried again later.")]
    public static partial void Failed(ILogger logger, HarvestStep step, string reason, int? status);

    [LoggerMessage(4, LogLevel.Warning, "What is being harvested could not be held for longer, so another harvest may do it too.")]
    public static partial void LeaseNotRenewed(ILogger logger, Exception exception);

    public static async IAsyncEnumerable<HarvestFailure> GetFailuresAsync(
        ArchiveDatabase database, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var rows = await database.ReadAsync(
                context => context.HarvestFailures.Where(row => row.ResolvedAt == null && row.Id > last)
                    .OrderBy(static row => row.Id)
                    .Select(row => new
                    {
                        Row = row,
                        Organizer = context.Organizers.FirstOrDefault(one => one.Id == row.OrganizerId),
                    })
                    .Take(PageSize).ToListAsync(cancellationToken),
                cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
                yield return ToFailure(row.Row, row.Organizer);

            if (rows.Count < PageSize)
                yield break;
            last = rows[^1].Row.Id;
        }
    }

    public static async IAsyncEnumerable<MissingAttendance> GetMissingAsync(
        ArchiveDatabase database, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var page = 0; ; page++)
        {
            var skip = page * PageSize;
            var rows = await database.ReadAsync(
                context => context.Occurrences
                    .Where(row => row.MissingReason != null && row.StartsAt >= from && row.StartsAt < until)
                    .OrderBy(static row => row.StartsAt).ThenBy(static row => row.Id)
                    .Select(row => new
                    {
                        Row = row,
                        Organizer = context.Organizers.First(one => one.Id == row.OrganizerId),
                        Source = context.Meetings.Where(one => one.Id == row.MeetingId).Select(static one => one.Source).FirstOrDefault(),
                    })
                    .Skip(skip).Take(PageSize).ToListAsync(cancellationToken),
                cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                yield return new MissingAttendance
                {
                    Organizer = ToOrganizer(row.Organizer),
                    Subject = row.Row.Subject,
                    StartsAt = row.Row.StartsAt,
                    EndsAt = row.Row.EndsAt,
                    JoinWebUrl = row.Row.JoinWebUrl,
                    Source = row.Source is null ? null : AttendanceSource.Parse(row.Source),
                    Reason = row.Row.MissingReason!.Value,
                };
            }

            if (rows.Count < PageSize)
                yield break;
        }
    }

    public static Task<IReadOnlyList<HarvestResult>> GetHarvestsAsync(
        ArchiveDatabase database, int count, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<HarvestResult>>(
        async context => (await context.HarvestRuns.OrderByDescending(static row => row.StartedAt).Take(count)
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(ToResult),
        cancellationToken);

    private static Organizer ToOrganizer(OrganizerRow row) => row.UserId is null ? Organizer.Me : Organizer.User(row.UserId);

    private static HarvestFailure ToFailure(HarvestFailureRow row, OrganizerRow? organizer) => new()
    {
        Step = row.Step,
        Organizer = organizer is null ? null : ToOrganizer(organizer),
        Subject = row.Subject,
        ReportId = row.ReportId,
        Reason = row.Reason,
        Status = row.Status,
        Message = row.Message,
        Remedy = row.Remedy,
        FirstFailedAt = row.FirstFailedAt,
        LastFailedAt = row.LastFailedAt,
        Attempts = row.Attempts,
        NextAttemptAt = row.NextAttemptAt,
    };

    private static HarvestResult ToResult(HarvestRunRow row) => new()
    {
        RunId = row.Id,
        StartedAt = row.StartedAt,
        EndedAt = row.EndedAt,
        Organizers = row.Organizers,
        VirtualEvents = row.VirtualEvents,
        Occurrences = row.Occurrences,
        ReportsFound = row.ReportsFound,
        ReportsAdded = row.ReportsAdded,
        ReportsReplaced = row.ReportsReplaced,
        OccurrencesMissing = row.OccurrencesMissing,
        Failures = row.Failures,
    };
}
