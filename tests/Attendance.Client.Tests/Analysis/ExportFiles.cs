using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Analysis;

/// <summary>Whole files, of the meeting of the sample data.</summary>
public class ExportFiles
{
    [Fact]
    public async Task A_CSV_file_of_people() =>
        await Holds("\r\n", """
            key,displayName,emailAddress,role,registrationId,hasAttended,hasHiddenTimes,reportCount,firstJoinedAt,lastLeftAt,stayCount,timePresentSeconds,share,lateBySeconds,leftEarlyBySeconds,timeAwaySeconds,reportedAttendanceSeconds,status,isExpected,matchedBy,afterStartSeconds,beforeEndSeconds,kind,reactionCount,raisedHandCount,cameraOnCount,unmuteCount
            id:dc17674c-81d9-4adb-bfb2-8f6a442e4623,Frederick Cormier,frederick.cormier@contoso.com,Organizer,,true,false,2,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,1,2730,0.893375765955184,,,0,3882,Present,,,0,0,User,,,,
            id:b048080f-4adb-4f0e-bfb2-000000000001,Miyuki Tanaka,miyuki.tanaka@contoso.com,Presenter,,true,false,1,2021-10-12T04:31:12.5Z,2021-10-12T05:15:20Z,2,2565,0.839380527353497,,,83,2565,Present,,,73,10,User,,,,
            id:98a062f7-4adb-4f0e-bfb2-000000000001,Zoë Müller,zoe.mueller@contoso.com,Attendee,,true,false,1,2021-10-12T04:41:03Z,2021-10-12T05:15:30Z,1,2067,0.6764130799374964,,,0,2067,Present,,,663,0,User,,,,
            name:Anna (Gast),Anna (Gast),,Attendee,,true,false,1,2021-10-12T04:58:20Z,2021-10-12T05:08:31Z,1,611,0.19994600476139832,,,0,611,Present,,,1700,419,Guest,,,,
            """, async writer => await AttendanceExport.WriteCsvAsync(PersonRow.Of(AttendanceSummary.Of(await Reports())), writer));

    [Fact]
    public async Task A_CSV_file_of_stays() =>
        await Holds("\r\n", """
            key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds
            id:dc17674c-81d9-4adb-bfb2-8f6a442e4623,Frederick Cormier,frederick.cormier@contoso.com,Organizer,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,2730
            id:b048080f-4adb-4f0e-bfb2-000000000001,Miyuki Tanaka,miyuki.tanaka@contoso.com,Presenter,2021-10-12T04:31:12.5Z,2021-10-12T05:01:17.5Z,1805
            id:b048080f-4adb-4f0e-bfb2-000000000001,Miyuki Tanaka,miyuki.tanaka@contoso.com,Presenter,2021-10-12T05:02:40Z,2021-10-12T05:15:20Z,760
            id:98a062f7-4adb-4f0e-bfb2-000000000001,Zoë Müller,zoe.mueller@contoso.com,Attendee,2021-10-12T04:41:03Z,2021-10-12T05:15:30Z,2067
            name:Anna (Gast),Anna (Gast),,Attendee,2021-10-12T04:58:20Z,2021-10-12T05:08:31Z,611
            """, async writer => await AttendanceExport.WriteCsvAsync(StayRow.Of(AttendanceSummary.Of(await Reports())), writer));

    [Fact]
    public async Task A_CSV_file_of_records() =>
        await Holds("\r\n", """
            reportId,reportStartedAt,reportEndedAt,recordId,identityId,kind,displayName,emailAddress,role,registrationId,firstJoinedAt,lastLeftAt,intervalCount,totalAttendanceSeconds
            2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,df3183b7-4adb-4f0e-bfb2-000000000001,df3183b7-4adb-4f0e-bfb2-000000000001,User,Frederick Cormier,frederick.cormier@contoso.com,Organizer,,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,1,2730
            2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,b048080f-4adb-4f0e-bfb2-000000000001,b048080f-4adb-4f0e-bfb2-000000000001,User,Miyuki Tanaka,miyuki.tanaka@contoso.com,Presenter,,2021-10-12T04:31:12.5Z,2021-10-12T05:15:20Z,2,2565
            2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,98a062f7-4adb-4f0e-bfb2-000000000001,98a062f7-4adb-4f0e-bfb2-000000000001,User,Zoë Müller,zoe.mueller@contoso.com,Attendee,,2021-10-12T04:41:03Z,2021-10-12T05:15:30Z,1,2067
            2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,,,Guest,Anna (Gast),,Attendee,,2021-10-12T04:58:20Z,2021-10-12T05:08:31Z,1,611
            c9b6db1c-d5eb-427d-a5c0-20088d9b22d7,2021-10-05T04:38:23.945Z,2021-10-05T04:43:49.77Z,,dc17674c-81d9-4adb-bfb2-8f6a442e4623,Unknown,Frederick Cormier,frederick.cormier@contoso.com,Presenter,,2021-03-16T18:59:52.2782182Z,2021-03-16T19:25:37.7121956Z,3,1152
            """, async writer => await AttendanceExport.WriteCsvAsync(RecordRow.Of(await Reports()), writer));

