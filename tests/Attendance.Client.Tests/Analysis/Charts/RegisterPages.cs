using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Charts;

public partial class RegisterPages
{
    [Fact]
    public void Have_a_row_for_each_person_and_a_cell_for_each_session()
    {
        var page = AttendanceChart.Page(Drawn.Course(), new ChartOptions { Title = "Logic" });

        Assert.Equal(
            [
                "<tr data-k=0,100><th>Ada<td>2 of 2, 100%<td>100<td>100<td class=n>",
                "<tr data-k=5,38><th>Grace<td>1 of 2, 38%<td class=l>76<small>+12</small><td class=a>✕<td class=n>",
                "<tr data-k=4,0><th>Nie Da<td>0 of 2, 0%<td class=a>✕<td class=a>✕<td class=n>",
            ],
            Rows(page));
        Assert.Contains("<h1>Logic</h1>\n<p>3 sessions, 2026-03-02 to 2026-03-16 (UTC)</p>", page, StringComparison.Ordinal);
        Assert.Contains("title=\"2026-03-02 10:00\">03-02<small>2/3</small>", page, StringComparison.Ordinal);
        Assert.Contains("03-16<small>no report</small>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_as_the_tool_and_exports_do_those_sessions_that_were_attended_for_long_enough()
    {
        var record = new AttendanceRecord
        {
            Identity = new AttendeeIdentity { Id = "ada", DisplayName = "Ada" },
            Intervals = [new AttendanceInterval { JoinedAt = Drawn.At("2026-03-02T10:00:00Z"), LeftAt = Drawn.At("2026-03-02T10:10:00Z") }],
        };
        var plan = new TimeWindow(Drawn.At("2026-03-02T10:00:00Z"), Drawn.At("2026-03-02T11:00:00Z"));
        var register = AttendanceRegister.Of(
            [new AttendanceOccurrence { Plan = plan, Reports = [new AttendanceReport { Records = [record] }] }]);

        Assert.Contains("0 of 1, 16%", AttendanceChart.Page(register), StringComparison.Ordinal);
        Assert.Contains("0 of 1", AttendanceChart.RegisterSvg(register), StringComparison.Ordinal);
    }

    [Fact]
    public void Have_a_picture_with_a_square_for_each_session()
    {
        var svg = XDocument.Parse(AttendanceChart.RegisterSvg(Drawn.Course())).Root!;

        Assert.Equal(
            ["stays", "lately cross", "cross"],
            svg.Elements().Where(element => element.Name.LocalName == "g")
                .Select(row => string.Join(' ', row.Elements().Where(part => part.Name.LocalName == "path")
                    .Select(part => (string)part.Attribute("class")!))));
    }

    [Fact]
    public void Have_a_picture_that_says_what_its_shapes_mean_and_whom_it_leaves_out()
    {
        var svg = XDocument.Parse(AttendanceChart.RegisterSvg(Drawn.Term(210, 3))).Root!;
        var texts = svg.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();

        Assert.Equal(["03-02", "03-09", "03-16", "and 11 more", "on time", "late", "there in part", "absent"], texts);
        Assert.Equal(
            ["stays", "lately", "partly", "cross"],
            svg.Elements().Where(element => element.Name.LocalName == "path").Select(path => (string)path.Attribute("class")!));
    }

    [Fact]
    public void Call_late_also_who_was_there_for_too_little()
    {
        var late = Drawn.At("2026-03-02T10:40:00Z");
        var occurrence = new AttendanceOccurrence
        {
            Plan = new TimeWindow(Drawn.At("2026-03-02T10:00:00Z"), Drawn.At("2026-03-02T11:00:00Z")),
            Reports = [new AttendanceReport { Id = "r", StartedAt = late, EndedAt = late.AddMinutes(20), Records = [
                Drawn.Person("Ada", ("2026-03-02T10:40:00Z", "2026-03-02T11:00:00Z"))] }],
        };
        var page = AttendanceChart.Page(AttendanceRegister.Of(
            [occurrence], new RegisterOptions { Expected = [new ExpectedPerson { DisplayName = "Ada" }] }));

        Assert.Equal(
            ["<tr data-k=1,33><th>Ada <small>found by name</small><td>0 of 1, 33%<td class=b>33<small>+40</small>"], Rows(page));
        Assert.Contains("<dt>Late at least once</dt><dd class=\"value\">1</dd>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(960)]
    public void Break_what_they_say_in_place_of_a_picture_into_lines_that_fit(int width)
    {
        var svg = XDocument.Parse(AttendanceChart.StaysSvg(
            AttendanceSummary.Of(new AttendanceReport { Records = [Drawn.Hidden("Ada", null)] }),
            new ChartOptions { Width = width, Texts = ChartTexts.French })).Root!;
        var lines = svg.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();

        Assert.Equal("Aucun horaire n’est connu\u202F: il n’y a rien à dessiner.", string.Join(' ', lines));
        Assert.Equal(width == 320 ? 2 : 1, lines.Count);
    }

    [Fact]
    public void Are_listed_by_an_index_whose_links_hold_no_letter_that_means_something()
    {
        var page = AttendanceChart.Index(
            [new ChartIndexEntry("b/100 % #1?.html") { Title = "<Logic>", AttendedCount = 3 },
                ChartIndexEntry.Of("javascript:a", Drawn.Hour(), null), new ChartIndexEntry("//host/a")]);

        Assert.Contains("<a href=\"javascript%3Aa\">javascript:a</a><td>2026-03-02 10:00<td class=number>0<td", page,
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"b/100%20%25%20%231%3F.html\">&lt;Logic&gt;</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\".//host/a\">//host/a</a>", page, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AttendanceChart.Index([null!]));
        Assert.Throws<ArgumentException>(() => new ChartIndexEntry(""));
    }

    [Theory]
    [InlineData("de", "10.000", "82\u00A0%", "lang=\"de\"")]
    [InlineData("en-GB", "10,000", "82%", "lang=\"en-GB\"")]
    [InlineData("ja", "10,000", "82%", "lang=\"en\"")]
    public void Speak_the_language_of_a_culture(string culture, string number, string percent, string language)
    {
        var texts = ChartTexts.For(CultureInfo.GetCultureInfo(culture));
        var page = AttendanceChart.Index(
            [new ChartIndexEntry("a") { AttendedCount = 10_000, AverageShare = 0.82 }], new ChartOptions { Texts = texts });

        Assert.Contains($"<td class=number>{number}<td class=number><td class=number>{percent}", page, StringComparison.Ordinal);
        Assert.Contains($"<html {language}>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_everything_in_every_language_with_the_same_places()
    {
        foreach (var text in typeof(ChartTexts).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(text => text.PropertyType == typeof(string)))
        {
            var english = (string)text.GetValue(ChartTexts.English)!;
            foreach (var other in new[] { ChartTexts.German, ChartTexts.French, ChartTexts.Spanish })
            {
                var said = (string)text.GetValue(other)!;
                Assert.Equal(Places(english), Places(said));
                if (english.Length > 12 && !english.StartsWith('{'))
                    Assert.NotEqual(english, said);
            }
        }
    }

    private static List<string> Rows(string page) =>
        [.. page.Split('\n').Where(line => line.StartsWith("<tr data-k", StringComparison.Ordinal))];

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(place => place.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
