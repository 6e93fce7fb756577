using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Charts.PageTables;

namespace Attendance.Client.Tests.Charts;

/// <summary>What the page says of all people together.</summary>
public class PageFigures
{
    [Fact]
    public void Begins_with_the_figures()
    {
        var summary = Drawn.Planned(
            null,
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:06:00Z", "2026-03-02T10:54:00Z")),
            Drawn.Hidden("Linus", null),
            Drawn.Person("Barbara", ("2026-03-02T11:30:00Z", "2026-03-02T11:40:00Z")));

        var page = AttendanceChart.Page(summary, new ChartOptions { Title = "Review", TimeZone = Drawn.Berlin });

        Assert.Contains("<title>Review: attendance</title>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Review</h1>\n<p>2026-03-02, 11:00 to 12:00 (Europe/Berlin), as planned</p>", page, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Attended: 3",
                "Average time: 54m 90% of the time",
                "Came late: 1 by more than 5m",
                "Left early: 1 by more than 5m",
                "Most at once: 2 at 11:06",
                "Duration: 1h",
                "Median at once: 2",
                "Times hidden: 1 not measured",
                "Not there: 1",
            ],
            Figures(page));
        Assert.Contains(
            "<p>Times are in Europe/Berlin. Made with Attendance.Client from 1 attendance report of Microsoft Graph.</p>", page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_and_marks_late_and_early_beyond_the_tolerance()
    {
        var summary = Drawn.Planned(
            null,
            Drawn.Person("Ada", ("2026-03-02T10:02:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:02:01Z", "2026-03-02T10:10:00Z")));

        var page = AttendanceChart.Page(summary with { Thresholds = new AttendanceThresholds { Tolerance = TimeSpan.FromMinutes(2) } });

        Assert.Contains("Came late: 1 by more than 2m", Figures(page));
        Assert.Contains("Left early: 1 by more than 2m", Figures(page));
        Assert.StartsWith("<tr data-k=0,96,3480,120,3600,120,0><th>Ada<td>", Rows(page, "people")[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "<tr data-k=3,13,479,121,600,121,3000><th>Grace <b>late 2m</b> <b>left 50m early</b><td>", Rows(page, "people")[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_nobody_late_where_no_plan_is_known()
    {
        var page = AttendanceChart.Page(Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:15:00Z", "2026-03-02T11:00:00Z"))));

        Assert.Equal(["Attended", "Average time", "Most at once", "Duration", "Median at once"], Figures(page)
            .Select(figure => figure.Split(':')[0]));
        Assert.DoesNotContain("<b>", string.Concat(Rows(page, "people")), StringComparison.Ordinal);
        Assert.Contains("<th>Grace <small>15m after the first</small><td>", Rows(page, "people")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("people measured", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Begins_with_what_became_of_those_expected_in_parts_that_add_up()
    {
        var summary = Drawn.Planned(
            [
                new ExpectedPerson { EmailAddress = "ada@contoso.com" }, new ExpectedPerson { EmailAddress = "grace@contoso.com" },
                new ExpectedPerson { EmailAddress = "never@contoso.com", DisplayName = "Nie Da" },
                new ExpectedPerson { EmailAddress = "ill@contoso.com", DisplayName = "Karl Krank", IsExcused = true },
            ],
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { EmailAddress = "ada@contoso.com" },
            Drawn.Person("Grace", ("2026-03-02T10:15:00Z", "2026-03-02T11:00:00Z")) with { EmailAddress = "grace@contoso.com" },
            Drawn.Person("Stranger", ("2026-03-02T10:00:00Z", "2026-03-02T10:10:00Z")) with
            {
                Identity = new AttendeeIdentity { DisplayName = "Stranger", Kind = AttendeeKind.Guest },
            });

        var page = AttendanceChart.Page(summary);

        Assert.Equal(
            [
                "Of 4 expected", "1 on time", "1 late", "1 absent", "1 excused", "+1 not expected",
                "There in all: 3 (2 expected, 1 not).",
            ],
            Funnel(page));
        Assert.Contains("Attended: 3 50% of those expected", Figures(page));
        Assert.Equal(
            [
                "<th>Ada", "<th>Stranger <b>left 50m early</b> <small>not expected</small> <small>guest</small>",
                    "<th>Grace <b>late 15m</b>",
                "<th>Karl Krank <small>excused</small>", "<th>Nie Da <b>absent</b>",
            ],
            Rows(page, "people").Select(row =>
                row[row.IndexOf("<th>", StringComparison.Ordinal)..row.IndexOf("<td>", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Sums_up_what_people_did()
    {
        MeetingEngagement Did(string type, string subType) => new() { Type = type, SubType = subType };
        var page = AttendanceChart.Page(Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with
            {
                Engagements =
                [
                    Did("reaction", "like"), Did("reaction", "love"), Did("hand", "raiseHand"), Did("camera", "cameraOn"),
                        Did("microphone", "mute"),
                ],
            },
            Drawn.Person("Grace", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"))));

        Assert.Equal(
            ["Reactions: 2 from 1 person", "Hands raised: 1 from 1 person", "With camera: 1", "With microphone: 0"],
                Figures(page).TakeLast(4));
    }

    [Fact]
    public void Holds_the_registrations_where_they_are_given_no_shows_first()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { RegistrationId = "1" },
            Drawn.Person("Walker", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Host", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { Role = AttendeeRole.Organizer });
        var registrations = RegistrationSummary.Of(
            [
                new Registration { Id = "1", FirstName = "Ada", LastName = "Lovelace", Status = RegistrationStatus.Registered },
                new Registration { Id = "2", Email = "grace@contoso.com", Status = RegistrationStatus.Registered },
                new Registration { Id = "3", FirstName = "Linus", Status = RegistrationStatus.Canceled },
                new Registration { Id = "4", LastName = "Lamarr", Status = RegistrationStatus.Waitlisted },
                new Registration { Id = "5" },
            ],
            summary);

        var page = AttendanceChart.Page(summary, new ChartOptions { Registrations = registrations });

        Assert.Equal(
            [
                "Of 5 registrations", "1 came", "1 did not come", "1 canceled", "1 not admitted", "1 not known", "+1 not registered",
                "+1 organizing or presenting", "There in all: 3 (1 registered, 2 not).",
            ],
            Funnel(page));
        Assert.Contains("Attended: 3 20% of registrations", Figures(page));
        Assert.Equal(
            [
                "<tr><th>grace@contoso.com<td>did not come<td>registered",
                "<tr><th>5<td>did not come, status unknown<td>",
                "<tr><th>Lamarr<td>not admitted, did not come<td>waitlisted",
                "<tr><th>Linus<td>canceled<td>canceled",
                "<tr><th>Walker<td>came without a registration<td>",
                "<tr><th>Ada Lovelace<td>came<td>registered",
                "<tr><th>Host<td>organizer or presenter<td>",
            ],
            Rows(page, "registrations"));
        Assert.DoesNotContain("Registrations</h2>", AttendanceChart.Page(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_became_of_those_who_came_in_spite_of_their_status()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { RegistrationId = "1" },
            Drawn.Person("Grace", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { RegistrationId = "2" });
        var registrations = RegistrationSummary.Of(
            [
                new Registration { Id = "1", FirstName = "Ada", Status = RegistrationStatus.Canceled },
                new Registration { Id = "2", FirstName = "Grace", Status = RegistrationStatus.PendingApproval },
            ],
            summary);

        var page = AttendanceChart.Page(summary, new ChartOptions { Registrations = registrations });

        Assert.Equal(
            ["<tr><th>Ada<td>canceled, but came<td>canceled", "<tr><th>Grace<td>not admitted, but came<td>pendingApproval"],
            Rows(page, "registrations"));
        Assert.Equal(["Of 2 registrations", "2 came", "There in all: 2 (2 registered, 0 not)."], Funnel(page));
    }

    [Fact]
    public void Says_that_nobody_registered()
    {
        var page = AttendanceChart.Page(Drawn.Hour(), new ChartOptions { Registrations = RegistrationSummary.Of([], Drawn.Hour()) });

        Assert.Equal(["Attended: 0", "Most at once: 0", "Duration: 1h", "Median at once: 0"], Figures(page));
        Assert.Empty(Funnel(page));
    }

    [Fact]
    public void Counts_nobody_who_left_with_the_last_as_early()
    {
        var summary = Drawn.Planned(
            null,
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:05:00Z", "2026-03-02T10:55:00Z")),
            Drawn.Person("Linus", ("2026-03-02T10:00:00Z", "2026-03-02T10:54:59Z")));

        Assert.Contains("Came late: 0 by more than 5m", Figures(AttendanceChart.Page(summary)));
        Assert.Contains("Left early: 1 by more than 5m", Figures(AttendanceChart.Page(summary)));
        Assert.Contains(
            "Left early: 2 by more than 0s",
                Figures(AttendanceChart.Page(summary with { Thresholds = new AttendanceThresholds { Tolerance = TimeSpan.Zero } })));
    }

    [Theory]
    [InlineData(59, "59s")]
    [InlineData(300, "5m")]
    [InlineData(330, "5m 30s")]
    [InlineData(630, "10m")]
    [InlineData(3600, "1h")]
    [InlineData(3659, "1h")]
    [InlineData(5430, "1h 30m")]
    [InlineData(90_000, "25h")]
    public void Rounds_the_length_of_a_session(int seconds, string expected)
    {
        var start = Drawn.At("2026-03-02T00:00:00Z");

        var page = AttendanceChart.Page(
            AttendanceSummary.Of(new AttendanceReport { StartedAt = start, EndedAt = start.AddSeconds(seconds), Records = [] }));

        Assert.Contains($"Duration: {expected}", Figures(page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Is_about_attendance_where_it_has_no_title(string? title)
    {
        var page = AttendanceChart.Page(Drawn.Hour(), new ChartOptions { Title = title });

        Assert.Contains("<title>Attendance</title>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Attendance</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_sessions_says_how_many_and_from_when_to_when()
    {
        var summary = AttendanceSummary.Of(
        [
            new AttendanceReport
            {
                Id = "1",
                StartedAt = Drawn.At("2026-03-02T10:00:00Z"),
                EndedAt = Drawn.At("2026-03-02T10:45:00Z"),
                Records = [Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:45:00Z"))],
            },
            new AttendanceReport
            {
                Id = "2",
                StartedAt = Drawn.At("2026-03-09T10:00:00Z"),
                EndedAt = Drawn.At("2026-03-09T10:45:00Z"),
                Records = [],
            },
        ]);

        var page = AttendanceChart.Page(summary);

        Assert.Contains("<p>2 sessions from 2026-03-02 to 2026-03-09 (UTC)</p>", page, StringComparison.Ordinal);
        Assert.Contains("Duration: 1h 30m in 2 parts", Figures(page));
        Assert.Contains("<rect x=0% width=50% />", page, StringComparison.Ordinal);
        Assert.Contains("from 2 attendance reports of", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Tells_below_a_name_how_somebody_took_part_and_what_a_registration_answered()
    {
        MeetingEngagement[] engagements =
        [
            new() { Type = "reaction", SubType = "like" }, new() { Type = "reaction", SubType = "heart" },
            new() { Type = "hand", SubType = "raiseHand" }, new() { Type = "camera", SubType = "cameraOn" },
            new() { Type = "microphone", SubType = "unmute" }, new() { Type = "microphone", SubType = "unmute" },
        ];
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { Engagements = engagements },
            Drawn.Person("Grace", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { Engagements = [engagements[2]] },
            Drawn.Person("Silent", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")));
        var registrations = RegistrationSummary.Of(
            [
                new Registration
                {
                    FirstName = "Ada",
                    Status = RegistrationStatus.Registered,
                    Answers =
                    [
                        new RegistrationAnswer { QuestionId = "q1", DisplayName = "<Diet>", Value = "<b>none</b>" },
                        new RegistrationAnswer { QuestionId = "q2", BooleanValue = false },
                        new RegistrationAnswer { DisplayName = "Days", Choices = ["Mon", "Tue"] },
                        new RegistrationAnswer { DisplayName = "Left empty" },
                    ],
                },
                new Registration { FirstName = "Grace", Status = RegistrationStatus.Registered },
            ],
            summary);

        var page = AttendanceChart.Page(summary, new ChartOptions { Registrations = registrations });

        Assert.Equal(
            ["Ada<p>2 reactions, 1 hand raised, camera on, microphone on", "Grace<p>1 hand raised", "Silent"],
            Rows(page, "people").Select(row => row.Split("<th>")[1].Split("<td>")[0]));
        Assert.Equal(
            [
                "Ada<details><summary>3 answers</summary><dl><dt>&lt;Diet&gt;<dd>&lt;b&gt;none&lt;/b&gt;" +
                "<dt>q2<dd>No<dt>Days<dd>Mon; Tue</dl>" +
                "</details>",
            ],
            Rows(page, "registrations").Where(row => row.Contains("<details>", StringComparison.Ordinal))
                .Select(row => row.Split("<th>")[1].Split("<td>")[0]));
        Assert.Contains("Reactions: 2 from 1 person", Figures(page));
        Assert.Contains("Hands raised: 2 from 2 people", Figures(page));
        Assert.Contains("With microphone: 1", Figures(page));
    }

    [Fact]
    public void Has_the_right_form_of_a_word_for_one_and_for_more()
    {
        static AttendanceSummary Of(params string[] absent) => Drawn.Planned(
            [.. absent.Select(static name => new ExpectedPerson { DisplayName = name })],
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")));

        Assert.Equal(
            ["Sur 1 personne attendue", "1 absente", "+1 non attendue",
             "Présents au total\u202F: 1 (attendus\u202F: 0, non attendus\u202F: 1)."],
            Funnel(AttendanceChart.Page(Of("A"), new ChartOptions { Texts = ChartTexts.French })));
        Assert.Equal(
            ["De 2 personas esperadas", "2 ausentes", "+1 no esperada", "Asistentes en total: 1 (esperados: 0; no esperados: 1)."],
            Funnel(AttendanceChart.Page(Of("A", "B"), new ChartOptions { Texts = ChartTexts.Spanish })));
    }

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("Zulu")]
    public void Calls_UTC_by_the_name_that_people_know(string zone)
    {
        var options = new ChartOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) };

        Assert.Contains("10:00 to 11:00 (UTC)</p>", AttendanceChart.Page(Drawn.Hour(), options), StringComparison.Ordinal);
        Assert.Contains("Times are in UTC. ", AttendanceChart.Page(Drawn.Hour(), options), StringComparison.Ordinal);
        Assert.Contains("2026-03-16 (UTC)</p>", AttendanceChart.Page(Drawn.Course(), options), StringComparison.Ordinal);
    }

    [Fact]
    public void Speaks_of_hatching_only_where_there_is_any()
    {
        var person = Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z"));

        Assert.Contains("hatched", AttendanceChart.Page(Drawn.Planned(null, person)), StringComparison.Ordinal);
        Assert.DoesNotContain("hatched", AttendanceChart.Page(Drawn.Hour(person)), StringComparison.Ordinal);
        Assert.DoesNotContain("hatched", AttendanceChart.Page(Drawn.Planned(null, Drawn.Hidden("Ada", null))), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_not_known()
    {
        var page = AttendanceChart.Page(AttendanceSummary.Of(new AttendanceReport { Records = [Drawn.Hidden("Ada", null)] }));

        Assert.Contains("<h1>Attendance</h1>\n<p>The times of the session are not known</p>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<h2>Head count over time</h2>\n<p class=\"note\">No times are known, so that there is no head count.</p>",
            page, StringComparison.Ordinal);
        Assert.DoesNotContain("<details>", page, StringComparison.Ordinal);
        Assert.Equal(["Attended: 1", "Times hidden: 1 not measured"], Figures(page));
        Assert.Equal(["<tr data-k=0,,,,,,><th>Ada<td><i>times hidden</i><td><td><td><td>"], Rows(page, "people"));
    }

    [Fact]
    public void Gives_the_head_count_as_a_table_too()
    {
        var page = AttendanceChart.Page(Drawn.Session(
            "2026-03-02T10:02:00Z", "2026-03-02T10:04:30Z", Drawn.Person("Ada", ("2026-03-02T10:02:50Z", "2026-03-02T10:04:00Z"))));

        var rows = HeadCountRow().Matches(page).Select(row => $"{row.Groups["time"].Value} {row.Groups["count"].Value}");
        Assert.Equal(
            [
                "10:02:00 0", "10:02:15 0", "10:02:30 0", "10:02:45 0", "10:03:00 1", "10:03:15 1", "10:03:30 1", "10:03:45 1",
                "10:04:00 0", "10:04:15 0", "10:04:30 0",
            ],
            rows);
    }

    [Fact]
    public void Names_the_option_that_cannot_be()
    {
        Assert.Throws<ArgumentNullException>("summary", () => AttendanceChart.Page((AttendanceSummary)null!));
        Assert.Throws<ArgumentNullException>("summary", () => AttendanceChart.HeadCountSvg(null!));
        Assert.Throws<ArgumentNullException>("summary", () => AttendanceChart.StaysSvg(null!));
        Assert.Throws<ArgumentNullException>(() => new ChartOptions { TimeZone = null! });
        Assert.StartsWith(
            "MaxPageSize must not be negative.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { MaxPageSize = -1 }).Message, StringComparison.Ordinal);
    }
}
