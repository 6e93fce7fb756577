using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Client.Internal.Json;

/// <summary>Writes a role as its name.</summary>
internal sealed class AttendeeRoleJsonConverter : JsonConverter<AttendeeRole>
{
    public override AttendeeRole Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new AttendeeRole(reader.GetString()!) : throw new JsonException("A role is text.");

    public override void Write(Utf8JsonWriter writer, AttendeeRole value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
