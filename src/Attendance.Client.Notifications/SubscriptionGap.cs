namespace Attendance.Client.Notifications;

/// <summary>A time of which a subscription may not have told everything: an ordinary reading of that time fills it.</summary>
/// <param name="Resource">What was not told of.</param>
/// <param name="From">When it begins, in UTC, or null where nobody knows.</param>
/// <param name="Until">When it ends, in UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record SubscriptionGap(
    SubscriptionResource Resource, DateTimeOffset? From, DateTimeOffset Until, SubscriptionGapReason Reason);
