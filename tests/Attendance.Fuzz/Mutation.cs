using System.Text;

namespace Attendance.Fuzz;

/// <summary>Makes a report as Graph sends one, and spoils it.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null", "{}", "[]", "true", "-1", "1e999", "\"\"", ",", ":", "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud83d", "\\u0000",
            "\"attendanceRecords\":[]", "\"attendanceRecords\":null,", "\"value\":", "\"id\":\"x\"", "\"@odata.nextLink\":\"\"", "[[[[",
            "{\"a\":",
            "\u202e", "\uFEFF", "2026-01-01T00:00:00Z", "0001-01-01T00:00:00",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0],
    ];

    public static byte[] Next(Random random)
    {
        var body = new List<byte>(Encoding.UTF8.GetBytes(Report(random)));
        for (var i = random.Next(4); i > 0 && body.Count > 0; i--)
            Spoil(body, random);

        return [.. body];
    }

    private static void Spoil(List<byte> body, Random random)
    {
        var at = random.Next(body.Count);
        var length = Math.Min(random.Next(1, 40), body.Count - at);
        switch (random.Next(7))
        {
            case 0:
                body[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                body.RemoveRange(at, length);
                break;
            case 2:
                body.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 3:
                body.InsertRange(random.Next(body.Count), body.GetRange(at, length));
                break;
            case 4:
                body.RemoveRange(at, body.Count - at);
                break;
            case 5:
                var piece = Pieces[random.Next(Pieces.Length)];
                body.RemoveRange(at, length);
                body.InsertRange(at, piece);
                break;
            default:
                body.AddRange(Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private static string Report(Random random)
    {
        var records = string.Join(',', Enumerable.Range(0, random.Next(6)).Select(number => Record(number, random)));
        var list = random.Next(8) switch
        {
            0 => "",
            1 => ",\"attendanceRecords\":null",
            _ => $",\"attendanceRecords\":[{records}]",
        };
        var report = $$"""{"id":"r","totalParticipantCount":5,"meetingStartDateTime":"2026-01-01T10:00:00Z"{{list}}}""";
        return random.Next(6) == 0 ? $$"""{"@odata.context":"x","value":{{report}}}""" : report;
    }

    private static string Record(int number, Random random) => random.Next(8) == 0
        ? "null"
        : $$"""
            {"id":"{{number}}","emailAddress":"a{{number}}@contoso.com","totalAttendanceInSeconds":60,"role":"Attendee","identity":{"displayName":"Zoë {{number}}",
            "tenantId":"t"},"attendanceIntervals":[{"joinDateTime":"2026-01-01T10:00:00Z","leaveDateTime":"2026-01-01T10:01:00Z","durationInSeconds":60}]}
            """;
}
