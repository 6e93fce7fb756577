using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Attendance.Client.Analysis;
using Attendance.Client.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Analysis;

public class ExportCsv
{
    private const string StayHeader = "key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds\r\n";

    private static readonly CsvExportOptions Unguarded = new() { GuardsFormulas = false };

    private static readonly Regex Guarded = new(
        """(?<=^|[;\t\r\n])(?=(\s(?<![\t\r\n])|["'\uFEFF])*[-=+@＝＋－＠])|^(?=[\t\r\n])""", RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    // Letters that CSV, spreadsheets or UTF-16 treat in a way of their own, halves of a pair included.
    private static readonly Gen<string> AnyText =
        Gen.OneOf(
            Gen.Elements('"', ',', '\r', '\n', '\t', ';', ' ', '=', '\'', 'a', 'ß', '\uFEFF', '\0', '\u2028', '\uD83D', '\uDE00'),
            ArbMap.Default.GeneratorFor<char>())
        .ArrayOf().Select(letters => new string(letters));

    [Fact]
    public async Task A_null_is_an_empty_cell_and_a_row_of_nothing_has_all_its_commas()
    {
        await Writes(
            "key,displayName,emailAddress,role,registrationId,hasAttended,hasHiddenTimes,reportCount,firstJoinedAt,lastLeftAt,stayCount," +
            "timePresentSeconds,share,lateBySeconds,leftEarlyBySeconds,timeAwaySeconds,reportedAttendanceSeconds,status,isExpected," +
            "matchedBy,afterStartSeconds,beforeEndSeconds,kind,reactionCount,raisedHandCount,cameraOnCount,unmuteCount\r\n" +
            ",,,,,false,false,0,,,0,,,,,,,,,,,,,,,,\r\n",
            [new PersonRow()]);
        await Writes(
            "outcome,registrationId,firstName,lastName,displayName,emailAddress,status,registeredAt,canceledAt,attendeeKey,firstJoinedAt,lastLeftAt,timePresentSeconds,share\r\n"
                +
            "NotAdmittedButAttended,,,,,,,,,,,,,0.3333333333333333\r\n",
            [new RegistrantRow { Outcome = RegistrationOutcome.NotAdmittedButAttended, Share = 1.0 / 3 }]);
    }

    [Fact]
    public Task No_row_leaves_the_header() => Writes(StayHeader, Array.Empty<StayRow>());

    [Fact]
    public Task Quotes_stand_where_they_are_needed() =>
        Writes(
            StayHeader +
            "\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",\" blank\",2026-03-01T10:00:00.5Z,2026-03-01T10:00:20Z,20\r\n" +
            "\"a;b\",\"a\nb\",\"a\rb\",\"blank \",2026-03-01T10:00:00.0000001Z,2026-03-01T10:00:20Z,20\r\n",
            [
                new StayRow
                {
                    Key = "a,b",
                    DisplayName = "say \"hi\"",
                    EmailAddress = "two\r\nlines",
                    Role = " blank",
                    JoinedAt = At(0.5),
                    LeftAt = At(20),
                    DurationSeconds = 20,
                },
                new StayRow
                {
                    Key = "a;b",
                    DisplayName = "a\nb",
                    EmailAddress = "a\rb",
                    Role = "blank ",
                    JoinedAt = At(0).AddTicks(1),
                    LeftAt = At(20).ToOffset(TimeSpan.FromHours(9)),
                    DurationSeconds = 20,
                },
            ]);

    [Fact]
    public async Task A_culture_changes_nothing()
    {
        var rows = new[] { new PersonRow { Share = 0.5, TimePresentSeconds = -1234567, FirstJoinedAt = At(0) } };
        var expected = await Csv(rows);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE")
            {
                DateTimeFormat = { TimeSeparator = "." },
                NumberFormat = { NegativeSign = "~" },
            };
            Assert.Equal(expected, await Csv(rows));
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(expected, await Csv(rows));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.EndsWith(
            "\r\n,,,,,false,false,0,2026-03-01T10:00:00Z,,0,-1234567,0.5,,,,,,,,,,,,,,\r\n", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_back_as_it_was_written() =>
        Prop.ForAll(AnyText.Four().ToArbitrary(), text =>
        {
            var row = new StayRow { Key = text.Item1, DisplayName = text.Item2, EmailAddress = text.Item3, Role = text.Item4 };

            var table = CsvTable.Read(Csv([row, row], Unguarded).GetAwaiter().GetResult());

            string[] texts = [text.Item1, text.Item2, text.Item3, text.Item4];
            string[] cells = [.. texts.Select(WellFormed), "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0"];
            Assert.Equal([StayHeader.TrimEnd().Split(','), cells, cells], table);
        }).Check(Checks.Of(2_000));

    [Fact]
    public void Any_text_gets_an_apostrophe_before_each_formula_and_no_other_change() =>
        Prop.ForAll(AnyText.ToArbitrary(), text =>
        {
            var cell = CsvTable.Read(Csv([new StayRow { DisplayName = text }]).GetAwaiter().GetResult())[1][1];

            Assert.Equal(Guarded.Replace(WellFormed(text), "'"), cell);
        }).Check(Checks.Of(2_000));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("\nx")]
    [InlineData(" =1+1")]
    [InlineData("\u00A0 =1+1")]
    [InlineData("\"=1+1")]
    [InlineData("'=1+1")]
    [InlineData(" \" '@x")]
    [InlineData("\uFEFF=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    [InlineData("=HYPERLINK(\"https://evil.example\",\"Ada\")")]
    public async Task Text_that_a_spreadsheet_would_run_is_made_harmless(string text)
    {
        var row = new PersonRow { Key = text, DisplayName = text, EmailAddress = text, Role = text, RegistrationId = text };

        Assert.Equal(Enumerable.Repeat("'" + text, 5), CsvTable.Read(await Csv([row]))[1].Take(5));
        Assert.Equal(Enumerable.Repeat(text, 5), CsvTable.Read(await Csv([row], Unguarded))[1].Take(5));
    }

    [Theory]
    [InlineData("Ada;=1+1;", "Ada;'=1+1;")]
    [InlineData("Ada\t@x", "Ada\t'@x")]
    [InlineData("Ada\r\n-1\n+1", "Ada\r\n'-1\n'+1")]
    [InlineData(" \n =1", " \n' =1")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("=1; \"=2", "'=1;' \"=2")]
    public async Task Text_is_harmless_also_where_a_spreadsheet_splits_it(string text, string expected) =>
        Assert.Equal(expected, CsvTable.Read(await Csv([new StayRow { DisplayName = text }]))[1][1]);

    [Theory]
    [InlineData("Ada King-Noel")]
    [InlineData("Ada; Bob")]
    [InlineData("Ada\r\nBob -")]
    [InlineData("a=b")]
    [InlineData("ada@contoso.com")]
    [InlineData(" Ada")]
    [InlineData("Ada\ttab")]
    [InlineData("\"Ada\" =")]
    [InlineData("O'Neil")]
    [InlineData(" ")]
    [InlineData("")]
    public async Task Harmless_text_stays_as_it_is(string text) =>
        Assert.Equal(text, CsvTable.Read(await Csv([new StayRow { DisplayName = text }]))[1][1]);

    [Fact]
    public async Task A_stream_gets_UTF_8_with_a_mark_only_where_it_is_wanted_and_stays_open()
    {
        var rows = new[] { new StayRow { Key = "id:zoë", DisplayName = "Zoë 😀", JoinedAt = At(0), LeftAt = At(1), DurationSeconds = 1 } };
        var text = Encoding.UTF8.GetBytes(StayHeader + "id:zoë,Zoë 😀,,,2026-03-01T10:00:00Z,2026-03-01T10:00:01Z,1\r\n");
        using var plain = new AsyncOnlyStream();
        using var marked = new AsyncOnlyStream();

        await AttendanceExport.WriteCsvAsync(rows, plain);
        await AttendanceExport.WriteCsvAsync(rows, marked, new CsvExportOptions { HasByteOrderMark = true });

        Assert.Equal(text, plain.ToArray());
        Assert.Equal([0xEF, 0xBB, 0xBF, .. text], marked.ToArray());
        Assert.True(plain.CanWrite);
    }

    [Fact]
    public async Task A_writer_gets_a_mark_only_where_it_is_wanted() =>
        Assert.Equal("\uFEFF" + StayHeader, await Csv(Array.Empty<StayRow>(), new CsvExportOptions { HasByteOrderMark = true }));

    [Fact]
    public async Task A_cell_may_be_longer_than_what_is_held_back()
    {
        var text = string.Concat(Enumerable.Repeat("Zoë \"李\" 😀,", 20_000));

        var table = CsvTable.Read(await Csv([new StayRow { DisplayName = text }, new StayRow { DisplayName = "Ada" }]));

        Assert.Equal(["displayName", text, "Ada"], table.Select(cells => cells[1]));
    }

    [Fact]
    public async Task Rows_are_written_while_they_are_made()
    {
        const string Line = "00000,,,,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0\r\n";
        using var stream = new AsyncOnlyStream();
        var held = 0L;

        await AttendanceExport.WriteCsvAsync(Rows(), stream);

        Assert.Equal(StayHeader.Length + (100_000 * Line.Length), stream.Length);
        Assert.EndsWith(
            Line.Replace("00000", "99999", StringComparison.Ordinal), Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
        Assert.InRange(held, 1, 96 * 1024);

        IEnumerable<StayRow> Rows()
        {
            for (var made = 0; made < 100_000; made++)
            {
                held = Math.Max(held, StayHeader.Length + (made * Line.Length) - stream.Length);
                yield return new StayRow { Key = made.ToString("D5", CultureInfo.InvariantCulture) };
            }
        }
    }

    [Fact]
    public async Task Writing_ends_when_it_is_canceled()
    {
        using var cancellation = new CancellationTokenSource();
        using var writer = new StringWriter();

        await Assert.ThrowsAsync<OperationCanceledException>(
            () => AttendanceExport.WriteCsvAsync(Rows(), writer, null, cancellation.Token));

        Assert.Equal(StayHeader + "1,,,,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,0\r\n", writer.ToString());

        IEnumerable<StayRow> Rows()
        {
            yield return new StayRow { Key = "1" };
            cancellation.Cancel();
            yield return new StayRow { Key = "2" };
        }
    }

    [Fact]
    public async Task What_cannot_be_written_is_named()
    {
        Assert.Equal(
            "rows", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteCsvAsync((StayRow[])null!, TextWriter.Null))).ParamName);
        Assert.Equal(
            "writer", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteCsvAsync(Array.Empty<StayRow>(), (TextWriter)null!))).ParamName);
        Assert.Equal(
            "stream", (await Assert.ThrowsAsync<ArgumentNullException>(
                () => AttendanceExport.WriteCsvAsync(Array.Empty<StayRow>(), (Stream)null!))).ParamName);
        Assert.Equal(
            "A row is null: the one after 1 others. Leave it out. (Parameter 'rows')",
            (await Assert.ThrowsAsync<ArgumentException>(
                () => AttendanceExport.WriteCsvAsync([new StayRow(), null!], TextWriter.Null))).Message);
    }

    private static async Task Writes<TRow>(string expected, IEnumerable<TRow> rows)
        where TRow : ExportRow, new() =>
        Assert.Equal(expected, await Csv(rows));

    // Half of a pair of surrogates is no letter of any file.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Csv<TRow>(IEnumerable<TRow> rows, CsvExportOptions? options = null)
        where TRow : ExportRow, new()
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteCsvAsync(rows, writer, options);
        return writer.ToString();
    }
}
