using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis.Registers;

/// <summary>Late is late against a plan, and against nothing else unless the caller wants it.</summary>
public class AgainstThePlan
{
    private const double Minute = 60;
    private const double Hour = 60 * Minute;

    private static readonly SummaryOptions FromTenToEleven = new() { Windows = [Window(0, Hour)] };

    // The host opens the room a quarter of an hour before twelve people come on time.
    private static readonly AttendanceReport OpenedEarly = Report(
        -15 * Minute, Hour,
        [
            Person("host", Stay(-15 * Minute, Hour)),
            .. Enumerable.Range(1, 12).Select(number => Person($"p{number:00}", Stay(0, Hour))),
        ]);

    // One of fourteen people forgets to hang up for eight hours.
    private static readonly AttendanceReport ForgottenCall = Report(
        0, 9 * Hour,
        [
            .. Enumerable.Range(1, 13).Select(number => Person($"p{number:00}", Stay(0, Hour))),
            Person("sleeper", Stay(0, 9 * Hour)),
        ]);

    [Fact]
    public void Nobody_is_late_because_the_host_opened_the_room_early()
    {
        var summary = AttendanceSummary.Of(OpenedEarly, FromTenToEleven);

        Assert.Equal(AttendanceBasis.Planned, summary.Basis);
        Assert.Equal((13, 0), (summary.Count(AttendanceStatus.Present), summary.Count(AttendanceStatus.Late)));
        Assert.All(summary.Attendees, attendee => Assert.Equal(
            (TimeSpan.Zero, TimeSpan.Zero, 1.0), (attendee.LateBy, attendee.LeftEarlyBy, attendee.Share)));
        Assert.All(summary.Attendees, attendee => Assert.Null(attendee.AfterStart));
    }

    [Fact]
    public void Nobody_left_early_because_somebody_forgot_to_hang_up()
    {
        var summary = AttendanceSummary.Of(ForgottenCall, FromTenToEleven);

        Assert.Equal(14, summary.Count(AttendanceStatus.Present));
        Assert.All(summary.Attendees, attendee => Assert.Equal((TimeSpan.Zero, 1.0), (attendee.LeftEarlyBy, attendee.Share)));
        Assert.Equal(TimeSpan.FromHours(1), summary.Duration);
    }

    [Fact]
    public void Without_a_plan_nobody_is_late_or_left_early_and_it_is_told_who_came_after_the_start()
    {
        var early = AttendanceSummary.Of(OpenedEarly);
        var forgotten = AttendanceSummary.Of(ForgottenCall);

        Assert.Equal((AttendanceBasis.Unknown, AttendanceBasis.Unknown), (early.Basis, forgotten.Basis));
        Assert.All(early.Attendees.Concat(forgotten.Attendees), attendee => Assert.Equal(
            ((TimeSpan?)null, (TimeSpan?)null, AttendanceStatus.Present), (attendee.LateBy, attendee.LeftEarlyBy, attendee.Status)));
        Assert.Equal(TimeSpan.FromMinutes(15), early.Attendees[1].AfterStart);
        Assert.Equal(TimeSpan.FromHours(8), forgotten.Attendees[0].BeforeEnd);
    }

    [Fact]
    public void As_it_ran_is_for_who_asks_for_it()
    {
        var summary = AttendanceSummary.Of(OpenedEarly, FromTenToEleven with { AsRan = true });

        Assert.Equal(AttendanceBasis.AsRan, summary.Basis);
        Assert.Equal([Window(-15 * Minute, Hour)], summary.Windows);
        Assert.Equal((1, 12), (summary.Count(AttendanceStatus.Present), summary.Count(AttendanceStatus.Late)));
        Assert.Equal(TimeSpan.FromMinutes(15), summary.Attendees[1].LateBy);
    }

