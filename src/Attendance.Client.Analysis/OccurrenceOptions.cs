namespace Attendance.Client.Analysis;

/// <summary>How occurrences are read.</summary>
public sealed record OccurrenceOptions
{
    /// <summary>Whether to read each report with every record, which takes one more request a report; <see cref="AttendanceSummary"/> and
    /// <see cref="AttendanceRegister"/> need them.</summary>
    /// <value>The default is false.</value>
    public bool IncludeRecords { get; init; }

    /// <summary>Whether the registrations of a webinar or town hall say who was expected, which an application may ask for and a user may
    /// not.</summary>
    /// <value>The default is false.</value>
    public bool IncludeRegistrations { get; init; }

    /// <summary>Longest pause between a report and the occurrence that it still belongs to, as where somebody joins once more after the
    /// end, or tries out the room before; and between two reports of a session that was not planned.</summary>
    /// <value>The default is 15 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan JoinGap
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "JoinGap must not be negative.");
    } = TimeSpan.FromMinutes(15);

    /// <summary>Leaves out occurrences that were to end by then and have no report that ended later; null for none.</summary>
    /// <value>The default is null.</value>
    public DateTimeOffset? EndedAfter { get; init; }

    /// <summary>Says which reports are wanted, before their records are read; an occurrence whose reports are all unwanted is left out, and
    /// one with a wanted report comes whole. Null for all.</summary>
    /// <value>The default is null.</value>
    public Func<AttendanceSource, AttendanceReport, bool>? Filter { get; init; }

    /// <summary>Most meetings of one organizer, or most organizers, at work at the same time, from 1.</summary>
    /// <value>The default is 4, as many requests as Exchange Online takes at once for one mailbox.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxConcurrency
    {
        get;
        init =>
            field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "MaxConcurrency must be 1 or more.");
    } = 4;
}
