using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Attendance.Client.Internal;

/// <summary>Reads values as Graph has been seen to send them.</summary>
internal static class LenientJson
{
    /// <summary>Reads text, and a number or a truth value in its place as it is written.</summary>
    public static string? ReadText(this ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => ReadString(ref json),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString([.. json.ValueSpan]),
        _ => throw Unexpected(ref json),
    };

    // A name may be cut in the midst of a character. What is no character is U+FFFD then, as in a browser, and costs nothing of the rest.
    private static string? ReadString(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return LenientText.Decode(json.ValueSpan);
        }
    }

    /// <summary>Reads text that is often the same from one item of a list to the next, such as a role, and then keeps the one it
    /// has.</summary>
    public static string? ReadText(this ref Utf8JsonReader json, string? previous) =>
        previous is not null && json is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && json.ValueTextEquals(previous)
            ? previous
            : json.ReadText();

    /// <summary>Reads a list of texts.</summary>
    public static List<string>? ReadTexts(this ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType != JsonTokenType.StartArray)
            throw Unexpected(ref json);

        var texts = new List<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            texts.Add(json.ReadText()!);

        return texts;
    }

    /// <summary>Reads a whole number, also as text or with a fraction, which is cut off; what is no number in range is null.</summary>
    public static int? ReadInt32(this ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => json.TryGetInt32(out var number) ? number : json.TryGetDouble(out var fraction) ? Truncate(fraction) : null,
        JsonTokenType.String =>
            double.TryParse(ReadString(ref json), NumberStyles.Float, CultureInfo.InvariantCulture, out var text) ? Truncate(text) : null,
        _ => throw Unexpected(ref json),
    };

    /// <summary>Reads a whole number.</summary>
    public static long? ReadInt64(this ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number => json.TryGetInt64(out var number) ? number : null,
        _ => throw Unexpected(ref json),
    };

    /// <summary>Reads a truth value.</summary>
    public static bool? ReadBoolean(this ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected(ref json),
    };

    /// <summary>Reads a time as UTC: one without a zone is UTC already, whatever the machine's zone; what is no ISO 8601 time is
    /// null.</summary>
    public static DateTimeOffset? ReadTime(this ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => HasZone(ref json) switch
        {
            true => json.TryGetDateTimeOffset(out var time) ? time.ToUniversalTime() : null,
            false => json.TryGetDateTime(out var time) ? new DateTimeOffset(time.Ticks, TimeSpan.Zero) : null,
        },
        _ => throw Unexpected(ref json),
    };

    public static JsonException Unexpected(ref Utf8JsonReader json) =>
        new($"A value of kind {json.TokenType} stands where there should be another.");

    // Asked to read a time without a zone, Utf8JsonReader takes it for one of the machine's own zone.
    private static bool HasZone(ref Utf8JsonReader json)
    {
        var isZulu = json.ValueSpan.Length > 0 && json.ValueSpan[json.ValueSpan.Length - 1] == (byte)'Z';
        return isZulu || (json.TryGetDateTime(out var time) && time.Kind != DateTimeKind.Unspecified);
    }

    private static int? Truncate(double number) =>
        Math.Truncate(number) is >= int.MinValue and <= int.MaxValue and var whole ? (int)whole : null;
}
