namespace Attendance.Client.Archive.Internal;

/// <summary>From when until when somebody was there.</summary>
internal sealed class StayRow
{
    public long ReportId { get; set; }

    public int RecordPosition { get; set; }

    public int Position { get; set; }

    public DateTimeOffset? JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    public short? SeventhDigits { get; set; }

    public double? DurationSeconds { get; set; }
}
