using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Saves reports, each whole or not at all.</summary>
internal sealed class ReportSaver(ArchiveDatabase database)
{
    public Task<ArchiveChange> SaveAsync(
        AttendanceSource source, AttendanceReport report, long? occurrenceId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async context =>
            {
                var rules = await database.ReadRulesAsync(context, cancellationToken).ConfigureAwait(false);
                return rules.IsTooOld(report.EndedAt ?? report.StartedAt)
                    ? ArchiveChange.Refused
                    : await SaveAsync(context, source, rules.Apply(report), occurrenceId, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    private async Task<ArchiveChange> SaveAsync(
        ArchiveContext context, AttendanceSource source, AttendanceReport report, long? occurrenceId, CancellationToken cancellationToken)
    {
        var now = database.TimeProvider.GetUtcNow();
        var meeting = await KnownRows.MeetingAsync(context, source, cancellationToken).ConfigureAwait(false);
        var name = ReportRows.NameOf(report);
        var hash = ContentHash.Of(report);
        var row = await context.Reports
            .FirstOrDefaultAsync(one => one.MeetingId == meeting.Id && one.Name == name, cancellationToken).ConfigureAwait(false);
        if (row is null)
        {
            row = new ReportRow { MeetingId = meeting.Id, Name = name, ContentHash = hash, FirstReadAt = now };
            context.Reports.Add(row);
        }
        else if (row.ContentHash.AsSpan().SequenceEqual(hash) || (report.Records is null && SaysTheSame(row, report)))
        {
            row.OccurrenceId = occurrenceId ?? row.OccurrenceId;
            row.LastReadAt = now;
            return ArchiveChange.Unchanged;
        }
        else
        {
            await NoteAsync(context, row, now, cancellationToken).ConfigureAwait(false);
            row.Revision++;
            row.ContentHash = hash;
        }

        var isNew = row.Revision == 0;
        var keepsRecords = !isNew && row.HasRecords && report.Records is null;
        ReportRows.Fill(row, report);
        row.HasRecords |= keepsRecords;
        row.OccurrenceId = occurrenceId ?? row.OccurrenceId;
        row.LastReadAt = now;
        if (!isNew)
        {
            await context.ExternalEvents.Where(one => one.ReportId == row.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            if (!keepsRecords)
                await context.Records.Where(one => one.ReportId == row.Id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        return isNew ? ArchiveChange.Added : ArchiveChange.Replaced;
    }

    private static bool SaysTheSame(ReportRow row, AttendanceReport report) =>
        row.ParticipantCount == report.ParticipantCount && ReportRows.IsSameTime(row.StartedAt, report.StartedAt)
            && ReportRows.IsSameTime(row.EndedAt, report.EndedAt);

    private static async Task NoteAsync(ArchiveContext context, ReportRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var records = context.Records.Where(one => one.ReportId == row.Id);
        context.ReportRevisions.Add(new ReportRevisionRow
        {
            ReportId = row.Id,
            Revision = row.Revision,
            ReadAt = row.LastReadAt,
            ReplacedAt = now,
            StartedAt = row.StartedAt,
            EndedAt = row.EndedAt,
            ParticipantCount = row.ParticipantCount,
            RecordCount = row.HasRecords ? await records.CountAsync(cancellationToken).ConfigureAwait(false) : null,
            TotalAttendanceSeconds = row.HasRecords
                ? await records.SumAsync(static one => one.TotalAttendanceSeconds, cancellationToken).ConfigureAwait(false)
                : null,
        });
    }
}
