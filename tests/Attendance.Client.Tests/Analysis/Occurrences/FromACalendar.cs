using System.Net;
using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Analysis.Occurrences;

/// <summary>From a calendar to occurrences in one call.</summary>
public sealed class FromACalendar : IDisposable
{
    private const string Grace = "Grace Hopper <grace@contoso.com>";
    private const string Ada = "Ada King <ada@contoso.com>";
    private const string Nie = "Nie Da <nie@contoso.com>";

    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset April = March.AddMonths(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeGraph _graph = new();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task Each_occurrence_has_its_plan_those_invited_and_all_its_reports()
    {
        // Week 1 has a rejoin of two minutes after the end, week 2 a host who tries out the room before, week 3 no report, and between them
        // somebody opens the room without a plan.
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour).Invited(Ada, Nie)
            .Report(people => people.Organizer(Grace).Attendee(Ada))
            .Report(TimeSpan.FromMinutes(63), TimeSpan.FromMinutes(2), people => people.Attendee(Ada))
            .Report(TimeSpan.FromHours(30), TimeSpan.FromMinutes(20), people => people.Organizer(Grace))
            .Occurrence(TimeSpan.FromDays(7))
            .Report(TimeSpan.FromMinutes(-20), TimeSpan.FromMinutes(8), people => people.Organizer(Grace))
            .Report(people => people.Organizer(Grace).Attendee(Ada).Attendee(Nie))
            .Occurrence(TimeSpan.FromDays(14))
            .Build();
        _graph.Add(course);

        var occurrences = await ReadAsync(OrganizerOf(course));

        Assert.Equal(
            [
                (At("2026-03-02T09:00Z", Hour), 2),
                (null, 1),
                (At("2026-03-09T09:00Z", Hour), 2),
                (At("2026-03-16T09:00Z", Hour), 0),
            ],
            occurrences.Select(one => (one.Plan, one.Reports.Count)));
        Assert.All(occurrences, one => Assert.Equal(("Course", course.Meeting.Source), (one.Subject, one.Source)));
        Assert.All(occurrences, one => Assert.Null(one.Error));
        Assert.Equal(
            ["grace@contoso.com", "ada@contoso.com", "nie@contoso.com"], occurrences[0].Expected!.Select(person => person.EmailAddress));
        Assert.All(occurrences.SelectMany(one => one.Reports), report => Assert.Null(report.Records));
    }

