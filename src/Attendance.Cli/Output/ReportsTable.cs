using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Reports without their records, one in a row, as layouts for wide, narrow and very narrow screens.</summary>
internal static class ReportsTable
{
    private const string NumbersTitle = "Duration\nPeople";

    public static DataTable[] Of(IReadOnlyList<AttendanceReport> reports, Zone zone)
    {
        var wide = AddWideColumns(new DataTable(), zone);
        var narrow = AddNarrowColumns(new DataTable().FlexibleColumn("Report"), zone);
        var narrowest = new DataTable().FlexibleColumn(NarrowestTitle("Report", zone)).NumberColumn(NumbersTitle);
        foreach (var report in reports)
        {
            wide.Row(WideCellsOf(report, zone));
            narrow.Row([CellText.Of(report.Id), .. NarrowCellsOf(report, zone)]);
            narrowest.Row(NarrowestCellsOf(CellText.Of(report.Id), report, zone));
        }

        return [wide, narrow, narrowest];
    }

    /// <summary>Reports of several sources, each with the name of its source.</summary>
    public static DataTable[] Of(IReadOnlyList<(string Source, AttendanceReport Report)> reports, Zone zone)
    {
        var wide = AddWideColumns(new DataTable().Column("Source"), zone);
        var narrow = AddNarrowColumns(new DataTable().FlexibleColumn("Source\nReport"), zone);
        var narrowest = new DataTable().FlexibleColumn(NarrowestTitle("Source\nReport", zone)).NumberColumn(NumbersTitle);
        foreach (var (source, report) in reports)
        {
            wide.Row([source, .. WideCellsOf(report, zone)]);
            narrow.Row([$"{source}\n{CellText.Of(report.Id)}", .. NarrowCellsOf(report, zone)]);
            narrowest.Row(NarrowestCellsOf($"{source}\n{CellText.Of(report.Id)}", report, zone));
        }

        return [wide, narrow, narrowest];
    }

    private static DataTable AddWideColumns(DataTable table, Zone zone) =>
        table.Column("Report").Column(zone.Title("Start")).Column(zone.Title("End")).NumberColumn("Duration").NumberColumn("People");

    private static DataTable AddNarrowColumns(DataTable table, Zone zone) =>
        table.Column(zone.NarrowTitle("Start")).Column(zone.NarrowTitle("End")).NumberColumn(NumbersTitle);

    private static string NarrowestTitle(string name, Zone zone) => $"{name}\n{zone.Title("Start")}\nEnd";

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
        zone.TextInLines(report.StartedAt),
        zone.TextInLines(report.EndedAt),
        NumbersOf(report),
    ];

    private static string[] NarrowestCellsOf(string name, AttendanceReport report, Zone zone) =>
        [$"{name}\n{zone.TextOf(report.StartedAt)}\n{zone.TextOf(report.EndedAt)}", NumbersOf(report)];

    private static string NumbersOf(AttendanceReport report) =>
        $"{CellText.Of(report.EndedAt - report.StartedAt)}\n{CellText.Of(report.ParticipantCount)}";
}
