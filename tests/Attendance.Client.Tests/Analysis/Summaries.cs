using System.Text.Json;
using Attendance.Client.Analysis;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class Summaries
{
    private static readonly AttendanceRecord Ada = Person("ada", Stay(-10, 60, 70), Stay(50, 80, 30), Stay(85, 100, 15)) with
    {
        EmailAddress = "Ada@contoso.com",
        Role = AttendeeRole.Organizer,
        TotalAttendance = Seconds(115),
    };

    private static readonly AttendanceRecord Bob = Person("bob", Stay(25, 75, 50)) with
    {
        Role = AttendeeRole.Attendee,
        RegistrationId = "r-bob",
        TotalAttendance = Seconds(50),
    };

    private static readonly AttendanceReport Lesson = Report(0, 100, Ada, Bob) with { Id = "r1" };

    [Fact]
    public void A_summary_of_a_report_tells_who_was_there_when_and_how_many_at_once()
    {
        var expected = new AttendanceSummary
        {
            Windows = [Window(0, 100)],
            ReportCount = 1,
            Attendees =
            [
                new AttendeeSummary
                {
                    Key = "id:ada",
                    EmailAddress = "Ada@contoso.com",
                    Identity = new AttendeeIdentity { Id = "ada" },
                    Role = AttendeeRole.Organizer,
                    Records = [Ada],
                    ReportCount = 1,
                    Status = AttendanceStatus.Present,
                    HasAttended = true,
                    ReportedAttendance = Seconds(115),
                    Stays = [Window(0, 80), Window(85, 100)],
                    TimePresent = Seconds(95),
                    Share = 0.95,
                    FirstJoinedAt = At(-10),
                    LastLeftAt = At(100),
                    AfterStart = TimeSpan.Zero,
                    BeforeEnd = TimeSpan.Zero,
                    TimesAway = [Window(80, 85)],
                },
                new AttendeeSummary
                {
                    Key = "id:bob",
                    Identity = new AttendeeIdentity { Id = "bob" },
                    Role = AttendeeRole.Attendee,
                    RegistrationId = "r-bob",
                    Records = [Bob],
                    ReportCount = 1,
                    Status = AttendanceStatus.Present,
                    HasAttended = true,
                    ReportedAttendance = Seconds(50),
                    Stays = [Window(25, 75)],
                    TimePresent = Seconds(50),
                    Share = 0.5,
                    FirstJoinedAt = At(25),
                    LastLeftAt = At(75),
                    AfterStart = Seconds(25),
                    BeforeEnd = Seconds(25),
                    TimesAway = [],
                },
            ],
            HeadCount = new HeadCount
            {
                Changes = [new(At(0), 1), new(At(25), 2), new(At(75), 1), new(At(80), 0), new(At(85), 1), new(At(100), 0)],
                Peak = 2,
                PeakAt = At(25),
                Median = 1,
                Average = 1.45,
            },
        };

        var summary = AttendanceSummary.Of(Lesson);

        Assert.Equal(expected, summary);
        Assert.Equal(expected.GetHashCode(), summary.GetHashCode());
        Assert.Equal(Seconds(100), summary.Duration);
        Assert.Equal(2, summary.AttendedCount);
        Assert.Equal(0, summary.HiddenTimesCount);
    }

    [Fact]
    public void Who_was_not_there_during_the_windows_is_named_but_has_not_attended()
    {
        var summary = AttendanceSummary.Of(Lesson, new SummaryOptions { Windows = [Window(5, 15), Window(15, 20)] });

        Assert.Equal([Window(5, 20)], summary.Windows);
        Assert.Equal(1, summary.AttendedCount);
        Assert.Equal(
            new AttendeeSummary
            {
                Key = "id:bob",
                Identity = new AttendeeIdentity { Id = "bob" },
                Role = AttendeeRole.Attendee,
                RegistrationId = "r-bob",
                Records = [Bob],
                ReportCount = 1,
                ReportedAttendance = Seconds(50),
                TimePresent = TimeSpan.Zero,
                Share = 0,
            },
            summary.Attendees[1]);
    }

    [Fact]
    public void Pauses_between_sessions_count_for_nobody_and_against_nobody()
    {
        var first = Report(0, 10, Person("ada", Stay(0, 10)), Person("bob", Stay(2, 8)));
        var second = Report(1000, 1030, Person("ada", Stay(1000, 1030)), Person("cy", Stay(1010, 1030)));

        var summary = AttendanceSummary.Of([first, second]);

        Assert.Equal(Seconds(40), summary.Duration);
        Assert.Equal([(2, 1.0, 0, 0), (1, 0.15, 2, 2), (1, 0.5, 10, 0)], summary.Attendees.Select(attendee =>
            (attendee.ReportCount, attendee.Share!.Value, attendee.AfterStart!.Value.Seconds, attendee.BeforeEnd!.Value.Seconds)));
        Assert.Equal(
            new HeadCount
            {
                Changes =
                [new(At(0), 1), new(At(2), 2), new(At(8), 1), new(At(10), 0), new(At(1000), 1), new(At(1010), 2), new(At(1030), 0)],
                Peak = 2,
                PeakAt = At(2),
                Median = 2,
                Average = 1.65,
            },
            summary.HeadCount);
    }

    [Fact]
    public void A_report_that_is_given_twice_counts_once_with_its_records()
    {
        var summary = AttendanceSummary.Of([Lesson with { Records = null }, Lesson, Lesson with { Records = [] }]);

        Assert.Equal(AttendanceSummary.Of(Lesson), summary);
    }

    [Fact]
    public void A_session_that_nobody_attended_has_a_head_count_of_zero()
    {
        var summary = AttendanceSummary.Of(Report(0, 10));

        Assert.Equal(
            new AttendanceSummary
            {
                Windows = [Window(0, 10)],
                ReportCount = 1,
                HeadCount = new HeadCount { Changes = [new(At(0), 0), new(At(10), 0)], Median = 0, Average = 0 },
            },
            summary);
    }

    [Fact]
    public void No_reports_make_an_empty_summary() => Assert.Equal(new AttendanceSummary { Windows = [] }, AttendanceSummary.Of([]));

    [Fact]
    public void A_report_without_its_records_is_refused()
    {
        var error = Assert.Throws<ArgumentException>("reports", () => AttendanceSummary.Of(new AttendanceReport { Id = "r1" }));

        Assert.StartsWith(
            "The report 'r1' has no records, as they were not asked for, so it does not tell who attended. " +
            "Read it with GetReportAsync, or many with BulkOptions.IncludeRecords.",
            error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "The report without id has", Assert.Throws<ArgumentException>(() => AttendanceSummary.Of(new AttendanceReport())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused_where_a_report_is_wanted()
    {
        Assert.Throws<ArgumentNullException>("report", () => AttendanceSummary.Of((AttendanceReport)null!));
        Assert.Throws<ArgumentNullException>("reports", () => AttendanceSummary.Of((IEnumerable<AttendanceReport>)null!));
        var error = Assert.Throws<ArgumentException>("reports", () => AttendanceSummary.Of([Lesson, null!]));
        Assert.StartsWith(
            "A report is null: the one after 1 others. Leave out what could not be read.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_that_cannot_be_are_refused()
    {
        var error = Assert.Throws<ArgumentException>("end", () => Window(1, 0));
        Assert.StartsWith(
            "The window ends at 2026-03-01T10:00:00.0000000+00:00, " +
            "before it starts at 2026-03-01T10:00:01.0000000+00:00. Give the earlier time first.",
            error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => new SummaryOptions { Windows = [] });
        Assert.StartsWith(
            "Windows is empty, so nobody could have been there. Give at least one window, or null for the times of the reports.",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_cannot_be_changed_through_a_list_and_travel_through_JSON()
    {
        var summary = AttendanceSummary.Of(Lesson);

        Assert.IsNotAssignableFrom<IList<AttendeeSummary>>(summary.Attendees);
        Assert.IsNotAssignableFrom<IList<TimeWindow>>(summary.Attendees[0].Stays);
        Assert.Equal(summary, JsonSerializer.Deserialize<AttendanceSummary>(JsonSerializer.Serialize(summary)));
    }

    [Fact]
    public async Task The_presenter_of_the_documentation_stayed_three_times_and_1152_seconds()
    {
        var graph = new StubGraph().Answers(SeedDocuments.Answer(SeedDocuments.BetaPage, 1));
#pragma warning disable CS0618 // Obsolete: the example is of the deprecated path, which gives no times of the session.
        var report = await graph.CreateClient(GraphVersion.Beta).GetMeetingAttendanceReportAsync(AttendanceSource.Meeting(
            Organizer.Me, "m"));
#pragma warning restore CS0618

        var summary = AttendanceSummary.Of(report);

        Assert.Null(summary.Windows);
        Assert.Equal(2, summary.Attendees.Count);
        AssertPresenter(summary.Attendees[1]);
        Assert.Null(summary.Attendees[1].Share);
        Assert.Null(summary.Attendees[1].LateBy);
        Assert.Equal((2, 2), (summary.HeadCount!.Peak, summary.HeadCount.Median));
    }

    [Fact]
    public async Task Frederick_Cormier_stayed_three_times_and_1152_seconds()
    {
        var report = await SampleData.CreateGraph().CreateClient().GetLatestReportAsync(SampleData.SmallMeeting);

        var frederick = AttendanceSummary.Of(report!).Attendees.Single(attendee => attendee.DisplayName == "Frederick Cormier");

        AssertPresenter(frederick);
        Assert.Equal("id:dc17674c-81d9-4adb-bfb2-8f6a442e4623", frederick.Key);
        Assert.Equal(1152.6010377 / 1558.8483497, frederick.Share!.Value, 1e-9);
        Assert.Equal(TimeSpan.Parse("00:00:05.6792622", System.Globalization.CultureInfo.InvariantCulture), frederick.AfterStart);
        Assert.Equal(TimeSpan.Parse("00:00:07.7351101", System.Globalization.CultureInfo.InvariantCulture), frederick.BeforeEnd);
    }

    private static void AssertPresenter(AttendeeSummary presenter)
    {
        Assert.Equal(AttendeeRole.Presenter, presenter.Role);
        Assert.Equal(Seconds(1152), presenter.ReportedAttendance);
        Assert.Equal([415, 427, 310], presenter.Stays.Select(stay => (int)stay.Duration.TotalSeconds));
        Assert.Equal(1152, (int)presenter.TimePresent!.Value.TotalSeconds);
        Assert.Equal([156, 236], presenter.TimesAway!.Select(away => (int)away.Duration.TotalSeconds));
    }
}
