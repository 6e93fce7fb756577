namespace Attendance.Client.Archive;

/// <summary>What a harvest could not read, and tries again.</summary>
public sealed record HarvestFailure
{
    /// <summary>What it was about.</summary>
    public required HarvestStep Step { get; init; }

    /// <summary>Whose, or null for a webinar or town hall.</summary>
    public Organizer? Organizer { get; init; }

    /// <summary>The join link, source or event, or null for a calendar or a list.</summary>
    public string? Subject { get; init; }

    /// <summary>The report, or null where it was not about a single one.</summary>
    public string? ReportId { get; init; }

    /// <summary>Why, as a name of <see cref="AttendanceErrorReason"/>, or the type of the exception where Graph did not answer.</summary>
    public required string Reason { get; init; }

    /// <summary>HTTP status of the answer, or null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>What failed, and why.</summary>
    public required string Message { get; init; }

    /// <summary>What to do, or null where that is not known.</summary>
    public string? Remedy { get; init; }

    /// <summary>When it failed first.</summary>
    public required DateTimeOffset FirstFailedAt { get; init; }

    /// <summary>When it failed last.</summary>
    public required DateTimeOffset LastFailedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried again.</summary>
    public required DateTimeOffset NextAttemptAt { get; init; }
}
