namespace Attendance.Client.Notifications;

/// <summary>What Graph tells: that there is a report, that a call has ended, what happens to a subscription.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/changenotification"/>.</remarks>
public abstract record AttendanceNotification
{
    private protected AttendanceNotification()
    {
    }

    /// <summary>Id of the subscription that it is of, or null where Graph did not say.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Id of the tenant that it is of, or null where Graph did not say.</summary>
    public string? TenantId { get; init; }

    /// <summary>When the subscription ends unless it is renewed, in UTC, or null where Graph did not say.</summary>
    public DateTimeOffset? SubscriptionExpiresAt { get; init; }

    /// <summary>What was subscribed to or has changed, as Graph names it, or null where it did not say.</summary>
    public string? Resource { get; init; }

    /// <summary>What happened to it; empty for what happens to the subscription itself.</summary>
    public ChangeType ChangeType { get; init; }
}
