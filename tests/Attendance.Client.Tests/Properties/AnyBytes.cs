using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Attendance.Client.Tests.Properties;

public class AnyBytes
{
    private const string Record =
        """{"@odata.type":"#microsoft.graph.attendanceRecord","id":"1","emailAddress":"a@contoso.com","totalAttendanceInSeconds":60,"role":"Presenter","registrationId":null,"identity":{"@odata.type":"#microsoft.graph.communicationsUserIdentity","id":"u","displayName":"Zoë \uD83D\uDE00","tenantId":"t"},"attendanceIntervals":[{"joinDateTime":"2026-01-02T03:04:05.1234567Z","leaveDateTime":"2026-01-02T03:05:05+14:00","durationInSeconds":60.5}],"engagements":[{"dateTime":"2026-01-02T03:04:05","engagementType":"raisedHands"}]}""";
    private const string Report =
        $$"""{"@odata.context":"x","id":"r","totalParticipantCount":1,"meetingStartDateTime":"2026-01-02T03:04:05Z","meetingEndDateTime":"2026-01-02T04:04:05Z","externalEventInformation":[{"applicationId":"a","externalEventId":"e"}],"attendanceRecords":[{{Record}}]}""";
    private const string Page = $$"""{"@odata.count":2,"value":[{{Record}},{{Record}}]}""";
    private const string Error =
        """{"error":{"code":"Forbidden","message":"m","details":[{"message":"d"}],"innerError":{"date":"2026-01-02T03:04:05","request-id":"r"}}}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private static readonly string[] Tokens =
    [
        "null", "true", "-1", "0", "1e400", "-1e400", "0.5", "99999999999", "{}", "[]", "[null]", "[[[[[[]]]]]]", "\"\"", "\"x\"",
        "\"\\uD800\"", "\"\\u0000\"", "\"NaN\"", "\"1e400\"",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2026-02-30T00:00:00Z\"", "\"P1D\"", "\"value\"",
        "\"@odata.nextLink\"", "\"attendanceRecords@odata.nextLink\"",
        ",", ":", "{", "}", "[", "]", "\"", "\\", "/*x*/", "\uFEFF", "{\"value\":", new string('[', 200),
        $"{{\"value\":{{\"value\":{Report}}}}}",
    ];

    private static readonly Gen<Mutation> AnyMutation =
        from kind in Gen.Choose(0, 9)
        from at in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(1, 40)
        from token in Gen.Elements(Tokens)
        from letter in Gen.Choose(0, 255)
        select new Mutation(kind, at, length, token, (byte)letter);

    private static readonly Gen<Mutation[]> Mutations =
        from mutations in AnyMutation.ArrayOf(3)
        from count in Gen.Choose(1, 3)
        select mutations[..count];

    [Fact]
    public void A_report_of_any_bytes_is_read_or_is_an_AttendanceRequestException() =>
        Check(Report, 200, client => client.GetReportAsync(Source, "r"));

    [Fact]
    public void A_list_of_reports_of_any_bytes_is_read_or_is_an_AttendanceRequestException() =>
        Check(
            $$"""{"value":[{{Report}}]}""", 200,
            async client => await client.GetReportsAsync(Source, new ODataQuery { Expand = ["attendanceRecords"] }).ToListAsync());

    [Fact]
    public void A_page_of_records_of_any_bytes_is_read_or_is_an_AttendanceRequestException() =>
        Check(Page, 200, async client => await client.GetRecordsAsync(Source, "r").ToListAsync());

    [Fact]
    public void An_error_of_any_bytes_is_an_AttendanceRequestException() =>
        Check(Error, 403, async client => await Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetReportAsync(Source, "r")));

    private static void Check(string json, int status, Func<AttendanceClient, Task> read)
    {
        var (good, bad) = (0, 0);
        Prop.ForAll(Mutations.ToArbitrary(), mutations =>
        {
            var bytes = mutations.Aggregate(Encoding.UTF8.GetBytes(json), (bytes, mutation) => mutation.Of(bytes));

            // A link that the mutation made is answered too.
            using var http = new HttpClient(new ScriptedHandler(
                call => call == 1
                    ? new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(bytes) }
                    : PagedGraph.Json("""{"value":[]}""")));
            var call = read(new AttendanceClient(http, new Testing.FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 }));

            // The handler answers at once, so nothing waits here.
            Assert.True(call.IsCompleted);
            if (call.Exception is not { InnerException: var exception })
            {
                good++;
                return true;
            }

            bad++;
            Assert.IsType<AttendanceRequestException>(exception);
            return true;
        }).Check(Checks.Of(3_000));

        // Otherwise the mutations would be too harsh or too mild to find anything.
        Assert.True(good > 100, $"{good} good, {bad} bad");
        Assert.True(status != 200 || bad > 100, $"{good} good, {bad} bad");
    }

    private sealed record Mutation(int Kind, int Place, int Length, string Token, byte Letter)
    {
        public byte[] Of(byte[] bytes)
        {
            var start = Place % (bytes.Length + 1);
            var end = Math.Min(start + Length, bytes.Length);
            byte[] token = [.. Encoding.UTF8.GetBytes(Token)];
            return Kind switch
            {
                0 => [.. bytes[..start], Letter, .. bytes[Math.Min(start + 1, bytes.Length)..]],
                1 => [.. bytes[..start], .. bytes[end..]],
                2 => [.. bytes[..start], .. token, .. bytes[start..]],
                3 => [.. bytes[..end], .. bytes[start..end], .. bytes[end..]],
                4 => bytes[..start],
                _ => WithValueReplaced(bytes, start, token),
            };
        }

        // Well-formed JSON of the wrong types gets further than broken JSON.
        private static byte[] WithValueReplaced(byte[] bytes, int start, byte[] token)
        {
            var colon = Array.IndexOf(bytes, (byte)':', start);
            var end = colon < 0 ? -1 : bytes.AsSpan(colon + 1).IndexOfAny((byte)',', (byte)'}', (byte)']');
            return end < 0 ? bytes : [.. bytes[..(colon + 1)], .. token, .. bytes[(colon + 1 + end)..]];
        }
    }
}
