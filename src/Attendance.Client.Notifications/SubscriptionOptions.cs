using System.Security.Cryptography.X509Certificates;

namespace Attendance.Client.Notifications;

/// <summary>Where notifications go, and how they are told from forgeries.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/subscription-post-subscriptions"/>.</remarks>
public class SubscriptionOptions
{
    /// <summary>Where Graph sends notifications: an <c>https</c> address that the internet reaches.</summary>
    public Uri? NotificationUrl { get; set; }

    /// <summary>Where Graph tells what happens to a subscription itself, or null for <see cref="NotificationUrl"/>.</summary>
    public Uri? LifecycleNotificationUrl { get; set; }

    /// <summary>Secret that each notification repeats, by which forgeries are told: 16 to 128 characters.</summary>
    /// <value>The default is null, with which nothing is subscribed to. Make one of random letters, and keep it as a password.</value>
    public string? ClientState { get; set; }

    /// <summary>How long a subscription lives before it is renewed, or null for as long as Graph lets it.</summary>
    public TimeSpan? Lifetime { get; set; }

    /// <summary>Newest version of TLS that the addresses speak, <c>v1_0</c> to <c>v1_3</c>, or null for Graph's default.</summary>
    public string? LatestSupportedTlsVersion { get; set; }

    /// <summary>Certificate with which Graph encrypts what it tells of a meeting's calls, with an RSA key, or null for notifications that
    /// do not say what happened.</summary>
    /// <remarks>Only its public part is sent.</remarks>
    public X509Certificate2? EncryptionCertificate { get; set; }

    /// <summary>Name by which notifications say which certificate they were encrypted with, at most 128 characters, or null for the
    /// certificate's thumbprint.</summary>
    public string? EncryptionCertificateId { get; set; }

    /// <summary>Whether the addresses may be of this machine, in clear text too, for a Graph that plays on it.</summary>
    /// <value>The default is false, as Microsoft's Graph reaches no such address.</value>
    public bool AllowsLoopback { get; set; }
}
