using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests.Harvesting;

public class WhatAHarvestKeeps
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Is_all_that_Graph_has(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-06-01T00:00Z");
        var meetings = Enumerable.Range(1, 3)
            .SelectMany(seed =>
            {
                var generator = new AttendanceGenerator(seed);
                return new[] { tenant.Add(generator.CreateMeeting(6, 8)), tenant.Add(generator.CreateMeeting(4)) };
            }).ToList();
        var events = new[] { new AttendanceGenerator(7).CreateWebinar(20, 2), new AttendanceGenerator(8).CreateTownhall(30) };
        foreach (var one in events)
            tenant.Graph.Add(one);
        var scope = tenant.Scope with { Webinars = true, Townhalls = true };

        var result = await tenant.Archive.HarvestAsync(tenant.Client, scope);

        var reports = meetings.Sum(one => one.Reports.Count) + events.Sum(one => one.Sessions.Sum(session => session.Reports.Count));
        Assert.Equal(
            (3, 2, reports, reports, 0, 0),
            (result.Organizers, result.VirtualEvents, result.ReportsFound, result.ReportsAdded, result.ReportsReplaced, result.Failures));
        Assert.Equal(result.Missing!.Values.Sum(), result.OccurrencesMissing);
        Assert.Equal(tenant.Time.GetUtcNow(), result.EndedAt);
        var kept = tenant.Archive.CreateClient();
        foreach (var one in meetings)
        {
            Assert.Equal(
                await Tenant.ReadWholeAsync(tenant.Client, one.Meeting.Source!),
                await Tenant.ReadWholeAsync(kept, one.Meeting.Source!));
        }

        var (from, until) = (Tenant.At("2026-02-01T00:00Z"), tenant.Time.GetUtcNow());
        var withRecords = new OccurrenceOptions { IncludeRecords = true };
        foreach (var organizer in tenant.Organizers)
        {
            Assert.Equal(
                await tenant.Client.GetOccurrencesAsync(organizer, from, until, withRecords).ToListAsync(),
                await kept.GetOccurrencesAsync(organizer, from, until, withRecords).ToListAsync());
        }

        Assert.Equal(await tenant.Client.GetWebinarsAsync().ToListAsync(), await kept.GetWebinarsAsync().ToListAsync());
        foreach (var source in events.SelectMany(one => one.Sessions).Select(session => session.Session.Source!))
        {
            Assert.Equal(await tenant.Client.GetSessionAsync(source), await kept.GetSessionAsync(source));
            Assert.Equal(
                await Tenant.ReadWholeAsync(tenant.Client, source),
                await Tenant.ReadWholeAsync(kept, source));
        }

        Assert.Equal(
            await tenant.Client.GetRegistrationsAsync(VirtualEventKind.Webinar, events[0].Event.Id!).ToListAsync(),
            await kept.GetRegistrationsAsync(VirtualEventKind.Webinar, events[0].Event.Id!).ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Is_not_asked_for_again(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-10T00:00Z");
        tenant.Add(Course().Build());
        await tenant.HarvestAsync();
        Assert.Equal(
            [
                GraphOperation.ListCalendarView, GraphOperation.ListOnlineMeetings, GraphOperation.ListAttendanceReports,
                GraphOperation.GetAttendanceReport, GraphOperation.GetAttendanceReport,
            ],
            tenant.Asked());

        tenant.Time.Advance(TimeSpan.FromHours(6));
        var next = await tenant.HarvestAsync();

        Assert.Equal([GraphOperation.ListCalendarView, GraphOperation.ListAttendanceReports], tenant.Asked());
        Assert.Equal((2, 0, 0), (next.ReportsFound, next.ReportsAdded, next.ReportsReplaced));

        // A week without lessons, so that nothing may still come.
        tenant.Time.Advance(TimeSpan.FromDays(30));
        await tenant.HarvestAsync();
        tenant.Asked();
        tenant.Time.Advance(TimeSpan.FromDays(1));
        await tenant.HarvestAsync();
        Assert.Equal([GraphOperation.ListCalendarView], tenant.Asked());
        var view = tenant.Graph.Requests[^1];
        Assert.Equal("2026-04-01T06:00:00Z", view.Query["startDateTime"]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Is_completed_by_a_report_that_comes_late(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-02T12:00Z");
        var late = Course().Build();
        tenant.Add(late with { Reports = [] });
        var first = await tenant.HarvestAsync();
        Assert.Equal((1, 0), (first.Occurrences, first.ReportsFound));
        Assert.Equal(new Dictionary<MissingReason, int> { [MissingReason.NotYet] = 1 }, first.Missing);

        tenant.Graph.Add(late.Meeting.Source!, late.Reports[0]);
        tenant.Time.Advance(TimeSpan.FromDays(2));
        var second = await tenant.HarvestAsync();

        Assert.Equal((1, 1, 0), (second.Occurrences, second.ReportsAdded, second.OccurrencesMissing));
        Assert.Empty(await tenant.Archive.GetMissingAsync(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).ToListAsync());
        Assert.Equal(
            ["Reported|-"],
            await tenant.Database.QueryAsync("SELECT state, missing_reason FROM occurrences WHERE starts_at < '2026-03-03'"));
        Assert.Equal(
            ["1"],
            await tenant.Database.QueryAsync(
                "SELECT COUNT(*) FROM reports JOIN occurrences ON occurrences.id = reports.occurrence_id"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Is_read_once_more_when_it_has_settled(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-02T10:30Z");
        var early = tenant.Add(Course().Build());
        await tenant.HarvestAsync();
        tenant.Asked();

        // The same report with one record more, which the list does not tell.
        var grown = early.Reports[0] with { Records = [.. early.Reports[0].Records!, early.Reports[0].Records![0] with { Id = "more" }] };
        tenant.Graph.Add(early.Meeting.Source!, grown);
        tenant.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, (await tenant.HarvestAsync()).ReportsReplaced);

        tenant.Time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(1, (await tenant.HarvestAsync()).ReportsReplaced);
        tenant.Time.Advance(TimeSpan.FromHours(4));
        tenant.Asked();
        Assert.Equal(0, (await tenant.HarvestAsync()).ReportsReplaced);

        Assert.DoesNotContain(GraphOperation.GetAttendanceReport, tenant.Asked());
        Assert.Equal(grown, await tenant.Archive.CreateClient().GetReportAsync(early.Meeting.Source!, grown.Id!));
        Assert.Equal(["0|2"], await tenant.Database.QueryAsync("SELECT revision, record_count FROM report_revisions"));
    }

    [Fact]
    public async Task Is_a_meeting_of_a_join_link_too()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-20T00:00Z");
        var course = Course().Build();
        tenant.Graph.Add(course.Meeting, course.Reports);
        var source = (MeetingSource)course.Meeting.Source!;
        var scope = new HarvestScope
        {
            Meetings = [new HarvestMeeting(source.Organizer, JoinLink.Parse(course.Meeting.JoinWebUrl!))],
        };

        var result = await tenant.Archive.HarvestAsync(tenant.Client, scope);

        Assert.Equal((1, 2, 0), (result.Organizers, result.ReportsAdded, result.Failures));
        Assert.Equal(
            course.Reports.Reverse(), await Tenant.ReadWholeAsync(tenant.Archive.CreateClient(), source));
    }

    private static MeetingBuilder Course() => new MeetingBuilder("Course", Tenant.Grace, "2026-03-02T09:00Z", Tenant.Hour)
        .Invited(Tenant.Ada)
        .Report(people => people.Organizer(Tenant.Grace).Attendee(Tenant.Ada))
        .Occurrence(TimeSpan.FromDays(7))
        .Report(people => people.Organizer(Tenant.Grace));
}
