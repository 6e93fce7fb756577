namespace Attendance.Client.Testing.Internal;

/// <summary>Makes sessions of webinars and town halls.</summary>
internal static class EventSession
{
    public static VirtualEventSession Of(
        VirtualEventKind kind, string eventId, Guid key, Person organizer, string subject, DateTimeTimeZone start, DateTimeTimeZone end)
    {
        var id = key.ToString();
        return new VirtualEventSession
        {
            Source = kind == VirtualEventKind.Webinar ? AttendanceSource.Webinar(eventId, id) : AttendanceSource.Townhall(eventId, id),
            Id = id,
            Subject = subject,
            JoinWebUrl = new TeamsMeeting(organizer, key).JoinWebUrl,
            Start = start,
            End = end,
        };
    }
}
