using System.Globalization;

namespace Attendance.Client.Tests.LookUps;

[Collection(MachineTests.Name)]
public class TimesWithAZone
{
    [Theory]
    [InlineData("2026-03-01T10:00:00.0000000", "UTC", "2026-03-01T10:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "utc", "2026-03-01T10:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00.1234567", null, "2026-03-01T10:00:00.1234567")]
    [InlineData("2026-03-01T10:00:00.5", "", "2026-03-01T10:00:00.5000000")]
    [InlineData("2026-03-01T10:00:00", " ", "2026-03-01T10:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "tzone://Microsoft/Utc", "2026-03-01T10:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "Etc/UTC", "2026-03-01T10:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "Eastern Standard Time", "2026-03-01T15:00:00.0000000")]
    [InlineData("2026-07-01T10:00:00", "Eastern Standard Time", "2026-07-01T14:00:00.0000000")]
    [InlineData("2026-07-01T10:00:00", "America/New_York", "2026-07-01T14:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "W. Europe Standard Time", "2026-03-01T09:00:00.0000000")]
    [InlineData("2026-07-01T10:00:00", "Europe/Berlin", "2026-07-01T08:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "pacific standard time", "2026-03-01T18:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "Mid-Atlantic Standard Time", "2026-03-01T12:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "KAMCHATKA STANDARD TIME", "2026-02-28T22:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "India Standard Time", "2026-03-01T04:30:00.0000000")]
    [InlineData("2026-03-01T10:00:00", "Tokyo Standard Time", "2026-03-01T01:00:00.0000000")]
    [InlineData("2026-01-01T00:30:00", "Pacific/Kiritimati", "2025-12-31T10:30:00.0000000")]
    public void A_local_time_is_read_in_its_zone_by_its_Windows_or_IANA_name(string dateTime, string? timeZone, string utc) =>
        AssertAt(utc, dateTime, timeZone);

    [Theory]
    [InlineData("2026-11-01T00:59:59", "2026-11-01T04:59:59.0000000")]
    [InlineData("2026-11-01T01:30:00", "2026-11-01T06:30:00.0000000")]
    [InlineData("2026-11-01T02:00:00", "2026-11-01T07:00:00.0000000")]
    [InlineData("2026-03-08T01:59:59", "2026-03-08T06:59:59.0000000")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00.0000000")]
    [InlineData("2026-03-08T03:00:00", "2026-03-08T07:00:00.0000000")]
    public void A_time_that_comes_twice_is_the_later_one_and_one_that_never_comes_as_if_clocks_had_stayed(string dateTime, string utc)
    {
        AssertAt(utc, dateTime, "Eastern Standard Time");
        AssertAt(utc, dateTime, "America/New_York");
    }

    [Theory]
    [InlineData("2026-10-25T00:59:59", "2026-10-24T23:59:59.0000000")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T01:30:00.0000000")]
    [InlineData("2026-03-29T00:59:59", "2026-03-29T00:59:59.0000000")]
    [InlineData("2026-03-29T01:30:00", "2026-03-29T01:30:00.0000000")]
    [InlineData("2026-07-01T10:00:00", "2026-07-01T09:00:00.0000000")]
    public void So_it_is_where_the_summer_is_the_standard(string dateTime, string utc)
    {
        AssertAt(utc, dateTime, "Europe/Dublin");
        AssertAt(utc, dateTime, "Europe/London");
        AssertAt(utc, dateTime, "GMT Standard Time");
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00Z", "2026-03-01T10:00:00.0000000")]
    [InlineData("2026-03-01T10:00:00.1234567+02:00", "2026-03-01T08:00:00.1234567")]
    [InlineData("2026-03-01T10:00:00-05:30", "2026-03-01T15:30:00.0000000")]
    public void A_text_with_an_offset_of_its_own_is_read_by_that_whatever_the_zone(string dateTime, string utc)
    {
        AssertAt(utc, dateTime, null);
        AssertAt(utc, dateTime, "Tokyo Standard Time");
        AssertAt(utc, dateTime, "PacificSt");
    }

    [Theory]
    [InlineData("PacificSt")]
    [InlineData("Customized Time Zone")]
    [InlineData("tzone://Microsoft/Custom")]
    [InlineData("Europe")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("a\0b")]
    [InlineData("\uD800")]
    public void A_zone_that_the_machine_does_not_know_gives_no_time_and_keeps_both_texts(string timeZone)
    {
        var time = new DateTimeTimeZone { DateTime = "2026-03-01T10:00:00", TimeZone = timeZone };

        Assert.Null(time.At);
        Assert.Equal($"2026-03-01T10:00:00 {timeZone}", time.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("10:00")]
    [InlineData("10:00:00")]
    [InlineData("March 2026")]
    [InlineData("01/02/2026 10:00:00")]
    [InlineData("2026-02-30T10:00:00")]
    [InlineData("2026-03-01T24:00:01")]
    [InlineData("2026-03-01T10:00:00 ")]
    [InlineData("2026-03-01T10:00:00+")]
    [InlineData("2026-03-01T10:00:00+99:00")]
    [InlineData("2026-03-01T10:00:00Europe/Berlin")]
    public void A_text_that_is_no_ISO_time_gives_no_time(string? dateTime)
    {
        Assert.Null(new DateTimeTimeZone { DateTime = dateTime }.At);
        Assert.Null(new DateTimeTimeZone { DateTime = dateTime, TimeZone = "Europe/Berlin" }.At);
    }

    // Zones of a fixed offset: others had a local mean time before they had a standard one.
    [Theory]
    [InlineData("0001-01-01T00:00:00", "UTC", "0001-01-01T00:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00", "Etc/GMT+5", "0001-01-01T05:00:00.0000000")]
    [InlineData("0001-01-01T00:00:00", "Etc/GMT-9", null)]
    [InlineData("0001-01-01T10:00:00", "Etc/GMT-9", "0001-01-01T01:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.9999999", "UTC", "9999-12-31T23:59:59.9999999")]
    [InlineData("9999-12-31T23:59:59.9999999", "Etc/GMT-9", "9999-12-31T14:59:59.9999999")]
    [InlineData("9999-12-31T23:59:59.9999999", "Etc/GMT+5", null)]
    [InlineData("0001-01-01T00:00:00+14:00", null, null)]
    [InlineData("9999-12-31T23:59:59-14:00", null, null)]
    public void At_the_ends_of_the_calendar_there_is_a_time_only_where_UTC_has_one(string dateTime, string? timeZone, string? utc) =>
        AssertAt(utc, dateTime, timeZone);

    [Theory]
    [InlineData("Asia/Tokyo", "ar-SA")]
    [InlineData("America/New_York", "th-TH")]
    [InlineData("Pacific/Kiritimati", "fi-FI")]
    public void The_machines_zone_and_culture_change_nothing(string zone, string cultureName)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        var culture = CultureInfo.CurrentCulture;
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = new CultureInfo(cultureName);
            Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.GetUtcOffset(DateTime.UtcNow));

            AssertAt("2026-03-08T02:30:00.0000000", "2026-03-08T02:30:00", null);
            AssertAt("2026-03-01T10:00:00.0000000", "2026-03-01T10:00:00Z", null);
            AssertAt("2026-03-01T09:00:00.0000000", "2026-03-01T10:00:00", "Europe/Berlin");
            AssertAt("0001-01-01T00:00:00.0000000", "0001-01-01T01:00:00+01:00", null);
            AssertAt("9999-12-31T23:00:00.0000000", "9999-12-31T22:00:00-01:00", null);
            Assert.Equal(
                "2026-03-01T10:00:00.0000000",
                DateTimeTimeZone.Utc(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2))).DateTime);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void A_time_in_UTC_goes_there_and_back()
    {
        var time = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(1);

        var utc = DateTimeTimeZone.Utc(time);

        Assert.Equal(new DateTimeTimeZone { DateTime = "2026-03-01T10:00:00.0000001", TimeZone = "UTC" }, utc);
        Assert.Equal(time.UtcTicks, utc.At?.Ticks);
        Assert.Equal(DateTimeOffset.MinValue, DateTimeTimeZone.Utc(DateTimeOffset.MinValue).At);
        Assert.Equal(DateTimeOffset.MaxValue, DateTimeTimeZone.Utc(DateTimeOffset.MaxValue).At);
    }

    [Theory]
    [InlineData("2026-03-01T10:00:00", "UTC", "2026-03-01T10:00:00 UTC")]
    [InlineData("2026-03-01T10:00:00Z", null, "2026-03-01T10:00:00Z")]
    [InlineData(null, "UTC", " UTC")]
    [InlineData(null, null, "")]
    public void Its_text_is_what_was_sent(string? dateTime, string? timeZone, string text) =>
        Assert.Equal(text, new DateTimeTimeZone { DateTime = dateTime, TimeZone = timeZone }.ToString());

    private static void AssertAt(string? utc, string? dateTime, string? timeZone)
    {
        var at = new DateTimeTimeZone { DateTime = dateTime, TimeZone = timeZone }.At;

        Assert.Equal(utc, at?.DateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));
        Assert.Equal(at is null ? null : TimeSpan.Zero, at?.Offset);
    }
}
