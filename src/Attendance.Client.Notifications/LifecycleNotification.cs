namespace Attendance.Client.Notifications;

/// <summary>Something happened to a subscription itself.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/change-notifications-lifecycle-events"/>.</remarks>
public sealed record LifecycleNotification : AttendanceNotification
{
    /// <summary>What happened.</summary>
    public required LifecycleEvent Event { get; init; }
}
