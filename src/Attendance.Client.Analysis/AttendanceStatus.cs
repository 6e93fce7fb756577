using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>Whether somebody was there as expected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttendanceStatus>))]
public enum AttendanceStatus
{
    /// <summary>Came, and it cannot be told when or for how long, as times are hidden.</summary>
    Unknown,

    /// <summary>Came in time and for long enough, or came at all where no plan is known.</summary>
    Present,

    /// <summary>Came for long enough, and later than the tolerance allows.</summary>
    Late,

    /// <summary>Came for less than the share that counts as present.</summary>
    Partial,

    /// <summary>Was expected and did not come while the session was planned.</summary>
    Absent,

    /// <summary>Was expected, did not come, and is excused.</summary>
    Excused,

    /// <summary>Came without being expected; organizers never are.</summary>
    Unexpected,
}
