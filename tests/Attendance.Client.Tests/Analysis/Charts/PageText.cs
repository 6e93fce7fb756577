using System.Globalization;
using System.Text.RegularExpressions;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Charts.PageTables;

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
                "<tr data-k=0,87,3150,0,3150,,><th>Ada <small>7m before the last</small> <small>organizer</small>" +
                "<td><svg role=none><rect x=0% width=87.5% /></svg><td>52m<td>87%<td>10:00<td>10:52",
                "<tr data-k=0,99,3570,30,3600,,><th>linus@contoso.com" +
                "<td><svg role=none><rect x=0.8% width=99.2% /></svg><td>59m<td>99%<td>10:00<td>11:00",
                "<tr data-k=0,50,1800,900,3600,,><th>Grace &amp; Co <small>15m after the first</small> <small>away 15m</small>" +
                "<td><svg role=none><rect x=25% width=25% /><rect x=75% width=25% /></svg><td>30m<td>50%<td>10:15<td>11:00",
                "<tr data-k=0,,,,,,><th>Margaret<td><i>times hidden, 20m in all</i><td><td><td><td>",
                "<tr data-k=0,,,,,,><th>Barbara<td><i>not there</i><td><td><td><td>",
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
            Records =
            [
                Drawn.Person("Ada", ("2026-10-24T23:59:00Z", "2026-10-25T00:45:00Z")),
                Drawn.Person("Bo", ("2026-10-25T01:15:00Z", "2026-10-25T02:00:00Z")),
            ],
        };

        var page = AttendanceChart.Page(AttendanceSummary.Of(report), new ChartOptions { TimeZone = Drawn.Berlin });

        Assert.Contains("<p>2026-10-25, 02:30 +02:00 to 02:30 +01:00 (Europe/Berlin)</p>", page, StringComparison.Ordinal);
        Assert.Equal(
            [
                "<tr data-k=0,25,900,-1860,900,,><th>Ada <small>45m before the last</small>" +
                "<td><svg role=none><rect x=0% width=25% /></svg><td>15m<td>25%<td>01:59<td>02:45 +02:00",
                "<tr data-k=0,25,900,2700,5400,,><th>Bo <small>45m after the first</small>" +
                "<td><svg role=none><rect x=75% width=25% /></svg><td>15m<td>25%<td>02:15 +01:00<td>03:00",
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
                $"<tr data-k=0,{expected[..^1]},1800,0,1800,,><th>Ada <small>30m before the last</small>" +
                $"<td><svg role=none><rect x=0% width=50% /></svg><td>30m<td>{expected}<td>10:00<td>10:30",
            ],
            Rows(page, "people"));
    }

    [Fact]
    public void Says_of_whom_only_some_times_are_known()
    {
        var known = Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z"));

        var page = AttendanceChart.Page(
            Drawn.Hour(known with { Intervals = [.. known.Intervals, new AttendanceInterval { Duration = TimeSpan.FromMinutes(5) }] }));

        Assert.Equal(
            ["<tr data-k=0,,,,,,><th>Ada<td><svg role=none><rect x=0% width=50% /></svg><td><i>partly hidden</i><td><td><td>"],
            Rows(page, "people"));
    }

    [Fact]
    public void Tells_namesakes_apart_by_their_addresses_and_shows_no_others()
    {
        var page = AttendanceChart.Page(Drawn.Hour(
            Someone("Ada", "ada@contoso.com"), Someone("ADA", "lovelace@contoso.com"), Someone("Grace", "grace@contoso.com"),
            Someone(null, "linus@contoso.com")));

        Assert.Equal(
            ["Ada<p>ada@contoso.com", "ADA<p>lovelace@contoso.com", "Grace", "linus@contoso.com"],
            Rows(page, "people").Select(row => Name().Match(row).Groups["name"].Value).Order(StringComparer.OrdinalIgnoreCase));

        static AttendanceRecord Someone(string? name, string address) =>
            Drawn.Person(name, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with { EmailAddress = address };
    }

    [Fact]
    public void Gives_dates_also_where_only_some_times_are_known()
    {
        var partly = Drawn.Person(
            "Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"), ("2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z"));

        var page = AttendanceChart.Page(AttendanceSummary.Of(
            new AttendanceReport { Records = [partly with { Intervals = [.. partly.Intervals, new AttendanceInterval()] }] }));

        Assert.Contains("Most at once: 1 at 2026-03-02 10:00", Figures(page));
    }

    [Fact]
    public void Takes_what_was_put_together_by_hand_in_any_order()
    {
        var (early, late) = (new TimeWindow(Drawn.At("2026-03-02T10:00:00Z"), Drawn.At("2026-03-02T11:00:00Z")), new TimeWindow(
            Drawn.At("2026-03-09T10:00:00Z"), Drawn.At("2026-03-09T11:00:00Z")));
        var changes = new[] { new HeadCountChange(late.End, 0), new HeadCountChange(early.Start, 1) };

        Assert.Contains(
            "<p>2 sessions from 2026-03-02 to 2026-03-09 (UTC)</p>", AttendanceChart.Page(
                new AttendanceSummary { Windows = [late, early] }),
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

        Assert.Contains("<td>22:30<td>23:30\n", AttendanceChart.Page(summary), StringComparison.Ordinal);
        var berlin = AttendanceChart.Page(summary, new ChartOptions { TimeZone = Drawn.Berlin });
        Assert.Contains("<td>2026-03-02 23:30<td>2026-03-03 00:30\n", berlin, StringComparison.Ordinal);
        Assert.Contains("<p>2026-03-02 23:30 to 2026-03-03 00:30 (Europe/Berlin)</p>", berlin, StringComparison.Ordinal);
    }

    [GeneratedRegex("<tr data-k=[^>]*><th>(?<name>.*?)<td>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
