using Attendance.Client.Analysis.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Where a row came from, so that rows of many meetings can stand in one file.</summary>
/// <remarks>Its properties are columns before those of the row.</remarks>
public sealed record RowOrigin
{
    /// <summary>Where attendance was taken, as the text of an <see cref="AttendanceSource"/>, or null where that is not known.</summary>
    public string? Source { get; init; }

    /// <summary>What the meeting is called, or null where that is not known.</summary>
    public string? Subject { get; init; }

    /// <summary>Key of the session's report, or null where there are several, or Graph sent none.</summary>
    public string? SessionReportId { get; init; }

    /// <summary>When the session began, the first of several, or null where Graph does not say.</summary>
    public DateTimeOffset? SessionStartedAt { get; init; }

    /// <summary>When the session ended, the last of several, or null where Graph does not say.</summary>
    public DateTimeOffset? SessionEndedAt { get; init; }

    /// <summary>The origin of rows that are made from one or several reports of a source.</summary>
    /// <exception cref="ArgumentException">A report is null.</exception>
    public static RowOrigin Of(AttendanceSource source, IEnumerable<AttendanceReport> reports, string? subject = null)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));

        var distinct = ReportList.Distinct(reports);
        return new RowOrigin
        {
            Source = source.ToString(),
            Subject = subject,
            SessionReportId = distinct.Count == 1 ? distinct[0].Id : null,
            SessionStartedAt = distinct.Min(report => report.StartedAt),
            SessionEndedAt = distinct.Max(report => report.EndedAt),
        };
    }
}
