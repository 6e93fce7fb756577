using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Reads what <see cref="FakeGraph.ToJson"/> writes, and what people write by hand: all of it or, where something is wrong,
/// nothing.</summary>
internal sealed class DocumentReader(GraphStore store, FakeGraph graph, HashSet<string> usersWithoutPolicy)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly List<Action> _additions = [];

    /// <returns>What adds it to the graph, in order.</returns>
    /// <exception cref="FormatException">The text is no JSON, or another document; the message says where.</exception>
    public IReadOnlyList<Action> Read(string text)
    {
        var root = ObjectAt("$", Parse(text));
        CheckMembers("$", root, "$schema", "settings", "callers", "faults", "me", "users", "groups", "solutions");
        if (root["settings"] is { } settings)
        {
            var set = SettingsJson.Read("$.settings", settings);
            _additions.Add(() => set(graph));
        }

        foreach (var (path, json) in Items("$", root, "callers"))
            ReadCaller(path, json);
        foreach (var (path, json) in Items("$", root, "faults"))
        {
            var rule = FaultJson.Read(path, json);
            _additions.Add(() => graph.Faults.Add(rule));
        }

        if (root["me"] is { } me)
            ReadUser("$.me", me, (string?)(root["settings"] as JsonObject)?["signedInUserId"] ?? graph.SignedInUserId);
        foreach (var user in root["users"] is { } users ? ObjectAt("$.users", users) : [])
            ReadUser($"$.users['{user.Key}']", user.Value, user.Key);
        foreach (var group in root["groups"] is { } groups ? ObjectAt("$.groups", groups) : [])
            ReadGroup($"$.groups['{group.Key}']", group.Value, group.Key);
        if (root["solutions"] is { } solutions)
        {
            CheckMembers("$.solutions", ObjectAt("$.solutions", solutions), "virtualEvents");
            if (solutions["virtualEvents"] is { } events)
                ReadEvents("$.solutions.virtualEvents", ObjectAt("$.solutions.virtualEvents", events));
        }

        return _additions;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The document is no JSON: {exception.Message}", exception);
        }
    }

    private static StoredReport ReadReport(string path, JsonObject json)
    {
        var id = IdOf(path, json);
        var records = Items(path, json, "attendanceRecords").ConvertAll(record => Stored.Of("", record.Json).Json);
        DateTimeOffset? end = DateTimeOffset.TryParse(
            json["meetingEndDateTime"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var time) ? time : null;
        return new StoredReport(id, end, Stored.Of(id, Without(json, "attendanceRecords")).Json, records);
    }

    private static JsonObject Without(JsonObject json, params string[] members)
    {
        var rest = (JsonObject)json.DeepClone();
        foreach (var member in members)
            rest.Remove(member);

        return rest;
    }

    private static void CheckMembers(string path, JsonObject json, params string[] known)
    {
        if (json.FirstOrDefault(member => !known.Contains(member.Key, StringComparer.Ordinal)) is { Key: { } unknown })
            throw Fault($"{path}.{unknown}", $"is not known; {path} may have {string.Join(", ", known)}");
    }

    private static List<(string Path, JsonObject Json)> Items(string path, JsonObject json, string name) => json[name] switch
    {
        null => [],
        JsonArray items => [.. items.Select((item, index) => ($"{path}.{name}[{index}]", ObjectAt($"{path}.{name}[{index}]", item)))],
        _ => throw Fault($"{path}.{name}", "is no list"),
    };

    private static JsonObject ObjectAt(string path, JsonNode? node) => node as JsonObject ?? throw Fault(path, "is no object");

    private static string IdOf(string path, JsonObject json) =>
        json["id"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length > 0
            ? id
            : throw Fault(path, "has no id, so nobody could ask for it; give it one");

    private static FormatException Fault(string path, string what) => new($"{path} {what}.");

    private void ReadCaller(string path, JsonObject json)
    {
        var (token, caller) = CallerJson.Read(path, json);
        _additions.Add(() =>
        {
            if (token is null)
                graph.Caller = caller;
            else
                graph.SignIn(token, caller);
        });
    }

    private void ReadUser(string path, JsonNode? node, string id)
    {
        var user = ObjectAt(path, node);
        CheckMembers(path, user, ["onlineMeetings", "calendarView", "hasAccessPolicy", .. WireMembers.User]);
        var profile = Without(user, "onlineMeetings", "calendarView", "hasAccessPolicy");
        if (profile.Count > 0)
            _additions.Add(() => store.GetOrAddUser(id).Profile = Stored.Of(id, profile));
        if (user["hasAccessPolicy"] is { } policy)
        {
            if (policy.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
                throw Fault($"{path}.hasAccessPolicy", "is neither true nor false");
            if (policy.GetValueKind() == JsonValueKind.False)
                _additions.Add(() => usersWithoutPolicy.Add(id));
        }

        foreach (var (meetingPath, meeting) in Items(path, user, "onlineMeetings"))
            ReadPlace(meetingPath, meeting, meetingId => store.GetOrAddMeeting(id, meetingId));
        foreach (var (_, calendarEvent) in Items(path, user, "calendarView"))
            _additions.Add(() => store.GetOrAddUser(id).Calendar.Add(Stored.Of(calendarEvent["id"]?.ToString() ?? "", calendarEvent)));
    }

    private void ReadGroup(string path, JsonNode? node, string id)
    {
        var group = ObjectAt(path, node);
        CheckMembers(path, group, "transitiveMembers");
        var members = Items(path, group, "transitiveMembers").ConvertAll(member => Stored.Of(IdOf(member.Path, member.Json), member.Json));
        _additions.Add(() => store.GetOrAddGroup(id).AddRange(members));
    }

    private void ReadEvents(string path, JsonObject events)
    {
        CheckMembers(path, events, "webinars", "townhalls");
        foreach (var (eventPath, webinar) in Items(path, events, "webinars"))
            ReadEvent(eventPath, webinar, VirtualEventKind.Webinar);
        foreach (var (eventPath, townhall) in Items(path, events, "townhalls"))
            ReadEvent(eventPath, townhall, VirtualEventKind.Townhall);
    }

    private void ReadEvent(string path, JsonObject json, VirtualEventKind kind)
    {
        var id = IdOf(path, json);
        var entity = Without(json, "sessions", "registrations");
        _additions.Add(() => store.GetOrAddEvent(kind, id).Entity = Stored.Of(id, entity));
        foreach (var (sessionPath, session) in Items(path, json, "sessions"))
            ReadPlace(sessionPath, session, sessionId => store.GetOrAddSession(kind, id, sessionId));
        foreach (var (registrationPath, registration) in Items(path, json, "registrations"))
        {
            var registrationId = IdOf(registrationPath, registration);
            _additions.Add(() => store.GetOrAddEvent(kind, id).Registrations[registrationId] = Stored.Of(registrationId, registration));
        }
    }

    private void ReadPlace(string path, JsonObject json, Func<string, StoredPlace> placeOf)
    {
        var id = IdOf(path, json);
        var entity = Without(json, "attendanceReports");
        var reports = Items(path, json, "attendanceReports").ConvertAll(report => ReadReport(report.Path, report.Json));
        _additions.Add(() =>
        {
            var place = placeOf(id);
            place.Entity = Stored.Of(id, entity);
            foreach (var report in reports)
                place.Add(report);
        });
    }
}
