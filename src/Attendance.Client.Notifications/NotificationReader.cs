using System.Text.Json;
using Attendance.Client.Notifications.Internal;

namespace Attendance.Client.Notifications;

/// <summary>Reads what Graph sends to the notification address, and leaves out what is not Graph's.</summary>
/// <remarks>Thread-safe; keep one for the life of the application. <c>MapAttendanceNotifications</c> uses one by itself: make one where
/// notifications come another way, such as a queue between a function and a worker.</remarks>
public class NotificationReader
{
    private const string Encrypted = "encryptedContent";

    private readonly AttendanceNotificationOptions? _options;
    private readonly ClientStates? _clientStates;
    private readonly ValidationTokens? _tokens;
    private readonly List<NotificationCertificate> _certificates = [];

    /// <summary>A reader.</summary>
    /// <param name="options">Secrets, certificates, application and tenants by which notifications are checked.</param>
    /// <param name="httpClient">Asks the authority for the keys by which tokens are checked, or null for one of the reader's own.</param>
    public NotificationReader(AttendanceNotificationOptions options, HttpClient? httpClient = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _clientStates = new ClientStates(
            options.ClientState is { } state ? [state, .. options.OtherClientStates] : options.OtherClientStates);
        _tokens = new ValidationTokens(options, httpClient ?? new HttpClient());
        if (options.EncryptionCertificate is { HasPrivateKey: true } certificate)
            _certificates.Add(new NotificationCertificate(certificate, options.EncryptionCertificateId));
        _certificates.AddRange(options.OtherCertificates);
    }

    /// <summary>For mocks, which override the methods that they need.</summary>
    protected NotificationReader()
    {
    }

    private ValidationTokens Tokens => _tokens ?? throw new NotSupportedException(
        "This reader was made by the constructor for mocks, and the member that was called is not overridden. " +
        "Override it, or use another constructor.");

    /// <summary>The notifications in a body, in its order, without those that do not repeat the secret, are of another tenant, or are
    /// encrypted and not proven to be Graph's; those are counted.</summary>
    /// <param name="body">JSON in UTF-8, as it was received.</param>
    /// <param name="cancellationToken">Cancels the look-up of keys.</param>
    /// <returns>The notifications, or none where the body is not what Graph sends.</returns>
    /// <exception cref="InvalidOperationException">The keys by which tokens are checked cannot be had at the moment: read it again
    /// later.</exception>
    public virtual async Task<IReadOnlyList<AttendanceNotification>> ReadAsync(
        ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        using var document = NotificationDocument.Read(body);
        if (document is null)
        {
            NotificationMeter.CountNotification("malformed");
            return [];
        }

        var items = document.Items.Where(IsTrusted).ToList();
        NotificationMeter.CountNotification("forged", document.Items.Count - items.Count);
        var vouchedFor = items.Exists(static item => item.Object(Encrypted) is not null)
            ? await Tokens.TenantsOfAsync(document.ValidationTokens, cancellationToken).ConfigureAwait(false)
            : null;

        var notifications = new List<AttendanceNotification>(items.Count);
        foreach (var item in items)
        {
            if (Read(item, vouchedFor) is { } notification)
                notifications.Add(notification);
        }

        return notifications;
    }

    /// <summary>How many notifications there are in a body, and how many of them repeat the secret; null where the body is not what Graph
    /// sends.</summary>
    internal (int All, int Trusted)? Count(ReadOnlyMemory<byte> body)
    {
        using var document = NotificationDocument.Read(body);
        return document is null ? null : (document.Items.Count, document.Items.Count(IsTrusted));
    }

    /// <summary>The subscriptions of which a body tells something.</summary>
    internal IReadOnlyCollection<string> SubscriptionIds(ReadOnlyMemory<byte> body)
    {
        using var document = NotificationDocument.Read(body);
        return document is null
            ? []
            : document.Items.Where(IsTrusted).Select(static item => item.Text("subscriptionId")).OfType<string>()
                .ToHashSet(StringComparer.Ordinal);
    }

    private bool IsTrusted(JsonElement item) =>
        _clientStates?.Accepts(item.Text("clientState")) == true && IsOfTenant(item.Text("tenantId"));

    // Graph names the tenant in each; where the application wants to be told of some only, one without is of none.
    private bool IsOfTenant(string? tenantId) =>
        _options!.TenantIds.Count == 0
        || (tenantId is not null && _options.TenantIds.Contains(tenantId, StringComparer.OrdinalIgnoreCase));

    private AttendanceNotification? Read(JsonElement item, IReadOnlySet<string>? vouchedFor)
    {
        if (item.Object(Encrypted) is not { } encrypted)
            return NotificationMapper.Map(item, decrypted: null);

        if (item.Text("tenantId") is not { } tenantId || !vouchedFor!.Contains(tenantId))
        {
            NotificationMeter.CountNotification("unproven");
            return null;
        }

        if (EncryptedContent.Decrypt(encrypted, _certificates) is { } decrypted)
            return NotificationMapper.Map(item, decrypted);

        NotificationMeter.CountNotification("undecryptable");
        return NotificationMapper.Map(item, decrypted: null);
    }
}
