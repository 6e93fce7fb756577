using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Among the reports of a series, of a meeting that was started again, and of other meetings in the same channel.</summary>
public class TheRightReport
{
    private static readonly AttendanceReport Early = Report(0, 20) with { Id = "early" };
    private static readonly AttendanceReport Main = Report(25, 90) with { Id = "main" };
    private static readonly AttendanceReport Foreign = Report(500, 600) with { Id = "foreign" };
    private static readonly AttendanceReport Second = Report(1000, 1090) with { Id = "second" };
    private static readonly AttendanceReport Timeless = new() { Id = "timeless" };

    [Fact]
    public void Reports_are_chosen_by_window_and_by_the_most_overlap()
    {
        AttendanceReport[] reports = [Second, Timeless, Foreign, Main, Early, Main];

        Assert.Equal([Early, Main], reports.InWindow(Window(10, 100)));
        Assert.Same(Main, reports.ForOccurrence(Window(0, 100)));
        Assert.Same(Second, reports.ForOccurrence(Occurrence(990, 1100)));
        Assert.Null(reports.ForOccurrence(Window(90, 500)));
        Assert.Null(reports.ForOccurrence(new CalendarMeeting()));
    }

    [Fact]
    public void A_series_is_told_apart_by_the_calendar_and_keeps_what_is_foreign()
    {
        CalendarMeeting[] occurrences =
        [Occurrence(1000, 1100), new CalendarMeeting { Subject = "without times" }, Occurrence(2000, 2100), Occurrence(0, 100)];

        var series = new[] { Second, Timeless, Foreign, Main, Early, Main }.GroupByOccurrence(occurrences);

        Assert.Equal(
            new SeriesReports
            {
                Occurrences =
                [
                    new AttendanceOccurrence { Plan = Window(1000, 1100), CalendarMeeting = occurrences[0], Reports = [Second] },
                    new AttendanceOccurrence { CalendarMeeting = occurrences[1], Subject = "without times" },
                    new AttendanceOccurrence { Plan = Window(2000, 2100), CalendarMeeting = occurrences[2] },
                    new AttendanceOccurrence { Plan = Window(0, 100), CalendarMeeting = occurrences[3], Reports = [Early, Main] },
                ],
                Others = [Foreign, Timeless],
            },
            series);
    }

    [Fact]
    public void A_meeting_that_broke_off_and_went_on_is_one_session()
    {
        var sessions = new[] { Second, Timeless, Main, Early }.JoinSessions(Seconds(5));

        Assert.Equal(
            [
                new AttendanceSession { Window = Window(0, 90), Reports = [Early, Main] },
                new AttendanceSession { Window = Window(1000, 1090), Reports = [Second] },
                new AttendanceSession { Reports = [Timeless] },
            ],
            sessions);
        Assert.Equal(4, new[] { Second, Timeless, Main, Early }.JoinSessions(Seconds(4.9)).Count);
    }

    [Fact]
    public void The_time_of_a_session_comes_from_wherever_it_stands()
    {
        Assert.Equal(Window(0, 20), TimeWindow.Of(Early));
        Assert.Equal(Window(3, 4), TimeWindow.Of(Occurrence(3, 4)));
        Assert.Equal(
            Window(3, 4),
            TimeWindow.Of(new VirtualEventSession { Start = DateTimeTimeZone.Utc(At(3)), End = DateTimeTimeZone.Utc(At(4)) }));
        Assert.Null(TimeWindow.Of(Timeless));
        Assert.Null(TimeWindow.Of(Report(2, 1)));
        Assert.Null(TimeWindow.Of(new CalendarMeeting { Start = DateTimeTimeZone.Utc(At(3)) }));
        Assert.Null(TimeWindow.Of(new VirtualEventSession { End = DateTimeTimeZone.Utc(At(3)) }));
    }

    [Fact]
    public void A_window_is_in_UTC_and_compares_by_its_moments()
    {
        var window = new TimeWindow(At(0).ToOffset(TimeSpan.FromHours(2)), At(1).ToOffset(TimeSpan.FromHours(-3)));

        Assert.Equal(Window(0, 1), window);
        Assert.Equal("2026-03-01T10:00:00.0000000+00:00/2026-03-01T10:00:01.0000000+00:00", window.ToString());
    }

    [Theory]
    [InlineData(0, 10, 5, 15, 5, true)]
    [InlineData(0, 10, 2, 4, 2, true)]
    [InlineData(0, 10, 10, 20, 0, false)]
    [InlineData(0, 10, 11, 20, 0, false)]
    [InlineData(0, 10, 10, 10, 0, true)]
    [InlineData(0, 10, 5, 5, 0, true)]
    [InlineData(5, 5, 5, 5, 0, true)]
    [InlineData(5, 5, 6, 6, 0, false)]
    public void Windows_overlap_where_they_share_time_or_a_moment_lies_within(
        int start, int end, int otherStart, int otherEnd, int seconds, bool overlaps)
    {
        var (one, other) = (Window(start, end), Window(otherStart, otherEnd));

        Assert.Equal((Seconds(seconds), Seconds(seconds)), (one.Overlap(other), other.Overlap(one)));
        Assert.Equal((overlaps, overlaps), (one.Overlaps(other), other.Overlaps(one)));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        AttendanceReport[] none = [];

        Assert.Throws<ArgumentNullException>("reports", () => ((AttendanceReport[])null!).InWindow(default));
        Assert.Throws<ArgumentNullException>("occurrences", () => none.GroupByOccurrence((TimeWindow[])null!));
        Assert.Throws<ArgumentNullException>("occurrences", () => none.GroupByOccurrence((CalendarMeeting[])null!));
        Assert.Throws<ArgumentNullException>("meeting", () => none.ForOccurrence((CalendarMeeting)null!));
        Assert.Throws<ArgumentNullException>("report", () => TimeWindow.Of((AttendanceReport)null!));
        Assert.Throws<ArgumentNullException>("session", () => TimeWindow.Of((VirtualEventSession)null!));
        Assert.Throws<ArgumentNullException>("zone", () => TimeWindow.Day(default, null!));
        var error = Assert.Throws<ArgumentException>("occurrences", () => none.GroupByOccurrence([(CalendarMeeting)null!]));
        Assert.StartsWith("An occurrence is null. Leave out what could not be read.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentOutOfRangeException>("longestPause", () => none.JoinSessions(Seconds(-1)));
        Assert.StartsWith(
            "The longest pause between two reports of a session must not be negative.", error.Message, StringComparison.Ordinal);
    }

    private static CalendarMeeting Occurrence(double start, double end) =>
        new() { Start = DateTimeTimeZone.Utc(At(start)), End = DateTimeTimeZone.Utc(At(end)) };
}
