using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Charts;

public partial class PageText
{
    [Fact]
    public void Lists_everybody_with_stays_and_figures_in_the_order_in_which_they_came()
    {
        var page = AttendanceChart.Page(Drawn.Hour(
            Drawn.Person("Grace & Co", ("2026-03-02T10:15:00Z", "2026-03-02T10:30:00Z"), ("2026-03-02T10:45:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:52:30Z")) with { Role = AttendeeRole.Organizer },
            Drawn.Person(null, ("2026-03-02T10:00:30Z", "2026-03-02T11:00:00Z")) with { EmailAddress = "linus@contoso.com" },
            Drawn.Hidden("Margaret", TimeSpan.FromMinutes(20)),
            Drawn.Person("Barbara", ("2026-03-02T11:30:00Z", "2026-03-02T11:40:00Z"))));

        Assert.Equal(
            [
                "<tr><th>Ada <small>Organizer</small><td><svg " +
                "role=none><rect x=0% width=87.5% /></svg><td>52m 30s<td>87%<td>10:00:00<td>10:52:30<td>0s<td><b>7m 30s</b>",
                "<tr><th>linus@contoso.com<td><svg role=none><rect " +
                "x=0.8% width=99.2% /></svg><td>59m 30s<td>99%<td>10:00:30<td>11:00:00<td>30s<td>0s",
                "<tr><th>Grace &amp; Co<td><svg role=none><rect " +
                "x=25% width=25% /><rect x=75% width=25% /></svg><td>30m 0s<td>50%<td>10:15:00<td>11:00:00<td><b>15m</b><td>0s",
                "<tr><th>Margaret<td><i>times hidden, 20m 0s in all</i><td><td><td><td><td><td>",
                "<tr><th>Barbara<td><i>not there</i><td><td><td><td><td><td>",
            ],
            Rows(page, "people"));
    }

    [Fact]
    public void Tells_times_that_come_twice_apart_by_their_offsets()
    {
        var report = new AttendanceReport
        {
            StartedAt = DateTimeOffset.Parse("2026-10-25T00:30:00Z", CultureInfo.InvariantCulture),
            EndedAt = DateTimeOffset.Parse("2026-10-25T01:30:00Z", CultureInfo.InvariantCulture),
            Records = [Drawn.Person("Ada", ("2026-10-24T23:59:00Z", "2026-10-25T00:45:00Z")), Drawn.Person(
                "Bo", ("2026-10-25T01:15:00Z", "2026-10-25T02:00:00Z"))],
        };

        var page = AttendanceChart.Page(AttendanceSummary.Of(report), new ChartOptions { TimeZone = Drawn.Berlin });

        Assert.Contains("<p>2026-10-25 02:30 +02:00 to 02:30 +01:00 (Europe/Berlin)</p>", page, StringComparison.Ordinal);
        Assert.Equal(
            [
                "<tr><th>Ada<td><svg role=none><rect x=0% " +
                "width=25% /></svg><td>15m 0s<td>25%<td>01:59:00<td>02:45:00 +02:00<td>0s<td><b>45m</b>",
                "<tr><th>Bo<td><svg role=none><rect x=75% " +
                "width=25% /></svg><td>15m 0s<td>25%<td>02:15:00 +01:00<td>03:00:00<td><b>45m</b><td>0s",
            ],
            Rows(page, "people"));
    }

    [Theory]
    [InlineData(0.0, "0%")]
    [InlineData(0.0099, "0%")]
    [InlineData(0.29, "29%")]
    [InlineData(0.7999, "79%")]
    [InlineData(0.9999, "99%")]
    [InlineData(1.0, "100%")]
    public void Rounds_shares_down_so_that_nobody_seems_to_have_reached_what_he_missed(double share, string expected)
    {
        var summary = Drawn.Hour(Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z")));

        var page = AttendanceChart.Page(summary with { Attendees = [summary.Attendees[0] with { Share = share }] });

        Assert.Equal(
            [
                "<tr><th>Ada<td><svg role=none><rect x=0% " +
                $"width=50% /></svg><td>30m 0s<td>{expected}<td>10:00:00<td>10:30:00<td>0s<td><b>30m</b>"],
            Rows(page, "people"));
    }

    [Fact]
    public void Says_of_whom_only_some_times_are_known()
    {
        var known = Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z"));

        var page = AttendanceChart.Page(
            Drawn.Hour(known with { Intervals = [.. known.Intervals, new AttendanceInterval { Duration = TimeSpan.FromMinutes(5) }] }));

        Assert.Equal(
            ["<tr><th>Ada<td><svg role=none><rect x=0% width=50% /></svg><td><i>partly hidden</i><td><td><td><td><td>"],
            Rows(page, "people"));
    }

    [Fact]
    public void Begins_with_the_figures()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:06:00Z", "2026-03-02T10:54:00Z")),
            Drawn.Hidden("Linus", null),
            Drawn.Person("Barbara", ("2026-03-02T11:30:00Z", "2026-03-02T11:40:00Z")));

