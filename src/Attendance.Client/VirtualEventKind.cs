using System.Text.Json.Serialization;

namespace Attendance.Client;

/// <summary>Kind of a <see cref="VirtualEvent"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VirtualEventKind>))]
public enum VirtualEventKind
{
    /// <summary>A webinar.</summary>
    Webinar,

    /// <summary>A town hall.</summary>
    Townhall,
}
