namespace Attendance.Client.Archive.Internal;

/// <summary>Who made a webinar or town hall, or helps to organize it.</summary>
internal sealed class HostRow
{
    public long VirtualEventId { get; set; }

    /// <summary>0 for who made it, from 1 for the co-organizers.</summary>
    public int Position { get; set; }

    public required IdentityColumns Identity { get; set; }
}
