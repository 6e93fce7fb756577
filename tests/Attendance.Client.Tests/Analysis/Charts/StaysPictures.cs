using System.Globalization;
using System.Xml.Linq;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Charts;

public class StaysPictures
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
                """<g><title>Ada: 1h, 100%</title><text class="end" x="182" y="22">Ada</text><path class="stays" d="M190 13h762v10H190z" /></g>""",
                """<g><title>Grace &amp; Co: 30m, 50%</title><text class="end" x="182" y="42">Grace &amp; Co</text><path class="stays" d="M380.5 33h190.5v10H380.5zM761.5 33h190.5v10H761.5z" /></g>""",
                """<g><title>Linus: times hidden, 10m in all</title><text class="end" x="182" y="62">Linus</text><text class="start faint" x="194" y="62">times hidden, 10m in all</text></g>""",
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
        Assert.Equal($"{name}: 1h, 100%", (string)row.Element(Svg + "title")!);
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

        Assert.Equal($"{expected}: 1h, 100%", (string)xml.Root!.Element(Svg + "g")!.Element(Svg + "title")!);
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
    public void Name_two_hundred_people_and_count_more_by_how_long_they_stayed()
    {
        var named = XDocument.Parse(AttendanceChart.StaysSvg(Crowd(200))).Root!;
        var counted = XDocument.Parse(AttendanceChart.StaysSvg(Crowd(201), new ChartOptions { Title = "All hands" })).Root!;

        Assert.Equal(200, Rows(named).Count());
        Assert.Empty(Rows(counted));
        Assert.Equal("All hands: How long people stayed", (string)counted.Element(Svg + "title")!);
        // From 20 minutes to 23 minutes and 20 seconds, in columns of five minutes.
        Assert.Equal(
            "Half of them were there for 21m or longer; 0 of 201 for 75% of the time or more.", (string)counted.Element(Svg + "desc")!);
        Assert.Equal(
            ["201"], counted.Elements(Svg + "text").Where(text => (string?)text.Attribute("class") == "over strong middle")
                .Select(text => text.Value));
        Assert.Equal(
            ["0s", "5m", "10m", "15m", "20m", "25m", "30m", "35m", "40m", "45m", "50m", "55m", "1h"],
            counted.Elements(Svg + "text").Where(text => (string?)text.Attribute("class") == "middle").Select(text => text.Value));
    }

    [Theory]
    [InlineData(null, "Stays")]
    [InlineData("All hands", "All hands: Stays")]
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
    public void Of_any_crowd_are_small()
    {
        Assert.InRange(AttendanceChart.StaysSvg(Drawn.Townhall(20_000)).Length, 2_000, 10_000);
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
}
