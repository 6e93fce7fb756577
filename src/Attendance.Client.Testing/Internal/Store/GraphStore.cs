namespace Attendance.Client.Testing.Internal;

/// <summary>What the graph holds. Its user sees to it that one thread at a time comes.</summary>
internal sealed class GraphStore
{
    private readonly Dictionary<string, StoredUser> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(VirtualEventKind Kind, string Id), StoredEvent> _events = [];

    public IReadOnlyDictionary<string, StoredUser> Users => _users;

    public IEnumerable<StoredEvent> Events => _events.Values;

    public StoredEvent? FindEvent(VirtualEventKind kind, string id) => _events.TryGetValue((kind, id), out var held) ? held : null;

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
}
