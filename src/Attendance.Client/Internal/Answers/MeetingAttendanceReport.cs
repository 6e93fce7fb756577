namespace Attendance.Client.Generated.Models;

/// <summary>What our own reading of a report adds to what Kiota generates.</summary>
internal partial class MeetingAttendanceReport
{
    /// <summary>The records, which are mapped as they are read and so take the place of <see cref="AttendanceRecords"/>; null where none
    /// were sent.</summary>
    public IReadOnlyList<Client.AttendanceRecord>? Records { get; set; }
}
