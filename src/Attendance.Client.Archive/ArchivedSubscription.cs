namespace Attendance.Client.Archive;

/// <summary>What is known of a subscription that an application keeps alive at Graph.</summary>
/// <param name="Resource">What is watched; an application has one for each.</param>
public sealed record ArchivedSubscription(string Resource)
{
    /// <summary>How often it has changed since it was added.</summary>
    public long Revision { get; init; }

    /// <summary>Id of the subscription, or null where there is none yet, or no longer.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>When it ends unless it is renewed, in UTC, or null where there is none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Hash of what it was made with, or null where nobody knows.</summary>
    public string? SettingsHash { get; init; }

    /// <summary>Why Graph did not tell of everything, or null where nothing is left to make up for.</summary>
    public string? LostReason { get; init; }

    /// <summary>When that began, in UTC, or null where nothing was lost or nobody knows.</summary>
    public DateTimeOffset? LostSince { get; init; }

    /// <summary>When it was last seen to go on, in UTC, or null where nothing was lost.</summary>
    public DateTimeOffset? LostUntil { get; init; }

    /// <summary>Whether it wants to be renewed at once.</summary>
    public bool IsDue { get; init; }
}
