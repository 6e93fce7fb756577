using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Requests in one, each of which is answered by itself.</summary>
internal sealed class Batch
{
    private const int MostRequests = 20;

    private readonly HttpRequestMessage _outer;
    private readonly string _root;
    private readonly IReadOnlyList<JsonObject> _parts;

    private Batch(HttpRequestMessage outer, string root, IReadOnlyList<JsonObject> parts)
    {
        _outer = outer;
        _root = root;
        _parts = parts;
    }

    /// <exception cref="GraphRefusal">Graph would not read the batch.</exception>
    public static Batch Parse(HttpRequestMessage outer, string root, string body)
    {
        if (string.IsNullOrEmpty(outer.Headers.Authorization?.Parameter))
            throw GraphRefusal.InvalidToken("Access token is empty.");

        JsonObject?[] parts;
        try
        {
            parts = [.. (JsonNode.Parse(body)?["requests"] as JsonArray ?? throw Malformed()).Select(static part => part as JsonObject)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Malformed();
        }

        if (parts.Length > MostRequests)
            throw GraphRefusal.BadRequest($"The number of requests in a batch is limited to {MostRequests}; this one has {parts.Length}.");
        if (parts.Any(static part => part is null || Id(part) is null || Text(part, "method") is null || Text(part, "url") is null))
            throw Malformed();
        if (parts.Select(static part => Id(part!)).Distinct(StringComparer.OrdinalIgnoreCase).Count() < parts.Length)
            throw GraphRefusal.BadRequest("The ids of the requests in a batch must differ.");

        return new Batch(outer, root, parts!);
    }

    /// <summary>The answers, each with the id of its request.</summary>
    public async Task<JsonObject> AnswerAsync(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
    {
        var failed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var responses = new JsonArray();
        foreach (var part in _parts)
        {
            var id = Id(part)!;
            var waitsFor = (part["dependsOn"] as JsonArray ?? []).Select(static other => other?.ToString() ?? "");
            var response = waitsFor.Any(failed.Contains)
                ? Refused(id, (HttpStatusCode)424, "FailedDependency", "A request that this one depends on has failed.")
                : await AnswerAsync(id, part, answer).ConfigureAwait(false);
            if (response["status"]!.GetValue<int>() >= 400)
                failed.Add(id);
            responses.Add((JsonNode)response);
        }

        return new JsonObject { ["responses"] = responses };
    }

    private static GraphRefusal Malformed() => GraphRefusal.BadRequest("Invalid batch payload format.");

    // Some clients number their requests, and get text back.
    private static string? Id(JsonObject part) =>
        Text(part, "id") ?? (part["id"]?.GetValueKind() == JsonValueKind.Number ? part["id"]!.ToJsonString() : null);

    private static string? Text(JsonObject part, string name) =>
        part[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Refused(string id, HttpStatusCode status, string code, string message) => new()
    {
        ["id"] = id,
        ["status"] = (int)status,
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } },
    };

    private async Task<JsonObject> AnswerAsync(string id, JsonObject part, Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
    {
        // Relative to the version, with a slash or without.
        var url = Text(part, "url")!;
        if (!Uri.TryCreate($"{_root}/{url.TrimStart('/')}", UriKind.Absolute, out var address)
            || url.Contains("://") || url.TrimStart('/').StartsWith("$batch", StringComparison.OrdinalIgnoreCase))
        {
            return Refused(id, HttpStatusCode.BadRequest, "BadRequest", $"The url '{url}' is not relative to the version of Graph.");
        }

        using var request = new HttpRequestMessage(new HttpMethod(Text(part, "method")!.ToUpperInvariant()), address);
        request.Headers.Authorization = _outer.Headers.Authorization;
        foreach (var header in part["headers"] as JsonObject ?? [])
            request.Headers.TryAddWithoutValidation(header.Key, header.Value?.ToString());

        try
        {
            using var response = await answer(request).ConfigureAwait(false);
            return await ReadAsync(id, response).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Refused(id, HttpStatusCode.GatewayTimeout, "GatewayTimeout", "The gateway did not receive a response in time.");
        }
    }

    private static async Task<JsonObject> ReadAsync(string id, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        var headers = new JsonObject();
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(static header => header.Key != "Content-Length"))
            headers[header.Key] = string.Join(", ", header.Value);

        JsonNode? body;
        try
        {
            body = JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            body = text;
        }

        return new JsonObject { ["id"] = id, ["status"] = (int)response.StatusCode, ["headers"] = headers, ["body"] = body };
    }
}
