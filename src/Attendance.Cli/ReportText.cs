using Attendance.Client;

namespace Attendance.Cli;

/// <summary>One report with its records, for people.</summary>
internal static class ReportText
{
    public static void Write(Screen screen, AttendanceSource source, AttendanceReport report, bool stays)
    {
        screen.Line($"Report {CellText.Of(report.Id)} of {source}");
        screen.Line(
            $"{CellText.Of(report.StartedAt)} to {CellText.Of(report.EndedAt)} UTC, {CellText.Of(report.EndedAt - report.StartedAt)}, {CellText.People(report.ParticipantCount)}");
        var records = report.Records ?? [];
        screen.Render(stays ? [StaysTable.Of(records)] : PeopleTable.Of(records));
    }
}
