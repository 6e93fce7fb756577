namespace Attendance.Client.Archive;

/// <summary>What came of a harvest.</summary>
public sealed record HarvestResult
{
    /// <summary>Tells runs apart.</summary>
    public required Guid RunId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, or null where it was cut short or still goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Organizers and meetings that were read.</summary>
    public int Organizers { get; init; }

    /// <summary>Webinars and town halls that were read.</summary>
    public int VirtualEvents { get; init; }

    /// <summary>Occurrences and sessions that were over, and whose reports were asked for.</summary>
    public int Occurrences { get; init; }

    /// <summary>Reports that Graph listed.</summary>
    public int ReportsFound { get; init; }

    /// <summary>Reports that are new in the archive.</summary>
    public int ReportsAdded { get; init; }

    /// <summary>Reports that had grown or changed, and were replaced.</summary>
    public int ReportsReplaced { get; init; }

    /// <summary>Occurrences and sessions that are over and have no report, of those that were asked for.</summary>
    public int OccurrencesMissing { get; init; }

    /// <summary>Why there is no report, with how many of each reason; null where the run was read from the archive, which keeps the
    /// reasons with the occurrences.</summary>
    /// <remarks>See <see cref="AttendanceArchive.GetMissingAsync"/> for each.</remarks>
    public IReadOnlyDictionary<MissingReason, int>? Missing { get; init; }

    /// <summary>What could not be read, and is tried again later.</summary>
    /// <remarks>See <see cref="AttendanceArchive.GetFailuresAsync"/> for each.</remarks>
    public int Failures { get; init; }
}
