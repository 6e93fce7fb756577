using System.Runtime.CompilerServices;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Reads occurrences: plans from calendars, meetings and sessions, and the reports that belong to them.</summary>
internal sealed class OccurrenceReader(AttendanceClient client, OccurrenceOptions options)
{
    // Graph gives the first start and the last end of a series, and no single meeting goes on for longer.
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromDays(1);

    public async IAsyncEnumerable<AttendanceOccurrence> ReadCalendarAsync(
        Organizer organizer, DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var range = new TimeWindow(from, until);
        // A report near an end of the range may belong to an occurrence beyond it.
        var meetings = await ListMeetingsAsync(organizer, Widened(range), cancellationToken).ConfigureAwait(false);
        // Meetings in one channel share their reports.
        var groups = meetings.GroupBy(static meeting => KeyOf(meeting.JoinLink!), StringComparer.Ordinal)
            .Where(group => group.Any(meeting => IsIn(range, meeting)))
            .OrderBy(group => group.First(meeting => IsIn(range, meeting)).Start?.At ?? DateTimeOffset.MaxValue);
        var work = OrderedWork.RunAsync(
            groups, (group, stop) => ReadGroupAsync(organizer, [.. group], range, stop), options.MaxConcurrency, cancellationToken);
        await foreach (var occurrences in work.ConfigureAwait(false))
        {
            foreach (var occurrence in occurrences)
                yield return occurrence;
        }
    }

    public IAsyncEnumerable<OccurrencesOutcome> ReadCalendarsAsync(
        IEnumerable<Organizer> organizers, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Of each organizer one meeting after the other, so that the bound is one for all.
        var one = new OccurrenceReader(client, options with { MaxConcurrency = 1 });
        return OrderedWork.RunAsync(organizers, ReadAsync, options.MaxConcurrency, cancellationToken);

        async Task<OccurrencesOutcome> ReadAsync(Organizer organizer, CancellationToken stop)
        {
            _ = organizer ?? throw new ArgumentException("One of the organizers is null.", nameof(organizers));
            try
            {
                var occurrences = new List<AttendanceOccurrence>();
                await foreach (var occurrence in one.ReadCalendarAsync(organizer, from, until, stop).ConfigureAwait(false))
                    occurrences.Add(occurrence);
                return new OccurrencesOutcome(organizer, occurrences);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                return new OccurrencesOutcome(organizer, exception);
            }
        }
    }

    public Task<IReadOnlyList<AttendanceOccurrence>> ReadSourceAsync(AttendanceSource source, CancellationToken cancellationToken) =>
        source is MeetingSource meeting
            ? ReadMeetingAsync(meeting, meeting: null, cancellationToken)
            : ReadSessionAsync(source, cancellationToken);

    /// <summary>The occurrences of a meeting, which is looked up where it is not given.</summary>
    public async Task<IReadOnlyList<AttendanceOccurrence>> ReadMeetingAsync(
        MeetingSource source, OnlineMeeting? meeting, CancellationToken cancellationToken)
    {
        Exception? planError = null;
        try
        {
            meeting ??= await client.GetMeetingAsync(source, cancellationToken).ConfigureAwait(false);
        }
        catch (AttendanceRequestException exception)
        {
            planError = exception;
        }

        var reports = await ListReportsAsync(source, cancellationToken).ConfigureAwait(false);
        var expected = Invited(null, meeting);
        var common = new AttendanceOccurrence { Source = source, Meeting = meeting, Subject = meeting?.Subject, Expected = expected };
        var planned = meeting is { StartsAt: { } start, EndsAt: { } end } && start <= end && end - start <= LongestMeeting
            ? [common with { Plan = new TimeWindow(start, end) }]
            : (IReadOnlyList<AttendanceOccurrence>)[];
        var grouped = OccurrenceGrouping.Of(reports, planned, options.JoinGap);
        if (meeting is not null && JoinLink.TryParse(meeting.JoinWebUrl, out var link) && grouped.Exists(static one => one.Plan is null))
        {
            try
            {
                planned = await ListOccurrencesAsync(source, link, meeting, reports, cancellationToken).ConfigureAwait(false);
                if (planned.Count > 0)
                    grouped = OccurrenceGrouping.Of(reports, planned, options.JoinGap);
            }
            catch (AttendanceRequestException exception)
            {
                planError = exception;
            }
        }

        return await CompleteAsync(
            grouped.Where(static one => one.Reports.Count > 0)
                .Select(one => one.Plan is null ? common with { Reports = one.Reports, PlanError = planError } : one),
            _ => source, cancellationToken).ConfigureAwait(false);
    }

    private static string KeyOf(JoinLink link) => link.ThreadId ?? link.ToString();

