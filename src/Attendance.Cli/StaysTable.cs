using Attendance.Client;
using Spectre.Console.Rendering;

namespace Attendance.Cli;

/// <summary>The records of a report, one stay in a row.</summary>
internal static class StaysTable
{
    public static IRenderable Of(IEnumerable<AttendanceRecord> records)
    {
        var table = new DataTable().FlexibleColumn("Name").Column("Joined (UTC)").Column("Left (UTC)").NumberColumn("Time");
        foreach (var record in records)
        {
            var name = CellText.Of(record.Identity?.DisplayName ?? record.EmailAddress);

            // Nobody may be missing from the table because Graph sent no stays.
            foreach (var stay in record.Intervals.DefaultIfEmpty(new AttendanceInterval { Duration = record.TotalAttendance }))
                table.Row(name, CellText.Of(stay.JoinedAt), CellText.Of(stay.LeftAt), CellText.Of(stay.Duration));
        }

        return table.ToRenderable();
    }
}
