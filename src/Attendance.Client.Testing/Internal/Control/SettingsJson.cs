using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>How a graph answers, as text.</summary>
internal static class SettingsJson
{
    private static readonly IReadOnlyDictionary<string, GraphQuirks> Quirks = JsonMembers.NamesOf<GraphQuirks>();

    /// <returns>What sets the graph so; a setting that the object does not name stays as it is.</returns>
    /// <exception cref="FormatException">The object holds no settings; the message says why.</exception>
    public static Action<FakeGraph> Read(string path, JsonNode? node)
    {
        var json = JsonMembers.Of(path, node);
        json.Allow("signedInUserId", "pageSize", "expansionSize", "virtualEventRequestLimit", "quirks");
        var signedIn = json.Text("signedInUserId");
        var pageSize = json.Number("pageSize", atLeast: 1);
        var expansionSize = json.Number("expansionSize", atLeast: 0);
        var limit = json.Number("virtualEventRequestLimit", atLeast: 0);
        var quirks = json.Texts("quirks").Select(
            name => Quirks.TryGetValue(name, out var quirk)
                ? quirk
                : throw json.Fault("quirks", $"has '{name}', which is none of {string.Join(", ", Quirks.Keys)}"))
            .Aggregate(GraphQuirks.None, static (all, quirk) => all | quirk);
        return graph =>
        {
            graph.SignedInUserId = signedIn ?? graph.SignedInUserId;
            graph.PageSize = pageSize ?? graph.PageSize;
            if (json.Has("expansionSize"))
                graph.ExpansionSize = expansionSize;
            if (json.Has("virtualEventRequestLimit"))
                graph.VirtualEventRequestLimit = limit;
            if (json.Has("quirks"))
                graph.Quirks = quirks;
        };
    }

    public static JsonObject Write(FakeGraph graph) => new()
    {
        ["signedInUserId"] = graph.SignedInUserId,
        ["pageSize"] = graph.PageSize,
        ["expansionSize"] = graph.ExpansionSize,
        ["virtualEventRequestLimit"] = graph.VirtualEventRequestLimit,
        ["quirks"] = new JsonArray(
        [
            .. Quirks.Where(quirk => quirk.Value is not (GraphQuirks.None or GraphQuirks.All) && graph.Quirks.HasFlag(quirk.Value))
                .Select(static quirk => (JsonNode)quirk.Key),
        ]),
    };

    /// <summary>Sets a graph as a new one is.</summary>
    public static void Reset(FakeGraph graph)
    {
        using var other = new FakeGraph();
        Read("$", Write(other))(graph);
    }

    /// <summary>The settings that are not as they are in a new graph.</summary>
    public static JsonObject WriteChanged(FakeGraph graph)
    {
        using var other = new FakeGraph();
        var usual = Write(other);
        return new JsonObject(Write(graph)
            .Where(setting => !JsonNode.DeepEquals(setting.Value, usual[setting.Key]))
            .Select(static setting => new KeyValuePair<string, JsonNode?>(setting.Key, setting.Value?.DeepClone())));
    }
}
