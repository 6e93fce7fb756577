using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Core;
using Microsoft.EntityFrameworkCore;

namespace Attendance.Client.Archive.Internal;

/// <summary>Answers from an archive what Graph would have answered.</summary>
internal sealed class ArchiveClient(ArchiveDatabase database) : AttendanceClient
{
    private const string ChannelSuffix = "@thread.tacv2";

    public override GraphVersion Version => GraphVersion.V1;

    // Neither version nor user makes a difference to what was kept.
    public override AttendanceClient WithVersion(GraphVersion version) => this;

    public override AttendanceClient WithCredential(TokenCredential credential) => this;

    public override async IAsyncEnumerable<AttendanceReport> GetReportsAsync(
        AttendanceSource source, ODataQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var withRecords = KeptQuery.ExpandsRecords(query);
        var reports = await database.ReadAsync(
            async context =>
            {
                var meetings = await MeetingIdsAsync(context, source, cancellationToken).ConfigureAwait(false);
                var rows = await Whole(context, withRecords).Where(row => meetings.Contains(row.MeetingId))
                    .OrderBy(static row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
                return NewestFirst(OnePerName(rows).Select(row => ReportRows.ToReport(row, withRecords)));
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var report in KeptQuery.Page(reports, query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return report;
        }
    }

    public override Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, CancellationToken cancellationToken = default) =>
        ReadReportAsync(source, reportId, withRecords: true, cancellationToken);

    public override Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, ODataQuery query, CancellationToken cancellationToken = default) =>
        ReadReportAsync(
            source, reportId, KeptQuery.ExpandsRecords(query ?? throw new ArgumentNullException(nameof(query))), cancellationToken);

    public override async IAsyncEnumerable<AttendanceRecord> GetRecordsAsync(
        AttendanceSource source, string reportId, ODataQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _ = KeptQuery.ExpandsRecords(query);
        var report = await ReadReportAsync(source, reportId, withRecords: true, cancellationToken).ConfigureAwait(false);
        var records = report.Records
            ?? throw NotKept($"The records of the report {reportId} of {source} were not kept: they were not read.");
        foreach (var record in KeptQuery.Page(records, query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    public override async Task<AttendanceReport?> GetLatestReportAsync(
        AttendanceSource source, CancellationToken cancellationToken = default) =>
        await ReadLatestAsync(source, endedAfter: null, cancellationToken).ConfigureAwait(false);

    // What is not kept by now comes by a harvest, whenever that is.
    public override Task<AttendanceReport?> WaitForReportAsync(
        AttendanceSource source, TimeSpan timeout, TimeSpan? interval = null, DateTimeOffset? endedAfter = null,
        CancellationToken cancellationToken = default) => ReadLatestAsync(source, endedAfter, cancellationToken);

    public override IAsyncEnumerable<AttendanceOutcome> GetReportsAsync(
        IEnumerable<AttendanceSource> sources, BulkOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return GetReportsAsync(sources.ToAsyncEnumerable(), options, cancellationToken);
    }

    // One after the other: a database answers sooner than it is asked.
    public override async IAsyncEnumerable<AttendanceOutcome> GetReportsAsync(
        IAsyncEnumerable<AttendanceSource> sources, BulkOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        options ??= new BulkOptions();
        var progress = default(BulkProgress);
        await foreach (var source in sources.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var outcome = await ReadOutcomeAsync(source, options, cancellationToken).ConfigureAwait(false);
            progress = new BulkProgress(progress.Completed + 1, progress.Failed + (outcome.IsSuccess ? 0 : 1));
            options.Progress?.Report(progress);
            yield return outcome;
        }
    }

    [Obsolete("Graph has deprecated this path. Use GetLatestReportAsync, which returns id and times too.")]
    public override async Task<AttendanceReport> GetMeetingAttendanceReportAsync(
        AttendanceSource source, CancellationToken cancellationToken = default) =>
        await GetLatestReportAsync(source, cancellationToken).ConfigureAwait(false) is { } report
            ? report with { Id = null, StartedAt = null, EndedAt = null }
            : throw NotKept($"No report of {source} was kept.");

    public override Task<JsonElement?> SendAsync(
        HttpMethod method, string path, JsonElement? body = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("An archive answers no requests of one's own. Send them with a client of Graph.");

    public override Task<AccessDiagnosis> DiagnoseAccessAsync(
        AttendanceSource? source = null, CancellationToken cancellationToken = default) =>
        DiagnoseAsync(
            source is null
                ? null
                : async () => await GetLatestReportAsync(source, cancellationToken).ConfigureAwait(false));

    public override Task<AccessDiagnosis> DiagnoseAccessAsync(
        Organizer organizer, JoinLink link, CancellationToken cancellationToken = default) =>
        DiagnoseAsync(async () =>
            await FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false) is { Source: { } source }
                ? await GetLatestReportAsync(source, cancellationToken).ConfigureAwait(false)
                : throw NotKept($"No meeting {link} of {organizer} was kept."));

    public override Task<OnlineMeeting?> FindMeetingAsync(Organizer organizer, JoinLink link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(organizer);
        ArgumentNullException.ThrowIfNull(link);
        var (name, text, digits, isMe) = (organizer.ToString(), link.ToString(), link.JoinMeetingId, organizer.UserId is null);
        return database.ReadAsync<OnlineMeeting?>(
            async context =>
            {
                var owner = await context.Organizers.Where(row => row.Name == name).Select(static row => (int?)row.Id)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                var row = await context.Meetings.Include(static one => one.People)
                    .Where(one => one.IsRead && one.OrganizerId != null && (one.OrganizerId == owner || isMe)
                        && (one.JoinLink == text || (digits != null && one.JoinMeetingId == digits)))
                    .OrderByDescending(one => one.OrganizerId == owner).ThenBy(static one => one.Id)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row is null ? null : MeetingRows.ToMeeting(row);
            },
            cancellationToken);
    }

    public override Task<OnlineMeeting> GetMeetingAsync(AttendanceSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source is MeetingSource
            ? ReadMeetingAsync(source, MeetingRows.ToMeeting, cancellationToken)
            : throw new ArgumentException("The source is a session of a webinar or town hall. Use GetSessionAsync.", nameof(source));
    }

    public override async IAsyncEnumerable<CalendarMeeting> GetCalendarMeetingsAsync(
        Organizer owner, DateTimeOffset from, DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (from >= until)
        {
            throw new ArgumentException(
                $"The range ends at {until:O}, which is not after its begin at {from:O}. Pass a later end.", nameof(until));
        }

        var (begin, end) = (from.ToUniversalTime(), until.ToUniversalTime());
        var name = owner.ToString();
        var meetings = await database.ReadAsync(
            async context =>
            {
                var organizer = await context.Organizers.Where(row => row.Name == name && row.CalendarReadFrom != null)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
                    ?? throw NotKept($"No calendar of {owner} was kept.");
                var rows = await context.Occurrences.Include(static row => row.People)
                    .Where(row => row.OrganizerId == organizer.Id && row.StartsAt <= end && row.EndsAt >= begin)
                    .OrderBy(static row => row.StartsAt).ThenBy(static row => row.Id)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);

                // PostgreSQL compares microseconds.
                return rows.ConvertAll(OccurrenceRows.ToMeeting)
                    .FindAll(meeting => meeting.Start?.At < until && meeting.End?.At > from);
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var meeting in meetings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return meeting;
        }
    }

    public override IAsyncEnumerable<Organizer> GetGroupMembersAsync(string groupId, CancellationToken cancellationToken = default) =>
        throw NotKept($"The members of the group {groupId} were not kept, as an archive keeps no groups.");

    public override IAsyncEnumerable<VirtualEvent> GetWebinarsAsync(CancellationToken cancellationToken = default) =>
        ListEventsAsync(VirtualEventKind.Webinar, static _ => true, cancellationToken);

    public override IAsyncEnumerable<VirtualEvent> GetTownhallsAsync(CancellationToken cancellationToken = default) =>
        ListEventsAsync(VirtualEventKind.Townhall, static _ => true, cancellationToken);

    public override IAsyncEnumerable<VirtualEvent> GetWebinarsAsync(
        Organizer user, VirtualEventRole role = VirtualEventRole.Organizer, CancellationToken cancellationToken = default) =>
        ListEventsAsync(VirtualEventKind.Webinar, RoleOf(user, role), cancellationToken);

    public override IAsyncEnumerable<VirtualEvent> GetTownhallsAsync(
        Organizer user, VirtualEventRole role = VirtualEventRole.Organizer, CancellationToken cancellationToken = default) =>
        ListEventsAsync(VirtualEventKind.Townhall, RoleOf(user, role), cancellationToken);

    public override Task<VirtualEvent> GetWebinarAsync(string webinarId, CancellationToken cancellationToken = default) =>
        ReadEventAsync(VirtualEventKind.Webinar, webinarId, cancellationToken);

    public override Task<VirtualEvent> GetTownhallAsync(string townhallId, CancellationToken cancellationToken = default) =>
        ReadEventAsync(VirtualEventKind.Townhall, townhallId, cancellationToken);

    public override IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(
        VirtualEvent virtualEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(virtualEvent);
        return GetSessionsAsync(virtualEvent.Kind, IdOf(virtualEvent), cancellationToken);
    }

    public override async IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(
        VirtualEventKind kind, string eventId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sessions = await database.ReadAsync(
            async context =>
            {
                var row = await EventAsync(context, kind, eventId, cancellationToken).ConfigureAwait(false);
                var rows = await context.Meetings.Where(one => one.VirtualEventId == row.Id && one.IsRead)
                    .OrderBy(static one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(MeetingRows.ToSession);
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var session in sessions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return session;
        }
    }

    public override Task<VirtualEventSession> GetSessionAsync(AttendanceSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source is MeetingSource
            ? throw new ArgumentException("The source is a meeting. Use GetMeetingAsync.", nameof(source))
            : ReadMeetingAsync(source, MeetingRows.ToSession, cancellationToken);
    }

    public override IAsyncEnumerable<Registration> GetRegistrationsAsync(
        VirtualEvent virtualEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(virtualEvent);
        return GetRegistrationsAsync(virtualEvent.Kind, IdOf(virtualEvent), cancellationToken);
    }

    public override async IAsyncEnumerable<Registration> GetRegistrationsAsync(
        VirtualEventKind kind, string eventId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var registration in await ReadRegistrationsAsync(kind, eventId, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return registration;
        }
    }

    public override async Task<Registration> GetRegistrationAsync(
        VirtualEventKind kind, string eventId, string registrationId, CancellationToken cancellationToken = default)
    {
        var registrations = await ReadRegistrationsAsync(kind, eventId, cancellationToken).ConfigureAwait(false);
        return registrations.Find(one => one.Id == registrationId)
            ?? throw NotKept($"No registration {registrationId} of the {Word(kind)} {eventId} was kept.");
    }

    private static IQueryable<ReportRow> Whole(ArchiveContext context, bool withRecords)
    {
        var reports = context.Reports.Include(static row => row.ExternalEvents);
        return withRecords
            ? reports.Include(static row => row.Records).ThenInclude(static record => record.Stays)
                .Include(static row => row.Records).ThenInclude(static record => record.Engagements)
            : reports;
    }

    private static List<AttendanceReport> NewestFirst(IEnumerable<AttendanceReport> reports) =>
        [.. reports.OrderByDescending(EndOf)];

    private static DateTimeOffset EndOf(AttendanceReport report) => report.EndedAt ?? report.StartedAt ?? DateTimeOffset.MinValue;

    private static string Word(VirtualEventKind kind) => kind == VirtualEventKind.Webinar ? "webinar" : "town hall";

    private static string IdOf(VirtualEvent virtualEvent) =>
        virtualEvent.Id ?? throw new ArgumentException("The event has no id, as Graph sent none.", nameof(virtualEvent));

    private static AttendanceRequestException NotKept(string message)
    {
        const string Remedy = "Harvest it while Graph still has it, or check what was asked for.";
        return new AttendanceRequestException($"{message} {Remedy}", HttpStatusCode.NotFound, AttendanceErrorReason.NotFound)
        {
            Remedy = Remedy,
        };
    }

    // In a channel Graph lists with each meeting the reports of all of them.
    private static async Task<List<long>> MeetingIdsAsync(
        ArchiveContext context, AttendanceSource source, CancellationToken cancellationToken)
    {
        var meeting = await Of(context, source).Select(static row => new { row.Id, row.ThreadId })
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
            ?? throw NotKept($"Nothing of {source} was kept.");
        return meeting.ThreadId?.EndsWith(ChannelSuffix, StringComparison.Ordinal) == true
            ? await context.Meetings.Where(row => row.ThreadId == meeting.ThreadId).Select(static row => row.Id)
                .ToListAsync(cancellationToken).ConfigureAwait(false)
            : [meeting.Id];
    }

    // Whose "me" was kept nobody knows any more, and the ids of meetings are their own.
    private static IQueryable<MeetingRow> Of(ArchiveContext context, AttendanceSource source)
    {
        var text = source.ToString();
        return source is MeetingSource { Organizer.UserId: null, MeetingId: var id }
            ? context.Meetings.Where(row => row.Source == text || (row.GraphId == id && row.OrganizerId != null))
                .OrderByDescending(row => row.Source == text).ThenBy(static row => row.Id)
            : context.Meetings.Where(row => row.Source == text).OrderBy(static row => row.Id);
    }

    // Whoever read two meetings of a channel may have saved the same report with both.
    private static IEnumerable<ReportRow> OnePerName(IEnumerable<ReportRow> rows) =>
        rows.GroupBy(static row => row.Name, StringComparer.Ordinal).Select(static same => same.MaxBy(static row => row.LastReadAt)!);

    private static async Task<VirtualEventRow> EventAsync(
        ArchiveContext context, VirtualEventKind kind, string eventId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        return await context.VirtualEvents.Include(static row => row.Hosts).Include(static row => row.ExternalEvents)
            .FirstOrDefaultAsync(row => row.Kind == kind && row.GraphId == eventId, cancellationToken).ConfigureAwait(false)
            ?? throw NotKept($"No {Word(kind)} {eventId} was kept.");
    }

    private Func<VirtualEvent, bool> RoleOf(Organizer user, VirtualEventRole role)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.UserId is not { } asked)
        {
            throw new ArgumentException(
                "An archive has no signed-in user, so nobody's webinars and town halls are \"mine\". Pass Organizer.User with an object " +
                "id.",
                nameof(user));
        }

        var id = database.NameInside(asked);
        return role switch
        {
            VirtualEventRole.Organizer => virtualEvent => IsUser(virtualEvent.CreatedBy),
            VirtualEventRole.CoOrganizer => virtualEvent => virtualEvent.CoOrganizers.Any(IsUser),
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Use a role of VirtualEventRole."),
        };

        bool IsUser(AttendeeIdentity? identity) => string.Equals(identity?.Id, id, StringComparison.OrdinalIgnoreCase);
    }

    private async IAsyncEnumerable<VirtualEvent> ListEventsAsync(
        VirtualEventKind kind, Func<VirtualEvent, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = await database.ReadAsync(
            async context =>
            {
                var rows = await context.VirtualEvents.Include(static row => row.Hosts).Include(static row => row.ExternalEvents)
                    .Where(row => row.Kind == kind && row.IsRead).OrderBy(static row => row.Id)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(EventRows.ToEvent);
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var virtualEvent in events.Where(isWanted))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return virtualEvent;
        }
    }

    private Task<VirtualEvent> ReadEventAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async context =>
            {
                var row = await EventAsync(context, kind, eventId, cancellationToken).ConfigureAwait(false);
                return row.IsRead ? EventRows.ToEvent(row) : throw NotKept($"The {Word(kind)} {eventId} itself was not kept.");
            },
            cancellationToken);

    private Task<List<Registration>> ReadRegistrationsAsync(VirtualEventKind kind, string eventId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async context =>
            {
                var row = await EventAsync(context, kind, eventId, cancellationToken).ConfigureAwait(false);
                if (row.RegistrationsReadAt is null)
                    throw NotKept($"The registrations of the {Word(kind)} {eventId} were not kept.");

                var rows = await context.Registrations.Include(static one => one.Answers)
                    .Where(one => one.VirtualEventId == row.Id).OrderBy(static one => one.Position)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(EventRows.ToRegistration);
            },
            cancellationToken);

    private Task<T> ReadMeetingAsync<T>(AttendanceSource source, Func<MeetingRow, T> map, CancellationToken cancellationToken)
    {
        return database.ReadAsync(
            async context =>
            {
                var row = await Of(context, source).Where(static one => one.IsRead).Include(static one => one.People)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row is null ? throw NotKept($"{source} itself was not kept.") : map(row);
            },
            cancellationToken);
    }

    private Task<AttendanceReport> ReadReportAsync(
        AttendanceSource source, string reportId, bool withRecords, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(reportId);
        return database.ReadAsync(
            async context =>
            {
                var meetings = await MeetingIdsAsync(context, source, cancellationToken).ConfigureAwait(false);
                var row = await Whole(context, withRecords)
                    .Where(one => meetings.Contains(one.MeetingId) && one.GraphId == reportId)
                    .OrderByDescending(static one => one.LastReadAt).ThenBy(static one => one.Id)
                    .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row is null
                    ? throw NotKept($"No report {reportId} of {source} was kept.")
                    : ReportRows.ToReport(row, withRecords);
            },
            cancellationToken);
    }

    private async Task<AttendanceReport?> ReadLatestAsync(
        AttendanceSource source, DateTimeOffset? endedAfter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await database.ReadAsync<AttendanceReport?>(
            async context =>
            {
                var meetings = await MeetingIdsAsync(context, source, cancellationToken).ConfigureAwait(false);
                var heads = await context.Reports.Where(row => meetings.Contains(row.MeetingId))
                    .OrderBy(static row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
                var latest = OnePerName(heads)
                    .Select(static row => (row.Id, End: EndOf(ReportRows.ToReport(row, withRecords: false))))
                    .Where(report => endedAfter is null || report.End > endedAfter)
                    .OrderByDescending(static report => report.End)
                    .Select(static report => (long?)report.Id)
                    .FirstOrDefault();
                return latest is null
                    ? null
                    : ReportRows.ToReport(
                        await Whole(context, withRecords: true).SingleAsync(row => row.Id == latest, cancellationToken)
                            .ConfigureAwait(false),
                        withRecords: true);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<AttendanceOutcome> ReadOutcomeAsync(
        AttendanceSource source, BulkOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var query = options.IncludeRecords ? KeptQuery.WithRecords : null;
            var reports = new List<AttendanceReport>();
            await foreach (var report in GetReportsAsync(source, query, cancellationToken).ConfigureAwait(false))
            {
                if (!(report.EndedAt <= options.EndedAfter) && options.Filter?.Invoke(source, report) != false)
                    reports.Add(report);
            }

            return new AttendanceOutcome(source, reports);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new AttendanceOutcome(source, exception);
        }
    }

    private static async Task<AccessDiagnosis> DiagnoseAsync(Func<Task<AttendanceReport?>>? read)
    {
        var steps = new List<AccessStep> { new(AccessStepKind.SignIn, AccessOutcome.Right, "An archive needs no sign-in.") };
        try
        {
            if (read is not null)
            {
                steps.Add(await read().ConfigureAwait(false) is { } report
                    ? new AccessStep(AccessStepKind.Reports, AccessOutcome.Right, $"The latest report kept ended at {report.EndedAt:u}.")
                    : new AccessStep(AccessStepKind.Reports, AccessOutcome.Unknown, "No report was kept.", "Harvest it."));
            }
        }
        catch (AttendanceRequestException exception)
        {
            steps.Add(new AccessStep(AccessStepKind.Reports, AccessOutcome.Missing, exception.Message, exception.Remedy));
        }

        return new AccessDiagnosis(steps);
    }
}
