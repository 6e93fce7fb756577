using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Analysis;

public class Days
{
    // Zones that change their clocks at night, at midnight, back over midnight, by half an hour, or never.
    private static readonly string[] Zones =
    ["Europe/Berlin", "America/Sao_Paulo", "America/Havana", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", "2026-03-27T23:00Z", 24)]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00Z", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00Z", 25)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00Z", 23)]
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00Z", 25)]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00Z", 25)]
    [InlineData("America/Asuncion", "2023-10-01", "2023-10-01T04:00Z", 23)]
    [InlineData("Asia/Beirut", "2024-03-31", "2024-03-30T22:00Z", 23)]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", 0)]
    public void A_day_runs_from_midnight_to_midnight_where_it_is_lived(string zone, string date, string start, int hours)
    {
        var day = TimeWindow.Day(
            DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), day.Start);
        Assert.Equal(TimeSpan.FromHours(hours), day.Duration);
    }

    [Fact]
    public void A_day_begins_when_the_calendar_first_shows_it_in_every_zone_of_this_machine()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            for (var date = new DateTime(2018, 1, 1); date.Year < 2028; date = date.AddDays(1))
            {
                var day = TimeWindow.Day(date, zone);
                if (TimeZoneInfo.ConvertTime(day.Start, zone).Date != date
                    || TimeZoneInfo.ConvertTime(day.Start.AddTicks(-1), zone).Date >= date
                    || TimeZoneInfo.ConvertTime(day.End.AddTicks(-1), zone).Date != date)
                {
                    Assert.Fail($"{zone.Id}, {date:d}: {day}");
                }
            }
        }
    }

    [Fact]
    public void Every_moment_is_in_the_day_that_the_calendar_shows_then() =>
        Prop.ForAll(Gen.Elements(Zones).Zip(Gen.Choose(0, 20 * 365 * 24 * 4)).ToArbitrary(), given =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(given.Item1);
            var moment = new DateTimeOffset(2008, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * given.Item2);

            var day = TimeWindow.Day(TimeZoneInfo.ConvertTime(moment, zone).DateTime, zone);

            Assert.True(day.Start <= moment && moment < day.End, $"{moment:O} is not in {day}");
        }).Check(Checks.Of(5_000));

    [Fact]
    public void A_meeting_is_as_long_as_it_is_when_the_clocks_change_meanwhile()
    {
        var meeting = new CalendarMeeting
        {
            Start = new DateTimeTimeZone { DateTime = "2026-03-29T01:30:00", TimeZone = "Europe/Berlin" },
            End = new DateTimeTimeZone { DateTime = "2026-03-29T03:30:00", TimeZone = "Europe/Berlin" },
        };
        var berlin = TimeSpan.FromHours(1);
        var record = new AttendanceRecord
        {
            Intervals =
            [
                new AttendanceInterval
                {
                    JoinedAt = new DateTimeOffset(2026, 3, 29, 1, 45, 0, berlin),
                    LeftAt = new DateTimeOffset(2026, 3, 29, 3, 15, 0, 2 * berlin),
                },
            ],
        };

        var summary = AttendanceSummary.Of(
            new AttendanceReport { Records = [record] }, new SummaryOptions { Windows = [TimeWindow.Of(meeting)!.Value] });

        Assert.Equal(TimeSpan.FromHours(1), summary.Duration);
        Assert.Equal(TimeSpan.FromMinutes(30), summary.Attendees[0].TimePresent);
        Assert.Equal(TimeSpan.FromMinutes(15), summary.Attendees[0].LateBy);
        Assert.Equal(TimeSpan.FromMinutes(15), summary.Attendees[0].LeftEarlyBy);
        Assert.Equal(
            "2026-03-29T00:45:00.0000000+00:00",
            summary.Attendees[0].FirstJoinedAt!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }
}
