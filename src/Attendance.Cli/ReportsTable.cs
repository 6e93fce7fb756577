using Attendance.Client;
using Spectre.Console.Rendering;

namespace Attendance.Cli;

/// <summary>Reports without their records, one in a row, as layouts for wide and narrow screens.</summary>
internal static class ReportsTable
{
    public static IRenderable[] Of(IReadOnlyList<AttendanceReport> reports, Zone zone)
    {
        var wide = AddWideColumns(new DataTable(), zone);
        var narrow = AddNarrowColumns(new DataTable().FlexibleColumn("Report"), zone);
        foreach (var report in reports)
        {
            wide.Row(WideCellsOf(report, zone));
            narrow.Row([CellText.Of(report.Id), .. NarrowCellsOf(report, zone)]);
        }

        return [wide.ToRenderable(), narrow.ToRenderable()];
    }

    /// <summary>Reports of several sources, each with the name of its source.</summary>
    public static IRenderable[] Of(IReadOnlyList<(string Source, AttendanceReport Report)> reports, Zone zone)
    {
        var wide = AddWideColumns(new DataTable().Column("Source"), zone);
        var narrow = AddNarrowColumns(new DataTable().FlexibleColumn("Source\nReport"), zone);
        foreach (var (source, report) in reports)
        {
            wide.Row([source, .. WideCellsOf(report, zone)]);
            narrow.Row([$"{source}\n{CellText.Of(report.Id)}", .. NarrowCellsOf(report, zone)]);
        }

        return [wide.ToRenderable(), narrow.ToRenderable()];
    }

    private static DataTable AddWideColumns(DataTable table, Zone zone) =>
        table.Column("Report").Column(zone.Title("Start")).Column(zone.Title("End")).NumberColumn("Duration").NumberColumn("People");

    private static DataTable AddNarrowColumns(DataTable table, Zone zone) =>
        table.Column(zone.NarrowTitle("Start")).Column(zone.NarrowTitle("End")).NumberColumn("Duration\nPeople");

    private static string[] WideCellsOf(AttendanceReport report, Zone zone) =>
    [
        CellText.Of(report.Id),
        zone.TextOf(report.StartedAt),
        zone.TextOf(report.EndedAt),
        CellText.Of(report.EndedAt - report.StartedAt),
        CellText.Of(report.ParticipantCount),
    ];

    private static string[] NarrowCellsOf(AttendanceReport report, Zone zone) =>
    [
        zone.TextInTwoLines(report.StartedAt),
        zone.TextInTwoLines(report.EndedAt),
        $"{CellText.Of(report.EndedAt - report.StartedAt)}\n{CellText.Of(report.ParticipantCount)}",
    ];
}
