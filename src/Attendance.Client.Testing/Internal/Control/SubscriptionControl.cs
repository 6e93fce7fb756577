using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What a test in any language sets and reads of subscriptions and their notifications, as text.</summary>
internal sealed class SubscriptionControl(FakeSubscriptions subscriptions)
{
    private static readonly string[] Lifecycle = ["reauthorizationRequired", "subscriptionRemoved", "missed"];

    private readonly Action _restore = subscriptions.Remember();

    /// <summary>The subscriptions that have not ended, as Graph shows them, and with the secret that it shows nobody.</summary>
    public JsonObject List() =>
        new() { ["value"] = new JsonArray([.. subscriptions.All.Select(static subscription => (JsonNode)Json(subscription))]) };

    /// <summary>Takes a subscription away without a word, unless there is none.</summary>
    public bool TryForget(string id)
    {
        if (subscriptions.Find(id) is null)
            return false;

        subscriptions.Forget(id);
        return true;
    }

    /// <summary>What became of notifications, and what is to become of the next ones.</summary>
    public JsonObject Notifications() => new()
    {
        ["delivered"] = subscriptions.Delivered,
        ["refused"] = subscriptions.Refused,
        ["pending"] = subscriptions.Post.Pending,
        ["loseNext"] = subscriptions.Post.ToLose,
        ["repeatNext"] = subscriptions.Post.ToRepeat,
        ["retryDelaySeconds"] = subscriptions.RetryDelay.TotalSeconds,
        ["tenantId"] = subscriptions.TenantId,
    };

    /// <exception cref="FormatException">The object is wrong, and nothing is set; the message says why.</exception>
    public void SetNotifications(JsonNode? node)
    {
        var json = JsonMembers.Of("$.notifications", node);
        json.Allow("loseNext", "repeatNext", "retryDelaySeconds", "tenantId");
        var lose = json.Number("loseNext", atLeast: 0);
        var repeat = json.Number("repeatNext", atLeast: 0);
        var delay = json.Seconds("retryDelaySeconds");
        var tenantId = json.Text("tenantId");
        if (tenantId?.Length == 0)
            throw json.Fault("tenantId", "is empty");

        subscriptions.Post.ToLose = lose ?? subscriptions.Post.ToLose;
        subscriptions.Post.ToRepeat = repeat ?? subscriptions.Post.ToRepeat;
        subscriptions.RetryDelay = delay is { } seconds ? TimeSpan.FromSeconds(seconds) : subscriptions.RetryDelay;
        subscriptions.TenantId = tenantId ?? subscriptions.TenantId;
    }

    /// <exception cref="FormatException">An object is no event, and nobody is told of any; the message says why.</exception>
    public void TellLifecycle(JsonArray events)
    {
        var removed = new HashSet<string>(StringComparer.Ordinal);
        DoAll("lifecycleEvents", events, json => ReadLifecycle(json, removed));
    }

    /// <exception cref="FormatException">An object is no event, and nobody is told of any; the message says why.</exception>
    public void TellCalls(JsonArray events) => DoAll("callEvents", events, json =>
    {
        json.Allow("joinWebUrl", "eventType", "eventDateTime");
        var joinWebUrl = Link(json, Needed(json, "joinWebUrl"));
        var (eventType, occurredAt) = (Needed(json, "eventType"), json.Time("eventDateTime"));
        return () => subscriptions.TellCall(joinWebUrl, eventType, occurredAt);
    });

    /// <exception cref="FormatException">An object is no record, and none is added; the message says why.</exception>
    public void AddCallRecords(JsonArray records) => DoAll("callRecords", records, json =>
    {
        json.Allow("id", "joinWebUrl", "endDateTime");
        var joinWebUrl = json.Text("joinWebUrl") is { } link ? Link(json, link) : null;
        var (id, endedAt) = (Needed(json, "id"), json.Time("endDateTime"));
        return () => subscriptions.AddCallRecord(id, joinWebUrl, endedAt);
    });

    /// <summary>Waits until every notification has been taken, lost or given up.</summary>
    public Task SettledAsync(CancellationToken cancellationToken) => subscriptions.DeliveredAsync().WaitAsync(cancellationToken);

    public void Reset() => _restore();

    private static JsonObject Json(FakeSubscription subscription)
    {
        var json = SubscriptionAnswers.Json(subscription);
        json["clientState"] = subscription.ClientState;
        return json;
    }

    // All are read before the first is done, so that what is wrong changes nothing.
    private static void DoAll(string name, JsonArray nodes, Func<JsonMembers, Action> read)
    {
        foreach (var act in nodes.Select((node, index) => read(JsonMembers.Of($"$.{name}[{index}]", node))).ToList())
            act();
    }

    private static string Needed(JsonMembers json, string name) =>
        json.Text(name) is { Length: > 0 } text ? text : throw json.Fault(name, "is missing or empty");

    // One that is encoded as a whole is no link any more, and no subscription watches it.
    private static string Link(JsonMembers json, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == "https"
            ? text
            : throw json.Fault("joinWebUrl", "is no https address; write the join link as the meeting has it, not encoded once more");

    private Action ReadLifecycle(JsonMembers json, HashSet<string> removed)
    {
        json.Allow("subscriptionId", "lifecycleEvent");
        var happened = json.Text("lifecycleEvent");
        if (!Lifecycle.Contains(happened, StringComparer.Ordinal))
            throw json.Fault("lifecycleEvent", $"is none of {string.Join(", ", Lifecycle)}");

        var id = Needed(json, "subscriptionId");
        var subscription = subscriptions.Find(id)
            ?? throw json.Fault(
                "subscriptionId", $"is '{id}', which no subscription has that lives; GET {ControlPath.Root}/subscriptions lists those");
        if (subscription.LifecycleNotificationUrl is null)
        {
            throw json.Fault(
                "subscriptionId",
                $"is '{id}', which was made without lifecycleNotificationUrl, so that nobody could be told; " +
                $"subscribe with one, or take it away without a word by DELETE {ControlPath.Root}/subscriptions/{id}");
        }

        if (removed.Contains(id))
            throw json.Fault("subscriptionId", $"is '{id}', which an event before it removes; tell the others first");
        if (happened == "subscriptionRemoved")
            removed.Add(id);

        return happened switch
        {
            "reauthorizationRequired" => () => subscriptions.RequireReauthorization(id),
            "subscriptionRemoved" => () => subscriptions.Remove(id),
            _ => () => subscriptions.Miss(id),
        };
    }
}
