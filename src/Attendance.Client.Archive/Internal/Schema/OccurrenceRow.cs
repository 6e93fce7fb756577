namespace Attendance.Client.Archive.Internal;

/// <summary>A meeting at one time, as it stands in its organizer's calendar.</summary>
internal sealed class OccurrenceRow
{
    public long Id { get; set; }

    public int OrganizerId { get; set; }

    /// <summary>The meeting, or null where it was not found.</summary>
    public long? MeetingId { get; set; }

    /// <summary>What tells the organizer's occurrences apart.</summary>
    public required string Name { get; set; }

    public string? EventId { get; set; }

    public string? ICalUId { get; set; }

    public string? SeriesId { get; set; }

    public string? Type { get; set; }

    public string? Subject { get; set; }

    public LocalTimeColumns? Start { get; set; }

    public LocalTimeColumns? End { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public bool? IsOrganizer { get; set; }

    public bool? IsCancelled { get; set; }

    public string? JoinWebUrl { get; set; }

    /// <summary>What became of its attendance.</summary>
    public OccurrenceState State { get; set; }

    /// <summary>Why there is no report, or null where nobody has asked or there is one.</summary>
    public MissingReason? MissingReason { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    /// <summary>When the calendar was first read without it, or null where it still stands there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public List<ExpectedPersonRow> People { get; set; } = [];
}
