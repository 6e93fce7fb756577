using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What a test in any language sets in a graph, and reads of it, by requests beside Graph's.</summary>
internal sealed class ControlPath(FakeGraph graph)
{
    /// <summary>Where it begins, which is no path of Graph's.</summary>
    public const string Root = "/_fake";

    private readonly object _gate = new();
    private readonly IReadOnlyList<FaultRule> _faults = graph.Faults.Rules;
    private string? _beginning;

    /// <param name="method">Method of the request.</param>
    /// <param name="path">What stands behind <see cref="Root"/>, without query.</param>
    /// <param name="body">Body of the request.</param>
    public ControlAnswer Answer(string method, string path, string body)
    {
        try
        {
            lock (_gate)
                return Answer((method, path.Trim('/')), body);
        }
        catch (FormatException exception)
        {
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
        ("POST", "reset") => Do(Reset),
        (_, "" or "requests" or "faults" or "settings" or "callers" or "data" or "reset") =>
            Refuse(405, "MethodNotAllowed", $"The method {asked.Method} is not allowed for {Root}/{asked.Path}."),
        _ => Refuse(
            404, "NotFound",
            $"{Root}/{asked.Path} is not known; there are {Root}, and below it requests, faults, settings, callers, data and reset."),
    };

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

    private static JsonNode? AsList(JsonNode? node) => node is JsonArray ? node : new JsonArray(node);

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

    private void Reset()
    {
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
