namespace Attendance.Client.Archive.Internal;

/// <summary>The report of one session.</summary>
internal sealed class ReportRow
{
    public long Id { get; set; }

    public long MeetingId { get; set; }

    /// <summary>The occurrence that it belongs to, or null for a session that nobody planned or one whose plan is not known.</summary>
    public long? OccurrenceId { get; set; }

    /// <summary>What tells the reports of a meeting apart: the id, or else the times.</summary>
    public required string Name { get; set; }

    public string? GraphId { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public short? SeventhDigits { get; set; }

    public int? ParticipantCount { get; set; }

    /// <summary>False where the records are not known.</summary>
    public bool HasRecords { get; set; }

    /// <summary>Tells whether what was read is what is kept.</summary>
    public required byte[] ContentHash { get; set; }

    public DateTimeOffset FirstReadAt { get; set; }

    public DateTimeOffset LastReadAt { get; set; }

    public int Revision { get; set; }

    public MeetingRow? Meeting { get; set; }

    public List<RecordRow> Records { get; set; } = [];

    public List<ExternalEventRow> ExternalEvents { get; set; } = [];

    public List<ReportRevisionRow> Revisions { get; set; } = [];
}
