namespace Attendance.Client.Notifications;

/// <summary>A notification of something that this library does not know.</summary>
public sealed record UnknownNotification : AttendanceNotification
{
    /// <summary>Type of what has changed, such as <c>#microsoft.graph.message</c>, or null where Graph did not say.</summary>
    public string? Type { get; init; }

    /// <summary>What has changed, as Graph sent or encrypted it, in JSON, or null where it sent nothing that could be read.</summary>
    public string? Json { get; init; }
}
