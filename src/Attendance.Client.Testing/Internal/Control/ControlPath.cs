using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What a test in any language sets in a graph, and reads of it, by requests beside Graph's.</summary>
internal sealed class ControlPath(FakeGraph graph)
{
    /// <summary>Where it begins, which is no path of Graph's.</summary>
    public const string Root = "/_fake";

    private const string Settled = "notifications/settled";
    private const string OneSubscription = "subscriptions/";

    private static readonly string[] Names =
    [
        "requests", "faults", "settings", "callers", "data", "subscriptions", "notifications", "lifecycleEvents", "callEvents",
        "callRecords", "reset",
    ];

    private readonly object _gate = new();
    private readonly IReadOnlyList<FaultRule> _faults = graph.Faults.Rules;
    private readonly SubscriptionControl _subscriptions = new(graph.Subscriptions);
    private string? _beginning;

    /// <param name="method">Method of the request.</param>
    /// <param name="path">What stands behind <see cref="Root"/>, without query.</param>
    /// <param name="body">Body of the request.</param>
    /// <param name="cancellationToken">Cancels the wait for what is asked.</param>
    public async Task<ControlAnswer> AnswerAsync(string method, string path, string body, CancellationToken cancellationToken)
    {
        var asked = (Method: method, Path: path.Trim('/'));

        // Not under the lock, as it may take another request to end it.
        if (asked is ("GET", Settled))
            await _subscriptions.SettledAsync(cancellationToken).ConfigureAwait(false);

        try
        {
            lock (_gate)
                return Answer(asked, body);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // One of arguments says that something has ended in this very moment.
            return Refuse(400, "BadRequest", exception.Message);
        }
    }

    public static ControlAnswer Refuse(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private ControlAnswer Answer((string Method, string Path) asked, string body) => asked switch
    {
        ("GET", "") => Ok(Overview()),
        ("GET", "requests") => Ok(Requests()),
        ("DELETE", "requests") => Do(() => graph.ForgetRequests()),
        ("GET", "faults") => Ok(Faults()),
        ("POST", "faults") => Change(() => graph.AddJson(Document("faults", AsList(Parse(body))))),
        ("DELETE", "faults") => Do(() => graph.StopFailing()),
        ("GET", "settings") => Ok(SettingsJson.Write(graph)),
        ("PATCH", "settings") => Change(() => graph.AddJson(Document("settings", Parse(body)))),
        ("POST", "callers") => Change(() => graph.AddJson(Document("callers", AsList(Parse(body))))),
        ("GET", "data") => Ok(JsonNode.Parse(graph.ToJson())!),
        ("POST", "data") => Change(() => graph.AddJson(body)),
        ("PUT", "data") => Change(() => graph.Replace(body)),
        ("GET", "subscriptions") => Ok(_subscriptions.List()),
        ("DELETE", var path) when path.StartsWith(OneSubscription, StringComparison.Ordinal) =>
            ForgetSubscription(Uri.UnescapeDataString(path[OneSubscription.Length..])),
        ("GET", "notifications" or Settled) => Ok(_subscriptions.Notifications()),
        ("PATCH", "notifications") => Do(() => _subscriptions.SetNotifications(Parse(body))),
        ("POST", "lifecycleEvents") => Do(() => _subscriptions.TellLifecycle(AsList(Parse(body)))),
        ("POST", "callEvents") => Do(() => _subscriptions.TellCalls(AsList(Parse(body)))),
        ("POST", "callRecords") => Do(() => _subscriptions.AddCallRecords(AsList(Parse(body)))),
        ("POST", "reset") => Do(Reset),
        (_, var path) when IsKnown(path) =>
            Refuse(405, "MethodNotAllowed", $"The method {asked.Method} is not allowed for {Root}/{asked.Path}."),
        _ => Refuse(
            404, "NotFound",
            $"{Root}/{asked.Path} is not known; there are {Root}, and below it {string.Join(", ", Names[..^1])} and {Names[^1]}."),
    };

    private static bool IsKnown(string path) =>
        path is "" or Settled || path.StartsWith(OneSubscription, StringComparison.Ordinal) || Names.Contains(path, StringComparer.Ordinal);

    private static ControlAnswer Ok(JsonNode body) => new(200, body);

    private static ControlAnswer Do(Action action)
    {
        action();
        return new ControlAnswer(204, Body: null);
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The body is no JSON: {exception.Message}", exception);
        }
    }

    private static JsonArray AsList(JsonNode? node) => node as JsonArray ?? new JsonArray(node);

    private static string Document(string name, JsonNode? value) => new JsonObject { [name] = value }.ToJsonString();

    private static JsonObject RequestJson(FakeGraphRequest request) => new()
    {
        ["method"] = request.Method,
        ["url"] = request.Uri.ToString(),
        ["operation"] = JsonNamingPolicy.CamelCase.ConvertName(request.Operation.ToString()),
        ["version"] = request.Version switch { GraphVersion.V1 => "v1.0", GraphVersion.Beta => "beta", _ => null },
        ["query"] = Texts(request.Query),
        ["headers"] = Texts(request.Headers),
        ["status"] = (int?)request.Status,
    };

    private static JsonObject Texts(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(static text => new KeyValuePair<string, JsonNode?>(text.Key, text.Value)));

    private ControlAnswer Change(Action change)
    {
        // Only who changes something wants it back.
        _beginning ??= graph.ToJson();
        return Do(change);
    }

    private ControlAnswer ForgetSubscription(string id) => _subscriptions.TryForget(id)
        ? new ControlAnswer(204, Body: null)
        : Refuse(404, "NotFound", $"There is no subscription '{id}', or not any more; GET {Root}/subscriptions lists those that live.");

    private void Reset()
    {
        _subscriptions.Reset();
        if (_beginning is not null)
            graph.Replace(_beginning);
        graph.StopFailing().ForgetRequests();
        foreach (var rule in _faults)
            graph.Faults.Add(rule);
    }

    private JsonObject Overview() => new()
    {
        ["requestCount"] = graph.RequestCount,
        ["settings"] = SettingsJson.Write(graph),
        ["faults"] = Faults(),
    };

    private JsonObject Requests()
    {
        var kept = graph.Requests;
        return new JsonObject
        {
            ["count"] = graph.RequestCount,
            ["value"] = new JsonArray([.. kept.Select(static request => (JsonNode)RequestJson(request))]),
        };
    }

    private JsonArray Faults() => new([.. graph.Faults.Rules.Select(static rule => (JsonNode)FaultJson.Write(rule))]);
}
