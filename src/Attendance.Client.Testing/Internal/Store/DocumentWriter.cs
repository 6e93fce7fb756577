using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Writes down all that a graph holds: Graph's own JSON in the order of Graph's own paths, with what belongs to an entity in the
/// entity.</summary>
internal static class DocumentWriter
{
    public static void Write(GraphStore store, HashSet<string> usersWithoutPolicy, JsonObject document)
    {
        var users = new JsonObject();
        foreach (var id in store.Users.Keys.Union(usersWithoutPolicy, StringComparer.OrdinalIgnoreCase))
        {
            var user = new JsonObject();
            if (usersWithoutPolicy.Contains(id))
                user["hasAccessPolicy"] = false;
            if (store.Users.TryGetValue(id, out var held))
            {
                foreach (var member in held.Profile?.Json() ?? [])
                    user[member.Key] = member.Value?.DeepClone();
                AddList(user, "onlineMeetings", held.Meetings.Values, WithReports);
                AddList(user, "calendarView", held.Calendar, static calendarEvent => calendarEvent.Json());
            }

            users[id] = user;
        }

        var events = new JsonObject();
        AddList(events, "webinars", store.Events.Where(held => held.Kind == VirtualEventKind.Webinar), WithSessions);
        AddList(events, "townhalls", store.Events.Where(held => held.Kind == VirtualEventKind.Townhall), WithSessions);
        document["users"] = users;
        if (store.Groups.Count > 0)
        {
            var groups = new JsonObject();
            foreach (var group in store.Groups)
            {
                var json = new JsonObject();
                AddList(json, "transitiveMembers", group.Value, static member => member.Json());
                groups[group.Key] = json;
            }

            document["groups"] = groups;
        }

        document["solutions"] = new JsonObject { ["virtualEvents"] = events };
    }

    private static JsonObject WithReports(StoredPlace place)
    {
        var json = place.Entity.Json();
        AddList(json, "attendanceReports", place.Reports, static report =>
        {
            var members = report.Json();
            AddList(members, "attendanceRecords", report.Records, static record => record());
            return members;
        });
        return json;
    }

    private static JsonObject WithSessions(StoredEvent held)
    {
        var json = held.Entity.Json();
        AddList(json, "sessions", held.Sessions.Values, WithReports);
        AddList(json, "registrations", held.Registrations.Values, static registration => registration.Json());
        return json;
    }

    private static void AddList<T>(JsonObject json, string name, IEnumerable<T> items, Func<T, JsonObject> write)
    {
        JsonNode[] written = [.. items.Select(write)];
        if (written.Length > 0)
            json[name] = new JsonArray(written);
    }
}
