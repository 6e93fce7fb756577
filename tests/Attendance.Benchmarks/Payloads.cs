using System.Globalization;
using System.Text;

namespace Attendance.Benchmarks;

/// <summary>Answers as Graph sends them: one report of any size, or its records in pages.</summary>
internal static class Payloads
{
    public const string UserId = "dc17674c-81d9-4adb-bfb2-8f6a442e4622";
    public const string MeetingId = "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZjZhNDQyZTQ2MjIqMCoqMTk6bWVldGluZ19abUV4";
    public const string ReportId = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7";

    private const string PageOption = "?$skiptoken=";

    public static byte[] Report(int records) => Encoding.UTF8.GetBytes($$"""
        {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users('{{UserId}}')/onlineMeetings('{{MeetingId}}')/attendanceReports/$entity",{{ReportMembers}},"attendanceRecords":[{{Records(records)}}]}
        """);

    /// <summary>The list of a meeting's reports, of which there is one.</summary>
    public static byte[] ReportList() => Encoding.UTF8.GetBytes($$"""
        {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users('{{UserId}}')/onlineMeetings('{{MeetingId}}')/attendanceReports","value":[{ {{ReportMembers}},"attendanceRecords":[]}]}
        """);

    /// <summary>The answers to the requests for the pages of a report's records.</summary>
    public static Func<Uri, byte[]> Pages(int count, int records)
    {
        var pages = Enumerable.Range(1, count).Select(next => Page(next < count ? next : null, records)).ToArray();
        return uri => pages[uri.Query.Length == 0 ? 0 : int.Parse(uri.Query.AsSpan(PageOption.Length), CultureInfo.InvariantCulture)];
    }

    private static string ReportMembers =>
        $"\"id\":\"{ReportId}\",\"totalParticipantCount\":10," +
        "\"meetingStartDateTime\":\"2026-10-05T04:38:23.945Z\",\"meetingEndDateTime\":\"2026-10-05T05:43:49.77Z\"";

    private static byte[] Page(int? next, int records)
    {
        var path =
            $"https://graph.microsoft.com/v1.0/users/{UserId}/onlineMeetings/{MeetingId}/attendanceReports/{ReportId}/attendanceRecords";
        var link = next is null ? "" : $"\"@odata.nextLink\":\"{path}{PageOption}{next}\",";
        return Encoding.UTF8.GetBytes($$"""{ {{link}}"value":[{{Records(records)}}]}""");
    }

    private static string Records(int count) => string.Join(',', Enumerable.Range(1, count).Select(Record));

    private static string Record(int number) => $$"""
        {"id":"{{new Guid(number, 0x7a11, 0x4c5e, 0x9b, 0x1f, 0x2e, 0x6d, 0x83, 0x40, 0x55, 0xc7)}}","emailAddress":"frederick.cormier.{{number}}@contoso.com","totalAttendanceInSeconds":{{1200 + (number % 1800)}},"role":"{{(number == 1 ? "Organizer" : "Attendee")}}","registrationId":null,"externalRegistrationInformation":null,"identity":{"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"{{new Guid(number, 0x1d2f, 0x4a3b, 0x8c, 0x5d, 0x6e, 0x7f, 0x80, 0x91, 0xa2, 0xb3)}}","displayName":"Frederick Cormier {{number}}","tenantId":"77229959-e479-4a73-b6e0-ddac27be315c","userIdentityType":"aadUser"},"attendanceIntervals":[{"joinDateTime":"2026-10-05T04:38:29.0253107Z","leaveDateTime":"2026-10-05T05:01:14.0253107Z","durationInSeconds":1365},{"joinDateTime":"2026-10-05T05:03:02.1418422Z","leaveDateTime":"2026-10-05T05:43:49.7700001Z","durationInSeconds":2447}]}
        """;
}
