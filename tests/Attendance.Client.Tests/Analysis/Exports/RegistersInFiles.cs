using System.Text.Json;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.Exports;

public class RegistersInFiles
{
    [Fact]
    public async Task CSV_has_a_row_for_each_person_and_a_column_for_each_session() =>
        Assert.Equal(
            """
            key,displayName,emailAddress,role,kind,isExpected,matchedBy,2026-10-13T07:00:00Z Onboarding,2026-10-20T07:00:00Z Onboarding,2026-10-27T08:00:00Z Onboarding,sessionCount,attendedCount,presentCount,lateCount,partialCount,absentCount,excusedCount,unknownCount,timePresentSeconds,share
            id:ada,Ada,ada@contoso.com,Attendee,User,true,Id,Present,Present,,2,2,2,0,0,0,0,0,6300,0.875
            id:bob,Bob,bob@contoso.com,Attendee,User,true,Id,Late,Absent,,2,1,1,1,0,1,0,0,2880,0.4
            name:=1+1,'=1+1,,Attendee,Guest,false,,,Unexpected,,1,1,0,0,0,0,0,0,1800,0.5
            email:nie.da@contoso.com,Nie Da,nie.da@contoso.com,,,true,,Absent,Absent,,2,0,0,0,0,2,0,0,0,0

            """.ReplaceLineEndings("\r\n"),
            await Csv(RegisterCellValue.Status, new CsvExportOptions()));

