using System.IO.Compression;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.Exports;

public class Workbooks
{
    private static readonly WorkbookOptions InBerlin = new() { TimeZone = Course.Berlin };

    [Fact]
    public async Task A_register_has_a_row_for_each_person_and_a_column_for_each_session()
    {
        var sheets = OpenedWorkbook.Read(await Written(stream => AttendanceWorkbook.WriteAsync(Course.Register, stream, InBerlin)));

        Assert.Equal(["Register", "Time present", "Share", "Attendance", "Sessions"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(
            [
                "Name", "E-mail", "Came", "Of sessions", "Share", "Role", "Kind", "Expected", "Matched by", "2026-10-13 09:00 Onboarding",
                "2026-10-20 09:00 Onboarding", "2026-10-27 09:00 Onboarding", "Present or late", "Late", "Partial", "Absent", "Excused",
                "Unknown", "Time present", "Key",
            ],
            sheets[0].Rows[0]);
        Assert.Equal(
            [
                ["Ada", 2.0, 0.875, "Yes", "ID", "Present", "Present", null],
                ["Bob", 1.0, 0.4, "Yes", "ID", "Late", "Absent", null],
                ["=1+1", 1.0, 0.5, "No", null, null, "Unexpected", null],
                ["Nie Da", 0.0, 0.0, "Yes", null, "Absent", "Absent", null],
            ],
            sheets[0].Rows.Skip(1).Select(row => new[] { row[0], row[2], row[4], row[7], row[8], row[9], row[10], row[11] }));
        Assert.Equal([Minutes(48), Minutes(0), null], Timed(sheets[1].Rows[2][9..12]));
        Assert.Equal([0.8, 0.0, null], sheets[2].Rows[2][9..12]);
        Assert.Equal(13, sheets[3].Rows.Count);
        Assert.Equal(
            [
                "Onboarding", new DateTime(2026, 10, 27, 9, 0, 0), new DateTime(2026, 10, 27, 10, 0, 0), "Plan", 3.0, null, null, null,
            ],
            Picked(sheets[4].Rows[3], 0, 1, 2, 4, 5, 6, 8, 10));
        Assert.Equal(
            [
                "Onboarding", new DateTime(2026, 10, 13, 9, 0, 0), new DateTime(2026, 10, 13, 10, 0, 0), "Plan", 3.0, 2.0, 1.0, 1.0,
            ],
            Picked(sheets[4].Rows[1], 0, 1, 2, 4, 5, 6, 8, 10));
    }

    [Fact]
    public async Task Sessions_have_people_stays_and_registrations_with_their_answers()
    {
        var sheets = OpenedWorkbook.Read(await Written(stream => AttendanceWorkbook.WriteAsync(Course.Sessions, stream, InBerlin)));

        Assert.Equal(["People", "Sessions", "Stays", "Registrations"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(
            [
                "Meeting", "Session start (Europe/Berlin)", "Session end (Europe/Berlin)", "Name", "E-mail", "Role", "Kind", "Status",
                "Expected", "Attended", "Times hidden", "Reports", "First joined (Europe/Berlin)", "Last left (Europe/Berlin)", "Stays",
                "Time present", "Share", "Late by", "Left early by", "Time away", "Time by Graph", "Matched by", "Joined after start",
                "Left before end", "Reactions", "Hands raised", "Camera on", "Unmuted", "Source", "Report ID", "Registration ID", "Key",
            ],
            sheets[0].Rows[0]);
        Assert.Equal(
            [
                "Onboarding", new DateTime(2026, 10, 13, 8, 50, 0), "Bob", "bob@contoso.com", "Attendee", "User", "Late", "Yes",
                new DateTime(2026, 10, 13, 9, 12, 0), 0.8, null, "me/onlineMeetings/m",
            ],
            Picked(sheets[0].Rows[2], 0, 1, 3, 4, 5, 6, 7, 8, 12, 16, 24, 28));
        Assert.Equal([Minutes(48), Minutes(12), Minutes(0)], Timed(Picked(sheets[0].Rows[2], 15, 17, 18)));
        Assert.Equal(8, sheets[0].Rows.Count);
        Assert.Equal(5, sheets[2].Rows.Count);
        Assert.Equal(
            ["Onboarding", "Ada", new DateTime(2026, 10, 20, 9, 0, 0), new DateTime(2026, 10, 20, 9, 45, 0)],
            Picked(sheets[2].Rows[3], 0, 3, 6, 7));
        Assert.Equal(["Lunch?", "Topics", "Status (2)"], sheets[3].Rows[0].Where(title => title is "Lunch?" or "Topics" or "Status (2)"));
        var lunch = Array.IndexOf(sheets[3].Rows[0], "Lunch?");
        Assert.Equal(["Yes", "Graph; Teams; Rooms", null], sheets[3].Rows[1][lunch..(lunch + 3)]);
        Assert.Equal([null, null, "=2+2"], sheets[3].Rows[2][lunch..(lunch + 3)]);
    }

    [Fact]
    public async Task One_summary_has_no_columns_of_where_it_came_from()
    {
        var sheets = OpenedWorkbook.Read(
            await Written(stream => AttendanceWorkbook.WriteAsync(Course.Sessions[0].Summary, stream, InBerlin)));

        Assert.Equal(["People", "Sessions", "Stays"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(["Name", "E-mail", "Role"], sheets[0].Rows[0][..3]);
        Assert.Equal(new DateTime(2026, 10, 13, 9, 0, 0), sheets[1].Rows[1][1]);
    }

    [Fact]
    public async Task A_register_comes_with_the_sheets_of_its_sessions()
    {
        var sheets = OpenedWorkbook.Read(
            await Written(stream => AttendanceWorkbook.WriteAsync(Course.Register, Course.Sessions, stream, InBerlin)));

        Assert.Equal(
            ["Register", "Time present", "Share", "Attendance", "Sessions", "People", "Stays", "Registrations"],
            sheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public async Task Cells_are_dates_durations_and_percents_and_no_formula()
    {
        using var rows = await Written(
            stream => AttendanceWorkbook.WriteRowsAsync(RegisterRow.Of(Course.Register), stream, InBerlin));
        var formats = OpenedWorkbook.Formats(rows);

        Assert.Equal(@"yyyy\-mm\-dd hh:mm:ss", formats[1]);
        Assert.Contains("[h]:mm:ss", formats);
        Assert.Contains("0.0%", formats);
        var sheet = Part(rows, "xl/worksheets/sheet1.xml");
        Assert.Contains("<is><t xml:space=\"preserve\">=1+1</t></is>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_head_stays_in_view_and_filters()
    {
        using var book = await Written(stream => AttendanceWorkbook.WriteAsync(Course.Register, stream, InBerlin));

        Assert.Contains("""<pane xSplit="1" ySplit="1" """, Part(book, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("""<autoFilter ref="A1:T5"/>""", Part(book, "xl/tables/table1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_absent_is_seen_by_the_color_on_each_sheet_of_the_register()
    {
        using var book = await Written(stream => AttendanceWorkbook.WriteAsync(Course.Register, stream, InBerlin));

        foreach (var sheet in new[] { "sheet1", "sheet2", "sheet3" })
        {
            // Of the last person, what follows nine columns about her.
            var cells = Part(book, $"xl/worksheets/{sheet}.xml").Split("<row ")[5].Split("<c").Skip(10).Take(3).Select(StyleOf).ToList();
            Assert.NotEqual("", cells[0]);
            Assert.Equal(cells[0], cells[1]);
            Assert.NotEqual(cells[0], cells[2]);
        }

        static string StyleOf(string cell) => cell.Split(" s=\"") is [_, var style, ..] ? style.Split('"')[0] : "";
    }

    [Fact]
    public async Task All_texts_can_be_replaced()
    {
        var texts = new WorkbookTexts
        {
            RegisterSheet = "Anwesenheit: [alle]/2026, so lang wie kein Name sein darf",
            TimesSheet = "anwesenheit   alle  2026, so lang",
            DisplayName = "Name",
            EmailAddress = "name",
            StatusAbsent = "abwesend",
            Yes = "ja",
            RoleAttendee = "Teilnehmerin",
        };

        var sheets = OpenedWorkbook.Read(
            await Written(stream => AttendanceWorkbook.WriteAsync(Course.Register, stream, new WorkbookOptions { Texts = texts })));

        Assert.Equal("Anwesenheit   alle  2026, so la", sheets[0].Name);
        Assert.Equal("anwesenheit alle 2026, so lang", sheets[1].Name);
        Assert.Equal(["Name", "name (2)"], sheets[0].Rows[0][..2]);
        Assert.Equal("abwesend", sheets[0].Rows[4][9]);
        Assert.Equal(("Teilnehmerin", "ja"), ((string)sheets[0].Rows[1][5]!, (string)sheets[0].Rows[1][7]!));
        Assert.Throws<ArgumentException>("value", () => new WorkbookTexts { Yes = " " });
    }

    [Fact]
    public async Task Every_column_has_a_title_for_people()
    {
        var heads = new List<object?[]>();
        foreach (var write in new Func<Stream, Task>[]
        {
            stream => AttendanceWorkbook.WriteRowsAsync([new PersonRow { Origin = new RowOrigin() }], stream),
            stream => AttendanceWorkbook.WriteRowsAsync([new StayRow { Origin = new RowOrigin() }], stream),
            stream => AttendanceWorkbook.WriteRowsAsync([new RecordRow { Origin = new RowOrigin() }], stream),
            stream => AttendanceWorkbook.WriteRowsAsync([new RegistrantRow { Origin = new RowOrigin() }], stream),
            stream => AttendanceWorkbook.WriteRowsAsync([new RegisterRow()], stream),
            stream => AttendanceWorkbook.WriteAsync(Course.Register, stream),
        })
        {
            heads.AddRange(OpenedWorkbook.Read(await Written(write)).Select(sheet => sheet.Rows[0]));
        }

        Assert.Equal(10, heads.Count);
        Assert.All(heads.SelectMany(titles => titles), title => Assert.Matches("^([A-Z]|20)", (string)title!));
    }

    [Fact]
    public async Task Of_nothing_has_its_heads()
    {
        var sheets = OpenedWorkbook.Read(
            await Written(stream => AttendanceWorkbook.WriteAsync(Array.Empty<WorkbookSession>(), stream)));

        Assert.Equal([1, 1, 1], sheets.Select(sheet => sheet.Rows.Count));
    }

    [Fact]
    public async Task What_cannot_be_written_is_named()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(
            "summary", () => AttendanceWorkbook.WriteAsync((AttendanceSummary)null!, Stream.Null));
        await Assert.ThrowsAsync<ArgumentNullException>(
            "sessions", () => AttendanceWorkbook.WriteAsync((WorkbookSession[])null!, Stream.Null));
        await Assert.ThrowsAsync<ArgumentException>("sessions", () => AttendanceWorkbook.WriteAsync([new(), null!], Stream.Null));
        await Assert.ThrowsAsync<ArgumentNullException>(
            "register", () => AttendanceWorkbook.WriteAsync((AttendanceRegister)null!, Stream.Null));
        await Assert.ThrowsAsync<ArgumentNullException>(
            "rows", () => AttendanceWorkbook.WriteRowsAsync((StayRow[])null!, Stream.Null));
        await Assert.ThrowsAsync<ArgumentNullException>("stream", () => AttendanceWorkbook.WriteRowsAsync([new StayRow()], null!));
        await Assert.ThrowsAsync<ArgumentException>(
            "stream", () => AttendanceWorkbook.WriteRowsAsync([new StayRow()], new MemoryStream([], writable: false)));
        await Assert.ThrowsAsync<ArgumentException>(
            "rows",
            () => AttendanceWorkbook.WriteRowsAsync([new StayRow(), new StayRow { Origin = new RowOrigin() }], new AsyncOnlyStream()));
    }

    [Fact]
    public async Task Writing_ends_when_it_is_canceled()
    {
        using var cancellation = new CancellationTokenSource();
        using var stream = new AsyncOnlyStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => AttendanceWorkbook.WriteRowsAsync(Rows(), stream, null, cancellation.Token));

        IEnumerable<StayRow> Rows()
        {
            yield return new StayRow();
            cancellation.Cancel();
            yield return new StayRow();
            Assert.Fail("More is read than is written.");
        }
    }

    // As a web server's response, which no thread may wait for.
    private static async Task<MemoryStream> Written(Func<Stream, Task> write)
    {
        using var stream = new AsyncOnlyStream();
        await write(stream);
        Assert.True(stream.CanWrite);
        return new MemoryStream(stream.ToArray());
    }

    private static string Part(MemoryStream book, string name)
    {
        using var archive = new ZipArchive(book, ZipArchiveMode.Read, leaveOpen: true);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static object?[] Picked(object?[] row, params int[] indexes) => [.. indexes.Select(index => row[index])];

    private static TimeSpan? Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    // The other library gives a duration as a time span, a time of day or a part of a day, by its format.
    private static IEnumerable<TimeSpan?> Timed(IEnumerable<object?> cells) => cells.Select(cell => cell switch
    {
        null => (TimeSpan?)null,
        TimeSpan time => Rounded(time),
        DateTime time => Rounded(time.TimeOfDay),
        _ => Rounded(TimeSpan.FromDays((double)cell)),
    });

    private static TimeSpan Rounded(TimeSpan time) => TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));
}
