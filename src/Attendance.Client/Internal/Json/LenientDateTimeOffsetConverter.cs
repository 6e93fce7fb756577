using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Client.Internal.Json;

/// <summary>Reads a time as UTC: one without a zone is UTC already, whatever the machine's zone; what is no ISO 8601 time is null.</summary>
internal sealed class LenientDateTimeOffsetConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => HasZone(ref reader) switch
        {
            true => reader.TryGetDateTimeOffset(out var time) ? time.ToUniversalTime() : null,
            false => reader.TryGetDateTime(out var time) ? new DateTimeOffset(time.Ticks, TimeSpan.Zero) : null,
        },
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => throw new NotSupportedException();

    // Asked to read a time without a zone, Utf8JsonReader takes it for one of the machine's own zone.
    private static bool HasZone(ref Utf8JsonReader reader)
    {
        var isZulu = !reader.HasValueSequence && reader.ValueSpan.Length > 0 && reader.ValueSpan[reader.ValueSpan.Length - 1] == (byte)'Z';
        return isZulu || (reader.TryGetDateTime(out var time) && time.Kind != DateTimeKind.Unspecified);
    }
}
