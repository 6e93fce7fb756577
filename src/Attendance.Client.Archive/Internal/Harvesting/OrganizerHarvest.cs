using Attendance.Client.Analysis;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Harvests the meetings in one organizer's calendar.</summary>
internal sealed class OrganizerHarvest(HarvestWork work, Organizer organizer)
{
    private readonly HarvestTask _calendar = HarvestTask.Calendar(organizer);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var state = await ReadStateAsync(cancellationToken).ConfigureAwait(false);
        if (!work.Options.RetryNow && state.NextCalendarAttemptAt > work.StartedAt)
            return;

        var from = state.Open.Keys.Select(static meeting => meeting.Start?.At).Append(state.From).Min()!.Value;
        var client = new HarvestClient(work.Archive, work.Client, state.From - TimeSpan.FromDays(1), [.. state.Open.Keys]);
        List<AttendanceOccurrence> occurrences;
        try
        {
            occurrences = await client.GetOccurrencesAsync(
                organizer, from, work.StartedAt, new OccurrenceOptions { MaxConcurrency = HarvestWork.RequestsOfOne }, cancellationToken)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (HarvestFailures.IsOfOne(exception))
        {
            await work.Failures.NoteAsync(_calendar, exception, cancellationToken).ConfigureAwait(false);
            return;
        }

        var ids = client.OccurrenceIds.ToDictionary(StringComparer.Ordinal);
        foreach (var (meeting, id) in state.Open)
            ids.TryAdd(OccurrenceRows.NameOf(meeting), id);
        var unread = await ReadReportsAsync(client, occurrences, ids, cancellationToken).ConfigureAwait(false);
        var failed = await NoteFailuresAsync(occurrences, cancellationToken).ConfigureAwait(false);
        await work.Failures.ResolveAsync(
            [.. TasksOf(occurrences).Append(_calendar).Select(static task => task.Name)
                .Where(name => state.Failed.Contains(name) && !failed.Contains(name)).Distinct(StringComparer.Ordinal)],
            cancellationToken).ConfigureAwait(false);
        await FinishAsync(client, occurrences, ids, unread, cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<HarvestTask> TasksOf(IEnumerable<AttendanceOccurrence> occurrences) =>
        occurrences.Select(static one => one.CalendarMeeting?.JoinLink).OfType<JoinLink>().Distinct()
            .Select(link => HarvestTask.Meeting(organizer, link));

    private Task<State> ReadStateAsync(CancellationToken cancellationToken)
    {
        var (name, now, oldest) = (organizer.ToString(), work.StartedAt, work.Oldest);
        return work.Database.ReadAsync(
            async context =>
            {
                var row = await context.Organizers.FirstOrDefaultAsync(one => one.Name == name, cancellationToken).ConfigureAwait(false);
                var from = row?.CalendarReadUntil - work.Options.LookBack is { } back && back > oldest ? back : oldest;
                if (row is null)
                    return new State(from, null, new Dictionary<CalendarMeeting, long>(), []);

                var failures = await context.HarvestFailures.Where(one => one.OrganizerId == row.Id && one.ResolvedAt == null)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                var isEarly = !work.Options.RetryNow && !failures.Exists(one => one.NextAttemptAt <= now);
                var open = await context.Occurrences.Include(static one => one.People)
                    .Where(one => one.OrganizerId == row.Id && one.StartsAt >= oldest && one.EndsAt <= from
                        && (one.State == OccurrenceState.Waiting || (one.State == OccurrenceState.Failed && !isEarly)))
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return new State(
                    from, failures.Find(one => one.Name == _calendar.Name)?.NextAttemptAt,
                    open.ToDictionary(OccurrenceRows.ToMeeting, static one => one.Id),
                    failures.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal));
            },
            cancellationToken);
    }

    private async Task<HashSet<string>> ReadReportsAsync(
        HarvestClient client, List<AttendanceOccurrence> occurrences, Dictionary<string, long> ids, CancellationToken cancellationToken)
    {
        var byReport = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var occurrence in occurrences)
        {
            if (IdOf(occurrence, ids) is { } id)
            {
                foreach (var report in occurrence.Reports)
                    byReport.TryAdd(ReportRows.NameOf(report), id);
            }
        }

        var unread = new HashSet<string>(StringComparer.Ordinal);
        var channels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (source, reports) in client.Listed.OrderBy(static one => one.Key.ToString(), StringComparer.Ordinal))
        {
            // All meetings of a channel list the same reports.
            var channel = client.ChannelOf(source);
            if (channel is not null && !channels.Add(channel))
                continue;

            unread.UnionWith(await work.ReadReportsAsync(
                source, channel, reports,
                report => byReport.TryGetValue(ReportRows.NameOf(report), out var id) ? id : null, cancellationToken)
                .ConfigureAwait(false));
        }

