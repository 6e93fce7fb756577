namespace Attendance.Client.Notifications;

/// <summary>A subscription as Graph has it. Its secret is not among what Graph tells.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/subscription"/>.</remarks>
public sealed record Subscription
{
    /// <summary>Id of the subscription.</summary>
    public required string Id { get; init; }

    /// <summary>What is watched, or null where Graph did not say.</summary>
    public SubscriptionResource? Resource { get; init; }

    /// <summary>Which changes are told of: <c>created</c>, <c>updated</c>, <c>deleted</c>.</summary>
    public IReadOnlyList<ChangeType> ChangeTypes { get; init; } = [];

    /// <summary>When it ends unless it is renewed, in UTC, or null where Graph did not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where notifications are sent, or null where Graph did not say.</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>Where it is told what happens to the subscription itself, or null for nowhere.</summary>
    public string? LifecycleNotificationUrl { get; init; }

    /// <summary>Whether notifications hold what has changed, encrypted.</summary>
    public bool IncludesResourceData { get; init; }

    /// <summary>Name of the certificate that notifications are encrypted with, or null.</summary>
    public string? EncryptionCertificateId { get; init; }

    /// <summary>Newest version of TLS that the addresses speak, or null where Graph did not say.</summary>
    public string? LatestSupportedTlsVersion { get; init; }

    /// <summary>Id of the application that subscribed, or null where Graph did not say.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Object id of the user or service principal that subscribed, or null where Graph did not say.</summary>
    public string? CreatorId { get; init; }
}
