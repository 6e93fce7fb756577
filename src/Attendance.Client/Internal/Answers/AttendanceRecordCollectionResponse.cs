namespace Attendance.Client.Generated.Models;

/// <summary>What our own reading of a page of records adds to what Kiota generates.</summary>
internal partial class AttendanceRecordCollectionResponse
{
    /// <summary>The records, which are mapped as they are read and so take the place of <see cref="Value"/>; null where none were
    /// sent.</summary>
    public IReadOnlyList<Client.AttendanceRecord>? Records { get; set; }
}
