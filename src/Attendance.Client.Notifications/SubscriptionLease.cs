namespace Attendance.Client.Notifications;

/// <summary>The right of one node to renew subscriptions for a time.</summary>
/// <param name="Until">When it ends unless the node takes it again, in UTC.</param>
/// <param name="PreviousUntil">When it would have ended for whoever held it before, in UTC, or null where nobody ever did: a time long
/// past says that no node ran.</param>
public sealed record SubscriptionLease(DateTimeOffset Until, DateTimeOffset? PreviousUntil);
