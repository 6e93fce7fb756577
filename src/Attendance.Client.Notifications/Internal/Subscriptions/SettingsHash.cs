using System.Security.Cryptography;
using System.Text;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Tells whether a subscription was made with the options of now, without telling the secret.</summary>
internal static class SettingsHash
{
    public static string Of(SubscriptionOptions options, SubscriptionResource resource)
    {
        var certificate = resource.Kind is SubscriptionResourceKind.MeetingCalls ? options.EncryptionCertificate : null;
        var told = string.Join(
            '\n',
            options.NotificationUrl?.AbsoluteUri,
            (options.LifecycleNotificationUrl ?? options.NotificationUrl)?.AbsoluteUri,
            options.LatestSupportedTlsVersion,
            certificate?.Thumbprint,
            certificate is null ? null : options.EncryptionCertificateId);
        var key = Encoding.UTF8.GetBytes(options.ClientState ?? "");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(told)));
    }
}