        return unread;
    }

    private async Task<HashSet<string>> NoteFailuresAsync(List<AttendanceOccurrence> occurrences, CancellationToken cancellationToken)
    {
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var occurrence in occurrences)
        {
            // What Graph does not have is no failure.
            if (occurrence is not { Error: { } error, CalendarMeeting.JoinLink: { } link }
                || HarvestWork.WhyMissing(error) == MissingReason.MeetingNotFound)
            {
                continue;
            }

            var task = HarvestTask.Meeting(organizer, link);
            if (failed.Add(task.Name))
                await work.Failures.NoteAsync(task, error, cancellationToken).ConfigureAwait(false);
        }

        return failed;
    }

    private Task<bool> FinishAsync(
        HarvestClient client, List<AttendanceOccurrence> occurrences, Dictionary<string, long> ids, HashSet<string> unread,
        CancellationToken cancellationToken)
    {
        var states = new Dictionary<long, (OccurrenceState State, MissingReason? Reason, AttendanceSource? Source)>();
        foreach (var occurrence in occurrences)
        {
            if (IdOf(occurrence, ids) is not { } id || StateOf(client, occurrence, unread) is not { } state)
                continue;

            states[id] = (state.State, state.Reason, occurrence.Source);
            work.Tally.AddOccurrence(state.Reason);
        }

        return work.Database.WriteAsync(
            async context =>
            {
                var rows = await context.Occurrences.Where(row => states.Keys.Contains(row.Id)).ToListAsync(cancellationToken)
                    .ConfigureAwait(false);
                var sources = states.Values.Select(static one => one.Source?.ToString()).OfType<string>()
                    .Distinct(StringComparer.Ordinal).ToList();
                var meetings = await context.Meetings.Where(row => sources.Contains(row.Source))
                    .ToDictionaryAsync(static row => row.Source, static row => row.Id, StringComparer.Ordinal, cancellationToken)
                    .ConfigureAwait(false);
                foreach (var row in rows)
                {
                    var (state, reason, source) = states[row.Id];
                    (row.State, row.MissingReason) = (state, reason);
                    if (source is not null && meetings.TryGetValue(source.ToString(), out var meeting))
                        row.MeetingId = meeting;
                }

                var owner = await KnownRows.OrganizerAsync(context, organizer, cancellationToken).ConfigureAwait(false);
                owner.CalendarReadUntil = owner.CalendarReadUntil > work.StartedAt ? owner.CalendarReadUntil : work.StartedAt;
                owner.HarvestedAt = work.Database.TimeProvider.GetUtcNow();
                return true;
            },
            cancellationToken);
    }

    private static long? IdOf(AttendanceOccurrence occurrence, Dictionary<string, long> ids) =>
        occurrence.CalendarMeeting is { } meeting && ids.TryGetValue(OccurrenceRows.NameOf(meeting), out var id) ? id : null;

    // Null for one that goes on or is still to come.
    private (OccurrenceState State, MissingReason? Reason)? StateOf(
        HarvestClient client, AttendanceOccurrence occurrence, HashSet<string> unread)
    {
        if (occurrence.Reports.Any(report => unread.Contains(ReportRows.NameOf(report))))
            return (OccurrenceState.Failed, MissingReason.Failed);
        if (occurrence.Reports.Count > 0)
            return (OccurrenceState.Reported, null);
        if (occurrence.Plan?.End is not { } end || end > work.StartedAt)
            return null;

        if (occurrence.Error is { } error)
        {
            var why = HarvestWork.WhyMissing(error);
            return why != MissingReason.MeetingNotFound ? (OccurrenceState.Failed, why)
                : end + work.Options.LookBack > work.StartedAt ? (OccurrenceState.Waiting, why)
                : (OccurrenceState.Missing, why);
        }

        var reason = work.WhyMissing(
            end, occurrence.CalendarMeeting?.JoinLink?.IsChannelMeeting == true,
            occurrence.Source is null ? null : client.Listed.GetValueOrDefault(occurrence.Source));
        return (reason == MissingReason.NotYet ? OccurrenceState.Waiting : OccurrenceState.Missing, reason);
    }

    private sealed record State(
        DateTimeOffset From, DateTimeOffset? NextCalendarAttemptAt, IReadOnlyDictionary<CalendarMeeting, long> Open,
        HashSet<string> Failed);
}
