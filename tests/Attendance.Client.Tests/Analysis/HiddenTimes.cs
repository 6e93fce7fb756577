using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Policies hide when people came and went, people opt out, and the service now and then lacks a time: none of that is an
/// absence.</summary>
public class HiddenTimes
{
    /// <summary>Stays (joined, left, duration), the record's total, and what is reported.</summary>
    public static TheoryData<string, AttendanceInterval[], int?, int?> Hidden => new()
    {
        { "nothing at all", [], null, null },
        { "a total alone", [], 90, 90 },
        { "no stay and a total of zero, which means that Graph does not know", [], 0, null },
        { "a stay of zero without times, as the service sends it", [Stay(null, null, 0)], 0, null },
        { "durations alone", [Stay(null, null, 20), Stay(null, null, 30)], null, 50 },
        { "durations and a total, which counts", [Stay(null, null, 20)], 25, 25 },
        { "no end", [Stay(10, null, 0)], null, null },
        { "no start", [Stay(null, 10)], null, null },
        { "an end before the start", [Stay(20, 10, 15)], null, 15 },
        { "one stay of two", [Stay(10, 20, 10), Stay(null, null, 7)], null, 17 },
    };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void They_are_told_as_such_and_never_as_zero(string what, AttendanceInterval[] stays, int? total, int? reported)
    {
        var record = Person("ada", stays) with { TotalAttendance = total is { } seconds ? Seconds(seconds) : null };

        var summary = AttendanceSummary.Of(Report(0, 100, record));

        Assert.True(summary.Attendees[0] == new AttendeeSummary
        {
            Key = "id:ada",
            Identity = record.Identity,
            Records = [record],
            ReportCount = 1,
            Status = AttendanceStatus.Unknown,
            HasAttended = true,
            HasHiddenTimes = true,
            ReportedAttendance = reported is { } known ? Seconds(known) : null,
            Stays = [.. summary.Attendees[0].Stays],
        }, what);
        Assert.Equal((1, 1), (summary.AttendedCount, summary.HiddenTimesCount));
    }

    [Fact]
    public void What_is_known_of_somebody_with_hidden_times_still_counts_as_a_stay()
    {
        var summary = AttendanceSummary.Of(Report(0, 100, Person("ada", Stay(10, 20), Stay(30, null))));

        Assert.Equal([Window(10, 20)], summary.Attendees[0].Stays);
        Assert.Equal(1, summary.HeadCount!.Peak);
    }

    [Fact]
    public void There_is_no_head_count_where_all_are_hidden_and_one_of_the_others_where_some_are()
    {
        var hidden = Person("ada") with { TotalAttendance = Seconds(50) };

        Assert.Null(AttendanceSummary.Of(Report(0, 100, hidden)).HeadCount);
        Assert.Equal(1, AttendanceSummary.Of(Report(0, 100, hidden, Person("bob", Stay(0, 5)))).HeadCount!.Peak);
    }

    [Theory]
    [InlineData(120.0, null, 0.0, false)]
    [InlineData(60.0, null, 0.0, false)]
    [InlineData(59.0, null, 0.0, true)]
    [InlineData(null, -20.0, null, false)]
    [InlineData(null, 0.0, null, false)]
    [InlineData(null, 1.0, null, true)]
    [InlineData(25.0, null, null, true)]
    [InlineData(null, null, 5.0, true)]
    [InlineData(120.0, -20.0, null, true)]
    public void A_stay_that_its_one_known_end_keeps_out_of_the_windows_was_not_there(
        double? joined, double? left, double? duration, bool mayHaveCome)
    {
        var options = new SummaryOptions { Windows = [Window(0, 20), Window(30, 60)] };

        var summary = AttendanceSummary.Of(Report(-100, 200, Person("ada", Stay(joined, left, duration))), options);

        Assert.Equal((mayHaveCome, mayHaveCome), (summary.Attendees[0].HasAttended, summary.Attendees[0].HasHiddenTimes));
        Assert.Equal(
            (mayHaveCome ? null : TimeSpan.Zero, mayHaveCome ? null : 0.0), (summary.Attendees[0].TimePresent, summary.Attendees[0].Share));
    }

