using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>JSON as Graph sends it: UTF-8, in which letters beyond ASCII stand as they are.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonNode json, bool isIndented = false)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options with { Indented = isIndented }))
            json.WriteTo(writer);

        return bytes.ToArray();
    }
}
