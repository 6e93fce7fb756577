namespace Attendance.Client.Archive.Internal;

/// <summary>Who is at work on something, so that nobody else is.</summary>
internal sealed class LeaseRow
{
    /// <summary>What is worked on, such as the harvest of an organizer.</summary>
    public required string Name { get; set; }

    public Guid HolderId { get; set; }

    /// <summary>When it is free again, unless its holder asks for more.</summary>
    public DateTimeOffset EndsAt { get; set; }
}
