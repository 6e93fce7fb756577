using System.Globalization;
using System.IO.Compression;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.Exports;

public class LimitsOfExcel
{
    [Theory]
    [InlineData("a\u0001b\uFFFEc", "a\uFFFDb\uFFFDc")]
    [InlineData("_x0041_ and _x00e9_", "_x0041_ and _x00e9_")]
    [InlineData(" two\nlines ", " two\nlines ")]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "=HYPERLINK(\"https://evil.example\")")]
    [InlineData("<b>&amp;", "<b>&amp;")]
    public async Task Text_is_read_back_but_for_what_no_file_can_hold(string text, string expected) =>
        Assert.Equal(expected, (await Sheets([new StayRow { DisplayName = text }]))[0].Rows[1][0]);

    [Fact]
    public async Task Half_of_a_pair_is_no_letter() =>
        Assert.Equal(
            "\uFFFDx \uD83D\uDE00 \uFFFD", (await Sheets([new StayRow { DisplayName = "\uD83Dx \uD83D\uDE00 \uDE00" }]))[0].Rows[1][0]);

    [Fact]
    public async Task Text_that_is_too_long_ends_with_an_ellipsis()
    {
        var rows = await Sheets(
        [
            new StayRow { DisplayName = new string('a', 32_767) },
            new StayRow { DisplayName = new string('a', 32_768) },
            new StayRow { DisplayName = new string('a', 32_765) + "\uD83D\uDE00b" },
        ]);

        Assert.Equal(
            [new string('a', 32_767), new string('a', 32_766) + "…", new string('a', 32_765) + "…"],
            rows[0].Rows.Skip(1).Select(row => row[0]));
    }

    [Fact]
    public async Task A_time_that_Excel_cannot_count_is_text()
    {
        var rows = (await Sheets(
        [
            new StayRow { JoinedAt = new DateTimeOffset(1900, 2, 28, 23, 59, 59, TimeSpan.Zero), LeftAt = DateTimeOffset.MinValue },
            new StayRow { JoinedAt = new DateTimeOffset(1900, 3, 1, 0, 0, 0, TimeSpan.Zero), LeftAt = DateTimeOffset.MaxValue },
        ]))[0].Rows;

        Assert.Equal(["1900-02-28 23:59:59", "0001-01-01 00:00:00"], rows[1][3..5]);
        Assert.Equal(new DateTime(1900, 3, 1), rows[2][3]);
        Assert.Equal("9999-12-31 23:59:59", rows[2][4]);
    }

    [Fact]
    public async Task A_question_makes_a_title_of_one_line_and_of_no_more_than_a_title_may_have()
    {
        RegistrationAnswer[] answers =
        [
            new() { QuestionId = "1", DisplayName = "Which\r\nlunch?", Value = "a" },
            new() { QuestionId = "2", DisplayName = new string('q', 300), Value = "b" },
            new() { QuestionId = "3", DisplayName = new string('q', 299) + "z", Value = "c" },
        ];

        var head = (await Sheets([new RegistrantRow { Answers = answers }]))[0].Rows[0];

        Assert.Equal(
            ["Which lunch?", new string('q', 255), new string('q', 251) + " (2)"],
            head.Where(title => title is string text && (text[0] == 'q' || text[0] == 'W')));
    }

    [Fact]
    public async Task Rows_that_do_not_fit_go_on_in_a_further_sheet()
    {
        const int Count = 1_048_576;
        using var stream = new MemoryStream();

        await AttendanceWorkbook.WriteRowsAsync(
            Enumerable.Range(1, Count).Select(number => new StayRow { Key = number.ToString(CultureInfo.InvariantCulture) }), stream);

        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        Assert.Contains("name=\"Stays (2)\"", Text(archive, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.Contains("ref=\"A1:G1048576\"", Text(archive, "xl/tables/table1.xml"), StringComparison.Ordinal);
        Assert.Contains("ref=\"A1:G2\"", Text(archive, "xl/tables/table2.xml"), StringComparison.Ordinal);
        var further = Text(archive, "xl/worksheets/sheet2.xml");
        Assert.Contains(">Name<", further, StringComparison.Ordinal);
        Assert.Contains(">1048576<", further, StringComparison.Ordinal);
        Assert.DoesNotContain(">1048575<", further, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_sessions_than_there_are_columns_are_an_error()
    {
        var register = new AttendanceRegister { Sessions = [.. Enumerable.Repeat(new RegisterSession(), 16_384)] };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => AttendanceWorkbook.WriteAsync(register, new MemoryStream()));

        Assert.StartsWith(
            "The sheet \"Register\" would have 16401 columns, and Excel has room for 16384. " +
            "Write fewer sessions or questions at a time, or CSV.",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_written_while_they_are_made()
    {
        using var stream = new AsyncOnlyStream();
        var early = 0L;

        await AttendanceWorkbook.WriteRowsAsync(Rows(), stream);

        Assert.InRange(early, stream.Length / 2, stream.Length);

        IEnumerable<StayRow> Rows()
        {
            for (var made = 0; made < 30_000; made++)
            {
                yield return new StayRow { Key = Guid.NewGuid().ToString() };
                early = stream.Length;
            }
        }
    }

    private static async Task<List<(string Name, List<object?[]> Rows)>> Sheets<TRow>(IEnumerable<TRow> rows)
        where TRow : ExportRow, new()
    {
        using var stream = new MemoryStream();
        await AttendanceWorkbook.WriteRowsAsync(rows, stream);
        return OpenedWorkbook.Read(stream);
    }

    private static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
