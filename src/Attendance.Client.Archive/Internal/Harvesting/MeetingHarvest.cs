using Attendance.Client.Analysis;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Harvests a meeting that no calendar leads to.</summary>
internal sealed class MeetingHarvest(HarvestWork work, HarvestMeeting meeting)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var task = HarvestTask.Meeting(meeting.Organizer, meeting.Link);
        if (!await work.Failures.IsDueAsync(task, work, cancellationToken).ConfigureAwait(false))
            return;

        var client = new HarvestClient(work.Archive, work.Client);
        try
        {
            var found = await client.FindMeetingAsync(meeting.Organizer, meeting.Link, cancellationToken).ConfigureAwait(false);
            if (found?.Source is not { } source)
            {
                throw new InvalidOperationException(
                    $"Graph finds no meeting {meeting.Link} of {meeting.Organizer}. " +
                    "Check who organizes it; Graph forgets expired meetings.");
            }

            if (await IsSettledAsync(source, found, cancellationToken).ConfigureAwait(false))
                return;

            var occurrences = await client.GetOccurrencesAsync(found, options: null, cancellationToken).ConfigureAwait(false);
            var ids = occurrences
                .SelectMany(one => one.Reports.Select(report => (Report: ReportRows.NameOf(report), one.CalendarMeeting)))
                .Where(one => one.CalendarMeeting is not null)
                .Select(one => (one.Report, Id: client.OccurrenceIds.GetValueOrDefault(OccurrenceRows.NameOf(one.CalendarMeeting!))))
                .Where(static one => one.Id > 0)
                .DistinctBy(static one => one.Report, StringComparer.Ordinal)
                .ToDictionary(static one => one.Report, static one => one.Id, StringComparer.Ordinal);
            foreach (var occurrence in occurrences)
                work.Tally.AddOccurrence(missing: null);
            var unread = await work.ReadReportsAsync(
                source, client.ChannelOf(source), client.Listed.GetValueOrDefault(source) ?? [],
                report => ids.TryGetValue(ReportRows.NameOf(report), out var id) ? id : null, cancellationToken).ConfigureAwait(false);
            await work.Failures.ResolveAsync([task.Name], cancellationToken).ConfigureAwait(false);
            if (unread.Count == 0)
                await NoteListedAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (HarvestFailures.IsOfOne(exception))
        {
            await work.Failures.NoteAsync(task, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    // A meeting that was over for long when its reports were listed has no more to come.
    private Task<bool> IsSettledAsync(AttendanceSource source, OnlineMeeting found, CancellationToken cancellationToken)
    {
        var text = source.ToString();
        return found.EndsAt is not { } end
            ? Task.FromResult(false)
            : work.Database.ReadAsync(
                context => context.Meetings.AnyAsync(
                    row => row.Source == text && row.ReportsListedAt > end + work.Options.LookBack, cancellationToken),
                cancellationToken);
    }

    private Task<int> NoteListedAsync(AttendanceSource source, CancellationToken cancellationToken)
    {
        var (text, now) = (source.ToString(), work.StartedAt);
        return work.Database.WriteAsync(
            context => context.Meetings.Where(row => row.Source == text)
                .ExecuteUpdateAsync(row => row.SetProperty(static one => one.ReportsListedAt, now), cancellationToken),
            cancellationToken);
    }
}