    [Fact]
    public void An_occurrence_brings_its_plan_and_those_it_expects_along()
    {
        var occurrence = new AttendanceOccurrence
        {
            Plan = Window(0, Hour),
            Reports = [OpenedEarly],
            Expected = [new ExpectedPerson { Id = "p01" }, new ExpectedPerson { Id = "nie" }],
        };

        var summary = AttendanceSummary.Of(occurrence);
        var other = AttendanceSummary.Of(occurrence, new SummaryOptions { Windows = [Window(0, 2 * Hour)], Expected = [] });

        Assert.Equal((AttendanceBasis.Planned, 2, 1), (summary.Basis, summary.ExpectedCount, summary.Count(AttendanceStatus.Absent)));
        Assert.Equal((TimeSpan.FromHours(2), 0), (other.Duration, other.ExpectedCount));
    }

    [Fact]
    public void Four_sessions_as_one_call_nobody_late_for_those_they_did_not_attend()
    {
        // The course of tried.md: François is there in week 3 alone, the guest in week 1, Günther misses week 2.
        var weeks = Enumerable.Range(0, 4).Select(week => Window(week * 168 * Hour, (week * 168 * Hour) + Hour)).ToArray();
        AttendanceReport[] reports =
        [
            Week(0, "ada", "günther", "guest"), Week(1, "ada"), Week(2, "ada", "günther", "françois"), Week(3, "ada", "günther"),
        ];

        var people = AttendanceSummary.Of(reports, new SummaryOptions { Windows = weeks }).Attendees.ToDictionary(person => person.Key!);

        Assert.All(people.Values, person => Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (person.LateBy, person.LeftEarlyBy)));
        Assert.All(people.Values, person => Assert.Empty(person.TimesAway!));
        Assert.Equal([1, 0.75, 0.25, 0.25], new[] { "ada", "günther", "guest", "françois" }.Select(id => people["id:" + id].Share));

        AttendanceReport Week(int week, params string[] ids) => Report(
            week * 168 * Hour, (week * 168 * Hour) + Hour,
            [.. ids.Select(id => Person(id, Stay(week * 168 * Hour, (week * 168 * Hour) + Hour)))]);
    }

    [Fact]
    public void Lateness_is_added_up_over_the_sessions_attended()
    {
        var report = Report(0, 400, Person("ada", Stay(10, 90), Stay(320, 390)));

        var ada = AttendanceSummary.Of(report, new SummaryOptions { Windows = [Window(0, 100), Window(150, 250), Window(300, 400)] })
            .Attendees[0];

        Assert.Equal((Seconds(30), Seconds(20), 0.5), (ada.LateBy, ada.LeftEarlyBy, ada.Share));
        Assert.Empty(ada.TimesAway!);
    }

    [Theory]
    [InlineData(0, AttendanceStatus.Present)]
    [InlineData(300, AttendanceStatus.Present)]
    [InlineData(301, AttendanceStatus.Late)]
    [InlineData(900, AttendanceStatus.Late)]
    [InlineData(901, AttendanceStatus.Partial)]
    public void The_thresholds_say_who_is_late_and_who_was_there_in_part(double joined, AttendanceStatus status) =>
        Assert.Equal(
            status,
            AttendanceSummary.Of(Report(-60, Hour, Person("ada", Stay(joined, Hour))), FromTenToEleven).Attendees[0].Status);

    [Fact]
    public void Thresholds_are_the_callers()
    {
        var options = FromTenToEleven with
        {
            Thresholds = new AttendanceThresholds { Tolerance = TimeSpan.FromMinutes(20), PresentFrom = 0 },
        };

        var summary = AttendanceSummary.Of(Report(0, Hour, Person("a", Stay(1200, 1201)), Person("b", Stay(1201, 1202))), options);

        Assert.Equal([AttendanceStatus.Present, AttendanceStatus.Late], summary.Attendees.Select(attendee => attendee.Status!.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttendanceThresholds { Tolerance = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttendanceThresholds { PresentFrom = 1.01 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttendanceThresholds { PresentFrom = double.NaN });
    }
}
