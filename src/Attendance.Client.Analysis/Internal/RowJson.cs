using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Rows and their columns, read without reflection.</summary>
[JsonSerializable(typeof(PersonRow))]
[JsonSerializable(typeof(StayRow))]
[JsonSerializable(typeof(RecordRow))]
[JsonSerializable(typeof(RegistrantRow))]
internal sealed partial class RowJson : JsonSerializerContext
{
    // Names stay readable. What the other encoder guards against, JSON inside HTML, is not what is written here.
    private static readonly RowJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcTime() },
    });

    public static JsonTypeInfo<TRow> Of<TRow>()
        where TRow : ExportRow =>
        (JsonTypeInfo<TRow>)Readable.GetTypeInfo(typeof(TRow))!;
}
