namespace Attendance.Client.Archive.Internal;

/// <summary>A subscription that an application keeps alive at Graph, and what is known of it.</summary>
internal sealed class SubscriptionRow
{
    /// <summary>Hash of application and resource, which are too long for an index.</summary>
    public required string Id { get; set; }

    /// <summary>Whose subscription, such as the address that is notified.</summary>
    public required string Application { get; set; }

    /// <summary>What is watched.</summary>
    public required string Resource { get; set; }

    public long Revision { get; set; }

    /// <summary>Graph's id, or null where there is none.</summary>
    public string? GraphId { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public string? SettingsHash { get; set; }

    public string? LostReason { get; set; }

    public DateTimeOffset? LostSince { get; set; }

    public DateTimeOffset? LostUntil { get; set; }

    public bool IsDue { get; set; }

    /// <summary>Which call wrote the row: where a connection breaks at the end of one, it tells whether that was done.</summary>
    public Guid WriteId { get; set; }
}
