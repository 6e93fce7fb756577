using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Gives an answer the oddities that Graph's answers have.</summary>
internal static class QuirkyJson
{
    public static JsonObject Wrap(JsonObject entity)
    {
        var wrapped = new JsonObject();
        if (entity["@odata.context"] is { } context)
            wrapped["@odata.context"] = context.DeepClone();
        entity.Remove("@odata.context");
        wrapped["value"] = entity;
        return wrapped;
    }

    /// <summary>Changes an entity and all that is in it.</summary>
    public static void Apply(GraphQuirks quirks, GraphOperation operation, JsonObject entity)
    {
        if (quirks.HasFlag(GraphQuirks.SessionTimesAsText) && operation is GraphOperation.ListSessions or GraphOperation.GetSession)
        {
            MakeText(entity, "startDateTime");
            MakeText(entity, "endDateTime");
        }

        ApplyDeep(quirks, entity);
    }

    private static void ApplyDeep(GraphQuirks quirks, JsonObject json)
    {
        foreach (var name in json.Select(member => member.Key).ToList())
        {
            switch (json[name])
            {
                case JsonObject inner:
                    ApplyDeep(quirks, inner);
                    break;
                case JsonArray items:
                    foreach (var item in items.OfType<JsonObject>())
                        ApplyDeep(quirks, item);
                    break;
                case JsonValue value when value.TryGetValue<string>(out var text):
                    ApplyToText(quirks, json, name, text);
                    break;
                default:
                    break;
            }
        }

        if (quirks.HasFlag(GraphQuirks.EmptyEmailAddresses) && json.ContainsKey("emailAddress"))
            json["emailAddress"] = "";
        if (quirks.HasFlag(GraphQuirks.UnknownMembers))
            json["memberOfTomorrow"] = new JsonObject { ["nested"] = new JsonArray(1, "two", null) };
    }

    private static void ApplyToText(GraphQuirks quirks, JsonObject json, string name, string text)
    {
        if (name == "@odata.type" && quirks.HasFlag(GraphQuirks.IdentitiesWithoutType))
            json.Remove(name);
        else if (name == "@odata.type" && quirks.HasFlag(GraphQuirks.TypesWithoutHash))
            json[name] = text.TrimStart('#');
        else if (name.EndsWith("DateTime", StringComparison.OrdinalIgnoreCase) && quirks.HasFlag(GraphQuirks.TimesWithoutZone))
            json[name] = text.TrimEnd('Z');
    }

    private static void MakeText(JsonObject session, string name)
    {
        if (session[name] is JsonObject time)
            session[name] = $"{(string?)time["dateTime"]}{((string?)time["timeZone"] is null or "UTC" ? "Z" : "")}";
    }
}
