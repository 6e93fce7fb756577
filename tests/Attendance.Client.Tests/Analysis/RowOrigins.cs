using System.Text.Json;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class RowOrigins
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private static readonly RowOrigin Origin = new()
    {
        Source = "me/onlineMeetings/m",
        Subject = "=Weekly, \"1\"",
        SessionReportId = "r",
        SessionStartedAt = At(0),
        SessionEndedAt = At(100),
    };

    private static readonly StayRow Row = new() { Origin = Origin, Key = "id:ada", JoinedAt = At(0), LeftAt = At(1), DurationSeconds = 1 };

    [Fact]
    public void Name_the_source_and_the_session()
    {
        var report = Report(0, 100) with { Id = "r" };

        Assert.Equal(
            new RowOrigin { Source = "me/onlineMeetings/m", SessionReportId = "r", SessionStartedAt = At(0), SessionEndedAt = At(100) },
            RowOrigin.Of(Source, [report, report]));
        Assert.Equal(
            new RowOrigin { Source = "me/onlineMeetings/m", Subject = "Weekly", SessionStartedAt = At(-5), SessionEndedAt = At(100) },
            RowOrigin.Of(Source, [report, Report(-5, 10) with { Id = "s" }, Report(null, null)], "Weekly"));
        Assert.Equal(new RowOrigin { Source = "me/onlineMeetings/m" }, RowOrigin.Of(Source, []));
    }

    [Fact]
    public void Stand_on_every_row_that_is_made_with_them()
    {
        var report = Report(0, 100, Person("ada", Stay(0, 1)));
        var summary = AttendanceSummary.Of(report);
        ExportRow[] rows =
        [
            .. PersonRow.Of(summary, Origin),
            .. StayRow.Of(summary, Origin),
            .. RecordRow.Of(report, Origin),
            .. RecordRow.Of([report], Origin),
            .. RegistrantRow.Of(RegistrationSummary.Of([], summary), Origin),
        ];

        Assert.Equal(5, rows.Length);
        Assert.All(rows, row => Assert.Same(Origin, row.Origin));
        Assert.Null(PersonRow.Of(summary).First().Origin);
    }

    [Fact]
    public async Task Are_the_first_columns_of_CSV_and_guarded_as_all_text_is()
    {
        using var writer = new StringWriter();

        await AttendanceExport.WriteCsvAsync([Row, Row with { Origin = null, Key = "id:bob" }], writer);

        Assert.Equal(
            """"
            source,subject,sessionReportId,sessionStartedAt,sessionEndedAt,key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds
            me/onlineMeetings/m,"'=Weekly, ""1""",r,2026-03-01T10:00:00Z,2026-03-01T10:01:40Z,id:ada,,,,2026-03-01T10:00:00Z,2026-03-01T10:00:01Z,1
            ,,,,,id:bob,,,,2026-03-01T10:00:00Z,2026-03-01T10:00:01Z,1

            """".ReplaceLineEndings("\r\n"),
            writer.ToString());
    }

    [Fact]
    public async Task Are_the_first_members_of_JSON()
    {
        using var lines = new StringWriter();
        using var array = new StringWriter();
        const string Expected = """{"source":"me/onlineMeetings/m","subject":"=Weekly, \"1\"","sessionReportId":"r","sessionStartedAt":"2026-03-01T10:00:00Z","sessionEndedAt":"2026-03-01T10:01:40Z","key":"id:ada","displayName":null,"emailAddress":null,"role":null,"joinedAt":"2026-03-01T10:00:00Z","leftAt":"2026-03-01T10:00:01Z","durationSeconds":1}""";

        await AttendanceExport.WriteJsonLinesAsync([Row], lines);
        await AttendanceExport.WriteJsonAsync([Row], array);

        Assert.Equal(Expected + "\n", lines.ToString());
        Assert.Equal($"[\n{Expected}\n]\n", array.ToString());
        Assert.Equal(Row with { Origin = null }, JsonSerializer.Deserialize<StayRow>(Expected, JsonSerializerOptions.Web));
    }

    [Fact]
    public async Task Have_no_columns_where_the_first_row_has_none()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>("rows", () => AttendanceExport.WriteCsvAsync([Row with { Origin = null }, Row], TextWriter.Null));

        Assert.StartsWith("A row has an origin, and the first row has none, so that there are no columns for it. Give all rows an origin, or set HasOrigin.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Have_columns_in_any_case_where_that_is_wanted()
    {
        const string Header = "source,subject,sessionReportId,sessionStartedAt,sessionEndedAt,key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds\r\n";
        var options = new CsvExportOptions { HasOrigin = true };
        using var nothing = new StringWriter();
        using var late = new StringWriter();

        await AttendanceExport.WriteCsvAsync(Array.Empty<StayRow>(), nothing, options);
        await AttendanceExport.WriteCsvAsync([Row with { Origin = null }, Row with { Origin = new RowOrigin { Source = "s" } }], late, options);

        Assert.Equal(Header, nothing.ToString());
        Assert.Equal(
            Header +
            ",,,,,id:ada,,,,2026-03-01T10:00:00Z,2026-03-01T10:00:01Z,1\r\n" +
            "s,,,,,id:ada,,,,2026-03-01T10:00:00Z,2026-03-01T10:00:01Z,1\r\n",
            late.ToString());
    }

    [Fact]
    public void Ask_for_what_they_are_made_of()
    {
        Assert.Throws<ArgumentNullException>("source", () => RowOrigin.Of(null!, []));
        Assert.Throws<ArgumentNullException>("reports", () => RowOrigin.Of(Source, null!));
    }
}
