using System.Globalization;
using System.Xml.Linq;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Charts.CountPicture;

namespace Attendance.Client.Tests.Charts;

/// <summary>The times and the counts at the axes of a picture.</summary>
public class AxisLabels
{
    [Fact]
    public void Label_no_times_of_windows_that_have_no_room_for_them()
    {
        var summary = AttendanceSummary.Of(Enumerable.Range(0, 40).Select(
            day => Report(Drawn.At("2026-03-02T11:40:00Z").AddDays(day).ToString("O", CultureInfo.InvariantCulture), 45)));

        Assert.DoesNotContain(Labels(XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!), label => label.Contains(':'));
    }

    [Fact]
    public void Label_no_time_twice_at_midnight()
    {
        var summary = Drawn.Session(
            "2026-03-02T20:00:00Z", "2026-03-03T04:00:00Z", Drawn.Person("Ada", ("2026-03-02T20:00:00Z", "2026-03-03T04:00:00Z")));

        var labels = Labels(XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!).ToList();

        Assert.Equal(
            "20:00 20:30 21:00 21:30 22:00 22:30 23:00 23:30 00:00 00:30 01:00 01:30 02:00 02:30 03:00 03:30 04:00",
            string.Join(' ', labels.Where(label => label.Contains(':'))));
        Assert.Equal(["2026-03-02", "2026-03-03"], labels.Where(label => label.Length == 10));
    }

    [Fact]
    public void Part_thousands()
    {
        var records = Enumerable.Range(0, 1_200)
            .Select(number => Drawn.Person($"Person {number}", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")))
            .ToArray();

        var xml = XDocument.Parse(AttendanceChart.HeadCountSvg(Drawn.Hour(records))).Root!;

        Assert.Equal("0 500 1,000 1,500", string.Join(' ', Labels(xml).Where(label => !label.Contains(':') && label.Length < 10)));
        Assert.Equal("At most 1,200 people at once, first at 10:00. The median, drawn as a dashed line, is 1,200.", Description(xml));
        Assert.Equal("Head count over time", (string)xml.Element(Svg + "title")!);
    }

    [Fact]
    public void Of_a_term_of_lessons_name_only_the_days_that_fit()
    {
        var summary = AttendanceSummary.Of(Enumerable.Range(0, 90).Select(
            day => Report(Drawn.At("2026-03-02T10:00:00Z").AddDays(day).ToString("O", CultureInfo.InvariantCulture), 45)));

        var xml = XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!;

        var days = Labels(xml).Where(label => label.Length == 10).ToList();
        Assert.InRange(days.Count, 8, 12);
        Assert.Equal("2026-03-02", days[0]);
        Assert.DoesNotContain(Labels(xml), label => label.Contains(':'));
        var windows = xml.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("class") == "window").ToList();
        Assert.Equal(90, windows.Count);
        Assert.Equal(0.8 * 933, windows.Sum(rect => (double)rect.Attribute("width")!), 1.0);
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00Z", 60, 7 * 24 * 60)]
    [InlineData("2026-03-02T10:00:00Z", 720, 24 * 60)]
    [InlineData("2026-10-23T22:00:00Z", 4 * 24 * 60, 0)]
    [InlineData("2026-03-27T22:00:00Z", 4 * 24 * 60, 0)]
    [InlineData("2026-03-02T10:00:00Z", 0.25, 0)]
    [InlineData("2026-03-02T10:00:00Z", 1, 10)]
    public void Let_no_two_times_overlap_and_none_leave_the_picture(string start, double minutes, int pause)
    {
        foreach (var zone in new[]
        {
            TimeZoneInfo.Utc,
            Drawn.Berlin,
            TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu"),
        })
        {
            var summary = AttendanceSummary.Of(Enumerable.Range(0, pause == 0 ? 1 : 3).Select(number => new AttendanceReport
            {
                Id = $"{number}",
                StartedAt = Drawn.At(start).AddMinutes(number * pause),
                EndedAt = Drawn.At(start).AddMinutes((number * pause) + minutes),
                Records = [],
            }));

            var picture = XDocument.Parse(AttendanceChart.HeadCountSvg(summary, new ChartOptions { TimeZone = zone })).Root!;
            var times = picture.Elements(Svg + "text").Where(text => text.Value.Contains(':') && !text.Value.Contains("at"));
            var labels = times.Select(text =>
            {
                var width = text.Value.Length == 5 ? 34.0 : 52.0;
                var x = (double)text.Attribute("x")!;
                return ((string)text.Attribute("class")!) switch { "start" => x, "end" => x - width, _ => x - (width / 2) } is var left
                    ? (Left: left, Right: left + width)
                    : default;
            }).ToList();

            Assert.InRange(labels.Count, 3, 40);
            Assert.All(labels, label => Assert.InRange(label.Left, 12, label.Right));
            Assert.All(labels, label => Assert.InRange(label.Right, label.Left, 952.1));
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.First.Right <= pair.Second.Left, $"{zone.Id}: {pair}"));
        }
    }