    // Where nobody but the organizer is on it, as of a channel's meeting, the invitation says nothing of who should come.
    private static IReadOnlyList<ExpectedPerson>? Invited(CalendarMeeting? calendar, OnlineMeeting? meeting) =>
        calendar?.Attendees.Count > 0 ? ExpectedPerson.Of(calendar, meeting)
        : meeting?.Attendees.Count > 0 ? ExpectedPerson.Of(meeting)
        : null;

    private async Task<IReadOnlyList<AttendanceOccurrence>> ReadSessionAsync(AttendanceSource source, CancellationToken cancellationToken)
    {
        VirtualEventSession? session = null;
        IReadOnlyList<ExpectedPerson>? expected = null;
        Exception? planError = null;
        try
        {
            session = await client.GetSessionAsync(source, cancellationToken).ConfigureAwait(false);
            if (options.IncludeRegistrations)
            {
                var (kind, id) = source is WebinarSource webinar
                    ? (VirtualEventKind.Webinar, webinar.WebinarId)
                    : (VirtualEventKind.Townhall, ((TownhallSource)source).TownhallId);
                var registrations = await ListAsync(
                    client.GetRegistrationsAsync(kind, id, cancellationToken), cancellationToken).ConfigureAwait(false);
                expected = ExpectedPerson.Of(registrations);
            }
        }
        catch (AttendanceRequestException exception)
        {
            planError = exception;
        }

        var common = new AttendanceOccurrence { Source = source, Subject = session?.Subject, Expected = expected, PlanError = planError };
        var reports = await ListReportsAsync(source, cancellationToken).ConfigureAwait(false);
        var plan = session is null ? null : TimeWindow.Of(session);
        var grouped = OccurrenceGrouping.Of(reports, plan is null ? [] : [common with { Plan = plan }], options.JoinGap);
        return await CompleteAsync(
            grouped.Where(static one => one.Reports.Count > 0).Select(one => common with { Plan = one.Plan, Reports = one.Reports }),
            _ => source, cancellationToken).ConfigureAwait(false);
    }

    // A group has one meeting, or those of a channel.
    private async Task<IReadOnlyList<AttendanceOccurrence>> ReadGroupAsync(
        Organizer organizer, IReadOnlyList<CalendarMeeting> calendar, TimeWindow range, CancellationToken cancellationToken)
    {
        var meetings = new Dictionary<string, OnlineMeeting>(StringComparer.Ordinal);
        var reports = new List<AttendanceReport>();
        var sources = new Dictionary<AttendanceReport, AttendanceSource>(ReferenceComparer.Instance);
        try
        {
            foreach (var link in calendar.Select(static meeting => meeting.JoinLink!).Distinct())
            {
                var meeting = await client.FindMeetingAsync(organizer, link, cancellationToken).ConfigureAwait(false);
                if (meeting?.Source is not { } source)
                {
                    return Failed(new InvalidOperationException(
                        $"Graph finds no meeting {link} of {organizer}, though it stands in the calendar. " +
                        "It looks among the meetings that this user organizes, and not among those that have expired."));
                }

                meetings[link.ToString()] = meeting;
                foreach (var report in await ListReportsAsync(source, cancellationToken).ConfigureAwait(false))
                {
                    reports.Add(report);
                    sources[report] = source;
                }
            }
        }
        catch (Exception exception) when (exception is AttendanceRequestException or HttpRequestException)
        {
            return Failed(exception);
        }

        var first = calendar[0].JoinLink!;
        var ofRange = OccurrenceGrouping.Of(
            reports, [.. calendar.Select(meeting => Planned(meeting, meetings[meeting.JoinLink!.ToString()]))], options.JoinGap)
            .Where(one => one.CalendarMeeting is { } planned ? IsIn(range, planned) : BeganIn(one, range))
            .Select(
                one => one.CalendarMeeting is not null ? one : Unplanned(one, first.IsChannelMeeting ? null : meetings[first.ToString()]));
        return await CompleteAsync(ofRange, report => sources[report], cancellationToken).ConfigureAwait(false);

        IReadOnlyList<AttendanceOccurrence> Failed(Exception exception) =>
            [.. calendar.Where(meeting => IsIn(range, meeting)).Select(meeting => Planned(meeting, null) with { Error = exception })];
    }

    private static bool IsIn(TimeWindow range, CalendarMeeting meeting) => TimeWindow.Of(meeting)?.Overlaps(range) != false;

    // A report may have any time, such as the first that there is.
    private static TimeWindow Widened(TimeWindow range) => new(
        range.Start - DateTimeOffset.MinValue > LongestMeeting ? range.Start - LongestMeeting : range.Start,
        DateTimeOffset.MaxValue - range.End > LongestMeeting ? range.End + LongestMeeting : range.End);

    private static bool BeganIn(AttendanceOccurrence unplanned, TimeWindow range) =>
        unplanned.Reports[0].StartedAt is not { } start || (start >= range.Start && start < range.End);

