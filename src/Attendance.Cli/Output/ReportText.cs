using Attendance.Client;

namespace Attendance.Cli;

/// <summary>One report with its records, for people.</summary>
internal static class ReportText
{
    public static string Count(int reports) => reports == 1 ? "1 report" : $"{CellText.Of(reports)} reports";

    /// <summary>Whether Graph counts people whom it does not name.</summary>
    public static bool LacksRecords(AttendanceReport report) => report is { ParticipantCount: > 0, Records: null or { Count: 0 } };

    /// <summary>What reports of a source are called, which is the name of the file where that is all.</summary>
    public static string NameOf(IReadOnlyList<string?> ids, string source) => ids switch
    {
        [{ } id] when id == source => $"File {CellText.Of(id)}",
        [var id] => $"Report {CellText.Of(id)} of {source}",
        _ => $"{Count(ids.Count)} of {source}",
    };

    public static void Write(Screen screen, string source, AttendanceReport report, Zone zone, bool stays)
    {
        screen.Line(NameOf([report.Id], source));
        screen.Line(
            $"{zone.TextOf(report.StartedAt)} to {zone.TextOf(report.EndedAt)} {zone.Name}, " +
            $"{CellText.Of(report.EndedAt - report.StartedAt)}, {CellText.People(report.ParticipantCount)}");
        var records = report.Records ?? [];
        if (LacksRecords(report))
            screen.Line("Who attended is not known: Graph counts people, and sends no record of anybody.");
        else if (records.Count == 0)
            screen.Line("Nobody attended: the report has no records.");
        else
        {
            var times = records.SelectMany(record => record.Intervals).SelectMany(stay => new[] { stay.JoinedAt, stay.LeftAt });
            zone = screen.ZoneOf(zone, report.StartedAt, times);
            screen.Render(stays ? [StaysTable.Of(records, zone)] : PeopleTable.Of(records, zone));
        }
    }
}