    [Fact]
    public void Label_the_same_hours_on_the_long_day_of_autumn()
    {
        var summary = Drawn.Session(
            "2026-10-23T22:00:00Z", "2026-10-27T23:00:00Z", Drawn.Person("Ada", ("2026-10-23T22:00:00Z", "2026-10-27T23:00:00Z")));

        var labels = Labels(XDocument.Parse(AttendanceChart.HeadCountSvg(summary, new ChartOptions { TimeZone = Drawn.Berlin })).Root!);

        Assert.Equal(
            ["00:00", "06:00", "12:00", "18:00"], labels.Where(label => label.Contains(':')).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Let_no_two_dates_overlap()
    {
        for (var lessons = 1; lessons < 60; lessons++)
        {
            var summary = AttendanceSummary.Of(
                Enumerable.Range(0, lessons).Select(day => Report(
                    Drawn.At("2026-03-02T10:00:00Z").AddDays(day).ToString("O", CultureInfo.InvariantCulture), 20 + (17 * day % 40))));

            var labels = XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!.Elements(Svg + "text")
                .Where(text => text.Value.Length == 10 && text.Value.StartsWith("2026", StringComparison.Ordinal))
                .Select(
                    text => (string)text.Attribute("class")! == "end"
                        ? (double)text.Attribute("x")! - 70
                        : (double)text.Attribute("x")!).ToList();

            Assert.All(labels, left => Assert.InRange(left, 0, 960 - 70));
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 70, 960));
        }
    }

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29T04:00:00Z", "01:00 03:00 04:00 05:00 06:00")]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25T03:30:00Z", "02:00 02:00 03:00 04:00")]
    [InlineData("2023-10-01T02:00:00Z", "2023-10-01T07:00:00Z", "22:00 23:00 01:00 02:00 03:00 04:00", "America/Asuncion")]
    [InlineData("2024-03-30T20:00:00Z", "2024-03-31T01:00:00Z", "22:00 23:00 01:00 02:00 03:00 04:00", "Asia/Beirut")]
    public void Label_whole_hours_also_when_the_clocks_change(string start, string end, string expected, string zone = "Europe/Berlin")
    {
        var summary = Drawn.Session(start, end, Drawn.Person("Ada", (start, end)));

        var labels = Labels(
            XDocument.Parse(
                AttendanceChart.HeadCountSvg(summary, new ChartOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) })).Root!);

        Assert.Equal(expected, string.Join(' ', labels.Where(label => label.EndsWith(":00", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(8, "10:00:00", "10:00:01")]
    [InlineData(60, "10:00:00", "10:00:10")]
    [InlineData(3600, "10:00", "10:05")]
    [InlineData(4 * 3600, "10:00", "10:15")]
    [InlineData(12 * 3600, "10:00", "11:00")]
    [InlineData(3 * 86400, "12:00", "18:00")]
    public void Label_times_as_finely_as_their_width_allows(int seconds, string first, string second)
    {
        var start = Drawn.At("2026-03-02T10:00:00Z");
        var summary = AttendanceSummary.Of(new AttendanceReport { StartedAt = start, EndedAt = start.AddSeconds(seconds), Records = [] });

        Assert.Equal([first, second], Labels(XDocument.Parse(AttendanceChart.HeadCountSvg(summary)).Root!).Take(2));
    }

    [Theory]
    [InlineData(1, "0 1")]
    [InlineData(5, "0 1 2 3 4 5")]
    [InlineData(6, "0 2 4 6")]
    [InlineData(11, "0 5 10 15")]
    [InlineData(26, "0 10 20 30")]
    [InlineData(99, "0 20 40 60 80 100")]
    [InlineData(101, "0 50 100 150")]
    public void Count_in_round_numbers(int people, string expected)
    {
        var records = Enumerable.Range(0, people)
            .Select(number => Drawn.Person($"Person {number}", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")))
            .ToArray();

        var labels = Labels(XDocument.Parse(AttendanceChart.HeadCountSvg(Drawn.Hour(records))).Root!);

        Assert.Equal(
            expected, string.Join(' ', labels.Where(label => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out _))));
    }
}
