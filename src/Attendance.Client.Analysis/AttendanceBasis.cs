using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>What attendance is measured against.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttendanceBasis>))]
public enum AttendanceBasis
{
    /// <summary>No plan is known: shares are of the time that the session ran, and nobody is late, left early or absent.</summary>
    Unknown,

    /// <summary>The time that was planned.</summary>
    Planned,

    /// <summary>The time that the session ran, as the caller wants it.</summary>
    AsRan,
}