    [Fact]
    public async Task A_file_of_JSON_lines_of_people() =>
        await Holds("\n", """
            {"key":"id:dc17674c-81d9-4adb-bfb2-8f6a442e4623","displayName":"Frederick Cormier","emailAddress":"frederick.cormier@contoso.com","role":"Organizer","registrationId":null,"hasAttended":true,"hasHiddenTimes":false,"reportCount":2,"firstJoinedAt":"2021-10-12T04:30:00Z","lastLeftAt":"2021-10-12T05:15:30Z","stayCount":1,"timePresentSeconds":2730,"share":0.893375765955184,"lateBySeconds":null,"leftEarlyBySeconds":null,"timeAwaySeconds":0,"reportedAttendanceSeconds":3882,"status":"Present","isExpected":null,"matchedBy":null,"afterStartSeconds":0,"beforeEndSeconds":0,"kind":"User","reactionCount":null,"raisedHandCount":null,"cameraOnCount":null,"unmuteCount":null}
            {"key":"id:b048080f-4adb-4f0e-bfb2-000000000001","displayName":"Miyuki Tanaka","emailAddress":"miyuki.tanaka@contoso.com","role":"Presenter","registrationId":null,"hasAttended":true,"hasHiddenTimes":false,"reportCount":1,"firstJoinedAt":"2021-10-12T04:31:12.5Z","lastLeftAt":"2021-10-12T05:15:20Z","stayCount":2,"timePresentSeconds":2565,"share":0.839380527353497,"lateBySeconds":null,"leftEarlyBySeconds":null,"timeAwaySeconds":83,"reportedAttendanceSeconds":2565,"status":"Present","isExpected":null,"matchedBy":null,"afterStartSeconds":73,"beforeEndSeconds":10,"kind":"User","reactionCount":null,"raisedHandCount":null,"cameraOnCount":null,"unmuteCount":null}
            {"key":"id:98a062f7-4adb-4f0e-bfb2-000000000001","displayName":"Zoë Müller","emailAddress":"zoe.mueller@contoso.com","role":"Attendee","registrationId":null,"hasAttended":true,"hasHiddenTimes":false,"reportCount":1,"firstJoinedAt":"2021-10-12T04:41:03Z","lastLeftAt":"2021-10-12T05:15:30Z","stayCount":1,"timePresentSeconds":2067,"share":0.6764130799374964,"lateBySeconds":null,"leftEarlyBySeconds":null,"timeAwaySeconds":0,"reportedAttendanceSeconds":2067,"status":"Present","isExpected":null,"matchedBy":null,"afterStartSeconds":663,"beforeEndSeconds":0,"kind":"User","reactionCount":null,"raisedHandCount":null,"cameraOnCount":null,"unmuteCount":null}
            {"key":"name:Anna (Gast)","displayName":"Anna (Gast)","emailAddress":null,"role":"Attendee","registrationId":null,"hasAttended":true,"hasHiddenTimes":false,"reportCount":1,"firstJoinedAt":"2021-10-12T04:58:20Z","lastLeftAt":"2021-10-12T05:08:31Z","stayCount":1,"timePresentSeconds":611,"share":0.19994600476139832,"lateBySeconds":null,"leftEarlyBySeconds":null,"timeAwaySeconds":0,"reportedAttendanceSeconds":611,"status":"Present","isExpected":null,"matchedBy":null,"afterStartSeconds":1700,"beforeEndSeconds":419,"kind":"Guest","reactionCount":null,"raisedHandCount":null,"cameraOnCount":null,"unmuteCount":null}
            """, async writer => await AttendanceExport.WriteJsonLinesAsync(PersonRow.Of(AttendanceSummary.Of(await Reports())), writer));

    private static async Task Holds(string lineEnd, string expected, Func<TextWriter, Task> write)
    {
        using var writer = new StringWriter();
        await write(writer);
        Assert.Equal(expected.ReplaceLineEndings(lineEnd) + lineEnd, writer.ToString());
    }

    private static async Task<List<AttendanceReport>> Reports()
    {
        var client = SampleData.CreateGraph().CreateClient();
        var reports = new List<AttendanceReport>();
        await foreach (var report in client.GetReportsAsync(SampleData.Meeting))
            reports.Add(await client.GetReportAsync(SampleData.Meeting, report.Id!));

        return reports;
    }
}
