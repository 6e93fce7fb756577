using System.Text;
using System.Text.Json;
using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class ExportJson
{
    private static readonly StayRow[] Stays =
    [
        new() { Key = "id:ada", DisplayName = "Zoë \"Ada\" 😀\n=1", JoinedAt = At(0.5), LeftAt = At(20), DurationSeconds = 20 },
        new() { Key = "id:bob", JoinedAt = At(0), LeftAt = At(1), DurationSeconds = 1 },
    ];

    private static readonly string[] StaysAsJson =
    [
        """{"key":"id:ada","displayName":"Zoë \"Ada\" \uD83D\uDE00\n=1","emailAddress":null,"role":null,"joinedAt":"2026-03-01T10:00:00.5Z","leftAt":"2026-03-01T10:00:20Z","durationSeconds":20}""",
        """{"key":"id:bob","displayName":null,"emailAddress":null,"role":null,"joinedAt":"2026-03-01T10:00:00Z","leftAt":"2026-03-01T10:00:01Z","durationSeconds":1}""",
    ];

    [Fact]
    public async Task JSON_lines_hold_an_object_each()
    {
        Assert.Equal($"{StaysAsJson[0]}\n{StaysAsJson[1]}\n", await Lines(Stays));
        Assert.Equal("", await Lines(Array.Empty<StayRow>()));
    }

    [Fact]
    public async Task JSON_holds_an_array_of_objects()
    {
        Assert.Equal($"[\n{StaysAsJson[0]},\n{StaysAsJson[1]}\n]\n", await Json(Stays));
        Assert.Equal("[]\n", await Json(Array.Empty<StayRow>()));
    }

    [Fact]
    public async Task Streams_get_the_same_in_UTF_8_without_a_mark()
    {
        using var lines = new AsyncOnlyStream();
        using var array = new AsyncOnlyStream();

        await AttendanceExport.WriteJsonLinesAsync(Stays, lines);
        await AttendanceExport.WriteJsonAsync(Stays, array);

        Assert.Equal(Encoding.UTF8.GetBytes(await Lines(Stays)), lines.ToArray());
        Assert.Equal(Encoding.UTF8.GetBytes(await Json(Stays)), array.ToArray());
        Assert.True(lines.CanWrite);
    }

    [Fact]
    public async Task Each_kind_of_row_has_the_columns_that_it_has_in_CSV()
    {
        await HasTheColumnsOfCsv<PersonRow>(27);
        await HasTheColumnsOfCsv<StayRow>(7);
        await HasTheColumnsOfCsv<RecordRow>(14);
        await HasTheColumnsOfCsv<RegistrantRow>(14);
        await HasTheColumnsOfCsv<RegisterRow>(18);
    }

    [Fact]
    public async Task Kinds_and_outcomes_are_names() =>
        Assert.Equal(
            ("Guest", "NoShow"),
            (
                JsonDocument.Parse(await Lines([new RecordRow { Kind = AttendeeKind.Guest }])).RootElement.GetProperty("kind").GetString(),
                JsonDocument.Parse(await Lines([new RegistrantRow { Outcome = RegistrationOutcome.NoShow }])).RootElement
                    .GetProperty("outcome")
                    .GetString()));

    [Fact]
    public async Task Rows_are_read_back_as_they_were_written() =>
        Assert.Equal(Stays, JsonSerializer.Deserialize<StayRow[]>(await Json(Stays), JsonSerializerOptions.Web));

    [Fact]
    public void Any_text_stays_on_its_line() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Select(text => text + "\r\n\u0085\u2028\u2029").ToArbitrary(), text =>
        {
            StayRow[] rows = [new() { DisplayName = text }, new() { Key = text }];

            var lines = Lines(rows).GetAwaiter().GetResult();

            Assert.Equal(rows.Length, lines.Count(letter => letter is '\n'));
            Assert.Equal(-1, lines.IndexOfAny(['\r', '\u0085', '\u2028', '\u2029']));
            Assert.Equal(
                rows, lines.TrimEnd().Split('\n').Select(line => JsonSerializer.Deserialize<StayRow>(line, JsonSerializerOptions.Web)!));
        }).Check(Checks.Of(500));

    [Fact]
    public async Task Writing_ends_when_it_is_canceled()
    {
        using var writer = new StringWriter();
        var canceled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<OperationCanceledException>(() => AttendanceExport.WriteJsonLinesAsync(Stays, writer, canceled));
        await Assert.ThrowsAsync<OperationCanceledException>(() => AttendanceExport.WriteJsonAsync(Stays, writer, canceled));

        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public async Task What_cannot_be_written_is_named()
    {
        Assert.Equal(
            "rows", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteJsonAsync((StayRow[])null!, TextWriter.Null))).ParamName);
        Assert.Equal(
            "writer", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteJsonLinesAsync(Stays, (TextWriter)null!))).ParamName);
        Assert.Equal(
            "stream",
            (await Assert.ThrowsAsync<ArgumentNullException>(() => AttendanceExport.WriteJsonAsync(Stays, (Stream)null!))).ParamName);
    }

    private static async Task HasTheColumnsOfCsv<TRow>(int count)
        where TRow : ExportRow, new()
    {
        using var csv = new StringWriter();
        await AttendanceExport.WriteCsvAsync([new TRow()], csv);
        var table = CsvTable.Read(csv.ToString());
        using var row = JsonDocument.Parse(await Lines([new TRow()]));

        // Lists are no cells.
        List<JsonProperty> columns = [.. row.RootElement.EnumerateObject().Where(column => column.Value.ValueKind != JsonValueKind.Array)];

        Assert.Equal(columns.Select(column => column.Name), table[0]);
        Assert.Equal(
            columns.Select(column => column.Value.ToString().ToLowerInvariant()),
            table[1].Select(cell => cell.ToLowerInvariant()));
        Assert.Equal(count, table[0].Length);
    }

    private static async Task<string> Lines<TRow>(IEnumerable<TRow> rows)
        where TRow : ExportRow, new()
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteJsonLinesAsync(rows, writer);
        return writer.ToString();
    }

    private static async Task<string> Json<TRow>(IEnumerable<TRow> rows)
        where TRow : ExportRow, new()
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteJsonAsync(rows, writer);
        return writer.ToString();
    }
}
