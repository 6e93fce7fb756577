using System.Runtime.InteropServices;
using System.Text.Json;

namespace Attendance.Fuzz;

/// <summary>Counts the records of an answer with a parser that the client does not use.</summary>
internal static class RecordCount
{
    /// <summary>How many records the report has, or null where it sends no list of them.</summary>
    /// <exception cref="JsonException">The answer is no JSON.</exception>
    public static int? Of(byte[] body)
    {
        using var document = JsonDocument.Parse(WithoutByteOrderMark(body), new JsonDocumentOptions { MaxDepth = 64 });
        var report = Unwrap(document.RootElement);
        JsonElement? records = null;
        foreach (var member in report.EnumerateObject())
        {
            if (IsNamed(member, "attendanceRecords"u8))
                records = member.Value;
        }

        return records is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Count(record => record.ValueKind == JsonValueKind.Object)
            : null;
    }

    // A name that is no text is nobody's.
    private static bool IsNamed(JsonProperty member, ReadOnlySpan<byte> name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(byte[] body) =>
        body is [0xEF, 0xBB, 0xBF, ..] ? body.AsMemory(3) : body;

    // Some answers wrap an entity in "value", before which only annotations stand.
    private static JsonElement Unwrap(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
        {
            if (IsNamed(member, "value"u8) && member.Value.ValueKind == JsonValueKind.Object)
                return member.Value;
            if (JsonMarshal.GetRawUtf8PropertyName(member) is not [(byte)'@', ..])
                return root;
        }

        return root;
    }
}
