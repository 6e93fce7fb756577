using Attendance.Client;
using Spectre.Console.Rendering;

namespace Attendance.Cli;

/// <summary>Reports without their records, one in a row, as layouts for wide and narrow screens.</summary>
internal static class ReportsTable
{
    public static IRenderable[] Of(IReadOnlyList<AttendanceReport> reports)
    {
        var wide = AddWideColumns(new DataTable());
        var narrow = AddNarrowColumns(new DataTable().FlexibleColumn("Report"));
        foreach (var report in reports)
        {
            wide.Row(WideCellsOf(report));
            narrow.Row([CellText.Of(report.Id), .. NarrowCellsOf(report)]);
        }

        return [wide.ToRenderable(), narrow.ToRenderable()];
    }

    /// <summary>Reports of several sources, each with the name of its source.</summary>
    public static IRenderable[] Of(IReadOnlyList<(string Source, AttendanceReport Report)> reports)
    {
        var wide = AddWideColumns(new DataTable().Column("Source"));
        var narrow = AddNarrowColumns(new DataTable().FlexibleColumn("Source\nReport"));
        foreach (var (source, report) in reports)
        {
            wide.Row([source, .. WideCellsOf(report)]);
            narrow.Row([$"{source}\n{CellText.Of(report.Id)}", .. NarrowCellsOf(report)]);
        }

        return [wide.ToRenderable(), narrow.ToRenderable()];
    }

    private static DataTable AddWideColumns(DataTable table) =>
        table.Column("Report").Column("Start (UTC)").Column("End (UTC)").NumberColumn("Duration").NumberColumn("People");

    private static DataTable AddNarrowColumns(DataTable table) =>
        table.Column("Start\n(UTC)").Column("End\n(UTC)").NumberColumn("Duration\nPeople");

    private static string[] WideCellsOf(AttendanceReport report) =>
    [
        CellText.Of(report.Id),
        CellText.Of(report.StartedAt),
        CellText.Of(report.EndedAt),
        CellText.Of(report.EndedAt - report.StartedAt),
        CellText.Of(report.ParticipantCount),
    ];

    private static string[] NarrowCellsOf(AttendanceReport report) =>
    [
        CellText.InTwoLines(report.StartedAt),
        CellText.InTwoLines(report.EndedAt),
        $"{CellText.Of(report.EndedAt - report.StartedAt)}\n{CellText.Of(report.ParticipantCount)}",
    ];
}
