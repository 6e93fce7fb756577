namespace Attendance.Client;

/// <summary>An online meeting, made by <see cref="AttendanceSource.Meeting"/>.</summary>
public sealed record MeetingSource : AttendanceSource
{
    internal MeetingSource(Organizer organizer, string meetingId)
    {
        Organizer = organizer;
        MeetingId = meetingId;
    }

    /// <summary>Who organizes the meeting.</summary>
    public Organizer Organizer { get; }

    /// <summary>Id of the online meeting.</summary>
    public string MeetingId { get; }

    internal override string Path => $"{Organizer}/onlineMeetings/{Uri.EscapeDataString(MeetingId)}";
}
