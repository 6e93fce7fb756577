using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Why a source may have no report.</summary>
internal static class NoReportText
{
    /// <summary>What the user is told.</summary>
    /// <param name="source">Where attendance was taken.</param>
    /// <param name="session">Which session alone counts, or empty for any.</param>
    public static string Of(AttendanceSource source, string session = "") => $"""
        There is no attendance report yet for {source}{session}. It may be that
          - the meeting is still running, or was never held,
          - Teams has not made the report yet, which takes minutes to hours after the end,
          - attendance reports are switched off, by an administrator or by the organizer,
          - the meeting was more than a year ago: Teams keeps reports for one year.
        """;
}
