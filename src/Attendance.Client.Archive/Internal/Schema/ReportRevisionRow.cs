namespace Attendance.Client.Archive.Internal;

/// <summary>What a report said before it was replaced.</summary>
internal sealed class ReportRevisionRow
{
    public long ReportId { get; set; }

    public int Revision { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    public DateTimeOffset ReplacedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public int? ParticipantCount { get; set; }

    /// <summary>Null where the records were not known.</summary>
    public int? RecordCount { get; set; }

    public double? TotalAttendanceSeconds { get; set; }
}
