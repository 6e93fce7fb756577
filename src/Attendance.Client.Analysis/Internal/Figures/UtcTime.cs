using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Times as ISO 8601 in UTC, with as much of a second as they have.</summary>
internal sealed class UtcTime : JsonConverter<DateTimeOffset>
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Of(value));
}
