using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The records of a report, one person in a row, as layouts for wide and narrow screens.</summary>
internal static class PeopleTable
{
    public static DataTable[] Of(IReadOnlyList<AttendanceRecord> records, Zone zone) =>
        [Wide(records, zone, zone.Title), Wide(records, zone, zone.NarrowTitle), Narrow(records, zone)];

    private static DataTable Wide(IReadOnlyList<AttendanceRecord> records, Zone zone, Func<string, string> titleOf)
    {
        var table = new DataTable()
            .Column("Name")
            .Column("E-mail")
            .Column("Role")
            .Column("Kind")
            .Column(titleOf("Joined"))
            .Column(titleOf("Left"))
            .NumberColumn("Time")
            .NumberColumn("Stays");
        foreach (var record in records)
        {
            table.Row(
                NameOf(record),
                EmailOf(record),
                CellText.Of(record.Role),
                CellText.Of(record.Identity?.Kind),
                zone.TextOf(FirstJoined(record)),
                zone.TextOf(LastLeft(record)),
                CellText.TimeOf(record),
                CellText.Of(record.Intervals.Count));
        }

        return table;
    }

    private static DataTable Narrow(IReadOnlyList<AttendanceRecord> records, Zone zone)
    {
        var table = new DataTable()
            .FlexibleColumn("Name\nE-mail")
            .Column("Role\nKind")
            .Column(zone.NarrowTitle("Joined"))
            .Column(zone.NarrowTitle("Left"))
            .NumberColumn("Time\nStays");
        foreach (var record in records)
        {
            table.Row(
                $"{NameOf(record)}\n{EmailOf(record)}",
                $"{CellText.Of(record.Role)}\n{CellText.Of(record.Identity?.Kind)}",
                zone.TextInLines(FirstJoined(record)),
                zone.TextInLines(LastLeft(record)),
                $"{CellText.TimeOf(record)}\n{CellText.Of(record.Intervals.Count)}");
        }

        return table;
    }

    private static DateTimeOffset? FirstJoined(AttendanceRecord record) => record.Intervals.Min(stay => stay.JoinedAt);

    private static DateTimeOffset? LastLeft(AttendanceRecord record) => record.Intervals.Max(stay => stay.LeftAt);

    private static string NameOf(AttendanceRecord record) => CellText.Of(record.Identity?.DisplayName);

    private static string EmailOf(AttendanceRecord record) => CellText.Of(record.EmailAddress ?? record.Identity?.Email);
}
