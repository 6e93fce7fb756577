using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>What all parts of a harvest share, and how reports are read that Graph has listed.</summary>
internal sealed class HarvestWork(
    AttendanceArchive archive, AttendanceClient client, HarvestOptions options, HarvestTally tally, DateTimeOffset startedAt)
{
    /// <summary>As many requests as Exchange Online takes at once for one mailbox.</summary>
    public const int RequestsOfOne = 4;

    /// <summary>Reports that Graph lists of a meeting.</summary>
    private const int ReportLimit = 50;

    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public AttendanceArchive Archive => archive;

    public ArchiveDatabase Database => archive.Database;

    public AttendanceClient Client => client;

    public HarvestOptions Options => options;

    public HarvestTally Tally => tally;

    public HarvestFailures Failures { get; } = new(archive.Database, tally);

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Before when nothing is read.</summary>
    public DateTimeOffset Oldest
    {
        get
        {
            var oldest = options.From ?? startedAt - Year;
            return archive.Database.ErasedBefore is { } erased && erased > oldest ? erased : oldest;
        }
    }

    /// <summary>Why an occurrence that is over has no report.</summary>
    public MissingReason WhyMissing(DateTimeOffset endsAt, bool isInChannel, IReadOnlyList<AttendanceReport>? listed) =>
        endsAt + options.LookBack > startedAt ? MissingReason.NotYet
        : endsAt + Year < startedAt ? MissingReason.Expired
        : listed is { Count: >= ReportLimit } && listed.Min(static report => report.StartedAt) > endsAt ? MissingReason.ReportLimit
        : isInChannel ? MissingReason.ChannelMeeting
        : MissingReason.NoReport;

    /// <summary>Why an exception keeps an occurrence without a report.</summary>
    public static MissingReason WhyMissing(Exception exception) => exception switch
    {
        AttendanceRequestException { Reason: AttendanceErrorReason.MissingAccessPolicy } => MissingReason.NoAccessPolicy,
        AttendanceRequestException
        {
            Reason: AttendanceErrorReason.NotFound or AttendanceErrorReason.MeetingExpired or AttendanceErrorReason.InvalidJoinLink,
        } => MissingReason.MeetingNotFound,
        AttendanceRequestException { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError } refused
            when refused.Reason is not (AttendanceErrorReason.Throttled or AttendanceErrorReason.UnexpectedResponse) =>
            MissingReason.Refused,
        InvalidOperationException => MissingReason.MeetingNotFound,
        _ => MissingReason.Failed,
    };

    /// <summary>A webinar or town hall by its id, which the answer may lack.</summary>
    public async Task<VirtualEvent> ReadEventAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken)
    {
        var read = kind == VirtualEventKind.Webinar
            ? await client.GetWebinarAsync(eventId, cancellationToken).ConfigureAwait(false)
            : await client.GetTownhallAsync(eventId, cancellationToken).ConfigureAwait(false);
        return read with { Id = eventId };
    }

    /// <summary>Reads and keeps those of the listed reports that are new, have changed, or have settled since they were read.</summary>
    /// <param name="source">Whose reports they are.</param>
    /// <param name="channel">The thread of the channel in which all meetings list the same reports, or null.</param>
    /// <param name="listed">The reports as they were listed.</param>
    /// <param name="occurrenceOf">The id of the occurrence that a report belongs to.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>What tells those apart that could not be read.</returns>
    public async Task<IReadOnlySet<string>> ReadReportsAsync(
        AttendanceSource source, string? channel, IReadOnlyList<AttendanceReport> listed, Func<AttendanceReport, long?> occurrenceOf,
        CancellationToken cancellationToken)
    {
        var oldest = Oldest;
        var wanted = listed.Where(report => !((report.EndedAt ?? report.StartedAt) < oldest)).ToList();
        tally.AddFound(wanted.Count);
        var text = source.ToString();
        var (kept, failed, isRead) = await Database.ReadAsync(
            async context => (
                await context.Reports
                    .Where(row => row.Meeting!.Source == text || (channel != null && row.Meeting.ThreadId == channel))
                    .Select(static row => new KeptReport(
                        row.Id, row.Name, row.HasRecords, row.ParticipantCount, row.StartedAt, row.EndedAt, row.LastReadAt,
                        row.OccurrenceId))
                    .ToListAsync(cancellationToken).ConfigureAwait(false),
                await context.HarvestFailures.Where(row => row.Subject == text && row.ResolvedAt == null)
                    .Select(static row => row.Name).ToListAsync(cancellationToken).ConfigureAwait(false),
                await context.Meetings.AnyAsync(row => row.Source == text && row.IsRead, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        var byName = kept.GroupBy(static report => report.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        await AttachAsync(wanted, byName, occurrenceOf, cancellationToken).ConfigureAwait(false);

        var unread = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var resolved = new ConcurrentBag<string>();
        if (isRead && source is MeetingSource meeting && failed.Contains(HarvestTask.Meeting(meeting).Name))
            resolved.Add(HarvestTask.Meeting(meeting).Name);
        await Parallel.ForEachAsync(
            wanted.Where(report => NeedsReading(report, byName.GetValueOrDefault(ReportRows.NameOf(report)))),
            new ParallelOptions { MaxDegreeOfParallelism = RequestsOfOne, CancellationToken = cancellationToken },
            async (report, stop) =>
            {
                var task = HarvestTask.Report(source, report.Id);
                if (!await TryReadAsync(task, source, report, occurrenceOf(report), stop).ConfigureAwait(false))
                    unread[ReportRows.NameOf(report)] = true;
                else if (failed.Contains(task.Name))
                    resolved.Add(task.Name);
            }).ConfigureAwait(false);
        await Failures.ResolveAsync(resolved, cancellationToken).ConfigureAwait(false);
        return unread.Keys.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<bool> TryReadAsync(
        HarvestTask task, AttendanceSource source, AttendanceReport listed, long? occurrenceId, CancellationToken cancellationToken)
    {
        try
        {
            // Without an id its records cannot be asked for.
            var report = listed.Id is null
                ? listed with { Records = null }
                : await client.GetReportAsync(source, listed.Id, cancellationToken).ConfigureAwait(false);
            tally.Add(await archive.SaveAsync(source, report, occurrenceId, cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (Exception exception) when (HarvestFailures.IsOfOne(exception))
        {
            await Failures.NoteAsync(task, exception, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }

    private bool NeedsReading(AttendanceReport listed, KeptReport? kept)
    {
        if (kept is null || (!kept.HasRecords && listed.Id is not null))
            return true;
        if (kept.ParticipantCount != listed.ParticipantCount || !ReportRows.IsSameTime(kept.StartedAt, listed.StartedAt)
            || !ReportRows.IsSameTime(kept.EndedAt, listed.EndedAt))
        {
            return true;
        }

        return (listed.EndedAt ?? listed.StartedAt) + options.SettlingTime is { } settled
            && kept.LastReadAt < settled && settled <= startedAt;
    }

    // What was read before its calendar was, or stands elsewhere in it by now.
    private async Task AttachAsync(
        IReadOnlyList<AttendanceReport> reports, Dictionary<string, KeptReport> kept, Func<AttendanceReport, long?> occurrenceOf,
        CancellationToken cancellationToken)
    {
        var moved = new Dictionary<long, long>();
        foreach (var report in reports)
        {
            if (kept.TryGetValue(ReportRows.NameOf(report), out var row) && occurrenceOf(report) is { } occurrence
                && row.OccurrenceId != occurrence)
            {
                moved[row.Id] = occurrence;
            }
        }

        if (moved.Count == 0)
            return;

        await Database.WriteAsync(
            async context =>
            {
                foreach (var row in await context.Reports.Where(one => moved.Keys.Contains(one.Id)).ToListAsync(cancellationToken)
                    .ConfigureAwait(false))
                {
                    row.OccurrenceId = moved[row.Id];
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private sealed record KeptReport(
        long Id, string Name, bool HasRecords, int? ParticipantCount, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt,
        DateTimeOffset LastReadAt, long? OccurrenceId);
}
