using System.Globalization;
using System.Net;

namespace Attendance.Client.Tests;

/// <summary>What is read though Graph does not document it, or only here and there.</summary>
[Collection(MachineTests.Name)]
public class LenientReading
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData("\"2021-10-05T04:38:23Z\"", "2021-10-05T04:38:23.0000000+00:00")]
    [InlineData("\"2021-10-05T04:38:23.1Z\"", "2021-10-05T04:38:23.1000000+00:00")]
    [InlineData("\"2021-10-05T04:38:23.1234567Z\"", "2021-10-05T04:38:23.1234567+00:00")]
    [InlineData("\"2021-10-05T04:38:23.123456789Z\"", "2021-10-05T04:38:23.1234567+00:00")]
    [InlineData("\"2021-10-05T04:38:23\"", "2021-10-05T04:38:23.0000000+00:00")]
    [InlineData("\"2021-10-05T04:38:23.7\"", "2021-10-05T04:38:23.7000000+00:00")]
    [InlineData("\"0001-01-01T00:00:00\"", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("\"0001-01-01T00:00:00Z\"", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("\"2021-10-05T06:38:23+02:00\"", "2021-10-05T04:38:23.0000000+00:00")]
    [InlineData("\"2021-03-14T02:30:00\"", "2021-03-14T02:30:00.0000000+00:00")]
    [InlineData("\"2021-10-05\\u005404:38:23\\u005A\"", "2021-10-05T04:38:23.0000000+00:00")]
    [InlineData("\"12:30\"", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task A_time_is_UTC_with_or_without_a_zone(string json, string? time)
    {
        var report = await Read($$"""{"id":"r","meetingStartDateTime":{{json}},"attendanceRecords":[]}""");

        Assert.Equal(time, report.StartedAt?.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("415", 415)]
    [InlineData("\"415\"", 415)]
    [InlineData("415.0", 415)]
    [InlineData("415.9", 415)]
    [InlineData("\"415.9\"", 415)]
    [InlineData("4.15e2", 415)]
    [InlineData("-1", -1)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", null)]
    [InlineData("1e400", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"many\"", null)]
    [InlineData("null", null)]
    public async Task A_number_may_be_text_or_have_a_fraction(string json, int? number)
    {
        var report = await Read(
            $$"""{"id":"r","totalParticipantCount":{{json}},"attendanceRecords":[{"totalAttendanceInSeconds":{{json}}}]}""");

        Assert.Equal(number, report.ParticipantCount);
        Assert.Equal(number is { } seconds ? TimeSpan.FromSeconds(seconds) : null, report.Records![0].TotalAttendance);
    }

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    public async Task Text_may_be_a_number_or_a_truth_value(string json, string text) =>
        Assert.Equal(text, (await Read($$"""{"id":{{json}},"attendanceRecords":[]}""")).Id);

    [Fact]
    public async Task Unknown_members_are_passed_over_wherever_they_stand()
    {
        const string Unknown = "\"x\":{\"a\":[1,{\"b\":null}]},\"@odata.y\":\"z\",\"Id\":\"not id\"";
        var report = await Read(
            $$"""{ {{Unknown}}, "id":"r", "attendanceRecords":[{ {{Unknown}}, "identity":{ {{Unknown}}, "id":"i" }, "attendanceIntervals":[{ {{Unknown}} }] }], {{Unknown}} }""");

        Assert.Equal(
            new AttendanceReport
            {
                Id = "r",
                Records = [new AttendanceRecord { Identity = new AttendeeIdentity { Id = "i" }, Intervals = [new AttendanceInterval()] }],
            },
            report);
    }

    [Theory]
    [InlineData("""{"value":{"id":"r","totalParticipantCount":1,"attendanceRecords":[]}}""")]
    [InlineData("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#x","value":{"id":"r","totalParticipantCount":1,"attendanceRecords":[]}}""")]
    [InlineData(
        """{"@odata.context":{"odd":[1]},"@odata.etag":null,"value":{"totalParticipantCount":1,"value":{"id":"inner"},"id":"r","attendanceRecords":[]},"more":1}""")]
    [InlineData("""{"id":"r","value":{"id":"not this"},"totalParticipantCount":1,"attendanceRecords":[]}""")]
    [InlineData("""{"":{"value":0},"id":"r","totalParticipantCount":1,"attendanceRecords":[]}""")]
    public async Task A_single_entity_may_be_wrapped_in_value(string json) =>
        Assert.Equal(new AttendanceReport { Id = "r", ParticipantCount = 1, Records = [] }, await Read(json));

    [Fact]
    public async Task A_member_that_comes_twice_is_read_as_its_last() =>
        Assert.Equal("b", (await Read("""{"id":"a","id":"b","attendanceRecords":[]}""")).Id);

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var graph = new StubGraph().Answers([0xEF, 0xBB, 0xBF, .. """{"id":"r","attendanceRecords":[]}"""u8]);

        Assert.Equal("r", (await graph.CreateClient().GetReportAsync(Source, "r")).Id);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; odata.metadata=minimal; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task JSON_is_read_under_any_of_its_names_and_without_one(string? mediaType)
    {
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""", HttpStatusCode.OK, mediaType);

        Assert.Equal("r", (await graph.CreateClient().GetReportAsync(Source, "r")).Id);
    }

    [Theory]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":[]}""")]
    [InlineData("""{"value":[null]}""")]
    public async Task A_page_without_items_is_empty(string json)
    {
        var client = new StubGraph().Answers(json).Answers(json).CreateClient();

        Assert.Empty(await client.GetReportsAsync(Source).ToListAsync());
        Assert.Empty(await client.GetRecordsAsync(Source, "r").ToListAsync());
    }

    [Fact]
    public async Task The_machines_culture_changes_nothing()
    {
        const string Json =
            """{"id":"r","meetingStartDateTime":"2021-10-05T04:38:23.5","totalParticipantCount":"1.5","attendanceRecords":[{"role":"ORGANIZER"}]}""";
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "ar-SA", "de-DE" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                var report = await Read(Json);
                Assert.Equal((1, new DateTime(2021, 10, 5, 4, 38, 23, 500)), (report.ParticipantCount, report.StartedAt?.UtcDateTime));
                Assert.Equal(AttendeeRole.Organizer, report.Records![0].Role);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Kiritimati")]
    public async Task The_machines_time_zone_changes_nothing(string zone)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.Local.GetUtcOffset(DateTime.UtcNow));

            var report = await Read(
                """{"id":"r","meetingStartDateTime":"2021-03-14T02:30:00","meetingEndDateTime":"0001-01-01T00:00:00","attendanceRecords":[]}""");
            var error = await Assert.ThrowsAsync<AttendanceRequestException>(
                () => new StubGraph().Answers("""{"error":{"innerError":{"date":"2021-10-05T06:38:23"}}}""", HttpStatusCode.NotFound)
                    .CreateClient().GetReportAsync(Source, "r"));
            var withZone = await Read(
                """{"id":"r","meetingStartDateTime":"2021-10-05T06:38:23+02:00","meetingEndDateTime":"2021-10-05T06:38:23Z","attendanceRecords":[]}""");

            Assert.Equal(new DateTimeOffset(2021, 3, 14, 2, 30, 0, TimeSpan.Zero), report.StartedAt);
            Assert.Equal(DateTimeOffset.MinValue, report.EndedAt);
            Assert.Equal(TimeSpan.Zero, report.StartedAt!.Value.Offset);
            Assert.Equal(new DateTimeOffset(2021, 10, 5, 4, 38, 23, TimeSpan.Zero), withZone.StartedAt);
            Assert.Equal(new DateTimeOffset(2021, 10, 5, 6, 38, 23, TimeSpan.Zero), withZone.EndedAt);
            Assert.Equal(new DateTimeOffset(2021, 10, 5, 6, 38, 23, TimeSpan.Zero), error.Date);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private static Task<AttendanceReport> Read(string json) => new StubGraph().Answers(json).CreateClient().GetReportAsync(Source, "r");
}
