namespace Attendance.Client.Archive.Internal;

/// <summary>What could not be read, why, and when it is tried again.</summary>
internal sealed class HarvestFailureRow
{
    public long Id { get; set; }

    /// <summary>What tells failures apart: what was asked for.</summary>
    public required string Name { get; set; }

    public int? OrganizerId { get; set; }

    public required HarvestStep Step { get; set; }

    /// <summary>The source, join link or id that it was about, or null for a calendar.</summary>
    public string? Subject { get; set; }

    public string? ReportId { get; set; }

    public required string Reason { get; set; }

    public int? Status { get; set; }

    public required string Message { get; set; }

    public string? Remedy { get; set; }

    public DateTimeOffset FirstFailedAt { get; set; }

    public DateTimeOffset LastFailedAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>When it was read after all, or null while it was not.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }
}
