using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The other way round: the options that name a source.</summary>
internal static class SourceArguments
{
    public static string Of(AttendanceSource source) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting => $"--meeting {meeting.MeetingId} --user {user}",
        MeetingSource meeting => $"--meeting {meeting.MeetingId}",
        WebinarSource webinar => $"--webinar {webinar.WebinarId} --session {webinar.SessionId}",
        TownhallSource townhall => $"--townhall {townhall.TownhallId} --session {townhall.SessionId}",
        _ => $"--source {source}",
    };
}
