using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Attendance.Client.Analysis.Internal;

/// <summary>What is exported and its members, read without reflection.</summary>
[JsonSerializable(typeof(PersonRow))]
[JsonSerializable(typeof(StayRow))]
[JsonSerializable(typeof(RecordRow))]
[JsonSerializable(typeof(RegistrantRow))]
[JsonSerializable(typeof(RegisterRow))]
[JsonSerializable(typeof(RowOrigin))]
[JsonSerializable(typeof(SummaryFigures))]
[JsonSerializable(typeof(AttendeeDetails))]
[JsonSerializable(typeof(RegistrationFigures))]
[JsonSerializable(typeof(RegisterFigures))]
[JsonSerializable(typeof(PersonFigures))]
internal sealed partial class ExportTypes : JsonSerializerContext
{
    // Names stay readable. What the other encoder guards against, JSON inside HTML, is not what is written here.
    private static readonly ExportTypes Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcTime() },
    });

    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Readable.GetTypeInfo(typeof(T))!;
}
