namespace Attendance.Client.Archive.Internal;

/// <summary>One run of a harvest, and what came of it.</summary>
internal sealed class HarvestRunRow
{
    public Guid Id { get; set; }

    public required string Machine { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while it runs, and where it was killed.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public int Organizers { get; set; }

    public int VirtualEvents { get; set; }

    public int Occurrences { get; set; }

    public int ReportsFound { get; set; }

    public int ReportsAdded { get; set; }

    public int ReportsReplaced { get; set; }

    public int OccurrencesMissing { get; set; }

    public int Failures { get; set; }
}
