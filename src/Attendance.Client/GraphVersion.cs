namespace Attendance.Client;

/// <summary>Version of Microsoft Graph that a client talks to.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/versioning-and-support"/>.</remarks>
public enum GraphVersion
{
    /// <summary>The <c>v1.0</c> endpoint, supported for production.</summary>
    V1,

    /// <summary>The <c>beta</c> endpoint, which may change; it alone sends engagements and serves the singular
    /// <c>meetingAttendanceReport</c>.</summary>
    Beta,
}
