using System.Security.Cryptography.X509Certificates;

namespace Attendance.Client.Notifications;

/// <summary>A certificate that opens encrypted notifications, with its private key.</summary>
/// <remarks>Keep an old one beside the new one until no subscription names it any longer.</remarks>
public sealed class NotificationCertificate
{
    /// <summary>A certificate by a name.</summary>
    /// <param name="certificate">The certificate, with an RSA key.</param>
    /// <param name="id">The name that subscriptions give it, or null for its thumbprint.</param>
    /// <exception cref="ArgumentException">The certificate has no private RSA key.</exception>
    public NotificationCertificate(X509Certificate2 certificate, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var key = certificate.GetRSAPrivateKey() ?? throw new ArgumentException(
            "The certificate has no private RSA key, without which nothing that was encrypted with it can be read. Load it with its key.",
            nameof(certificate));
        Certificate = certificate;
        Id = id ?? certificate.Thumbprint;
    }

    /// <summary>The certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The name that subscriptions give it.</summary>
    public string Id { get; }
}
