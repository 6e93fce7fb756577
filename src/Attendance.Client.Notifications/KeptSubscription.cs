namespace Attendance.Client.Notifications;

/// <summary>A subscription that is kept alive, and what is known of it.</summary>
/// <param name="Resource">What is watched; a store keeps one for each.</param>
public sealed record KeptSubscription(SubscriptionResource Resource)
{
    /// <summary>Id of the subscription, or null where there is none yet, or no longer.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>When it ends unless it is renewed, in UTC, or null where there is none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Since when nothing is told of, in UTC, or null where nothing was lost.</summary>
    public DateTimeOffset? LostSince { get; init; }

    /// <summary>Why nothing is told of, or null where nothing was lost.</summary>
    public SubscriptionGapReason? LostReason { get; init; }

    /// <summary>Whether it wants to be renewed at once.</summary>
    public bool IsDue { get; init; }
}
