using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Charts.CountPicture;

namespace Attendance.Client.Tests.Charts;

public partial class HeadCountPictures
{
    [Fact]
    public void Show_head_count_peak_and_median_over_time()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:15:00Z", "2026-03-02T10:30:00Z"), ("2026-03-02T10:45:00Z", "2026-03-02T11:00:00Z")));

        var picture = AttendanceChart.HeadCountSvg(summary, new ChartOptions { Title = "Review", TimeZone = Drawn.Berlin });

        Assert.Equal(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300" width="960" height="300" class="attendance-chart" role="img" lang="en">
            <title>Review: Head count over time</title>
            <desc>At most 2 people at once, first at 11:15. The median, drawn as a dashed line, is 1.</desc>
            <rect class="paper" width="100%" height="100%"/>
            <rect class="window" x="19" y="24" width="933" height="236"/>
            <path class="grid" d="M19 24V264"/><text class="start" x="19" y="277">11:00</text>
            <path class="grid" d="M96.75 24V264"/><text class="middle" x="96.75" y="277">11:05</text>
            <path class="grid" d="M174.5 24V264"/><text class="middle" x="174.5" y="277">11:10</text>
            <path class="grid" d="M252.25 24V264"/><text class="middle" x="252.25" y="277">11:15</text>
            <path class="grid" d="M330 24V264"/><text class="middle" x="330" y="277">11:20</text>
            <path class="grid" d="M407.75 24V264"/><text class="middle" x="407.75" y="277">11:25</text>
            <path class="grid" d="M485.5 24V264"/><text class="middle" x="485.5" y="277">11:30</text>
            <path class="grid" d="M563.25 24V264"/><text class="middle" x="563.25" y="277">11:35</text>
            <path class="grid" d="M641 24V264"/><text class="middle" x="641" y="277">11:40</text>
            <path class="grid" d="M718.75 24V264"/><text class="middle" x="718.75" y="277">11:45</text>
            <path class="grid" d="M796.5 24V264"/><text class="middle" x="796.5" y="277">11:50</text>
            <path class="grid" d="M874.25 24V264"/><text class="middle" x="874.25" y="277">11:55</text>
            <path class="grid" d="M952 24V264"/><text class="end" x="952" y="277">12:00</text>
            <path class="grid" d="M19 24V282"/><text class="start" x="19" y="293">2026-03-02</text>
            <path class="axis" d="M19 260H952"/>
            <path class="grid" d="M19 142H952"/>
            <path class="grid" d="M19 24H952"/>
            <text class="end" x="13" y="264">0</text>
            <text class="end" x="13" y="146">1</text>
            <text class="end" x="13" y="28">2</text>
            <path class="count" d="M19 260V142H252.25V24H485.5V142H718.75V24H952V260"/>
            <path class="median" d="M19 142H952"/><text class="over end" x="946" y="137">median 1</text>
            <circle class="peak" cx="252.25" cy="24" r="4"/><text class="over strong middle" x="252.25" y="15">2 at 11:15</text>
            </svg>

            """.ReplaceLineEndings("\n"),
            Style().Replace(picture, ""));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Are_the_same_in_every_culture(string culture)
    {
        var summary = Drawn.Townhall(300);
        var expected = AttendanceChart.HeadCountSvg(summary) + AttendanceChart.StaysSvg(summary) + AttendanceChart.Page(summary);

        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(
                expected, AttendanceChart.HeadCountSvg(summary) + AttendanceChart.StaysSvg(summary) + AttendanceChart.Page(summary));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // The model is the head count itself: at the middle of each stretch that is wider than a unit, the line must be as high as it says.
    [Fact]
    public void Have_a_line_as_high_as_the_head_count_wherever_it_can_be_seen()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var summary = Drawn.Townhall(60, seed);
            var xml = XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!;
            var (left, width) = Window(xml);
            var (zero, top, last) = CountAxis(xml);
            var line = Line(xml).ToList();
            var window = summary.Windows!.Single();
            var seen = 0;

            foreach (var (change, next) in summary.HeadCount!.Changes.Zip(summary.HeadCount.Changes.Skip(1)))
            {
                var (from, until) = (X(change.At), X(next.At));
                if (Math.Ceiling(from) + 1 >= Math.Floor(until))
                    continue;

                seen++;
                var middle = (from + until) / 2;
                var height = line.Last(point => point.X <= middle).Y;
                Assert.Equal(zero - (change.Count * (zero - top) / last), height, 0.011);
            }

            Assert.InRange(seen, 5, 200);

            double X(DateTimeOffset time) => left + ((time - window.Start).Ticks * width / window.Duration.Ticks);
        }
    }

    [Fact]
    public void Of_a_crowd_are_no_longer_than_their_width_allows_and_still_reach_peak_and_zero()
    {
        var summary = Drawn.Townhall(20_000);
        var picture = AttendanceChart.HeadCountSvg(summary);

        var xml = XDocument.Parse(picture).Root!;
        var (zero, top, last) = CountAxis(xml);
        var line = Line(xml).ToList();
        Assert.InRange(summary.HeadCount!.Changes.Count, 10_000, 100_000);
        Assert.InRange(picture.Length, 5_000, 40_000);
        Assert.Equal(zero - (summary.HeadCount.Peak * (zero - top) / last), line.Min(point => point.Y), 0.011);
        Assert.Equal(zero, line[^1].Y);
        Assert.All(line.Zip(line.Skip(1)), step => Assert.True(step.First.X <= step.Second.X));
    }

    // All of it within one unit of the picture: 933 units are an hour, so a second is a quarter of one.
    [Fact]
    public void Show_the_highest_and_the_lowest_of_what_is_too_short_to_be_seen()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z"), ("2026-03-02T10:30:01.2Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:30:00.6Z", "2026-03-02T10:30:01.8Z")),
            Drawn.Person("Linus", ("2026-03-02T10:30:00.8Z", "2026-03-02T10:30:01Z")),
            Drawn.Person("Margaret", ("2026-03-02T10:30:01.4Z", "2026-03-02T10:30:01.6Z")));

        // Three at most, nobody at least, and one afterwards.
        Assert.Equal([1, 0, 1, 2, 1, 2, 3, 2, 1, 0], summary.HeadCount!.Changes.Select(change => change.Count));
        Assert.Equal(
            "M19 260V181.33H485.5V24V260V181.33H952V260",
            (string)Count(XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!).Attribute("d")!);
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", "2026-03-02T10:05:00Z", "54", "end 946")]
    [InlineData("2026-03-02T10:29:00Z", "2026-03-02T10:31:00Z", "469.95", "end 946")]
    [InlineData("2026-03-02T10:31:00Z", "2026-03-02T10:33:00Z", "501.05", "start 25")]
    [InlineData("2026-03-02T10:58:00Z", "2026-03-02T11:00:00Z", "917", "start 25")]
    public void Keep_the_label_of_the_peak_within_the_picture_and_away_from_that_of_the_median(
        string joined, string left, string peak, string median)
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")), Drawn.Person("Grace", (joined, left)));

        var labels = XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!.Elements(Svg + "text")
            .Where(text => ((string)text.Attribute("class")!).StartsWith("over", StringComparison.Ordinal)).ToList();

        Assert.Equal($"over {median}", $"{(string)labels[0].Attribute("class")!} {(string)labels[0].Attribute("x")!}");
        Assert.Equal(("over strong middle", peak), ((string)labels[1].Attribute("class")!, (string)labels[1].Attribute("x")!));
    }

    [Fact]
    public void Draw_windows_side_by_side_however_far_apart_they_are()
    {
        var summary = AttendanceSummary.Of(
            [Report("2026-03-02T10:00:00Z", 60), Report("2026-03-09T10:00:00Z", 30)]);

        var xml = XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!;

        var windows = xml.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("class") == "window")
            .Select(rect => ((double)rect.Attribute("x")!, (double)rect.Attribute("width")!)).ToList();
        Assert.Equal([(19, 614), (645, 307)], windows);
        Assert.Equal(["2026-03-02", "2026-03-09"], Labels(xml).Where(label => label.Length == 10));
        Assert.Equal("M19 260V24H633V260M645 260V24H952V260", (string)Count(xml).Attribute("d")!);
    }

    [Fact]
    public void Say_that_nobody_was_there()
    {
        var xml = XDocument.Parse(AttendanceChart.HeadCountSvg(Drawn.Hour())).Root!;

        Assert.Equal("Nobody was there. The median, drawn as a dashed line, is 0.", Description(xml));
        Assert.Equal("M19 260V260H952V260", (string)Count(xml).Attribute("d")!);
        Assert.DoesNotContain(xml.Elements(), element => (string?)element.Attribute("class") == "peak");
    }

    [Fact]
    public void Say_that_there_may_have_been_more_where_times_are_hidden()
    {
        var some = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")), Drawn.Hidden("Grace", TimeSpan.FromMinutes(20)));
        var all = Drawn.Hour(Drawn.Hidden("Grace", TimeSpan.FromMinutes(20)));

        Assert.Equal(
            "At most 1 person at once, first at 10:00. " +
            "The median, drawn as a dashed line, is 1. The times of 1 person are hidden, so that there may have been more.",
            Description(XDocument.Parse(AttendanceChart.HeadCountSvg(some)).Root!));
        Assert.Equal(
            "No times are known, so that there is no head count.", Description(XDocument.Parse(AttendanceChart.HeadCountSvg(all)).Root!));
    }

    [Fact]
    public void Say_that_a_session_without_length_cannot_be_drawn() =>
        Assert.Equal(
            "The session has no length, so that there is nothing to draw.",
            Description(
                XDocument.Parse(AttendanceChart.HeadCountSvg(Drawn.Session("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z"))).Root!));

    [Fact]
    public void Run_from_the_first_stay_to_the_last_where_the_times_of_the_session_are_not_known()
    {
        var summary = AttendanceSummary.Of(new AttendanceReport
        {
            Records =
            [
                Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:40:00Z")),
                Drawn.Person("Grace", ("2026-03-02T10:20:00Z", "2026-03-02T11:00:00Z")),
            ],
        });

        Assert.Equal(
            "M19 260V142H330V24H641V142H952V260",
            (string)Count(XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!).Attribute("d")!);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "2026-03-02T10:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T01:00:00Z")]
    [InlineData("9999-12-31T22:00:00Z", "9999-12-31T23:59:59Z")]
    public void Are_drawn_of_times_that_services_send_for_none(string start, string end)
    {
        var summary = Drawn.Session(start, end, Drawn.Person("Ada", (start, end)));

        foreach (var zone in new[] { TimeZoneInfo.Utc, Drawn.Berlin, TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles") })
        {
            var options = new ChartOptions { TimeZone = zone };
            Assert.Equal(
                "M19 260V24H952V260", (string)Count(XDocument.Parse(AttendanceChart.HeadCountSvg(summary, options)).Root!).Attribute("d")!);
            Assert.Contains("100%", AttendanceChart.Page(summary, options), StringComparison.Ordinal);
        }
    }

    private static (double Left, double Width) Window(XElement svg)
    {
        var window = svg.Elements(Svg + "rect").Single(rect => (string?)rect.Attribute("class") == "window");
        return ((double)window.Attribute("x")!, (double)window.Attribute("width")!);
    }

    /// <summary>Heights of zero and of the highest label, and its number.</summary>
    private static (double Zero, double Top, int Last) CountAxis(XElement svg)
    {
        var labels = svg.Elements(Svg + "text")
            .Where(
                text => (string?)text.Attribute("class") == "end" && text.Value.All(letter => char.IsAsciiDigit(letter) || letter == ','))
            .Select(
                text => (Y: (double)text.Attribute("y")! - 4, Number: int.Parse(
                    text.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))).ToList();
        return (labels[0].Y, labels[^1].Y, labels[^1].Number);
    }

    private static IEnumerable<(double X, double Y)> Line(XElement svg)
    {
        var (x, y) = (0.0, 0.0);
        foreach (Match step in PathStep().Matches((string)Count(svg).Attribute("d")!))
        {
            var numbers =
                step.Groups["numbers"].Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            (x, y) = step.Groups["kind"].Value switch
            {
                "M" => (numbers[0], numbers[1]),
                "H" => (numbers[0], y),
                _ => (x, numbers[0]),
            };
            yield return (x, y);
        }
    }

    [GeneratedRegex("(?<kind>[MHV])(?<numbers>[0-9. ]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathStep();

    [GeneratedRegex("<style>.*</style>\\s*", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Style();
}
