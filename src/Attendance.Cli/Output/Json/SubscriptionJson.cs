using Attendance.Client.Notifications;

namespace Attendance.Cli.Json;

/// <summary>A subscription, without its secret, which Graph does not tell.</summary>
internal sealed record SubscriptionJson(
    string Id,
    string? Resource,
    string Kind,
    IReadOnlyList<string> ChangeTypes,
    DateTimeOffset? ExpiresAt,
    string? NotificationUrl,
    string? LifecycleNotificationUrl,
    bool IncludesResourceData,
    string? ApplicationId,
    string? CreatorId)
{
    public static SubscriptionJson Of(Subscription subscription) => new(
        subscription.Id,
        subscription.Resource?.Path,
        (subscription.Resource?.Kind ?? SubscriptionResourceKind.Other).ToString(),
        [.. subscription.ChangeTypes.Select(static change => change.Value)],
        subscription.ExpiresAt,
        subscription.NotificationUrl,
        subscription.LifecycleNotificationUrl,
        subscription.IncludesResourceData,
        subscription.ApplicationId,
        subscription.CreatorId);
}
