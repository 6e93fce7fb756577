namespace Attendance.Client.Archive;

/// <summary>Whom an archive is to forget, by what is known of them.</summary>
/// <remarks>Where pseudonyms stand for people, it takes the real ones if the archive was opened with their key, and pseudonyms in any
/// case.</remarks>
public sealed record PersonToForget
{
    /// <summary>Object id, or null where it is not known.</summary>
    public string? Id { get; init; }

    /// <summary>E-mail address or user principal name, or null where neither is known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Display name of somebody of whom neither id nor address was sent, such as a guest or a phone; null for anybody
    /// else.</summary>
    /// <remarks>People with an id or an address are not found by name, as their namesakes would be forgotten with them.</remarks>
    public string? Name { get; init; }
}
