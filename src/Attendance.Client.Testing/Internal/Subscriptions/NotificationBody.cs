using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Notifications as Graph words them.</summary>
internal static class NotificationBody
{
    public static JsonObject Of(FakeSubscription subscription, Change change, string tenantId, Func<string, string>? validationToken)
    {
        var item = Common(subscription, tenantId);
        item["changeType"] = change.ChangeType;
        item["resource"] = subscription.Resource;
        item["resourceData"] = change.ToResourceData();
        var body = new JsonObject { ["value"] = new JsonArray(item) };
        if (!subscription.IncludesResourceData)
            return body;

        var content = change.ToResourceData();
        foreach (var member in change.Data ?? [])
            content[member.Key] = member.Value?.DeepClone();
        item["encryptedContent"] = EncryptedData.Of(content, subscription.EncryptionCertificate!, subscription.EncryptionCertificateId!);
        if (validationToken is not null)
            body["validationTokens"] = new JsonArray((JsonNode)validationToken(subscription.ApplicationId));

        return body;
    }

    public static JsonObject OfLifecycle(FakeSubscription subscription, string lifecycle, string tenantId)
    {
        var item = Common(subscription, tenantId);
        item["lifecycleEvent"] = lifecycle;
        return new JsonObject { ["value"] = new JsonArray(item) };
    }

    private static JsonObject Common(FakeSubscription subscription, string tenantId) => new()
    {
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = Text(subscription.ExpiresAt),
        ["clientState"] = subscription.ClientState,
        ["tenantId"] = tenantId,
    };

    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