    [Fact]
    public void A_stay_of_another_lesson_was_not_in_this_one()
    {
        var day = TimeSpan.FromDays(1).TotalSeconds;
        var hidden = Person("v", Stay(null, null, 0)) with { TotalAttendance = TimeSpan.Zero };
        var first = Report(0, 100, Person("ada", Stay(0, 100)));
        var options = new SummaryOptions { Windows = [Window(0, 100)] };

        var second = AttendanceSummary.Of([first, Report(day, day + 100, hidden, Person("w"))], options);
        var unknown = AttendanceSummary.Of([first, Report(day, null, hidden, Person("w"))], options);
        var both = AttendanceSummary.Of([first, Report(day, day + 100, hidden, Person("w"))]);

        Assert.Equal(
            [("id:ada", true, false), ("id:v", false, false), ("id:w", false, false)],
            second.Attendees.Select(attendee => (attendee.Key!, attendee.HasAttended, attendee.HasHiddenTimes)));
        Assert.Equal((1, 0), (second.AttendedCount, second.HiddenTimesCount));
        Assert.Null(second.Attendees[1].ReportedAttendance);
        Assert.Equal((3, 2), (unknown.AttendedCount, unknown.HiddenTimesCount));
        Assert.Equal((3, 2), (both.AttendedCount, both.HiddenTimesCount));
    }

    [Fact]
    public void Who_was_there_is_told_whole_where_the_hidden_stay_was_at_another_time()
    {
        var options = new SummaryOptions { Windows = [Window(0, 100)] };

        var summary = AttendanceSummary.Of([Report(0, 100, Person("ada", Stay(10, 60))), Report(1000, 1100, Person("ada"))], options);

        Assert.Equal(
            (true, false, Seconds(50), 0.5), (
                summary.Attendees[0].HasAttended, summary.Attendees[0].HasHiddenTimes, summary.Attendees[0].TimePresent,
                summary.Attendees[0].Share));
    }

    [Theory]
    [InlineData(10.0, null, 5.0, 10, 15)]
    [InlineData(null, 10.0, 5.0, 5, 10)]
    public void A_time_that_is_missing_follows_from_the_other_and_the_duration(
        double? joined, double? left, double? duration, int from, int to)
    {
        var summary = AttendanceSummary.Of(Report(0, 100, Person("ada", Stay(joined, left, duration))));

        Assert.Equal([Window(from, to)], summary.Attendees[0].Stays);
        Assert.False(summary.Attendees[0].HasHiddenTimes);
    }

    [Fact]
    public void A_duration_that_leads_out_of_the_calendar_leads_nowhere()
    {
        var stays = new[]
        {
            new AttendanceInterval { JoinedAt = DateTimeOffset.MaxValue, Duration = Seconds(1) },
            new AttendanceInterval { LeftAt = DateTimeOffset.MinValue, Duration = Seconds(1) },
        };

        Assert.True(AttendanceSummary.Of(Report(0, null, Person("ada", stays))).Attendees[0].HasHiddenTimes);
        Assert.False(AttendanceSummary.Of(Report(0, 100, Person("ada", stays))).Attendees[0].HasAttended);
    }

    [Theory]
    [InlineData(null, 10.0)]
    [InlineData(0.0, null)]
    [InlineData(10.0, 0.0)]
    public void Without_the_times_of_a_session_nothing_is_cut_and_nobody_is_late(double? start, double? end)
    {
        var record = Person("ada", Stay(-50, -20), Stay(-10, 20));

        var summary = AttendanceSummary.Of([Report(0, 10), Report(start, end, record)]);

        Assert.Null(summary.Windows);
        Assert.Null(summary.Duration);
        Assert.Equal(
            new AttendeeSummary
            {
                Key = "id:ada",
                Identity = record.Identity,
                Records = [record],
                ReportCount = 1,
                Status = AttendanceStatus.Present,
                HasAttended = true,
                Stays = [Window(-50, -20), Window(-10, 20)],
                TimePresent = Seconds(60),
                FirstJoinedAt = At(-50),
                LastLeftAt = At(20),
                TimesAway = [Window(-20, -10)],
            },
            Assert.Single(summary.Attendees));
        Assert.Equal(
            new HeadCount
            {
                Changes = [new(At(-50), 1), new(At(-20), 0), new(At(-10), 1), new(At(20), 0)],
                Peak = 1,
                PeakAt = At(-50),
                Median = 1,
                Average = 60.0 / 70,
            },
            summary.HeadCount);
    }
}
