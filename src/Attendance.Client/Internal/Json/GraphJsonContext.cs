using System.Text.Json;
using System.Text.Json.Serialization;
using Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal.Json;

/// <summary>Reads every answer of the fragment straight into Kiota's models.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MeetingAttendanceReport))]
[JsonSerializable(typeof(MeetingAttendanceReportCollectionResponse))]
[JsonSerializable(typeof(AttendanceRecordCollectionResponse))]
[JsonSerializable(typeof(OnlineMeeting))]
[JsonSerializable(typeof(OnlineMeetingCollectionResponse))]
[JsonSerializable(typeof(EventCollectionResponse))]
[JsonSerializable(typeof(VirtualEvent))]
[JsonSerializable(typeof(VirtualEventCollectionResponse))]
[JsonSerializable(typeof(VirtualEventSession))]
[JsonSerializable(typeof(VirtualEventSessionCollectionResponse))]
[JsonSerializable(typeof(VirtualEventRegistration))]
[JsonSerializable(typeof(VirtualEventRegistrationCollectionResponse))]
internal sealed partial class GraphJsonContext : JsonSerializerContext
{
    public static GraphJsonContext Lenient { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = WireNamingPolicy.Instance,
        Converters =
        {
            new LenientStringConverter(),
            new LenientInt32Converter(),
            new LenientDateTimeOffsetConverter(),
            new LenientDateTimeTimeZoneConverter(),
        },
    });
}
