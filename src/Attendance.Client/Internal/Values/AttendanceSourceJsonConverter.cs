using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Client.Internal;

/// <summary>Writes a source as its text.</summary>
internal sealed class AttendanceSourceJsonConverter : JsonConverter<AttendanceSource>
{
    public override AttendanceSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException("An attendance source is text.");

    public override void Write(Utf8JsonWriter writer, AttendanceSource value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Path);

    public override AttendanceSource ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, AttendanceSource value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Path);

    private static AttendanceSource Parse(string text) =>
        AttendanceSourceText.Read(text, out var fault) ?? throw new JsonException(fault);
}