        var page = AttendanceChart.Page(summary, new ChartOptions { Title = "Review", TimeZone = Drawn.Berlin });

        Assert.Contains("<title>Review: attendance</title>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Review</h1>\n<p>2026-03-02 11:00 to 12:00 (Europe/Berlin)</p>", page, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Attended: 3 not there: 1",
                "Most at once: 2 at 11:06:00",
                "Median at once: 2",
                "Duration: 1h",
                "Average presence: 90% of the whole time",
                "Came late: 1 by more than 5m",
                "Left early: 1 by more than 5m",
                "Times hidden: 1 not measured",
            ],
            Figures(page));
        Assert.Contains(
            "<p>Times are in Europe/Berlin. Made with Attendance.Client from 1 attendance report of Microsoft Graph.</p>", page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_and_marks_late_and_early_beyond_the_tolerance()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:02:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:02:01Z", "2026-03-02T10:10:00Z")));

        var page = AttendanceChart.Page(summary, new ChartOptions { Tolerance = TimeSpan.FromMinutes(2) });

        Assert.Contains("Came late: 1 by more than 2m", Figures(page));
        Assert.Contains("Left early: 1 by more than 2m", Figures(page));
        Assert.Contains("Late or early by more than 2m stands out.", page, StringComparison.Ordinal);
        Assert.EndsWith("<td>2m<td>0s", Rows(page, "people")[0], StringComparison.Ordinal);
        Assert.EndsWith("<td><b>2m 1s</b><td><b>50m</b>", Rows(page, "people")[1], StringComparison.Ordinal);
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
                "Registered: 5", "Registered and came: 1 50% of those expected", "No-shows: 1 50% of those expected",
                "Walk-ins: 1 50% of those who came", "Canceled: 1 20% of registrations",
            ],
            Figures(page).Skip(7));
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
        Assert.Equal(
            [
                "Registered: 2", "Registered and came: 0", "No-shows: 0", "Walk-ins: 0 0% of those who came",
                "Canceled: 1 50% of registrations",
            ],
            Figures(page).Skip(7));
    }

    [Fact]
    public void Says_that_nobody_registered()
    {
        var page = AttendanceChart.Page(Drawn.Hour(), new ChartOptions { Registrations = RegistrationSummary.Of([], Drawn.Hour()) });

        Assert.Equal(
            [
                "Attended: 0", "Most at once: 0", "Median at once: 0", "Duration: 1h", "Registered: 0", "Registered and came: 0",
                "No-shows: 0", "Walk-ins: 0", "Canceled: 0",
            ],
            Figures(page));
    }

    [Fact]
    public void Counts_nobody_who_left_with_the_last_as_early()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:05:00Z", "2026-03-02T10:55:00Z")),
            Drawn.Person("Linus", ("2026-03-02T10:00:00Z", "2026-03-02T10:54:59Z")));

        Assert.Contains("Came late: 0 by more than 5m", Figures(AttendanceChart.Page(summary)));
        Assert.Contains("Left early: 1 by more than 5m", Figures(AttendanceChart.Page(summary)));
        Assert.Contains(
            "Left early: 2 by more than 0s", Figures(AttendanceChart.Page(summary, new ChartOptions { Tolerance = TimeSpan.Zero })));
    }

    [Theory]
    [InlineData(59, "59s")]
    [InlineData(300, "5m")]
    [InlineData(330, "5m 30s")]
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

    [Fact]
    public void Tells_namesakes_apart_by_their_addresses_and_shows_no_others()
    {
        var page = AttendanceChart.Page(Drawn.Hour(
            Someone("Ada", "ada@contoso.com"), Someone("ADA", "lovelace@contoso.com"), Someone("Grace", "grace@contoso.com"), Someone(
                null, "linus@contoso.com")));

        Assert.Equal(
            ["Ada<p>ada@contoso.com", "ADA<p>lovelace@contoso.com", "Grace", "linus@contoso.com"],
            Rows(page, "people").Select(row => Name().Match(row).Groups["name"].Value).Order(StringComparer.OrdinalIgnoreCase));

        static AttendanceRecord Someone(string? name, string address) =>
            Drawn.Person(name, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { EmailAddress = address };
    }

    [Fact]
    public void Says_how_many_it_does_not_list_for_lack_of_room()
    {
        var (summary, registrations) = Drawn.Webinar(300);
        var options = new ChartOptions { MaxPageSize = 70_000, Registrations = registrations };

        var page = AttendanceChart.Page(summary, options);

        var (people, registrants) = (Rows(page, "people").Count, Rows(page, "registrations").Count);
        Assert.InRange(people, 20, 200);
        Assert.InRange(registrants, 20, 200);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 69_000, 70_000);
        Assert.Contains(
            $"<p class=\"note\">{300 - people} people more, who came last, are not listed here. " +
            "All are in the figures and pictures above.</p>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"note\">Those who did not come are listed first. " +
            $"{registrations.Registrants.Count - registrants} more are not listed here; all are in the figures above.</p>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("Attended: 300", Figures(page));
        Assert.DoesNotContain(
            "not listed", AttendanceChart.Page(summary, options with { MaxPageSize = 2_000_000 }), StringComparison.Ordinal);
        Assert.Empty(Rows(AttendanceChart.Page(summary, options with { MaxPageSize = 0 }), "people"));
        Assert.Equal(300, Rows(AttendanceChart.Page(summary, options with { MaxPageSize = int.MaxValue }), "people").Count);
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
    public void Gives_all_room_to_those_who_need_it()
    {
        var summary = Drawn.Hour(Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")));
        var registrations = RegistrationSummary.Of(
            Enumerable.Range(0, 3_000).Select(
                number => new Registration { Id = $"{number}", FirstName = $"Person {number}", Status = RegistrationStatus.Registered }),
            summary);

        var page = AttendanceChart.Page(summary, new ChartOptions { Registrations = registrations, MaxPageSize = 150_000 });

        Assert.Single(Rows(page, "people"));
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 149_000, 150_000);
    }

    [Fact]
    public void Gives_dates_also_where_only_some_times_are_known()
    {
        var partly = Drawn.Person(
            "Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"), ("2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z"));

        var page = AttendanceChart.Page(AttendanceSummary.Of(
            new AttendanceReport { Records = [partly with { Intervals = [.. partly.Intervals, new AttendanceInterval()] }] }));

        Assert.Contains("Most at once: 1 at 2026-03-02 10:00:00", Figures(page));
    }

    [Fact]
    public void Of_thousands_of_sessions_has_a_table_of_hundreds()
    {
        var start = Drawn.At("2020-01-01T10:00:00Z");
        var summary = AttendanceSummary.Of(Enumerable.Range(0, 3_000).Select(day => new AttendanceReport
        {
            Id = $"{day}",
            StartedAt = start.AddDays(day),
            EndedAt = start.AddDays(day).AddMinutes(30),
            Records = [],
        }));

        Assert.InRange(HeadCountRow().Count(AttendanceChart.Page(summary)), 200, 300);
    }

    [Fact]
    public void Joins_bars_that_nobody_could_tell_apart()
    {
        var start = Drawn.At("2026-03-02T10:00:00Z");
        var restless = Drawn.Person("Ada") with
        {
            Intervals = [.. Enumerable.Range(0, 1_500).Select(
                number => new AttendanceInterval { JoinedAt = start.AddSeconds(2 * number), LeftAt = start.AddSeconds((2 * number) + 1) })],
        };
        var summary = Drawn.Hour(
            restless,
            Drawn.Person("Grace", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z"), ("2026-03-02T10:30:30Z", "2026-03-02T11:00:00Z")));

        var rows = Rows(AttendanceChart.Page(summary), "people");

        Assert.StartsWith("<tr><th>Ada<td><svg role=none><rect x=0% width=83.5% /></svg>", rows[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "<tr><th>Grace<td><svg role=none><rect x=0% width=50% /><rect x=50.8% width=49.2% /></svg>", rows[1], StringComparison.Ordinal);
        Assert.InRange(AttendanceChart.StaysSvg(summary).Length, 1_000, 6_000);
    }

    [Fact]
    public void Takes_what_was_put_together_by_hand_in_any_order()
    {
        var (early, late) = (new TimeWindow(Drawn.At("2026-03-02T10:00:00Z"), Drawn.At("2026-03-02T11:00:00Z")), new TimeWindow(
            Drawn.At("2026-03-09T10:00:00Z"), Drawn.At("2026-03-09T11:00:00Z")));
        var changes = new[] { new HeadCountChange(late.End, 0), new HeadCountChange(early.Start, 1) };

        Assert.Contains(
            "<p>2 times from 2026-03-02 to 2026-03-09 (UTC)</p>", AttendanceChart.Page(new AttendanceSummary { Windows = [late, early] }),
            StringComparison.Ordinal);
        Assert.Contains(
            "<path class=\"count\"", AttendanceChart.Page(new AttendanceSummary { HeadCount = new HeadCount { Changes = changes } }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_dates_where_not_all_is_on_one_day_of_the_reader()
    {
        var summary = Drawn.Session(
            "2026-03-02T22:30:00Z", "2026-03-02T23:30:00Z", Drawn.Person("Ada", ("2026-03-02T22:30:00Z", "2026-03-02T23:30:00Z")));

        Assert.Contains("<td>22:30:00<td>23:30:00<td>", AttendanceChart.Page(summary), StringComparison.Ordinal);
        var berlin = AttendanceChart.Page(summary, new ChartOptions { TimeZone = Drawn.Berlin });
        Assert.Contains("<td>2026-03-02 23:30:00<td>2026-03-03 00:30:00<td>", berlin, StringComparison.Ordinal);
        Assert.Contains("<p>2026-03-02 23:30 to 2026-03-03 00:30 (Europe/Berlin)</p>", berlin, StringComparison.Ordinal);
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

        Assert.Contains("<p>2 times from 2026-03-02 to 2026-03-09 (UTC)</p>", page, StringComparison.Ordinal);
        Assert.Contains("Duration: 1h 30m in 2 parts", Figures(page));
        Assert.Contains("<rect x=0% width=49.5% />", page, StringComparison.Ordinal);
        Assert.Contains("from 2 attendance reports of", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_is_not_known()
    {
        var page = AttendanceChart.Page(AttendanceSummary.Of(new AttendanceReport { Records = [Drawn.Hidden("Ada", null)] }));

        Assert.Contains("<h1>Attendance</h1>\n<p>The times of the session are not known</p>", page, StringComparison.Ordinal);
        Assert.Contains("<figcaption>No times are known, so that there is no head count.</figcaption>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<details>", page, StringComparison.Ordinal);
        Assert.Equal(["Attended: 1", "Times hidden: 1 not measured"], Figures(page));
        Assert.Equal(["<tr><th>Ada<td><i>times hidden</i><td><td><td><td><td><td>"], Rows(page, "people"));
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Of_a_town_hall_of_ten_thousand_stays_below_two_megabytes(int seed)
    {
        var page = AttendanceChart.Page(Drawn.Townhall(10_000, seed), new ChartOptions { Title = "All hands", TimeZone = Drawn.Berlin });

        Assert.InRange(Rows(page, "people").Count, 9_500, 10_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, 2_000_000);
    }

    [Fact]
    public void Stays_below_two_megabytes_whatever_people_are_called()
    {
        var summary = Drawn.Hour([.. Enumerable.Range(0, 10_000).Select(number => Drawn.Person(
            new string('李', 250) + number, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")))]);

        var page = AttendanceChart.Page(summary);

        Assert.InRange(Rows(page, "people").Count, 2_000, 3_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_990_000, 2_000_000);
    }

    [Fact]
    public void Shades_the_crowd_only_where_there_is_one()
    {
        Assert.DoesNotContain("class=\"crowd\"", AttendanceChart.Page(Drawn.Townhall(30)), StringComparison.Ordinal);
        Assert.Contains("class=\"crowd\"", AttendanceChart.Page(Drawn.Townhall(60)), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_option_that_cannot_be()
    {
        Assert.Throws<ArgumentNullException>("summary", () => AttendanceChart.Page(null!));
        Assert.Throws<ArgumentNullException>("summary", () => AttendanceChart.HeadCountSvg(null!));
        Assert.Throws<ArgumentNullException>("summary", () => AttendanceChart.StaysSvg(null!));
        Assert.Throws<ArgumentNullException>(() => new ChartOptions { TimeZone = null! });
        Assert.StartsWith(
            "Tolerance must not be negative.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { Tolerance = TimeSpan.FromTicks(-1) }).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "MaxPageSize must not be negative.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { MaxPageSize = -1 }).Message, StringComparison.Ordinal);
    }

    private static List<string> Rows(string page, string table)
    {
        var start = page.IndexOf(table == "people" ? "id=\"people\"" : $"aria-labelledby=\"{table}\">\n<thead>", StringComparison.Ordinal);
        var body = page.IndexOf("<tbody>\n", start, StringComparison.Ordinal) + "<tbody>\n".Length;
        return [.. page[body..page.IndexOf("</tbody>", body, StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static List<string> Figures(string page) =>
        [.. Figure().Matches(page).Select(
            figure => $"{figure.Groups["name"].Value}: {figure.Groups["value"].Value} {figure.Groups["more"].Value}".TrimEnd())];

    [GeneratedRegex(
        "<dt>(?<name>[^<]+)</dt><dd class=\"value\">(?<value>[^<]+)</dd>(<dd class=\"more\">(?<more>[^<]+)</dd>)?",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(
        "<tr><td>(?<time>[^<]+)</td><td class=\"number\">(?<count>[^<]+)</td></tr>", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadCountRow();

    [GeneratedRegex("<tr><th>(?<name>.*?)<td>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