    [Fact]
    public async Task With_their_records_they_make_a_register()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour).Invited(Ada, Nie)
            .Report(people => people.Organizer(Grace).Attendee(Ada))
            .Report(TimeSpan.FromMinutes(63), TimeSpan.FromMinutes(2), people => people.Attendee(Ada))
            .Occurrence(TimeSpan.FromDays(7))
            .Report(people => people.Organizer(Grace).Attendee(Nie))
            .Build();
        _graph.Add(course);

        var register = AttendanceRegister.Of(await ReadAsync(OrganizerOf(course), new OccurrenceOptions { IncludeRecords = true }));

        Assert.Equal(
            [
                ("Grace Hopper", AttendanceStatus.Present, AttendanceStatus.Present),
                ("Ada King", AttendanceStatus.Present, AttendanceStatus.Absent),
                ("Nie Da", AttendanceStatus.Absent, AttendanceStatus.Present),
            ],
            register.People.Select(person => (person.DisplayName!, person.Cells[0].Status!.Value, person.Cells[1].Status!.Value)));
    }

    [Fact]
    public async Task Meetings_that_were_cancelled_or_are_of_somebody_else_or_have_no_link_are_not_asked_for()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour).Report(people => people.Organizer(Grace)).Build();
        var other = course.Occurrences[0];
        var organizer = OrganizerOf(course);
        _graph.Add(course).Add(
            organizer, other with { Id = "1", IsCancelled = true, JoinWebUrl = other.JoinWebUrl!.Replace("meeting_", "meeting_A") },
            other with { Id = "2", IsOrganizer = false, JoinWebUrl = other.JoinWebUrl!.Replace("meeting_", "meeting_B") },
            other with { Id = "3", JoinWebUrl = null });

        var occurrence = Assert.Single(await ReadAsync(organizer));

        Assert.Equal(other.Id, occurrence.CalendarMeeting!.Id);
        Assert.Equal(
            [GraphOperation.ListCalendarView, GraphOperation.ListOnlineMeetings, GraphOperation.ListAttendanceReports],
            _graph.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_meeting_that_Graph_refuses_is_an_error_of_its_occurrences_and_stops_no_other()
    {
        var (first, second) = (OfHour("First", 9), OfHour("Second", 11));
        _graph.Add(first).Add(second).FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.ListAttendanceReports);

        var occurrences = await ReadAsync(OrganizerOf(first), new OccurrenceOptions { MaxConcurrency = 1 });

        Assert.Equal(["First", "Second"], occurrences.Select(one => one.Subject));
        Assert.Equal(HttpStatusCode.Forbidden, Assert.IsType<AttendanceRequestException>(occurrences[0].Error).Status);
        Assert.Empty(occurrences[0].Reports);
        Assert.Null(occurrences[1].Error);
        Assert.Single(occurrences[1].Reports);
        // What could not be read is a column in which nothing is known.
        Assert.Equal(
            [null, 1], AttendanceRegister.Of([occurrences[0], occurrences[1] with { Reports = [second.Reports[0]] }]).Sessions
                .Select(session => session.AttendedCount));
    }

    [Fact]
    public async Task A_meeting_that_Graph_does_not_find_is_told_as_such()
    {
        var course = OfHour("Course", 9);
        _graph.Add(OrganizerOf(course), course.Occurrences);

        var occurrence = Assert.Single(await ReadAsync(OrganizerOf(course)));

        Assert.NotNull(occurrence.Error);
        Assert.Equal("Course", occurrence.Subject);
    }

    [Fact]
    public async Task A_calendar_that_is_refused_throws_and_nothing_is_sent_before_enumeration()
    {
        _graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.ListCalendarView);
        var client = _graph.CreateClient();

        var reading = client.GetOccurrencesAsync(Organizer.Me, March, April);

        Assert.Empty(_graph.Requests);
        await Assert.ThrowsAsync<AttendanceRequestException>(async () => await reading.ToListAsync());
        Assert.Throws<ArgumentException>("until", () => client.GetOccurrencesAsync(Organizer.Me, March, March));
    }

    [Fact]
    public async Task Only_what_ended_after_a_time_is_read_and_occurrences_come_whole()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour)
            .Report(people => people.Organizer(Grace))
            .Occurrence(TimeSpan.FromDays(7)).Report(people => people.Organizer(Grace))
            .Report(TimeSpan.FromMinutes(65), TimeSpan.FromMinutes(1), people => people.Organizer(Grace))
            .Occurrence(TimeSpan.FromDays(14))
            .Build();
        _graph.Add(course);

        var occurrences = await ReadAsync(
            OrganizerOf(course), new OccurrenceOptions { IncludeRecords = true, EndedAfter = Time("2026-03-09T10:03Z") });

        Assert.Equal([2, 0], occurrences.Select(one => one.Reports.Count));
        Assert.Equal(2, _graph.Requests.Count(request => request.Operation == GraphOperation.GetAttendanceReport));
    }

    [Fact]
    public async Task A_filter_says_which_reports_are_wanted_before_their_records_are_read()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour)
            .Report(people => people.Organizer(Grace))
            .Occurrence(TimeSpan.FromDays(7)).Report(people => people.Organizer(Grace))
            .Build();
        _graph.Add(course);
        var asked = new List<(AttendanceSource, string?)>();

        var occurrence = Assert.Single(await ReadAsync(OrganizerOf(course), new OccurrenceOptions
        {
            IncludeRecords = true,
            Filter = (source, report) =>
            {
                asked.Add((source, report.Id));
                return report.Id == course.Reports[1].Id;
            },
        }));

        Assert.Equal(course.Reports[1].Id, Assert.Single(occurrence.Reports).Id);
        Assert.Equal(course.Reports.Select(report => (course.Meeting.Source!, report.Id)), asked);
        Assert.Single(_graph.Requests, request => request.Operation == GraphOperation.GetAttendanceReport);
    }

    [Fact]
    public async Task Two_lessons_in_one_call_share_its_report()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour)
            .Report(TimeSpan.Zero, TimeSpan.FromMinutes(125), people => people.Organizer(Grace))
            .Occurrence(Hour)
            .Occurrence(TimeSpan.FromHours(2))
            .Build();
        _graph.Add(course);

        var occurrences = await ReadAsync(OrganizerOf(course));

        // Five minutes are too little to be a lesson.
        Assert.Equal([1, 1, 0], occurrences.Select(one => one.Reports.Count));
    }

    [Fact]
    public async Task A_report_near_an_end_of_the_range_belongs_to_the_occurrence_beyond_it()
    {
        // In range are a rejoin of the lesson before, a lesson, and a test of the room before the lesson after.
        var course = new MeetingBuilder("Course", Grace, "2026-02-28T22:55Z", Hour)
            .Report(people => people.Organizer(Grace))
            .Report(TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(2), people => people.Organizer(Grace))
            .Occurrence(TimeSpan.FromDays(7)).Report(people => people.Organizer(Grace))
            .Occurrence(new DateTimeOffset(2026, 4, 1, 0, 5, 0, TimeSpan.Zero) - Time("2026-02-28T22:55Z"))
            .Report(TimeSpan.FromMinutes(-10), TimeSpan.FromMinutes(2), people => people.Organizer(Grace))
            .Build();
        _graph.Add(course);

        var occurrence = Assert.Single(await ReadAsync(OrganizerOf(course)));

        Assert.Equal((At("2026-03-07T22:55Z", Hour), 1), (occurrence.Plan, occurrence.Reports.Count));
    }

    [Fact]
    public async Task A_meeting_beyond_the_range_is_not_asked_for()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-02-28T12:00Z", Hour).Report(people => people.Organizer(Grace)).Build();
        _graph.Add(course);

        Assert.Empty(await ReadAsync(OrganizerOf(course)));

        Assert.Equal([GraphOperation.ListCalendarView], _graph.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task A_rejoin_that_begins_before_the_report_has_ended_is_of_the_same_occurrence()
    {
        var course = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour)
            .Report(TimeSpan.Zero, TimeSpan.FromMinutes(90), people => people.Organizer(Grace))
            .Report(TimeSpan.FromMinutes(89), TimeSpan.FromMinutes(9), people => people.Organizer(Grace))
            .Build();
        _graph.Add(course);

        var occurrence = Assert.Single(await ReadAsync(OrganizerOf(course)));

        Assert.Equal((At("2026-03-02T09:00Z", Hour), 2), (occurrence.Plan, occurrence.Reports.Count));
    }

    [Fact]
    public async Task Many_organizers_have_one_outcome_each_in_their_order()
    {
        var (first, second) = (OfHour("First", 9), OfHour("Second", 11, "Linus <linus@contoso.com>"));
        _graph.Add(first).Add(second);
        _graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.ListCalendarView);

        var outcomes = await _graph.CreateClient().GetOccurrencesAsync(
            [OrganizerOf(first), OrganizerOf(second)], March, April, new OccurrenceOptions { MaxConcurrency = 1 }).ToListAsync();

        Assert.Equal([OrganizerOf(first), OrganizerOf(second)], outcomes.Select(outcome => outcome.Organizer));
        Assert.Equal([false, true], outcomes.Select(outcome => outcome.IsSuccess));
        Assert.Throws<AttendanceRequestException>(() => outcomes[0].GetOccurrences());
        Assert.Equal("Second", Assert.Single(outcomes[1].GetOccurrences()).Subject);
    }

    [Fact]
    public async Task No_more_organizers_are_at_work_than_may_be_and_stopping_stops_them()
    {
        var meetings = Enumerable.Range(0, 12).Select(
            number => OfHour($"Meeting {number}", 9, $"P{number} <p{number}@contoso.com>")).ToArray();
        foreach (var meeting in meetings)
            _graph.Add(meeting);
        var handler = new GatedHandler(_graph, 3);
        using var http = new HttpClient(handler);
        var client = new AttendanceClient(http, new FakeCredential("t"));
        using var stop = new CancellationTokenSource();

        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var outcome in client.GetOccurrencesAsync(
                meetings.Select(OrganizerOf), March, April, new OccurrenceOptions { MaxConcurrency = 3 }, stop.Token))
            {
                Assert.True(outcome.IsSuccess);
                if (++read == 4)
                    stop.Cancel();
            }
        });

        Assert.Equal((3, 0), (handler.Most, handler.AtWork));
    }

    private Task<List<AttendanceOccurrence>> ReadAsync(Organizer organizer, OccurrenceOptions? options = null) =>
        _graph.CreateClient().GetOccurrencesAsync(organizer, March, April, options).ToListAsync().AsTask();

    private static MeetingData OfHour(string subject, int hour, string organizer = Grace) =>
        new MeetingBuilder(subject, organizer, new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.Zero), Hour)
            .Report(people => people.Organizer(organizer)).Build();

    private static Organizer OrganizerOf(MeetingData data) => ((MeetingSource)data.Meeting.Source!).Organizer;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static TimeWindow? At(string start, TimeSpan length) => new TimeWindow(Time(start), Time(start) + length);

    // The first requests wait for each other, so that as many as may be are at work at once.
    private sealed class GatedHandler(HttpMessageHandler inner, int expected) : DelegatingHandler(inner)
    {
        private readonly Lock _lock = new();
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int AtWork { get; private set; }

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                Most = Math.Max(Most, ++AtWork);
                if (AtWork == expected)
                    _open.TrySetResult();
            }

            try
            {
                await _open.Task.WaitAsync(cancellationToken);
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                lock (_lock)
                    AtWork--;
            }
        }
    }
}
