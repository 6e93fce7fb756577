namespace Attendance.Client.Testing.Internal;

/// <summary>A webinar or town hall.</summary>
internal sealed class StoredEvent(VirtualEventKind kind, Stored entity)
{
    public VirtualEventKind Kind => kind;

    public Stored Entity { get; set; } = entity;

    public Dictionary<string, StoredPlace> Sessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Stored> Registrations { get; } = new(StringComparer.Ordinal);

    /// <summary>Id of the user who made the event, or null where it does not say.</summary>
    public string? OrganizerId => (string?)Entity.Json()["createdBy"]?["user"]?["id"];

    /// <summary>Whether the user has the role, by its name on the wire.</summary>
    public bool HasRole(string userId, string role) => role switch
    {
        "organizer" => string.Equals(OrganizerId, userId, StringComparison.OrdinalIgnoreCase),
        _ => Entity.Json()["coOrganizers"]?.AsArray().Any(
            organizer => string.Equals((string?)organizer?["id"], userId, StringComparison.OrdinalIgnoreCase)) == true,
    };
}
