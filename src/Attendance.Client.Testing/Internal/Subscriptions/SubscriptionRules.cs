using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Attendance.Client.Testing.Internal;

/// <summary>What can be subscribed to, for how long, and by whom.</summary>
internal sealed record SubscriptionRules(
    Regex Path, string[] Changes, TimeSpan MaxLifetime, string[] DelegatedPermissions, string[] ApplicationPermissions, bool IsRich = false)
{
    private const string Root = "solutions/virtualEvents/";
    private const string All = "VirtualEvent.Read.All";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly string[] Created = ["created"];
    private static readonly string[] Updated = ["updated"];
    private static readonly string[] Both = ["created", "updated"];
    private static readonly string[] Delegated = ["VirtualEvent.Read", "VirtualEvent.ReadWrite"];

    private static readonly SubscriptionRules[] Known =
    [
        new(Of($"{Root}(webinars|townhalls)/[^/]+/getAttendanceReports"), Created, Day, Delegated, [All]),
        new(Of($@"{Root}events(/getEventsFromOrganizers\(organizerIds=\['[^']+'(,'[^']+')*\]\))?"), Created, Day, [], [All]),
        new(Of($"{Root}(webinars|townhalls)/[^/]+"), Updated, Day, Delegated, [All]),
        new(Of($"{Root}events/[^/]+/sessions"), Both, Day, Delegated, [All]),
        new(Of($"{Root}webinars/[^/]+/registrations"), Both, Day, Delegated, [All]),
        new(
            Of(@"communications/onlineMeetings\(joinWebUrl='(?<link>[^'/:?]+)'\)/meetingCallEvents"),
            Updated, TimeSpan.FromDays(3), [], ["OnlineMeetings.Read.All", "OnlineMeetings.ReadWrite.All"], IsRich: true),
        new(Of("communications/callRecords"), Created, TimeSpan.FromMinutes(4230), [], ["CallRecords.Read.All"]),
    ];

    /// <summary>The rules for a resource.</summary>
    /// <exception cref="GraphRefusal">Nothing like it can be subscribed to.</exception>
    public static SubscriptionRules Find(string resource) =>
        Array.Find(Known, rules => rules.Path.IsMatch(Normal(resource)))
        ?? throw GraphRefusal.BadRequest($"The resource '{resource}' is not supported for subscriptions.");

    /// <summary>The join link in the resource of a meeting's calls, or null for another resource.</summary>
    public static string? LinkIn(string resource) =>
        Known[5].Path.Match(Normal(resource)) is { Success: true } match ? Uri.UnescapeDataString(match.Groups["link"].Value) : null;

    public static bool IsSameResource(string one, string other) =>
        Normal(one).Equals(Normal(other), StringComparison.OrdinalIgnoreCase);

    public static string Normal(string resource) => resource.TrimStart('/').TrimEnd('/');

    /// <exception cref="GraphRefusal">Graph would not make the subscription.</exception>
    public void Check(JsonObject json, FakeCaller? caller, DateTimeOffset now)
    {
        CheckPermission(caller);
        var changes = Text(json, "changeType").Split(',').Select(static change => change.Trim()).ToList();
        if (changes.Find(change => !Changes.Contains(change, StringComparer.Ordinal)) is { } change)
            throw GraphRefusal.BadRequest($"The changeType '{change}' is not supported for this resource.");

        CheckUrl(Text(json, "notificationUrl"), "notificationUrl");
        if ((string?)json["lifecycleNotificationUrl"] is { } lifecycle)
            CheckUrl(lifecycle, "lifecycleNotificationUrl");
        if (((string?)json["clientState"])?.Length > 128)
            throw GraphRefusal.BadRequest("The clientState has more than 128 characters.");
        if ((bool?)json["includeResourceData"] == true)
            CheckEncryption(json);

        CheckExpiry(Text(json, "expirationDateTime"), now);
    }

    /// <summary>The time until which a subscription is to live.</summary>
    /// <exception cref="GraphRefusal">It is none, past, or too far away.</exception>
    public DateTimeOffset CheckExpiry(string text, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var expiry))
            throw GraphRefusal.BadRequest($"The expirationDateTime '{text}' is no time.");
        if (expiry <= now)
            throw GraphRefusal.BadRequest("Subscription expiration must be in the future.");
        if (expiry > now + MaxLifetime)
        {
            throw GraphRefusal.BadRequest(
                $"Subscription expiration can only be {(int)MaxLifetime.TotalMinutes} minutes in the future.");
        }


        return expiry;
    }

    public static string Text(JsonObject json, string member) =>
        json[member] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw GraphRefusal.BadRequest($"The property '{member}' is required.");

    private static Regex Of(string path) =>
        new($"^{path}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static void CheckUrl(string text, string member)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
            throw GraphRefusal.BadRequest($"The {member} '{text}' must be an https address.");
    }

    private void CheckEncryption(JsonObject json)
    {
        if (!IsRich)
            throw GraphRefusal.BadRequest("The resource does not support notifications with resource data.");
        if ((string?)json["encryptionCertificate"] is not { Length: > 0 }
            || (string?)json["encryptionCertificateId"] is not { Length: > 0 })
        {
            throw GraphRefusal.BadRequest("encryptionCertificate and encryptionCertificateId are required with includeResourceData.");
        }
    }

    private void CheckPermission(FakeCaller? caller)
    {
        if (caller is null)
            return;

        var needed = caller.UserId is null ? ApplicationPermissions : DelegatedPermissions;
        if (!caller.Permissions.Intersect(needed, StringComparer.OrdinalIgnoreCase).Any())
            throw GraphRefusal.Forbidden("Forbidden", "Operation: Create; Exception: [Status Code: Forbidden; Reason: Forbidden]");
    }
}
