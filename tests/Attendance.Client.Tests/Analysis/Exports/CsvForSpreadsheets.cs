using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis.Exports;

public class CsvForSpreadsheets
{
    private static readonly PersonRow Ada = new()
    {
        DisplayName = "Ada",
        FirstJoinedAt = At(0.9),
        TimePresentSeconds = 2_730,
        LateBySeconds = 1,
        Share = 1.0 / 3,
        HasAttended = true,
        Status = AttendanceStatus.Late,
    };

    private static readonly string[] Columns = ["displayName", "firstJoinedAt", "timePresentSeconds", "lateBySeconds", "share", "status"];

    private static readonly string[] InMinutes = ["displayName", "firstJoinedAt", "timePresentMinutes", "lateByMinutes", "share", "status"];

    [Fact]
    public async Task Has_what_programs_read_unless_told_otherwise() =>
        Assert.Equal(
            "displayName,firstJoinedAt,timePresentSeconds,lateBySeconds,share,status\r\n" +
            "Ada,2026-03-01T10:00:00.9Z,2730,1,0.3333333333333333,Late\r\n",
            await Csv(new CsvExportOptions { Columns = Columns }));

    [Fact]
    public async Task Has_semicolons_decimal_commas_local_times_minutes_and_percents() =>
        Assert.Equal(
            "\uFEFFdisplayName;firstJoinedAt;timePresentMinutes;lateByMinutes;share;status\r\n" +
            "Ada;2026-03-01 11:00:00;45,5;0,02;33,33%;Late\r\n",
            await Csv(CsvExportOptions.ForSpreadsheet(Course.Berlin, hasDecimalComma: true) with { Columns = InMinutes }));

    [Fact]
    public async Task Has_commas_where_there_is_a_decimal_point() =>
        Assert.Equal(
            "\uFEFFdisplayName,firstJoinedAt,timePresentMinutes,lateByMinutes,share,status\r\n" +
            "Ada,2026-03-01 10:00:00,45.5,0.02,33.33%,Late\r\n",
            await Csv(CsvExportOptions.ForSpreadsheet(TimeZoneInfo.Utc, hasDecimalComma: false) with { Columns = InMinutes }));

    [Fact]
    public async Task Has_tabs_where_they_are_wanted() =>
        Assert.Equal(
            "displayName\tshare\r\nAda\t0,3333333333333333\r\n",
            await Csv(new CsvExportOptions { Delimiter = CsvDelimiter.Tab, HasDecimalComma = true, Columns = ["displayName", "share"] }));

    [Fact]
    public async Task Has_the_columns_that_are_named_in_that_order_and_in_any_case() =>
        Assert.Equal("status,displayName\r\nLate,Ada\r\n", await Csv(new CsvExportOptions { Columns = ["STATUS", "displayname"] }));

    [Fact]
    public async Task Has_columns_of_where_rows_came_from_where_they_are_named()
    {
        var row = Ada with { Origin = new RowOrigin { Subject = "Weekly" } };

        Assert.Equal(
            "subject,displayName\r\nWeekly,Ada\r\n", await Csv(new CsvExportOptions { Columns = ["subject", "displayName"] }, row));
    }

    [Fact]
    public async Task Names_all_columns_where_there_is_none_of_a_name()
    {
        var unknown = await Assert.ThrowsAsync<ArgumentException>(
            "options",
            () => AttendanceExport.WriteCsvAsync([new StayRow()], TextWriter.Null, new CsvExportOptions { Columns = ["key", "name"] }));
        var seconds = await Assert.ThrowsAsync<ArgumentException>(
            "options",
            () => AttendanceExport.WriteCsvAsync(
                [new StayRow()], TextWriter.Null, new CsvExportOptions { WritesMinutes = true, Columns = ["durationSeconds"] }));

        Assert.StartsWith(
            "Columns names \"name\", and there is no such column. " +
            "There are key, displayName, emailAddress, role, joinedAt, leftAt, durationSeconds.",
            unknown.Message, StringComparison.Ordinal);
        Assert.Contains("leftAt, durationMinutes.", seconds.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CsvDelimiter.Comma, "a,=1", "\"a,=1\"")]
    [InlineData(CsvDelimiter.Semicolon, "a,=1", "a,'=1")]
    [InlineData(CsvDelimiter.Tab, "a,=1", "a,'=1")]
    [InlineData(CsvDelimiter.Semicolon, "a;=1", "\"a;'=1\"")]
    [InlineData(CsvDelimiter.Semicolon, "a;b", "\"a;b\"")]
    [InlineData(CsvDelimiter.Tab, "a\tb", "\"a\tb\"")]
    public async Task Has_no_formula_also_where_another_separator_is_taken(CsvDelimiter delimiter, string name, string cell) =>
        Assert.Equal(
            $"displayName\r\n{cell}\r\n",
            await Csv(new CsvExportOptions { Delimiter = delimiter, Columns = ["displayName"] }, new PersonRow { DisplayName = name }));

    [Fact]
    public void Asks_for_a_delimiter_columns_and_a_zone()
    {
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new CsvExportOptions { Delimiter = (CsvDelimiter)3 });
        Assert.Throws<ArgumentException>("value", () => new CsvExportOptions { Columns = [] });
        Assert.Throws<ArgumentNullException>("timeZone", () => CsvExportOptions.ForSpreadsheet(null!, hasDecimalComma: true));
    }

    private static async Task<string> Csv(CsvExportOptions options, PersonRow? row = null)
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteCsvAsync([row ?? Ada], writer, options);
        return writer.ToString();
    }
}
