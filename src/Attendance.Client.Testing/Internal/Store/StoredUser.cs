namespace Attendance.Client.Testing.Internal;

/// <summary>What a user organizes, and the user's calendar.</summary>
internal sealed class StoredUser
{
    public Dictionary<string, StoredPlace> Meetings { get; } = new(StringComparer.Ordinal);

    /// <summary>What the directory says of the user, or null where only meetings tell.</summary>
    public Stored? Profile { get; set; }

    public List<Stored> Calendar { get; } = [];
}
