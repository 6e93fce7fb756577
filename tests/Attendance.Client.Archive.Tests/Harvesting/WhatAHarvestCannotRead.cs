using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests.Harvesting;

public class WhatAHarvestCannotRead
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Stops_nothing_else_is_kept_with_its_reason_and_tried_again_when_its_time_has_come(DatabaseKind kind)
    {
        await using var tenant = await Tenant.StartAsync(kind, "2026-03-10T00:00Z");
        var grace = tenant.Add(Lesson("Grace", Tenant.Grace).Build());
        var ada = tenant.Add(Lesson("Ada", Tenant.Ada).Build());
        tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.ServiceUnavailable), GraphOperation.GetAttendanceReport);

        var first = await tenant.HarvestAsync(new HarvestOptions { MaxConcurrency = 1 });

        Assert.Equal((2, 2, 1, 1), (first.Organizers, first.ReportsFound, first.ReportsAdded, first.Failures));
        Assert.Equal(new Dictionary<MissingReason, int> { [MissingReason.Failed] = 1 }, first.Missing);
        var failure = Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync());
        var source = (MeetingSource)grace.Meeting.Source!;
        Assert.Equal(
            (HarvestStep.Report, source.Organizer, source.ToString(), grace.Reports[0].Id, "ServiceUnavailable", 503, 1),
            (failure.Step, failure.Organizer, failure.Subject, failure.ReportId, failure.Reason, failure.Status, failure.Attempts));
        Assert.Equal(tenant.Time.GetUtcNow() + TimeSpan.FromMinutes(10), failure.NextAttemptAt);
        Assert.Equal(ada.Reports, await Tenant.ReadWholeAsync(tenant.Archive.CreateClient(), ada.Meeting.Source!));

        tenant.Time.Advance(TimeSpan.FromMinutes(10));
        var second = await tenant.HarvestAsync();

        Assert.Equal((1, 0, 0), (second.ReportsAdded, second.Failures, second.OccurrencesMissing));
        Assert.Empty(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal(grace.Reports, await Tenant.ReadWholeAsync(tenant.Archive.CreateClient(), grace.Meeting.Source!));
    }

    [Fact]
    public async Task Is_tried_again_even_when_the_calendar_has_moved_on()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-10T00:00Z");
        var course = tenant.Add(Lesson("Course", Tenant.Grace).Build());
        tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.InternalServerError), GraphOperation.ListAttendanceReports);
        var first = await tenant.HarvestAsync();
        Assert.Equal((1, 0), (first.Failures, first.ReportsAdded));
        var failure = Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal((HarvestStep.Meeting, course.Meeting.JoinWebUrl), (failure.Step, failure.Subject));

        // Two later harvests, whose calendars do not have it.
        for (var round = 0; round < 2; round++)
        {
            tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.InternalServerError), GraphOperation.ListAttendanceReports);
            tenant.Time.Advance(TimeSpan.FromDays(20));
            Assert.Equal(1, (await tenant.HarvestAsync()).Failures);
        }

        Assert.Equal(3, Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync()).Attempts);
        tenant.Time.Advance(TimeSpan.FromDays(20));
        Assert.Equal((1, 0), Counts(await tenant.HarvestAsync()));
        Assert.Empty(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal(course.Reports, await Tenant.ReadWholeAsync(tenant.Archive.CreateClient(), course.Meeting.Source!));

        static (int Added, int Failures) Counts(HarvestResult result) => (result.ReportsAdded, result.Failures);
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_read_waits_for_its_turn_unless_told_otherwise()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-03-10T00:00Z");
        tenant.Add(Lesson("Course", Tenant.Grace).Build());
        tenant.Graph.FailNext(GraphFault.Status(HttpStatusCode.Forbidden, "ErrorAccessDenied"), GraphOperation.ListCalendarView);
        Assert.Equal(1, (await tenant.HarvestAsync()).Failures);
        tenant.Asked();

        tenant.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, (await tenant.HarvestAsync()).ReportsFound);
        Assert.Empty(tenant.Asked());

        Assert.Equal(1, (await tenant.HarvestAsync(new HarvestOptions { RetryNow = true })).ReportsAdded);
        Assert.Empty(await tenant.Archive.GetFailuresAsync().ToListAsync());
    }

    [Fact]
    public async Task Says_why_an_occurrence_has_no_report()
    {
        await using var tenant = await Tenant.StartAsync(DatabaseKind.Sqlite, "2026-12-20T00:00Z");
        var lessons = new[]
        {
            (Lesson("Nobody came", Tenant.Grace, "2026-12-01T09:00Z").Build(), MissingReason.NoReport),
            (Lesson("Just over", Tenant.Grace, "2026-12-19T09:00Z").Build(), MissingReason.NotYet),
        };
        foreach (var (lesson, _) in lessons)
            tenant.Add(lesson with { Reports = [] });

        // Daily for ten weeks: Graph lists the newest 50.
        var daily = new MeetingBuilder("Daily", Tenant.Grace, "2026-09-01T07:00Z", Tenant.Hour);
        for (var day = 1; day < 70; day++)
            daily.Occurrence(TimeSpan.FromDays(day)).Report(people => people.Organizer(Tenant.Grace));
        tenant.Add(daily.Build());

        var unknown = Lesson("Not to be found", Tenant.Grace, "2026-12-02T09:00Z").Build();
        tenant.Graph.Add(((MeetingSource)unknown.Meeting.Source!).Organizer, unknown.Occurrences);

        var foreign = tenant.Add(Lesson("No policy", Tenant.Ada, "2026-12-03T09:00Z").Build());
        tenant.Graph.RevokeAccessPolicy(((MeetingSource)foreign.Meeting.Source!).Organizer.UserId!);

        var result = await tenant.HarvestAsync();

        var missing = await tenant.Archive.GetMissingAsync(Tenant.At("2026-01-01T00:00Z"), Tenant.At("2027-01-01T00:00Z")).ToListAsync();
        Assert.Equal(
            [
                ("Daily", MissingReason.ReportLimit),
                ("Just over", MissingReason.NotYet),
                ("No policy", MissingReason.NoAccessPolicy),
                ("Nobody came", MissingReason.NoReport),
                ("Not to be found", MissingReason.MeetingNotFound),
            ],
            missing.Select(one => (one.Subject!, one.Reason)).Distinct().OrderBy(one => one.Item1));
        Assert.Equal(20, missing.Count(one => one.Reason == MissingReason.ReportLimit));
        Assert.Equal(missing.Count, result.OccurrencesMissing);
        Assert.Equal(1, result.Failures);
        var failure = Assert.Single(await tenant.Archive.GetFailuresAsync().ToListAsync());
        Assert.Equal(("MissingAccessPolicy", 403), (failure.Reason, failure.Status));
        Assert.NotNull(failure.Remedy);
    }

    private static MeetingBuilder Lesson(string subject, string organizer, string startsAt = "2026-03-02T09:00Z") =>
        new MeetingBuilder(subject, organizer, startsAt, Tenant.Hour).Report(people => people.Organizer(organizer));
}
