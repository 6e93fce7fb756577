namespace Attendance.Client.Archive.Internal;

/// <summary>A reaction, a raised hand, a camera or a microphone.</summary>
internal sealed class EngagementRow
{
    public long ReportId { get; set; }

    public int RecordPosition { get; set; }

    public int Position { get; set; }

    public string? Type { get; set; }

    public string? SubType { get; set; }

    public DateTimeOffset? At { get; set; }

    public short? SeventhDigits { get; set; }
}
