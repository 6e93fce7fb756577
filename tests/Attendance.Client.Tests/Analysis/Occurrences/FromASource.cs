using System.Net;
using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Analysis.Occurrences;

/// <summary>The plan of a meeting or session that is known by its source alone.</summary>
public sealed class FromASource : IDisposable
{
    private const string Grace = "Grace Hopper <grace@contoso.com>";
    private const string Ada = "Ada King <ada@contoso.com>";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeGraph _graph = new();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_meeting_that_is_not_repeated_has_its_own_plan()
    {
        var data = new MeetingBuilder("Interview", Grace, "2026-03-02T09:00Z", Hour).Invited(Ada)
            .Report(TimeSpan.FromMinutes(-15), TimeSpan.FromMinutes(80), people => people.Organizer(Grace)).Build();
        _graph.Add(data);

        var occurrence = Assert.Single(await _graph.CreateClient().GetOccurrencesAsync(data.Meeting.Source!));

        Assert.Equal(new TimeWindow(data.Meeting.StartsAt!.Value, data.Meeting.EndsAt!.Value), occurrence.Plan);
        Assert.Equal("Interview", occurrence.Subject);
        Assert.Equal(2, occurrence.Expected!.Count);
        Assert.Equal([GraphOperation.GetOnlineMeeting, GraphOperation.ListAttendanceReports], Operations);
    }

    [Fact]
    public async Task A_report_from_the_first_moment_there_is_asks_for_no_time_before_it()
    {
        var data = Series();
        var first = new AttendanceReport { Id = "first", StartedAt = DateTimeOffset.MinValue, EndedAt = DateTimeOffset.MinValue };
        _graph.Add(data with { Reports = [.. data.Reports, first] });

        var occurrences = await _graph.CreateClient().GetOccurrencesAsync(data.Meeting.Source!);

        Assert.Null(Assert.Single(occurrences, one => one.Reports[0].Id == "first").Plan);
    }

    [Fact]
    public async Task A_series_has_the_plans_of_the_calendar()
    {
        var data = Series();
        _graph.Add(data);

        var occurrences = await _graph.CreateClient().GetOccurrencesAsync(data.Meeting);

        Assert.Equal(
            data.Occurrences.Select(TimeWindow.Of), occurrences.Select(one => one.Plan));
        Assert.Equal([GraphOperation.ListAttendanceReports, GraphOperation.ListCalendarView], Operations);
    }

    [Fact]
    public async Task A_calendar_that_is_refused_leaves_the_plan_unknown_and_says_why()
    {
        var data = Series();
        _graph.Add(data).FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.ListCalendarView);

        var occurrences = await _graph.CreateClient().GetOccurrencesAsync(
            data.Meeting.Source!, new OccurrenceOptions { IncludeRecords = true });

        Assert.Equal(2, occurrences.Count);
        Assert.All(occurrences, one => Assert.Null(one.Plan));
        Assert.All(occurrences, one => Assert.Equal(
            HttpStatusCode.Forbidden, Assert.IsType<AttendanceRequestException>(one.PlanError).Status));
        Assert.Equal(AttendanceBasis.Unknown, AttendanceSummary.Of(occurrences[0]).Basis);
    }

    [Fact]
    public async Task A_meeting_that_is_refused_leaves_the_plan_unknown_too()
    {
        var data = Series();
        _graph.Add(data).FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.GetOnlineMeeting);

        var occurrences = await _graph.CreateClient().GetOccurrencesAsync(data.Meeting.Source!);

        Assert.Equal([null, null], occurrences.Select(one => one.Plan));
        Assert.All(occurrences, one => Assert.IsType<AttendanceRequestException>(one.PlanError));
    }

    [Fact]
    public async Task Reports_that_are_refused_throw()
    {
        var data = Series();
        _graph.Add(data).FailNext(GraphFault.Status(HttpStatusCode.Forbidden), GraphOperation.ListAttendanceReports);

        await Assert.ThrowsAsync<AttendanceRequestException>(() => _graph.CreateClient().GetOccurrencesAsync(data.Meeting.Source!));
    }

    [Fact]
    public async Task A_session_of_a_webinar_has_its_own_plan_and_those_registered()
    {
        var graph = SampleData.CreateGraph();

        var occurrence = Assert.Single(await graph.CreateClient().GetOccurrencesAsync(
            SampleData.Webinar, new OccurrenceOptions { IncludeRegistrations = true }));

        var session = await graph.CreateClient().GetSessionAsync(SampleData.Webinar);
        Assert.Equal(TimeWindow.Of(session), occurrence.Plan);
        Assert.Equal(["piotr@fabrikam.com", "noor@adatum.com"], occurrence.Expected!.Select(person => person.EmailAddress));
    }

    [Fact]
    public async Task A_meeting_without_a_source_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>("meeting", () => _graph.CreateClient().GetOccurrencesAsync(new OnlineMeeting()));

    private IEnumerable<GraphOperation> Operations => _graph.Requests.Select(request => request.Operation);

    private static MeetingData Series() => new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour)
        .Report(people => people.Organizer(Grace))
        .Occurrence(TimeSpan.FromDays(7)).Report(people => people.Organizer(Grace)).Build();
}
