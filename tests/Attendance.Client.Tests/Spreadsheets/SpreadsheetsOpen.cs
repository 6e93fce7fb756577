using Attendance.Client.Analysis;
using Attendance.Client.Tests.Analysis.Exports;

namespace Attendance.Client.Tests.Spreadsheets;

public sealed class SpreadsheetsOpen(LibreOffice office) : IClassFixture<LibreOffice>
{
    [LibreOfficeTheory]
    [InlineData(1031, ';')]
    [InlineData(1036, ';')]
    [InlineData(1033, ',')]
    public async Task People_with_dates_numbers_and_percents_in_columns_of_their_own(int language, char separator)
    {
        using var stream = new MemoryStream();
        await AttendanceExport.WriteCsvAsync(
            PersonRow.Of(Course.Sessions[0].Summary), stream, CsvExportOptions.ForSpreadsheet(Course.Berlin, separator == ';') with
            {
                Columns = ["displayName", "firstJoinedAt", "timePresentMinutes", "share", "status"],
            });

        var sheet = (await office.OpenAsync(stream.ToArray(), "csv", language, separator)).Single();

        Assert.Equal(
            [
                [
                    ("string", "displayName"), ("string", "firstJoinedAt"), ("string", "timePresentMinutes"), ("string", "share"),
                    ("string", "status"),
                ],
                [("string", "Ada"), ("date", "2026-10-13T09:00:00"), ("float", "60"), ("percentage", "1"), ("string", "Present")],
                [("string", "Bob"), ("date", "2026-10-13T09:12:00"), ("float", "48"), ("percentage", "0.8"), ("string", "Late")],
                [("string", "Nie Da"), ("", ""), ("float", "0"), ("percentage", "0"), ("string", "Absent")],
            ],
            sheet.Rows);
    }

    [LibreOfficeTheory]
    [InlineData(1031, ';')]
    [InlineData(1036, ';')]
    [InlineData(1033, ',')]
    public async Task Numbers_with_decimals_and_names_as_they_are(int language, char separator)
    {
        using var stream = new MemoryStream();
        await AttendanceExport.WriteCsvAsync(
            [
                new PersonRow { DisplayName = "Zoë, \"李\"; Müller\n2", TimePresentSeconds = 2_730, Share = 1.0 / 3 },
                new PersonRow { DisplayName = "=1+1", TimePresentSeconds = 1, Share = 1 },
            ],
            stream, CsvExportOptions.ForSpreadsheet(Course.Berlin, separator == ';') with
            {
                Columns = ["displayName", "timePresentMinutes", "share"],
            });

        var sheet = (await office.OpenAsync(stream.ToArray(), "csv", language, separator)).Single();

        Assert.Equal(
            [
                [("string", "Zoë, \"李\"; Müller\n2"), ("float", "45.5"), ("percentage", "0.3333")],
                [("string", "'=1+1"), ("float", "0.02"), ("percentage", "1")],
            ],
            sheet.Rows.Skip(1));
    }

    [LibreOfficeFact]
    public async Task A_workbook_with_all_its_sheets()
    {
        using var stream = new MemoryStream();
        await AttendanceWorkbook.WriteAsync(
            Course.Register, Course.Sessions, stream, new WorkbookOptions { TimeZone = Course.Berlin });

        var sheets = await office.OpenAsync(stream.ToArray(), "xlsx");

        Assert.Equal(
            ["Register", "Time present", "Share", "Attendance", "Sessions", "People", "Stays", "Registrations"],
            sheets.Select(sheet => sheet.Name));
        Assert.Equal(
            [
                [("string", "Ada"), ("percentage", "0.875"), ("string", "Present"), ("string", "Present"), ("", "")],
                [("string", "Bob"), ("percentage", "0.4"), ("string", "Late"), ("string", "Absent"), ("", "")],
                [("string", "=1+1"), ("percentage", "0.5"), ("", ""), ("string", "Unexpected"), ("", "")],
                [("string", "Nie Da"), ("percentage", "0"), ("string", "Absent"), ("string", "Absent"), ("", "")],
            ],
            sheets[0].Rows.Skip(1).Select(row => new[] { row[0], row[4], row[9], row[10], row[11] }));
        Assert.Equal(
            [("time", "PT00H48M00S"), ("time", "PT00H00M00S")], sheets[1].Rows[2].Skip(9).Take(2));
        Assert.Equal(("date", "2026-10-20T09:00:00"), sheets[6].Rows[3][6]);
    }
}
