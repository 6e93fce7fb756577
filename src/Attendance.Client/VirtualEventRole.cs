namespace Attendance.Client;

/// <summary>Role of a user by whom webinars and town halls can be found.</summary>
public enum VirtualEventRole
{
    /// <summary>The organizer.</summary>
    Organizer,

    /// <summary>A co-organizer.</summary>
    CoOrganizer,
}
