using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>A fault with the requests that it is for, as text.</summary>
internal static class FaultJson
{
    private static readonly IReadOnlyDictionary<string, GraphOperation> Operations = JsonMembers.NamesOf<GraphOperation>();

    private static readonly Dictionary<string, GraphFault> Cuts = new(StringComparer.Ordinal)
    {
        ["connection"] = GraphFault.CutConnection(),
        ["body"] = GraphFault.CutBody(),
        ["json"] = GraphFault.BrokenBody(),
    };

    /// <exception cref="FormatException">The object is no fault; the message says why.</exception>
    public static FaultRule Read(string path, JsonNode? node)
    {
        var json = JsonMembers.Of(path, node);
        var every = json.Number("every", atLeast: 1);
        return new FaultRule(
            ReadFault(json),
            json.Has("operation") ? json.OneOf("operation", Operations) : null,
            every ?? 1,
            json.Number("times", atLeast: 1) ?? (every is null ? 1 : null));
    }

    public static JsonObject Write(FaultRule rule)
    {
        var fault = rule.Fault;
        var json = fault.Kind switch
        {
            GraphFault.Way.Delay => new JsonObject { ["delaySeconds"] = fault.DelayTime.TotalSeconds },
            GraphFault.Way.EmptyList => new JsonObject { ["late"] = true },
            GraphFault.Way.CutConnection => new JsonObject { ["cut"] = "connection" },
            GraphFault.Way.CutBody => new JsonObject { ["cut"] = "body" },
            GraphFault.Way.BrokenBody => new JsonObject { ["cut"] = "json" },
            GraphFault.Way.Content => new JsonObject
            {
                ["content"] = fault.Text,
                ["mediaType"] = fault.MediaType,
                ["status"] = (int)fault.StatusCode,
            },
            _ => new JsonObject { ["status"] = (int)fault.StatusCode },
        };
        if (fault.Kind == GraphFault.Way.Status)
        {
            Add(json, "code", fault.Code);
            Add(json, "message", fault.Text);
            Add(json, "retryAfter", fault.RetryAfter);
        }

        if (rule.Operation is { } operation)
            json["operation"] = JsonNamingPolicy.CamelCase.ConvertName(operation.ToString());
        if (rule.Every > 1 || rule.Times is null)
            json["every"] = rule.Every;
        if (rule.Times is { } times)
            json["times"] = times;

        return json;
    }

    private static GraphFault ReadFault(JsonMembers json)
    {
        const string Any = "operation, every, times";
        if (json.Has("content"))
        {
            json.Allow("content", "mediaType", "status", "operation", "every", "times");
            return GraphFault.Content(
                json.Text("content") ?? throw json.Fault("content", "is no text"), json.Text("mediaType") ?? "text/html",
                (HttpStatusCode)(json.Number("status", 200, 599) ?? 200));
        }

        if (json.Has("status"))
        {
            json.Allow("status", "code", "message", "retryAfter", "operation", "every", "times");
            return GraphFault.Status(
                (HttpStatusCode)(json.Number("status", 400, 599) ?? throw json.Fault("status", "is no whole number from 400 to 599")),
                json.Text("code"), json.Text("message"), RetryAfter(json));
        }

        if (json.Has("delaySeconds"))
        {
            json.Allow("delaySeconds", "operation", "every", "times");
            return GraphFault.Delay(TimeSpan.FromSeconds(
                json.Seconds("delaySeconds") ?? throw json.Fault("delaySeconds", "is no number of seconds")));
        }

        if (json.Has("cut"))
        {
            json.Allow("cut", "operation", "every", "times");
            return json.OneOf("cut", Cuts);
        }

        if (json.Has("late"))
        {
            json.Allow("late", "operation", "every", "times");
            return json.Node("late")?.GetValueKind() == JsonValueKind.True ? GraphFault.Late() : throw json.Fault("late", "is not true");
        }

        throw json.Fault($"is no fault; it must have one of status, delaySeconds, content, cut, late, and may have {Any}");
    }

    // A number of seconds or, as the header may hold one, a date.
    private static string? RetryAfter(JsonMembers json) =>
        json.Node("retryAfter")?.GetValueKind() == JsonValueKind.Number
            ? json.Seconds("retryAfter")!.Value.ToString("0.###", CultureInfo.InvariantCulture)
            : json.Text("retryAfter");

    private static void Add(JsonObject json, string name, string? text)
    {
        if (text is not null)
            json[name] = text;
    }
}
