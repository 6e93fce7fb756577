using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>An entity that the graph holds: its id, and its JSON, made anew for each answer, which may change it.</summary>
internal record Stored(string Id, Func<JsonObject> Json)
{
    /// <summary>An entity that is known by its id alone.</summary>
    public static Stored Bare(string id) => new(id, () => new JsonObject { ["id"] = id });

    /// <summary>An entity in Graph's own JSON.</summary>
    public static Stored Of(string id, JsonObject json) => new(id, () => (JsonObject)json.DeepClone());
}
