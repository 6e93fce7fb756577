namespace Attendance.Client.Archive.Internal;

/// <summary>Somebody whose meetings are kept, and how far their calendar was read.</summary>
internal sealed class OrganizerRow
{
    public int Id { get; set; }

    /// <summary><c>me</c> or <c>users/{id}</c>.</summary>
    public required string Name { get; set; }

    /// <summary>Object id, or null for the signed-in user of a harvest.</summary>
    public string? UserId { get; set; }

    public DateTimeOffset? CalendarReadFrom { get; set; }

    /// <summary>Up to when every ended occurrence was asked for, or null for never.</summary>
    public DateTimeOffset? CalendarReadUntil { get; set; }

    public DateTimeOffset? HarvestedAt { get; set; }
}
