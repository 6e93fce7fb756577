using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Client.Internal.Json;

/// <summary>Reads a whole number, also as text or with a fraction, which is cut off; what is no number in range is null.</summary>
internal sealed class LenientInt32Converter : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var number) ? number : reader.TryGetDouble(out var fraction) ? Truncate(fraction) : null;
            case JsonTokenType.String:
                return double.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var text) ? Truncate(text) : null;
            default:
                throw new JsonException();
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static int? Truncate(double number) =>
        Math.Truncate(number) is >= int.MinValue and <= int.MaxValue and var whole ? (int)whole : null;
}
