using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Answers what is asked of <c>/subscriptions</c>, and for the records of calls.</summary>
internal sealed class SubscriptionAnswers(SubscriptionBook book, NotificationPost post)
{
    private readonly Dictionary<string, JsonObject> _callRecords = new(StringComparer.Ordinal);

    /// <summary>Whether the operation is answered here.</summary>
    public static bool Serves(GraphOperation operation) =>
        operation is GraphOperation.Subscriptions or GraphOperation.Subscription or GraphOperation.GetCallRecord;

    public void AddCallRecord(string id, string? joinWebUrl, DateTimeOffset endedAt)
    {
        lock (_callRecords)
        {
            _callRecords[id] = new JsonObject
            {
                ["id"] = id,
                ["type"] = joinWebUrl is null ? "peerToPeer" : "groupCall",
                ["endDateTime"] = NotificationBody.Text(endedAt),
                ["joinWebUrl"] = joinWebUrl,
            };
        }
    }

    /// <returns>What holds the records of calls that there are now, and no others.</returns>
    public Action RememberCallRecords()
    {
        KeyValuePair<string, JsonObject>[] records;
        lock (_callRecords)
            records = [.. _callRecords];

        return () =>
        {
            lock (_callRecords)
            {
                _callRecords.Clear();
                foreach (var record in records)
                    _callRecords[record.Key] = record.Value;
            }
        };
    }

    /// <summary>A subscription as Graph shows it: secret and certificate do not come back.</summary>
    public static JsonObject Json(FakeSubscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["resource"] = subscription.Resource,
        ["applicationId"] = subscription.ApplicationId,
        ["changeType"] = subscription.ChangeType,
        ["clientState"] = null,
        ["notificationUrl"] = subscription.NotificationUrl.AbsoluteUri,
        ["lifecycleNotificationUrl"] = subscription.LifecycleNotificationUrl?.AbsoluteUri,
        ["expirationDateTime"] = NotificationBody.Text(subscription.ExpiresAt),
        ["creatorId"] = subscription.UserId ?? subscription.ApplicationId,
        ["latestSupportedTlsVersion"] = subscription.LatestSupportedTlsVersion ?? "v1_2",
        ["includeResourceData"] = subscription.IncludesResourceData,
        ["encryptionCertificate"] = null,
        ["encryptionCertificateId"] = subscription.EncryptionCertificateId,
    };

    /// <summary>The answer, which is null for a success that says nothing.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="id">Id in the path, or null.</param>
    /// <param name="body">The body, or empty.</param>
    /// <param name="caller">Who asks, or null for somebody who may do everything.</param>
    /// <param name="cancellationToken">Cancels the look at the address.</param>
    /// <exception cref="GraphRefusal">Graph would refuse the request.</exception>
    public async Task<(HttpStatusCode Status, JsonObject? Json)> AnswerAsync(
        string method, GraphOperation asked, string? id, string body, FakeCaller? caller, CancellationToken cancellationToken)
    {
        switch (asked, method)
        {
            case (GraphOperation.Subscriptions, "GET"):
                return (HttpStatusCode.OK, new JsonObject
                {
                    ["value"] = new JsonArray(
                        [.. book.Alive.Where(other => IsOf(other, caller)).Select(static other => (JsonNode)Json(other))]),
                });
            case (GraphOperation.Subscriptions, "POST"):
                return (HttpStatusCode.Created, await CreateAsync(Parse(body), caller, cancellationToken).ConfigureAwait(false));
            case (GraphOperation.Subscription, "GET"):
                return (HttpStatusCode.OK, Json(Find(id, caller)));
            case (GraphOperation.Subscription, "PATCH"):
                return (HttpStatusCode.OK, Renew(Find(id, caller), Parse(body)));
            case (GraphOperation.Subscription, "DELETE"):
                book.Remove(Find(id, caller).Id);
                return (HttpStatusCode.NoContent, null);
            case (GraphOperation.GetCallRecord, "GET"):
                return (HttpStatusCode.OK, CallRecord(id, caller));
            default:
                throw new GraphRefusal(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", $"The method {method} is not allowed.");
        }
    }

    private static JsonObject Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw GraphRefusal.BadRequest("The body is no JSON object.");
        }
        catch (JsonException)
        {
            throw GraphRefusal.BadRequest("The body is no JSON object.");
        }
    }

    private static bool IsOf(FakeSubscription subscription, FakeCaller? caller) =>
        caller is null || (subscription.ApplicationId == caller.ApplicationId && subscription.UserId == caller.UserId);

    private FakeSubscription Find(string? id, FakeCaller? caller) =>
        book.Find(id ?? "") is { } found && IsOf(found, caller)
            ? found
            : throw new GraphRefusal(HttpStatusCode.NotFound, "ResourceNotFound", "The object was not found.");

    private async Task<JsonObject> CreateAsync(JsonObject json, FakeCaller? caller, CancellationToken cancellationToken)
    {
        var rules = SubscriptionRules.Find(SubscriptionRules.Text(json, "resource"));
        rules.Check(json, caller, book.Now);
        var subscription = new FakeSubscription(
            Guid.NewGuid().ToString(), caller?.ApplicationId ?? FakeCaller.SomeApplicationId, caller?.UserId, json)
        {
            ExpiresAt = rules.CheckExpiry(SubscriptionRules.Text(json, "expirationDateTime"), book.Now),
        };
        foreach (var url in new[] { subscription.NotificationUrl, subscription.LifecycleNotificationUrl }.Distinct())
        {
            if (url is not null)
                await post.ValidateAsync(url, cancellationToken).ConfigureAwait(false);
        }

        return book.TryAdd(subscription)
            ? Json(subscription)
            : throw new GraphRefusal(
                HttpStatusCode.Conflict, "Conflict", "A subscription of the application to this resource exists already.");
    }

    private JsonObject Renew(FakeSubscription subscription, JsonObject json)
    {
        var rules = SubscriptionRules.Find(subscription.Resource);
        var expiry = rules.CheckExpiry(SubscriptionRules.Text(json, "expirationDateTime"), book.Now);
        var renewed = subscription with { ExpiresAt = expiry };
        book.Replace(renewed);
        return Json(renewed);
    }

    private JsonObject CallRecord(string? id, FakeCaller? caller)
    {
        if (caller is not null
            && (caller.UserId is not null || !caller.Permissions.Contains("CallRecords.Read.All", StringComparer.OrdinalIgnoreCase)))
            throw GraphRefusal.Forbidden("Forbidden", "Forbidden");

        lock (_callRecords)
        {
            return _callRecords.TryGetValue(id ?? "", out var record)
                ? (JsonObject)record.DeepClone()
                : throw GraphRefusal.NotFound("call record");
        }
    }
}
