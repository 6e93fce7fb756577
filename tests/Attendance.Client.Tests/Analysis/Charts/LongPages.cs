using System.Text;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Charts.PageTables;

namespace Attendance.Client.Tests.Charts;

/// <summary>Pages of more people, or of more sessions, than have room.</summary>
public class LongPages
{
    [Fact]
    public void Says_how_many_it_does_not_list_for_lack_of_room()
    {
        var (summary, registrations) = Drawn.Webinar(300);
        var options = new ChartOptions { MaxPageSize = 60_000, Registrations = registrations };

        var page = AttendanceChart.Page(summary, options);

        var (people, registrants) = (Rows(page, "people").Count, Rows(page, "registrations").Count);
        Assert.InRange(people, 20, 299);
        Assert.InRange(registrants, 20, registrations.Registrants.Count - 1);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 58_500, 60_000);
        Assert.Contains(
            $"<p class=\"note\">{300 - people} more people are not listed here, " +
            "and are in the figures and pictures above.</p>",
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            "<p class=\"note\">Those who did not come are listed first. " +
            $"{registrations.Registrants.Count - registrants} more are not listed here; all are in the figures above.</p>",
            page,
            StringComparison.Ordinal);
        Assert.Contains("Attended: 300 67% of registrations", Figures(page));
        Assert.DoesNotContain(
            "not listed", AttendanceChart.Page(summary, options with { MaxPageSize = 2_000_000 }), StringComparison.Ordinal);
        Assert.Empty(Rows(AttendanceChart.Page(summary, options with { MaxPageSize = 0 }), "people"));
        Assert.Equal(300, Rows(AttendanceChart.Page(summary, options with { MaxPageSize = int.MaxValue }), "people").Count);
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

        Assert.StartsWith("<tr data-k=0,41,1500,0,2999,,><th>Ada", rows[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "<tr data-k=0,99,3570,0,3600,,><th>Grace<td><svg role=none><rect x=0% width=50% /><rect x=50.8% width=49.2% /></svg>",
                rows[1], StringComparison.Ordinal);
        Assert.InRange(AttendanceChart.StaysSvg(summary).Length, 1_000, 6_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Of_a_town_hall_of_ten_thousand_stays_below_two_megabytes(int seed)
    {
        var page = AttendanceChart.Page(Drawn.Townhall(10_000, seed), new ChartOptions { Title = "All hands", TimeZone = Drawn.Berlin });

        Assert.InRange(Rows(page, "people").Count, 9_200, 10_000);
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
    public void Counts_people_by_how_long_they_stayed_only_where_there_are_many()
    {
        Assert.DoesNotContain("How long people stayed", AttendanceChart.Page(Drawn.Townhall(30)), StringComparison.Ordinal);
        Assert.Contains("<h2>How long people stayed</h2>", AttendanceChart.Page(Drawn.Townhall(60)), StringComparison.Ordinal);
    }
}
