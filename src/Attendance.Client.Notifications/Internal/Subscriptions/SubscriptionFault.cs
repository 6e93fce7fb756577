using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Attendance.Client.Notifications.Internal;

/// <summary>What is wrong with <see cref="SubscriptionOptions"/>.</summary>
internal static class SubscriptionFault
{
    private const int MaxClientState = 128;
    private const int MinClientState = 16;

    private static readonly string[] PrivateNames = ["localhost", ".localhost", ".local", ".internal", ".lan", ".home.arpa"];

    /// <summary>One sentence or two for each fault, which name the option, the cause and the cure.</summary>
    /// <param name="options">The options.</param>
    /// <param name="resource">What is subscribed to, or null where it is not known.</param>
    /// <param name="needsUrl">Whether something is subscribed to, or else only notifications are taken.</param>
    public static IEnumerable<string> In(SubscriptionOptions options, SubscriptionResource? resource = null, bool needsUrl = true)
    {
        if ((needsUrl || options.NotificationUrl is not null)
            && OfUrl(nameof(options.NotificationUrl), options.NotificationUrl, options.AllowsLoopback) is { } url)
        {
            yield return url;
        }

        if (options.LifecycleNotificationUrl is { } other
            && OfUrl(nameof(options.LifecycleNotificationUrl), other, options.AllowsLoopback) is { } otherUrl)
        {
            yield return otherUrl;
        }

        if (OfClientState(options.ClientState) is { } state)
            yield return state;
        if (OfLifetime(options.Lifetime, resource) is { } lifetime)
            yield return $"{nameof(options.Lifetime)}: {lifetime}";
        if (options.LatestSupportedTlsVersion is not (null or "v1_0" or "v1_1" or "v1_2" or "v1_3"))
        {
            yield return $"{nameof(options.LatestSupportedTlsVersion)} is \"{options.LatestSupportedTlsVersion}\": " +
                "use v1_2, v1_3, or null.";
        }

        if (OfCertificate(options.EncryptionCertificate) is { } certificate)
            yield return certificate;
        if (options.EncryptionCertificateId is { Length: 0 or > 128 })
            yield return $"{nameof(options.EncryptionCertificateId)} is empty or has more than 128 characters: shorten it, or use null.";
    }

    /// <summary>What is wrong with a lifetime, or null.</summary>
    public static string? OfLifetime(TimeSpan? lifetime, SubscriptionResource? resource)
    {
        var longest = resource is null ? TimeSpan.FromMinutes(4230) : AttendanceSubscriptions.LongestOf(resource);
        return lifetime switch
        {
            { } value when value < TimeSpan.FromMinutes(1) => $"the lifetime is {value}. Use a minute or more, or null for the longest.",
            { } value when value > longest =>
                $"the lifetime is {value}, and Graph lets such a subscription live for {longest} at most. Use less, and renew it in time.",
            _ => null,
        };
    }

    private static string? OfClientState(string? state) => state switch
    {
        null => $"{nameof(SubscriptionOptions.ClientState)} is null, and without it anybody can forge notifications. " +
            $"Set a secret of {MinClientState} to {MaxClientState} random letters.",
        { Length: < MinClientState or > MaxClientState } =>
            $"{nameof(SubscriptionOptions.ClientState)} has {state.Length} characters. " +
            $"Use {MinClientState} to {MaxClientState} random letters.",
        _ => null,
    };

    private static string? OfCertificate(X509Certificate2? certificate)
    {
        using var key = certificate?.GetRSAPublicKey();
        return (certificate, key) switch
        {
            (null, _) => null,
            (_, null) => $"{nameof(SubscriptionOptions.EncryptionCertificate)} has no RSA key, which Graph encrypts with. " +
                "Use a certificate with an RSA key of 2,048 bits.",
            (_, { KeySize: < 2048 }) => $"{nameof(SubscriptionOptions.EncryptionCertificate)} has a key of {key.KeySize} bits. " +
                "Use one of 2,048 or more.",
            _ => null,
        };
    }

    private static string? OfUrl(string name, Uri? url, bool allowsLoopback)
    {
        const string Cure = "Use an https address that the internet reaches, such as https://contoso.com/attendance.";
        if (url is null)
            return $"{name} is null. {Cure}";
        if (!url.IsAbsoluteUri)
            return $"{name} is \"{url}\", which is no absolute URL. {Cure}";
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return $"{name} has user information or a fragment, which Graph does not send. {Cure}";
        if (allowsLoopback && url.IsLoopback && url.Scheme is "http" or "https")
            return null;
        if (url.Scheme != Uri.UriSchemeHttps)
            return $"{name} is \"{url}\", and Graph sends notifications over HTTPS only. {Cure}";

        return IsPublic(url)
            ? null
            : $"{name} is \"{url}\", which Graph cannot reach from the internet. {Cure} A tunnel or a reverse proxy gives you one.";
    }

    private static bool IsPublic(Uri url)
    {
        if (url.IsLoopback)
            return false;
        if (IPAddress.TryParse(url.DnsSafeHost, out var address))
            return IsPublic(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

        var host = url.DnsSafeHost.TrimEnd('.');
        return host.Contains('.', StringComparison.Ordinal)
            && !Array.Exists(PrivateNames, name => host.EndsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !(address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast
                || address.Equals(IPAddress.IPv6Any));

        return address.GetAddressBytes() is not
        (
            [0 or 10 or 127, ..]
                or [100, >= 64 and < 128, ..]
                or [169, 254, ..]
                or [172, >= 16 and < 32, ..]
                or [192, 168, ..]
                or [>= 224, ..]
        );
    }
}
