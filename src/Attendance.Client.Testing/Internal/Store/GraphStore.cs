using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>What the graph holds. Its user sees to it that one thread at a time comes.</summary>
internal sealed class GraphStore
{
    // What a user may be called in a path.
    private static readonly string[] ProfileKeys = ["id", "userPrincipalName", "mail"];

    private readonly Dictionary<string, StoredUser> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(VirtualEventKind Kind, string Id), StoredEvent> _events = [];
    private readonly Dictionary<string, List<Stored>> _groups = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, StoredUser> Users => _users;

    public IEnumerable<StoredEvent> Events => _events.Values;

    public IReadOnlyDictionary<string, List<Stored>> Groups => _groups;

    public void Clear()
    {
        _groups.Clear();
        _users.Clear();
        _events.Clear();
    }

    public StoredEvent? FindEvent(VirtualEventKind kind, string id) => _events.TryGetValue((kind, id), out var held) ? held : null;

    public List<Stored>? FindGroup(string id) => _groups.TryGetValue(id, out var members) ? members : null;

    public List<Stored> GetOrAddGroup(string id)
    {
        if (!_groups.TryGetValue(id, out var members))
            _groups.Add(id, members = []);

        return members;
    }

    public StoredUser GetOrAddUser(string id)
    {
        if (!_users.TryGetValue(id, out var user))
            _users.Add(id, user = new StoredUser());

        return user;
    }

    public StoredPlace GetOrAddMeeting(string organizer, string id)
    {
        var meetings = GetOrAddUser(organizer).Meetings;
        if (!meetings.TryGetValue(id, out var meeting))
            meetings.Add(id, meeting = new StoredPlace(Stored.Bare(id)));

        return meeting;
    }

    public StoredEvent GetOrAddEvent(VirtualEventKind kind, string id)
    {
        if (!_events.TryGetValue((kind, id), out var held))
            _events.Add((kind, id), held = new StoredEvent(kind, Stored.Bare(id)));

        return held;
    }

    public StoredPlace GetOrAddSession(VirtualEventKind kind, string eventId, string id)
    {
        var sessions = GetOrAddEvent(kind, eventId).Sessions;
        if (!sessions.TryGetValue(id, out var session))
            sessions.Add(id, session = new StoredPlace(Stored.Bare(id)));

        return session;
    }

    /// <summary>A value that entities of a type have under a name, or null where none has one.</summary>
    public JsonNode? FindMember(string type, string name)
    {
        IEnumerable<JsonObject> entities = type switch
        {
            "onlineMeeting" => Meetings.Select(static place => place.Entity.Json()),
            "event" => _users.Values.SelectMany(static user => user.Calendar).Select(static stored => stored.Json()),
            "meetingAttendanceReport" => Places.SelectMany(static place => place.Reports).Select(static report => report.Json()),
            "attendanceRecord" =>
                Places.SelectMany(static place => place.Reports)
                    .SelectMany(static report => report.Records).Select(static record => record()),
            "virtualEventRegistration" =>
                _events.Values.SelectMany(static held => held.Registrations.Values).Select(static stored => stored.Json()),
            _ => [],
        };
        return entities.Select(entity => entity[name]).FirstOrDefault(static value => value is not null);
    }

    /// <summary>What the directory says of everybody who is known.</summary>
    public IEnumerable<JsonObject> Profiles(string signedInUserId) =>
        _users.Keys.Union([signedInUserId], StringComparer.OrdinalIgnoreCase).Select(ProfileOf);

    /// <summary>What the directory says of a user by object id, sign-in name or address, or null for a stranger.</summary>
    public JsonObject? FindProfile(string user, string signedInUserId) => Profiles(signedInUserId).FirstOrDefault(
        profile => ProfileKeys.Any(
            member => string.Equals((string?)profile[member], user, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<StoredPlace> Meetings => _users.Values.SelectMany(static user => user.Meetings.Values);

    private IEnumerable<StoredPlace> Places => Meetings.Concat(_events.Values.SelectMany(static held => held.Sessions.Values));

    private JsonObject ProfileOf(string id)
    {
        var profile = new JsonObject { ["businessPhones"] = new JsonArray() };
        foreach (var member in WireMembers.User.Where(static member => member is not ("businessPhones" or "id")))
            profile[member] = null;
        foreach (var member in _users.TryGetValue(id, out var user) && user.Profile is { } given ? given.Json() : ProfileFromMeetings(id))
            profile[member.Key] = member.Value?.DeepClone();

        profile["id"] = id;
        return profile;
    }

    // Who organizes a meeting is named there.
    private JsonObject ProfileFromMeetings(string id)
    {
        var meetings = _users.TryGetValue(id, out var user) ? user.Meetings.Values : Enumerable.Empty<StoredPlace>();
        var organizer = meetings.Select(static place => place.Entity.Json()["participants"]?["organizer"])
            .FirstOrDefault(participant => (string?)participant?["identity"]?["user"]?["id"] == id);
        var address = (string?)organizer?["upn"];
        return new JsonObject
        {
            ["displayName"] = (string?)organizer?["identity"]?["user"]?["displayName"],
            ["mail"] = address,
            ["userPrincipalName"] = address,
        };
    }
}
