using Attendance.Client.Analysis;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>The meeting, or the session and its event, to which reports belong that came by themselves.</summary>
internal sealed class SourcePlace(HarvestWork work, AttendanceSource source)
{
    /// <summary>Where attendance was taken, as it is kept.</summary>
    public AttendanceSource Source => source;

    /// <summary>The thread of the channel that the meeting is in, or null where it is in none.</summary>
    public string? Channel { get; private set; }

    /// <summary>Reads and keeps it, unless it is kept.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var text = source.ToString();
        var (isKept, isEventKept) = await work.Database.ReadAsync(
            async context => (
                await context.Meetings.AnyAsync(row => row.Source == text && row.IsRead, cancellationToken).ConfigureAwait(false),
                await context.Meetings.AnyAsync(
                    row => row.Source == text && context.VirtualEvents.Any(one => one.Id == row.VirtualEventId && one.IsRead),
                    cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        switch (source)
        {
            case MeetingSource meeting:
                if (!isKept)
                {
                    await work.Failures.TryAsync(
                        HarvestTask.Meeting(meeting), () => SaveMeetingAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
                }

                Channel = await ChannelAsync(meeting, cancellationToken).ConfigureAwait(false);
                break;
            case WebinarSource webinar:
                await ReadSessionAsync(VirtualEventKind.Webinar, webinar.WebinarId, isKept, isEventKept, cancellationToken)
                    .ConfigureAwait(false);
                break;
            case TownhallSource townhall:
                await ReadSessionAsync(VirtualEventKind.Townhall, townhall.TownhallId, isKept, isEventKept, cancellationToken)
                    .ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Where a report is to be kept: where it is kept, as all meetings of a channel list the same ones.</summary>
    public async Task<AttendanceSource> KeeperOfAsync(AttendanceReport report, CancellationToken cancellationToken)
    {
        if (Channel is not { } channel)
            return source;

        var name = ReportRows.NameOf(report);
        var keeper = await work.Database.ReadAsync(
            context => context.Reports.Where(row => row.Name == name && row.Meeting!.ThreadId == channel).OrderBy(static row => row.Id)
                .Select(static row => row.Meeting!.Source).FirstOrDefaultAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return keeper is null ? source : AttendanceSource.Parse(keeper);
    }

    /// <summary>Notes to which occurrences its reports belong, as far as the calendar is kept, by the same rules as a harvest.</summary>
    public async Task AttachAsync(CancellationToken cancellationToken)
    {
        var text = source.ToString();
        if (source is not MeetingSource
            || !await work.Database.ReadAsync(
                context => context.Meetings.AnyAsync(
                    row => row.Source == text && row.IsRead && context.Occurrences.Any(one => one.OrganizerId == row.OrganizerId),
                    cancellationToken),
                cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var kept = new ArchiveClient(work.Database);
        var meeting = await kept.GetMeetingAsync(source, cancellationToken).ConfigureAwait(false);

        // With times of its own a meeting would be its own plan, and the calendar not looked at.
        var occurrences = await kept.GetOccurrencesAsync(
            meeting with { StartsAt = null, EndsAt = null }, options: null, cancellationToken).ConfigureAwait(false);
        var names = occurrences.Where(static one => one.CalendarMeeting is not null)
            .SelectMany(static one => one.Reports.Select(report => (
                Report: ReportRows.NameOf(report), Occurrence: OccurrenceRows.NameOf(one.CalendarMeeting!))))
            .DistinctBy(static one => one.Report, StringComparer.Ordinal)
            .ToDictionary(static one => one.Report, static one => one.Occurrence, StringComparer.Ordinal);
        if (names.Count > 0)
            await AttachAsync(text, names, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadSessionAsync(
        VirtualEventKind kind, string eventId, bool isKept, bool isEventKept, CancellationToken cancellationToken)
    {
        if (isKept && isEventKept)
            return;

        await work.Failures.TryAsync(
            HarvestTask.Sessions(kind, eventId),
            async () =>
            {
                if (!isEventKept)
                {
                    await work.Archive.SaveAsync(
                        await work.ReadEventAsync(kind, eventId, cancellationToken).ConfigureAwait(false), cancellationToken)
                        .ConfigureAwait(false);
                }

                if (!isKept)
                    await SaveSessionAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task SaveMeetingAsync(CancellationToken cancellationToken)
    {
        var meeting = await work.Client.GetMeetingAsync(source, cancellationToken).ConfigureAwait(false);
        await work.Archive.SaveAsync(meeting with { Source = source }, cancellationToken).ConfigureAwait(false);
    }

    private async Task SaveSessionAsync(CancellationToken cancellationToken)
    {
        var session = await work.Client.GetSessionAsync(source, cancellationToken).ConfigureAwait(false);
        await work.Archive.SaveAsync(session with { Source = source }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> ChannelAsync(MeetingSource meeting, CancellationToken cancellationToken)
    {
        var text = meeting.ToString();
        var link = await work.Database.ReadAsync(
            context => context.Meetings.Where(row => row.Source == text).Select(static row => row.JoinWebUrl)
                .FirstOrDefaultAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return JoinLink.TryParse(link, out var read) && read.IsChannelMeeting ? read.ThreadId : null;
    }

    private Task<bool> AttachAsync(string text, Dictionary<string, string> names, CancellationToken cancellationToken) =>
        work.Database.WriteAsync(
            async context =>
            {
                var meeting = await context.Meetings.SingleAsync(row => row.Source == text, cancellationToken).ConfigureAwait(false);
                var reports = await context.Reports.Where(row => row.MeetingId == meeting.Id && names.Keys.Contains(row.Name))
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                var occurrences = await context.Occurrences
                    .Where(row => row.OrganizerId == meeting.OrganizerId && names.Values.Contains(row.Name))
                    .ToDictionaryAsync(static row => row.Name, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);
                foreach (var report in reports)
                {
                    if (!occurrences.TryGetValue(names[report.Name], out var occurrence))
                        continue;

                    report.OccurrenceId = occurrence.Id;
                    (occurrence.State, occurrence.MissingReason, occurrence.MeetingId) = (OccurrenceState.Reported, null, meeting.Id);
                }

                return true;
            },
            cancellationToken);
}
