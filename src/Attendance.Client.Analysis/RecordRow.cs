using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>A record of a report as Graph sent it, as a row.</summary>
public sealed record RecordRow : ExportRow
{
    /// <summary>Key of the report, or null where Graph sent none.</summary>
    public string? ReportId { get; init; }

    /// <summary>When the session began, or null where Graph does not say.</summary>
    public DateTimeOffset? ReportStartedAt { get; init; }

    /// <summary>When the session ended, or null where Graph does not say.</summary>
    public DateTimeOffset? ReportEndedAt { get; init; }

    /// <summary>Key of the record, or null where Graph left it out.</summary>
    public string? RecordId { get; init; }

    /// <summary>Key of the identity, or null where Graph does not say.</summary>
    public string? IdentityId { get; init; }

    /// <summary>Kind of the identity, or null where Graph sent no identity.</summary>
    public AttendeeKind? Kind { get; init; }

    /// <summary>Name to show, or null where Graph does not say.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address of the record or else of its identity, or null where there is none.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Role by its name in Graph, or null where Graph does not say.</summary>
    public string? Role { get; init; }

    /// <summary>Id of the registration, or null for somebody who did not register.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Earliest time of joining, or null where no interval has one.</summary>
    public DateTimeOffset? FirstJoinedAt { get; init; }

    /// <summary>Latest time of leaving, or null where no interval has one.</summary>
    public DateTimeOffset? LastLeftAt { get; init; }

    /// <summary>Number of intervals.</summary>
    public int IntervalCount { get; init; }

    /// <summary>Time that Graph reports, in seconds, or null where Graph does not say.</summary>
    public long? TotalAttendanceSeconds { get; init; }

    /// <summary>A row for each record of a report.</summary>
    /// <exception cref="ArgumentException">The report was read without its records.</exception>
    public static IEnumerable<RecordRow> Of(AttendanceReport report, RowOrigin? origin = null) =>
        Of([report ?? throw new ArgumentNullException(nameof(report))], origin);

    /// <summary>A row for each record of several reports, in their order; a report that is given twice, by its id, counts once.</summary>
    /// <exception cref="ArgumentException">A report is null, or was read without its records.</exception>
    public static IEnumerable<RecordRow> Of(IEnumerable<AttendanceReport> reports, RowOrigin? origin = null) =>
        ReportList.DistinctWithRecords(reports).SelectMany(report => report.Records!, (report, record) => new RecordRow
        {
            Origin = origin,
            ReportId = report.Id,
            ReportStartedAt = report.StartedAt,
            ReportEndedAt = report.EndedAt,
            RecordId = record.Id,
            IdentityId = record.Identity?.Id,
            Kind = record.Identity?.Kind,
            DisplayName = record.Identity?.DisplayName,
            EmailAddress = record.EmailAddress ?? record.Identity?.Email,
            Role = record.Role?.Value,
            RegistrationId = record.RegistrationId,
            FirstJoinedAt = record.Intervals.Min(interval => interval.JoinedAt),
            LastLeftAt = record.Intervals.Max(interval => interval.LeftAt),
            IntervalCount = record.Intervals.Count,
            TotalAttendanceSeconds = WholeSeconds.Of(record.TotalAttendance),
        });
}
