namespace Attendance.Client.Notifications;

/// <summary>A subscription that is kept alive, and what is known of it. It holds no secret.</summary>
/// <param name="Resource">What is watched; a store keeps one for each.</param>
public sealed record KeptSubscription(SubscriptionResource Resource)
{
    /// <summary>How often it has changed since it was added.</summary>
    public long Revision { get; init; }

    /// <summary>Id of the subscription, or null where there is none yet, or no longer.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>When it ends unless it is renewed, in UTC, or null where there is none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Keyed hash of what it was made with, by which a process with another secret, certificate or lifecycle address makes it
    /// anew, or null where there is none or nobody knows.</summary>
    public string? SettingsHash { get; init; }

    /// <summary>Why Graph did not tell of everything, until the gap handlers have taken it, or null where nothing is left to
    /// tell.</summary>
    public SubscriptionGapReason? LostReason { get; init; }

    /// <summary>When that began, in UTC, or null where nothing was lost or nobody knows.</summary>
    public DateTimeOffset? LostSince { get; init; }

    /// <summary>When it was last seen to go on, in UTC, or null where nothing was lost.</summary>
    public DateTimeOffset? LostUntil { get; init; }

    /// <summary>Whether it wants to be renewed at once.</summary>
    public bool IsDue { get; init; }

    /// <summary>With a gap besides what was lost before: together they are one.</summary>
    internal KeptSubscription WithGap(DateTimeOffset since, DateTimeOffset until, SubscriptionGapReason reason)
    {
        var isFirst = LostReason is null || since < LostSince;
        return this with
        {
            LostReason = isFirst ? reason : LostReason,
            LostSince = isFirst ? since : LostSince,
            LostUntil = LostUntil > until ? LostUntil : until,
        };
    }

    /// <summary>Without the subscription, which is no more and has to be made anew.</summary>
    internal KeptSubscription WithoutSubscription(DateTimeOffset since, DateTimeOffset until, SubscriptionGapReason reason) =>
        WithGap(since, until, reason) with { SubscriptionId = null, ExpiresAt = null, SettingsHash = null };
}
