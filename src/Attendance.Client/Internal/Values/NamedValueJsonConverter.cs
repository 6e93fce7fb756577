using System.Text.Json;
using System.Text.Json.Serialization;

namespace Attendance.Client.Internal;

/// <summary>Writes a value that is known by its name on the wire as that name.</summary>
internal abstract class NamedValueJsonConverter<T>(Func<string, T> create, Func<T, string> nameOf) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? create(reader.GetString()!) : throw new JsonException($"{typeof(T).Name} is text.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(nameOf(value));
}
