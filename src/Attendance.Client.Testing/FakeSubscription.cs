using System.Text.Json.Nodes;

namespace Attendance.Client.Testing;

/// <summary>A subscription that a <see cref="FakeGraph"/> holds, with the secret that Graph tells nobody.</summary>
public sealed record FakeSubscription
{
    internal FakeSubscription(string id, string applicationId, string? userId, JsonObject json)
    {
        Id = id;
        ApplicationId = applicationId;
        UserId = userId;
        Resource = (string)json["resource"]!;
        ChangeType = (string)json["changeType"]!;
        NotificationUrl = new Uri((string)json["notificationUrl"]!);
        LifecycleNotificationUrl = (string?)json["lifecycleNotificationUrl"] is { } url ? new Uri(url) : null;
        ClientState = (string?)json["clientState"];
        IncludesResourceData = (bool?)json["includeResourceData"] ?? false;
        EncryptionCertificate = (string?)json["encryptionCertificate"];
        EncryptionCertificateId = (string?)json["encryptionCertificateId"];
        LatestSupportedTlsVersion = (string?)json["latestSupportedTlsVersion"];
    }

    /// <summary>Id of the subscription.</summary>
    public string Id { get; }

    /// <summary>Id of the application that subscribed.</summary>
    public string ApplicationId { get; }

    /// <summary>Object id of the user who subscribed, or null for an application without one.</summary>
    public string? UserId { get; }

    /// <summary>Path of what is watched, as it came.</summary>
    public string Resource { get; }

    /// <summary>Which changes are told of, parted by commas.</summary>
    public string ChangeType { get; }

    /// <summary>Where notifications are sent.</summary>
    public Uri NotificationUrl { get; internal init; }

    /// <summary>Where it is told what happens to the subscription itself, or null for nowhere.</summary>
    public Uri? LifecycleNotificationUrl { get; }

    /// <summary>Secret that each notification repeats, or null for none.</summary>
    public string? ClientState { get; }

    /// <summary>Whether notifications hold what has changed, encrypted.</summary>
    public bool IncludesResourceData { get; }

    /// <summary>Name of the certificate that notifications are encrypted with, or null.</summary>
    public string? EncryptionCertificateId { get; }

    /// <summary>Newest version of TLS that the addresses speak, or null for the default.</summary>
    public string? LatestSupportedTlsVersion { get; }

    /// <summary>When it ends unless it is renewed, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; internal init; }

    internal string? EncryptionCertificate { get; }
}
