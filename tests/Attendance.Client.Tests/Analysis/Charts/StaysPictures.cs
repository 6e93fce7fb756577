using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Charts;

public partial class StaysPictures
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Show_a_bar_for_each_stay_beside_the_name()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Grace & Co", ("2026-03-02T10:15:00Z", "2026-03-02T10:30:00Z"), ("2026-03-02T10:45:00Z", "2026-03-02T11:10:00Z")),
            Drawn.Person("Ada", ("2026-03-02T09:50:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Hidden("Linus", TimeSpan.FromSeconds(611)),
            Drawn.Hidden("Margaret", null),
            Drawn.Person("Barbara", ("2026-03-02T11:30:00Z", "2026-03-02T11:40:00Z")));

        var xml = XDocument.Parse(AttendanceChart.StaysSvg(summary)).Root!;

        Assert.Equal(
            "A row for each of 5 people, in the order in which they came, with a bar for each stay. " +
            "The times of 2 people are hidden, so that there may have been more.",
            (string)xml.Element(Svg + "desc")!);
        Assert.Equal(
            [
                """<g><title>Ada: 1h 0m 0s, 100%</title><text class="end" x="182" y="22">Ada</text><path class="stays" d="M190 13h762v10H190z" /></g>""",
                """<g><title>Grace &amp; Co: 30m 0s, 50%</title><text class="end" x="182" y="42">Grace &amp; Co</text><path class="stays" d="M380.5 33h190.5v10H380.5zM761.5 33h190.5v10H761.5z" /></g>""",
                """<g><title>Linus: times hidden, 10m 11s in all</title><text class="end" x="182" y="62">Linus</text><text class="start faint" x="194" y="62">times hidden, 10m 11s in all</text></g>""",
                """<g><title>Margaret: times hidden</title><text class="end" x="182" y="82">Margaret</text><text class="start faint" x="194" y="82">times hidden</text></g>""",
                """<g><title>Barbara: not there</title><text class="end" x="182" y="102">Barbara</text><text class="start faint" x="194" y="102">not there</text></g>""",
            ],
            Rows(xml));
        Assert.Equal("148", (string)xml.Attribute("height")!);
    }

    [Fact]
    public void Show_those_who_came_for_less_than_a_moment()
    {
        var summary = Drawn.Hour(
            Drawn.Person("Ada", ("2026-03-02T10:30:00Z", "2026-03-02T10:30:00.5Z")),
            Drawn.Person("Grace", ("2026-03-02T10:30:00Z", "2026-03-02T10:30:00Z")));

        var rows = Rows(XDocument.Parse(AttendanceChart.StaysSvg(summary)).Root!).ToList();

        Assert.Contains("M571 13h0.5v10H571z", rows[0], StringComparison.Ordinal);
        Assert.Contains(">there for no time that can be measured<", rows[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData("abcdefghijklnopqrstuvxyzab", "abcdefghijklnopqrstuvxyza…")]
    [InlineData("abcdefghijklnopqrstuvxyza", "abcdefghijklnopqrstuvxyza")]
    [InlineData("Jan Wolfeschlegelsteinhausen", "Jan Wolfeschlegelsteinh…")]
    [InlineData("WOLFGANG MÜLLER-HOHENSTEIN", "WOLFGANG MÜLLER-HO…")]
    [InlineData("李小龙李小龙李小龙李小龙李小龙", "李小龙李小龙李小龙李小龙…")]
    [InlineData("👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬", "👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬👩‍🔬…")]
    [InlineData("Ada a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "Ada…")]
    public void Cut_long_names_off_between_letters(string name, string expected)
    {
        var row = XDocument.Parse(
            AttendanceChart.StaysSvg(
                Drawn.Hour(Drawn.Person(name, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"))))).Root!.Element(Svg + "g")!;

        Assert.Equal(expected, (string)row.Element(Svg + "text")!);
        Assert.Equal($"{name}: 1h 0m 0s, 100%", (string)row.Element(Svg + "title")!);
    }

    [Theory]
    [InlineData("a\u0001b\u0085c\uFFFEd\u007Fe\u009Ff", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf")]
    [InlineData("whole 👩", "whole 👩")]
    [InlineData("two\r\nlines\tand a tab", "two  lines and a tab")]
    [InlineData("<script>&\"'</script>", "<script>&\"'</script>")]
    public void Stay_readable_whatever_people_call_themselves(string name, string expected)
    {
        var xml = XDocument.Parse(
            AttendanceChart.StaysSvg(Drawn.Hour(Drawn.Person(name, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")))));

        Assert.Equal($"{expected}: 1h 0m 0s, 100%", (string)xml.Root!.Element(Svg + "g")!.Element(Svg + "title")!);
    }

    // No attribute of a test can hold half a letter.
    [Fact]
    public void Stay_readable_with_half_a_letter()
    {
        var xml = XDocument.Parse(AttendanceChart.StaysSvg(Drawn.Hour(
            Drawn.Person("first \uD83D half", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("second half \uDC69", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("\uDC69 at the start", ("2026-03-02T10:00:01Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("at the end \uD83D", ("2026-03-02T10:00:02Z", "2026-03-02T11:00:00Z")))));

        Assert.Equal(
            ["first \uFFFD half", "second half \uFFFD", "\uFFFD at the start", "at the end \uFFFD"],
            xml.Root!.Elements(Svg + "g").Select(row => (string)row.Element(Svg + "text")!));
    }

    [Fact]
    public void Name_two_hundred_people_and_shade_more()
    {
        var named = XDocument.Parse(AttendanceChart.StaysSvg(Crowd(200))).Root!;
        var shaded = XDocument.Parse(AttendanceChart.StaysSvg(Crowd(201))).Root!;

        Assert.Equal(200, Rows(named).Count());
        Assert.Empty(Rows(shaded));
        Assert.Equal(
            "201 people from top to bottom in the order in which they came: a line for each 2, the darker the more of them were there.",
            (string)shaded.Element(Svg + "desc")!);
        Assert.Equal(5, shaded.Elements(Svg + "path").Count(path => (string?)path.Attribute("class") == "crowd"));
    }

    // In bands of ten, as many of each are there as the shade says: band n has people who leave in the n-th tenth of the session.
    [Fact]
    public void Shade_a_crowd_by_how_many_of_each_band_were_there()
    {
        var summary = Drawn.Hour([.. Enumerable.Range(0, 2000).Select(number => Drawn.Person(
            number.ToString("0000", CultureInfo.InvariantCulture),
            ("2026-03-02T10:00:00Z", Text(Drawn.At("2026-03-02T10:00:00Z").AddMinutes(6 * (1 + (number % 10)))))))]);

        var xml = XDocument.Parse(AttendanceChart.StaysSvg(summary)).Root!;

        var shades = xml.Elements(Svg + "path").Where(path => (string?)path.Attribute("class") == "crowd").ToList();
        Assert.Equal(["0.2", "0.4", "0.6", "0.8", "1"], shades.Select(path => (string)path.Attribute("stroke-opacity")!));
        var bands = shades.Select(path => Runs((string)path.Attribute("d")!).ToList()).ToList();
        Assert.All(bands, runs => Assert.Equal(200, runs.Select(run => run.Y).Distinct().Count()));

        // 944 units are an hour, so a tenth of the people leaves every 94.4; shades round to fifths.
        Assert.All(bands[4], run => Assert.Equal((8.0, 8 + 96.0), (run.From, run.Until)));
        Assert.All(bands[0], run => Assert.InRange(run.Until, 948, 952));
        foreach (var y in bands[0].Select(run => run.Y).Distinct())
        {
            var runs = bands.SelectMany(band => band).Where(run => run.Y == y).OrderBy(run => run.From).ToList();
            Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        }
    }

    [Theory]
    [InlineData(null, "Everybody's presence")]
    [InlineData("All hands", "All hands: everybody's presence")]
    public void Of_a_crowd_are_as_high_as_their_bands(string? title, string expected)
    {
        var xml = XDocument.Parse(AttendanceChart.StaysSvg(Crowd(300), new ChartOptions { Title = title })).Root!;

        // 150 bands of two, 1.6 high, below 8 and above the axis of 40.
        Assert.Equal(expected, (string)xml.Element(Svg + "title")!);
        Assert.Equal("288", (string)xml.Attribute("height")!);
        Assert.Equal(
            ["1.6"], xml.Elements(Svg + "path").Where(path => (string?)path.Attribute("class") == "crowd")
                .Select(path => (string)path.Attribute("stroke-width")!).Distinct());
        var window = xml.Elements(Svg + "rect").Single(rect => (string?)rect.Attribute("class") == "window");
        Assert.Equal(
            ("8", "8", "944", "240"), (
                (string)window.Attribute("x")!, (string)window.Attribute("y")!, (string)window.Attribute("width")!,
                (string)window.Attribute("height")!));
        var bands = Runs(
            (string)xml.Elements(Svg + "path").Single(path => (string?)path.Attribute("stroke-opacity") == "1").Attribute("d")!).ToList();
        Assert.Equal((8.8, 247.2), (bands.Min(run => run.Y), bands.Max(run => run.Y)));
    }

    [Theory]
    [InlineData(null, "Stays")]
    [InlineData("All hands", "All hands: stays")]
    public void Are_titled(string? title, string expected) =>
        Assert.Equal(
            expected,
            (string)XDocument.Parse(AttendanceChart.StaysSvg(Crowd(3), new ChartOptions { Title = title })).Root!.Element(Svg + "title")!);

    [Fact]
    public void List_those_of_whom_only_some_times_are_known_by_the_first_of_them()
    {
        var partly = Drawn.Person("Partly", ("2026-03-02T10:10:00Z", "2026-03-02T10:20:00Z"));
        var summary = Drawn.Hour(
            Drawn.Hidden("Hidden", null),
            Drawn.Person("Late", ("2026-03-02T10:30:00Z", "2026-03-02T11:00:00Z")),
            partly with { Intervals = [.. partly.Intervals, new AttendanceInterval { Duration = TimeSpan.FromMinutes(5) }] },
            Drawn.Person("Early", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")));

        Assert.Equal(
            ["Early", "Partly", "Late", "Hidden"],
            XDocument.Parse(AttendanceChart.StaysSvg(summary)).Root!.Elements(Svg + "g").Select(row => (string)row.Element(Svg + "text")!));
    }

    [Fact]
    public void Let_a_single_one_of_many_be_seen()
    {
        var summary = Drawn.Hour(
        [
            .. Enumerable.Range(1, 19_999).Select(number => Drawn.Person($"{number}", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z"))),
            Drawn.Person("late", ("2026-03-02T10:30:00Z", "2026-03-02T11:00:00Z")),
        ]);

        var xml = XDocument.Parse(AttendanceChart.StaysSvg(summary)).Root!;

        var alone = Runs(
            (string)xml.Elements(Svg + "path").Single(path => (string?)path.Attribute("stroke-opacity") == "0.2").Attribute("d")!).Single();
        Assert.Equal((480.0, 952.0), (alone.From, alone.Until));
    }

    [Fact]
    public void Of_any_crowd_are_small()
    {
        Assert.InRange(AttendanceChart.StaysSvg(Drawn.Townhall(20_000)).Length, 5_000, 100_000);
        Assert.InRange(AttendanceChart.StaysSvg(Crowd(200)).Length, 5_000, 50_000);
    }

    [Fact]
    public void Say_why_there_is_nothing_to_draw()
    {
        Assert.Equal("The reports name nobody.", Description(Drawn.Hour()));
        Assert.Equal(
            "No times are known, so that there is nothing to draw.",
            Description(AttendanceSummary.Of(new AttendanceReport { Records = [Drawn.Hidden("Ada", null)] })));
        Assert.Equal(
            "The times of everybody are hidden, or outside of the session.",
            Description(Drawn.Hour([.. Enumerable.Range(0, 300).Select(number => Drawn.Hidden($"{number}", null))])));
        Assert.Equal(
            "The session has no length, so that there is nothing to draw.",
            Description(Drawn.Session("2026-03-02T10:00:00Z", "2026-03-02T10:00:00Z", Drawn.Hidden("Ada", null))));

        static string Description(AttendanceSummary summary) =>
            (string)XDocument.Parse(AttendanceChart.StaysSvg(summary)).Root!.Element(Svg + "desc")!;
    }

    private static AttendanceSummary Crowd(int people) =>
        Drawn.Hour([.. Enumerable.Range(0, people).Select(number => Drawn.Person(
            $"Person {number}", ("2026-03-02T10:00:00Z", Text(Drawn.At("2026-03-02T10:20:00Z").AddSeconds(number)))))]);

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rows(XElement svg) =>
        svg.Elements(Svg + "g").Select(row => row.ToString(SaveOptions.DisableFormatting).Replace(
            " xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal));

    private static IEnumerable<(double From, double Until, double Y)> Runs(string path) =>
        Run().Matches(path).Select(run => (Number(run, "from"), Number(run, "until"), Number(run, "y")));

    private static double Number(Match match, string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("M(?<from>[0-9.]+) (?<y>[0-9.]+)H(?<until>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
