namespace Attendance.Client.Testing.Internal;

/// <summary>What a user organizes, and the user's calendar.</summary>
internal sealed class StoredUser
{
    public Dictionary<string, StoredPlace> Meetings { get; } = new(StringComparer.Ordinal);

    public List<Stored> Calendar { get; } = [];
}
