using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests.Harvesting;

public class ReportsByThemselves
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Are_kept_with_their_session_and_event_which_are_asked_for_once(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-02T12:00Z");
        var webinar = Webinar();
        tenant.Graph.Add(webinar);
        var (session, reports) = (webinar.Sessions[0].Session, webinar.Sessions[0].Reports);

        var first = await tenant.Archive.HarvestReportAsync(tenant.Client, session.Source!, reports[0]);
        var second = await tenant.Archive.HarvestReportAsync(tenant.Client, session.Source!, reports[1].Id!);
        var repeated = await tenant.Archive.HarvestReportAsync(tenant.Client, session.Source!, reports[0]);

        Assert.Equal(
            [(1, 1, 0), (1, 1, 0), (1, 0, 0)],
            new[] { first, second, repeated }.Select(one => (one.ReportsFound, one.ReportsAdded, one.Failures)));
        Assert.Equal([GraphOperation.GetVirtualEvent, GraphOperation.GetSession, GraphOperation.GetAttendanceReport], tenant.Asked());
        var kept = tenant.Archive.CreateClient();
        Assert.Equal([webinar.Event], await kept.GetWebinarsAsync().ToListAsync());
        Assert.Equal(session, await kept.GetSessionAsync(session.Source!));
        Assert.Equal(reports.Reverse(), await Tenant.ReadWholeAsync(kept, session.Source!));
        Assert.Equal(
            [second.RunId, first.RunId],
            (await tenant.Archive.GetHarvestsAsync(10)).Select(run => run.RunId).OrderBy(id => id == first.RunId));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Belong_to_the_occurrence_of_a_calendar_that_is_kept(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-02T12:00Z");
        var lesson = Lesson();
        tenant.Add(lesson with { Reports = [] });
        Assert.Equal(1, (await tenant.HarvestAsync()).OccurrencesMissing);
        tenant.Asked();
        var source = (MeetingSource)lesson.Meeting.Source!;
        var renamed = AttendanceSource.Meeting(Organizer.User("2f0c9a3e-6c1c-4a5e-8d55-3f6d6b1f0a11"), source.MeetingId);

        // The same meeting, as a join link names its organizer.
        var result = await tenant.Archive.HarvestReportAsync(tenant.Client, renamed, lesson.Reports[0]);

        Assert.Equal((1, 0), (result.ReportsAdded, result.Failures));
        Assert.Empty(tenant.Asked());
        Assert.Equal(lesson.Reports, await Tenant.ReadWholeAsync(tenant.Archive.CreateClient(), source));
        Assert.Empty(await tenant.Archive.GetMissingAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).ToListAsync());
        Assert.Equal(
            ["Reported|1"],
            await tenant.Database.QueryAsync(
                "SELECT occurrences.state, COUNT(*) FROM reports JOIN occurrences ON occurrences.id = reports.occurrence_id " +
                "GROUP BY occurrences.state"));
        tenant.Graph.Add(source, lesson.Reports[0]);
        tenant.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 0, 0), Counts(await tenant.HarvestAsync()));

        static (int Found, int Added, int Missing) Counts(HarvestResult one) =>
            (one.ReportsFound, one.ReportsAdded, one.OccurrencesMissing);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task That_cannot_be_read_are_failures_until_a_harvest_has_read_them(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-02T12:00Z");
        var webinar = Webinar();
        tenant.Graph.Add(webinar);
        var source = webinar.Sessions[0].Session.Source!;
        var report = webinar.Sessions[0].Reports[0];
        tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.ServiceUnavailable), GraphOperation.GetAttendanceReport);

        var failed = await tenant.Archive.HarvestReportAsync(tenant.Client, source, report.Id!);

        Assert.Equal((0, 1), (failed.ReportsAdded, failed.Failures));
        var failure = Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal(
            (HarvestStep.Report, source.ToString(), report.Id, 503),
            (failure.Step, failure.Subject, failure.ReportId, failure.Status));

        var scope = new HarvestScope { Sources = [source] };
        var filled = await tenant.Archive.HarvestAsync(tenant.Client, scope);

        Assert.Equal((2, 2, 0), (filled.ReportsFound, filled.ReportsAdded, filled.Failures));
        Assert.Empty(await tenant.Archive.GetFailuresAsync().ToListAsync());
    }

    [Fact]
    public async Task Are_kept_where_their_meeting_is_refused_which_is_said()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-02T12:00Z");
        var lesson = Lesson();
        tenant.Graph.Add(lesson);
        var source = lesson.Meeting.Source!;
        tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.ServiceUnavailable), GraphOperation.GetOnlineMeeting);

        var first = await tenant.Archive.HarvestReportAsync(tenant.Client, source, lesson.Reports[0]);

        Assert.Equal((1, 1), (first.ReportsAdded, first.Failures));
        Assert.Equal(lesson.Reports, await Tenant.ReadWholeAsync(tenant.Archive.CreateClient(), source));
        var failure = Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal((HarvestStep.Meeting, source.ToString(), 503), (failure.Step, failure.Subject, failure.Status));

        await tenant.Archive.HarvestReportAsync(tenant.Client, source, lesson.Reports[0]);

        Assert.Empty(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal(lesson.Meeting, await tenant.Archive.CreateClient().GetMeetingAsync(source));
    }

    [Fact]
    public async Task Are_found_by_a_harvest_of_their_event_which_reads_no_other()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-02T12:00Z");
        var (webinar, other) = (Webinar(), new AttendanceGenerator(3).CreateWebinar(5, 1));
        tenant.Graph.Add(webinar).Add(other);
        var scope = new HarvestScope
        {
            Events = [new HarvestEvent(VirtualEventKind.Webinar, webinar.Event.Id!), new HarvestEvent(VirtualEventKind.Townhall, "none")],
        };

        var result = await tenant.Archive.HarvestAsync(tenant.Client, scope);

        Assert.Equal((2, 2, 1), (result.VirtualEvents, result.ReportsAdded, result.Failures));
        Assert.Equal([webinar.Event], await tenant.Archive.CreateClient().GetWebinarsAsync().ToListAsync());
        var failure = Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal((HarvestStep.Sessions, "Townhall/none", 404), (failure.Step, failure.Subject, failure.Status));
    }

    private static VirtualEventData Webinar() => VirtualEventBuilder
        .Webinar("Launch", Tenant.Grace, "2026-03-02T09:00Z", Tenant.Hour)
        .Report(people => people.Organizer(Tenant.Grace).Attendee(Tenant.Ada))
        .Report(Tenant.Hour, Tenant.Hour, people => people.Attendee(Tenant.Ada))
        .Build();

    private static MeetingData Lesson() => new MeetingBuilder("Lesson", Tenant.Grace, "2026-03-02T09:00Z", Tenant.Hour)
        .Report(people => people.Organizer(Tenant.Grace).Attendee(Tenant.Ada))
        .Build();
}
