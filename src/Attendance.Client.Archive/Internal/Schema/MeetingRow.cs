namespace Attendance.Client.Archive.Internal;

/// <summary>Where attendance was taken: a meeting, or a session of a webinar or town hall.</summary>
internal sealed class MeetingRow
{
    public long Id { get; set; }

    /// <summary>The text of the <see cref="AttendanceSource"/>.</summary>
    public required string Source { get; set; }

    public required string GraphId { get; set; }

    public int? OrganizerId { get; set; }

    public long? VirtualEventId { get; set; }

    /// <summary>False where only its reports were kept.</summary>
    public bool IsRead { get; set; }

    public string? Subject { get; set; }

    public string? JoinWebUrl { get; set; }

    /// <summary>The link in the form by which links compare.</summary>
    public string? JoinLink { get; set; }

    public string? JoinMeetingId { get; set; }

    public bool? IsPasscodeRequired { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>As a session of a webinar or town hall has it.</summary>
    public LocalTimeColumns? Start { get; set; }

    /// <summary>As a session of a webinar or town hall has it.</summary>
    public LocalTimeColumns? End { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public short? SeventhDigits { get; set; }

    public string? ExternalId { get; set; }

    public string? ThreadId { get; set; }

    public int? Capacity { get; set; }

    /// <summary>When its list of reports was last read, or null for never.</summary>
    public DateTimeOffset? ReportsListedAt { get; set; }

    public List<ExpectedPersonRow> People { get; set; } = [];

    public List<ReportRow> Reports { get; set; } = [];
}
