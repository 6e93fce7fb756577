using System.Text.Json;
using System.Text.Json.Serialization;
using Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal.Json;

/// <summary>Reads a <c>dateTimeTimeZone</c>, and plain text in its place as a time without a zone name.</summary>
internal sealed class LenientDateTimeTimeZoneConverter : JsonConverter<DateTimeTimeZone?>
{
    public override DateTimeTimeZone? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new DateTimeTimeZone { DateTime = reader.GetString() };
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();

        var time = new DateTimeTimeZone();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isDateTime = reader.ValueTextEquals("dateTime"u8);
            var isTimeZone = reader.ValueTextEquals("timeZone"u8);
            reader.Read();
            if (isDateTime && reader.TokenType == JsonTokenType.String)
                time.DateTime = reader.GetString();
            else if (isTimeZone && reader.TokenType == JsonTokenType.String)
                time.TimeZone = reader.GetString();
            else
                reader.Skip();
        }

        return time;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeTimeZone? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
