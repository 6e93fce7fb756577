using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Why a source may have no report.</summary>
internal static class NoReportText
{
    public static string Of(AttendanceSource source) => $"""
        There is no attendance report yet for {source}. It may be that
          - the meeting is still running, or was never held,
          - Teams has not made the report yet, which takes minutes to hours after the end,
          - attendance reports are switched off, by an administrator or by the organizer,
          - the meeting was more than a year ago: Teams keeps reports for one year.
        """;
}
