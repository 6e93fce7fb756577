namespace Attendance.Client.Testing.Internal;

/// <summary>What reports belong to: a meeting of a user, or a session of a webinar or town hall.</summary>
internal sealed record ResourceKey
{
    private ResourceKey(string collection, string id, string owner)
    {
        Collection = collection;
        Id = id;
        Owner = owner;
    }

    /// <summary><c>onlineMeetings</c>, <c>webinars</c> or <c>townhalls</c>.</summary>
    public string Collection { get; }

    /// <summary>Id of the meeting or of the session.</summary>
    public string Id { get; }

    /// <summary>Id of the organizer of a meeting, or of the webinar or town hall of a session.</summary>
    public string Owner { get; }

    public static ResourceKey Meeting(string userId, string meetingId) => new("onlineMeetings", meetingId, userId.ToLowerInvariant());

    public static ResourceKey Session(string collection, string eventId, string sessionId) => new(collection.ToLowerInvariant(), sessionId, eventId);

    public bool IsSameMeetingOfAnotherUser(ResourceKey other) => Collection is "onlineMeetings" && Id == other.Id && Owner != other.Owner;
}
