using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The other way round: the options that name a source.</summary>
internal static class SourceArguments
{
    public static string Of(AttendanceSource source) => source switch
    {
        MeetingSource { Organizer.UserId: { } user } meeting =>
            $"--meeting {Argument.Quoted(meeting.MeetingId)} --user {Argument.Quoted(user)}",
        MeetingSource meeting => $"--meeting {Argument.Quoted(meeting.MeetingId)}",
        WebinarSource webinar => $"--webinar {Argument.Quoted(webinar.WebinarId)} --session {Argument.Quoted(webinar.SessionId)}",
        TownhallSource townhall => $"--townhall {Argument.Quoted(townhall.TownhallId)} --session {Argument.Quoted(townhall.SessionId)}",
        _ => $"--source {Argument.Quoted(source.ToString())}",
    };
}
