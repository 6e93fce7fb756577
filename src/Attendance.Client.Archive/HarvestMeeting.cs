namespace Attendance.Client.Archive;

/// <summary>A meeting that a harvest finds by its join link.</summary>
public sealed record HarvestMeeting
{
    /// <summary>A meeting by its join link.</summary>
    /// <param name="organizer">Who organizes it.</param>
    /// <param name="link">Its join link or meeting ID.</param>
    public HarvestMeeting(Organizer organizer, JoinLink link)
    {
        Organizer = organizer ?? throw new ArgumentNullException(nameof(organizer));
        Link = link ?? throw new ArgumentNullException(nameof(link));
    }

    /// <summary>Who organizes it.</summary>
    public Organizer Organizer { get; }

    /// <summary>Its join link or meeting ID.</summary>
    public JoinLink Link { get; }
}
