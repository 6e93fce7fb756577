namespace Attendance.Client;

/// <summary>How the reports of many sources are read.</summary>
public sealed record BulkOptions
{
    /// <summary>Most sources at work at the same time, from 1.</summary>
    /// <value>The default is 8.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxConcurrency
    {
        get;
        init =>
            field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency must be 1 or more.");
    } = 8;

    /// <summary>Whether to read each report with every record, which takes one more request a report.</summary>
    /// <value>The default is false.</value>
    public bool IncludeRecords { get; init; }

    /// <summary>Leaves out reports that ended by then, before their records are read; one whose end Graph does not tell is kept. Null for
    /// none.</summary>
    /// <value>The default is null.</value>
    public DateTimeOffset? EndedAfter { get; init; }

    /// <summary>Says which reports are wanted, before their records are read, or null for all. What it throws is the error of that
    /// source.</summary>
    /// <value>The default is null.</value>
    public Func<AttendanceSource, AttendanceReport, bool>? Filter { get; init; }

    /// <summary>Whether outcomes come in the order of the sources, rather than as they are ready. A slow source then holds the others
    /// up.</summary>
    /// <value>The default is false.</value>
    public bool InOrder { get; init; }

    /// <summary>Told after each outcome how far the work is, or null for nobody.</summary>
    /// <value>The default is null.</value>
    public IProgress<BulkProgress>? Progress { get; init; }
}