    [Fact]
    public async Task CSV_holds_minutes_for_a_spreadsheet()
    {
        var options = CsvExportOptions.ForSpreadsheet(Course.Berlin, hasDecimalComma: true) with
        {
            Columns = ["displayName", "sessions", "timePresentMinutes", "share"],
        };

        Assert.Equal(
            """
            displayName;2026-10-13 09:00 Onboarding;2026-10-20 09:00 Onboarding;2026-10-27 09:00 Onboarding;timePresentMinutes;share
            Ada;60;45;;105;87,5%
            Bob;48;0;;48;40%
            '=1+1;0;30;;30;50%
            Nie Da;0;0;;0;0%

            """.ReplaceLineEndings("\r\n"),
            (await Csv(RegisterCellValue.TimePresent, options)).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task CSV_holds_shares() =>
        Assert.Equal(
            ["1", "0.75", ""],
            CsvTable.Read(await Csv(RegisterCellValue.Share, new CsvExportOptions { Columns = ["sessions"] }))[1]);

    [Fact]
    public async Task Sessions_that_look_alike_have_columns_of_their_own_and_one_that_nothing_names_has_a_number()
    {
        var session = new RegisterSession { Occurrence = new AttendanceOccurrence { Subject = "key" } };
        var register = new AttendanceRegister
        {
            Sessions = [session, session, new RegisterSession()],
            People = [new RegisterPerson { Cells = [default, default, default] }],
        };
        using var writer = new StringWriter();

        await AttendanceExport.WriteRegisterCsvAsync(register, writer, options: new CsvExportOptions { Columns = ["key", "sessions"] });

        Assert.Equal("key,key (2),key (3),#3\r\n,,,\r\n", writer.ToString());
    }

    [Fact]
    public void Rows_are_of_one_person_at_one_session()
    {
        var rows = RegisterRow.Of(Course.Register).ToList();

        Assert.Equal(12, rows.Count);
        Assert.Equal(
            new RegisterRow
            {
                Key = "id:bob",
                DisplayName = "Bob",
                EmailAddress = "bob@contoso.com",
                Role = "Attendee",
                Kind = PersonKind.User,
                MatchedBy = ExpectedMatch.Id,
                Source = "me/onlineMeetings/m",
                Subject = "Onboarding",
                StartsAt = Course.Start,
                EndsAt = Course.Start.AddHours(1),
                Basis = AttendanceBasis.Planned,
                Status = AttendanceStatus.Late,
                IsExpected = true,
                HasAttended = true,
                TimePresentSeconds = 2_880,
                Share = 0.8,
                LateBySeconds = 720,
                LeftEarlyBySeconds = 0,
            },
            rows[3]);
        Assert.Equal((null, null, true), (rows[5].Status, rows[5].HasAttended, rows[5].IsExpected));
    }

    [Fact]
    public async Task JSON_holds_thresholds_sessions_and_people_with_totals_and_cells()
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteJsonAsync(Course.Register, writer);

        using var json = JsonDocument.Parse(writer.ToString());
        Assert.Equal("""{"toleranceSeconds":300,"presentFrom":0.75}""", json.RootElement.GetProperty("thresholds").GetRawText());
        Assert.Equal(
            """{"subject":"Onboarding","source":"me/onlineMeetings/m","seriesId":"series","startsAt":"2026-10-13T07:00:00Z","windows":[{"start":"2026-10-13T07:00:00Z","end":"2026-10-13T08:00:00Z"}],"durationSeconds":3600,"basis":"Planned","expectedCount":3,"attendedCount":2,"reportIds":["report-0"],"error":null}""",
            json.RootElement.GetProperty("sessions")[0].GetRawText());
        Assert.Equal(
            """{"key":"id:bob","displayName":"Bob","emailAddress":"bob@contoso.com","role":"Attendee","kind":"User","isExpected":true,"matchedBy":"Id","identity":{"id":"bob","displayName":"Bob","tenantId":null,"email":null,"userPrincipalName":null,"azureCommunicationServicesResourceId":null,"kind":"User","userIdentityType":null,"oDataType":null},"expected":{"id":"bob","emailAddress":null,"otherAddresses":[],"displayName":"Bob","registrationId":null,"isExcused":false,"isOptional":null,"response":null},"suggestions":[],"total":{"sessionCount":2,"attendedCount":1,"presentCount":1,"lateCount":1,"partialCount":0,"absentCount":1,"excusedCount":0,"unknownCount":0,"timePresentSeconds":2880,"share":0.4},"cells":[{"status":"Late","isExpected":true,"hasAttended":true,"timePresentSeconds":2880,"share":0.8,"lateBySeconds":720,"leftEarlyBySeconds":0},{"status":"Absent","isExpected":true,"hasAttended":false,"timePresentSeconds":0,"share":0,"lateBySeconds":null,"leftEarlyBySeconds":null},{"status":null,"isExpected":true,"hasAttended":null,"timePresentSeconds":null,"share":null,"lateBySeconds":null,"leftEarlyBySeconds":null}]}""",
            json.RootElement.GetProperty("people")[1].GetRawText());
    }

    [Fact]
    public async Task Streams_get_the_same_and_stay_open()
    {
        using var csv = new AsyncOnlyStream();
        using var json = new AsyncOnlyStream();
        using var text = new StringWriter();

        await AttendanceExport.WriteRegisterCsvAsync(Course.Register, csv);
        await AttendanceExport.WriteJsonAsync(Course.Register, json);
        await AttendanceExport.WriteJsonAsync(Course.Register, text);

        Assert.Equal(await Csv(RegisterCellValue.Status, new CsvExportOptions()), System.Text.Encoding.UTF8.GetString(csv.ToArray()));
        Assert.Equal(text.ToString(), System.Text.Encoding.UTF8.GetString(json.ToArray()));
        Assert.True(csv.CanWrite && json.CanWrite);
    }

    [Fact]
    public async Task A_register_with_too_few_cells_is_refused_before_anything_is_written()
    {
        var broken = Course.Register with { People = [new RegisterPerson { Cells = [default] }] };
        using var stream = new AsyncOnlyStream();

        var errors = new[]
        {
            Assert.Throws<ArgumentException>("register", () => RegisterRow.Of(broken)),
            await Assert.ThrowsAsync<ArgumentException>("register", () => AttendanceExport.WriteRegisterCsvAsync(broken, stream)),
            await Assert.ThrowsAsync<ArgumentException>("register", () => AttendanceExport.WriteJsonAsync(broken, stream)),
            await Assert.ThrowsAsync<ArgumentException>("register", () => AttendanceWorkbook.WriteAsync(broken, stream)),
        };

        Assert.All(errors, error => Assert.StartsWith(
            "Somebody has 1 cells in a register of 3 sessions. Give each person a cell for each session, in their order.", error.Message,
            StringComparison.Ordinal));
        Assert.Equal(0, stream.Length);
    }

    private static async Task<string> Csv(RegisterCellValue cells, CsvExportOptions options)
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteRegisterCsvAsync(Course.Register, writer, cells, options);
        return writer.ToString();
    }
}
