using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The records of a report, one stay in a row.</summary>
internal static class StaysTable
{
    public static DataTable Of(IEnumerable<AttendanceRecord> records, Zone zone)
    {
        var table = new DataTable().FlexibleColumn("Name").Column(zone.Title("Joined")).Column(zone.Title("Left")).NumberColumn("Time");
        foreach (var record in records)
        {
            var name = CellText.Of(record.Identity?.DisplayName ?? record.EmailAddress);

            // Nobody may be missing from the table because Graph sent no stays.
            foreach (var stay in record.Intervals.DefaultIfEmpty(new AttendanceInterval { Duration = record.TotalAttendance }))
                table.Row(name, zone.TextOf(stay.JoinedAt), zone.TextOf(stay.LeftAt), CellText.TimeOf(stay));
        }

        return table;
    }
}
