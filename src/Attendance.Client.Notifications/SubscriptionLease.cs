namespace Attendance.Client.Notifications;

/// <summary>The right of one node to renew subscriptions for a time.</summary>
/// <param name="Until">When it ends unless the node takes it again, in UTC.</param>
/// <param name="LastTakenAt">When it was taken before, by whichever node, in UTC, or null where it never was: a time long past says that no
/// node ran.</param>
public sealed record SubscriptionLease(DateTimeOffset Until, DateTimeOffset? LastTakenAt);