    private static AttendanceOccurrence Planned(CalendarMeeting calendar, OnlineMeeting? meeting) => new()
    {
        Plan = TimeWindow.Of(calendar),
        CalendarMeeting = calendar,
        Meeting = meeting,
        Source = meeting?.Source,
        Subject = calendar.Subject ?? meeting?.Subject,
        SeriesId = calendar.SeriesId,
        Expected = Invited(calendar, meeting),
    };

    // Of the meetings in a channel nobody can tell which one it was.
    private static AttendanceOccurrence Unplanned(AttendanceOccurrence session, OnlineMeeting? meeting) => session with
    {
        Meeting = meeting,
        Subject = meeting?.Subject,
        Expected = Invited(null, meeting),
    };

    private async Task<List<CalendarMeeting>> ListMeetingsAsync(
        Organizer organizer, TimeWindow range, CancellationToken cancellationToken)
    {
        var meetings = await ListAsync(
            client.GetCalendarMeetingsAsync(organizer, range.Start, range.End, cancellationToken), cancellationToken).ConfigureAwait(false);
        return
        [
            .. meetings
                .Where(static meeting => meeting is { IsOrganizer: not false, IsCancelled: not true, JoinLink: not null })
                .OrderBy(static meeting => meeting.Start?.At ?? DateTimeOffset.MaxValue),
        ];
    }

    private async Task<IReadOnlyList<AttendanceOccurrence>> ListOccurrencesAsync(
        MeetingSource source, JoinLink link, OnlineMeeting meeting, List<AttendanceReport> reports, CancellationToken cancellationToken)
    {
        var windows = reports.ConvertAll(TimeWindow.Of).OfType<TimeWindow>().ToList();
        if (windows.Count == 0)
            return [];

        var range = new TimeWindow(windows.Min(static window => window.Start), windows.Max(static window => window.End));
        var calendar = await ListMeetingsAsync(source.Organizer, Widened(range), cancellationToken).ConfigureAwait(false);
        return
        [
            .. calendar.Where(one => KeyOf(one.JoinLink!) == KeyOf(link)).Select(one => Planned(one, meeting) with { Source = source }),
        ];
    }

    private Task<List<AttendanceReport>> ListReportsAsync(AttendanceSource source, CancellationToken cancellationToken) =>
        ListAsync(client.GetReportsAsync(source, cancellationToken: cancellationToken), cancellationToken);

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            list.Add(item);
        return list;
    }

    // Chooses what is wanted, reads the records where they are, and puts all in order of time.
    private async Task<IReadOnlyList<AttendanceOccurrence>> CompleteAsync(
        IEnumerable<AttendanceOccurrence> occurrences, Func<AttendanceReport, AttendanceSource> sourceOf,
        CancellationToken cancellationToken)
    {
        var complete = new List<AttendanceOccurrence>();
        foreach (var given in occurrences)
        {
            var occurrence = given.Source is null && given.Reports.Count > 0 ? given with { Source = sourceOf(given.Reports[0]) } : given;
            if (IsWanted(occurrence, sourceOf))
                complete.Add(await WithRecordsAsync(occurrence, sourceOf, cancellationToken).ConfigureAwait(false));
        }

        return
        [
            .. complete.OrderBy(
                static one => one.Plan?.Start ?? (one.Reports.Count > 0 ? one.Reports[0].StartedAt : null) ?? DateTimeOffset.MaxValue),
        ];
    }

    private bool IsWanted(AttendanceOccurrence occurrence, Func<AttendanceReport, AttendanceSource> sourceOf) =>
        occurrence.Reports.Count == 0
            ? options.EndedAfter is not { } time || occurrence.Plan is not { } plan || plan.End > time
            : occurrence.Reports.Any(report =>
                !(report.EndedAt <= options.EndedAfter) && options.Filter?.Invoke(sourceOf(report), report) != false);

    private async Task<AttendanceOccurrence> WithRecordsAsync(
        AttendanceOccurrence occurrence, Func<AttendanceReport, AttendanceSource> sourceOf, CancellationToken cancellationToken)
    {
        if (!options.IncludeRecords)
            return occurrence;

        var reports = new List<AttendanceReport>(occurrence.Reports.Count);
        try
        {
            foreach (var report in occurrence.Reports)
            {
                if (report.Id is null)
                {
                    return Failed(new InvalidOperationException(
                        $"A report of {sourceOf(report)} has no id, as Graph sent none, so its records cannot be asked for."));
                }

                reports.Add(await client.GetReportAsync(sourceOf(report), report.Id, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (Exception exception) when (exception is AttendanceRequestException or HttpRequestException)
        {
            return Failed(exception);
        }

        return occurrence with { Reports = reports };

        AttendanceOccurrence Failed(Exception exception) => occurrence with { Reports = [], Error = exception };
    }

    private sealed class ReferenceComparer : IEqualityComparer<AttendanceReport>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(AttendanceReport? one, AttendanceReport? other) => ReferenceEquals(one, other);

        public int GetHashCode(AttendanceReport report) => RuntimeHelpers.GetHashCode(report);
    }
}
