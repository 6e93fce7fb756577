namespace Attendance.Client.Analysis.Internal;

/// <summary>What the sheet of sessions says of one.</summary>
internal sealed record SessionLine
{
    private static readonly List<Column<SessionLine>> All =
    [
        new("subject", CellKind.Text, static line => line.Subject),
        new("startsAt", CellKind.Time, static line => line.StartsAt),
        new("endsAt", CellKind.Time, static line => line.EndsAt),
        new("durationSeconds", CellKind.Duration, static line => WholeSeconds.Of(line.Duration)),
        new("basis", CellKind.Text, static line => line.Basis),
        new("expectedCount", CellKind.Number, static line => line.ExpectedCount),
        new("attendedCount", CellKind.Number, static line => line.AttendedCount),
        new("inTimeCount", CellKind.Number, static line => line.Present),
        new("lateCount", CellKind.Number, static line => line.Late),
        new("partialCount", CellKind.Number, static line => line.Partial),
        new("absentCount", CellKind.Number, static line => line.Absent),
        new("excusedCount", CellKind.Number, static line => line.Excused),
        new("unexpectedCount", CellKind.Number, static line => line.Unexpected),
        new("unknownCount", CellKind.Number, static line => line.Unknown),
        new("hiddenTimesCount", CellKind.Number, static line => line.HiddenTimesCount),
        new("peak", CellKind.Number, static line => line.HeadCount?.Peak),
        new("median", CellKind.Number, static line => line.HeadCount?.Median),
        new("average", CellKind.Number, static line => line.HeadCount?.Average),
        new("reportCount", CellKind.Number, static line => line.ReportCount),
        new("seriesId", CellKind.Text, static line => line.SeriesId),
        new("source", CellKind.Text, static line => line.Source),
        new("sessionReportId", CellKind.Text, static line => line.ReportId),
        new("error", CellKind.Text, static line => line.Error),
    ];

    private readonly int[] _statuses = new int[(int)AttendanceStatus.Unexpected + 1];

    public static IReadOnlyList<Column<SessionLine>> Columns => All;

    private string? Subject { get; init; }

    private DateTimeOffset? StartsAt { get; init; }

    private DateTimeOffset? EndsAt { get; init; }

    private TimeSpan? Duration { get; init; }

    private AttendanceBasis Basis { get; init; }

    private int? ExpectedCount { get; init; }

    private int? AttendedCount { get; init; }

    private int? HiddenTimesCount { get; init; }

    private HeadCount? HeadCount { get; init; }

    private int ReportCount { get; init; }

    private string? SeriesId { get; init; }

    private string? Source { get; init; }

    private string? ReportId { get; init; }

    private string? Error { get; init; }

    // Without a plan nobody is late or absent, and where nobody is expected, nobody is absent or unexpected: not zero people, but no
    // figure.
    private bool HasPlan => Basis != AttendanceBasis.Unknown;

    private bool HasExpected => ExpectedCount is not null;

    private int? Present => Count(AttendanceStatus.Present, isKnown: true);

    private int? Late => Count(AttendanceStatus.Late, HasPlan);

    private int? Partial => Count(AttendanceStatus.Partial, HasPlan);

    private int? Absent => Count(AttendanceStatus.Absent, HasPlan && HasExpected);

    private int? Excused => Count(AttendanceStatus.Excused, HasExpected);

    private int? Unexpected => Count(AttendanceStatus.Unexpected, HasExpected);

    private int? Unknown => Count(AttendanceStatus.Unknown, isKnown: true);

    public static SessionLine Of(WorkbookSession session)
    {
        var summary = session.Summary;
        var line = new SessionLine
        {
            Subject = session.Origin?.Subject,
            StartsAt = summary.Windows is [var first, ..] ? first.Start : session.Origin?.SessionStartedAt,
            EndsAt = summary.Windows is [.., var last] ? last.End : session.Origin?.SessionEndedAt,
            Duration = summary.Duration,
            Basis = summary.Basis,
            ExpectedCount = summary.ExpectedCount,
            AttendedCount = summary.AttendedCount,
            HiddenTimesCount = summary.HiddenTimesCount,
            HeadCount = summary.HeadCount,
            ReportCount = summary.ReportCount,
            Source = session.Origin?.Source,
            ReportId = session.Origin?.SessionReportId,
        };
        foreach (var attendee in summary.Attendees)
            line.Count(attendee.Status);

        return line;
    }

    public static SessionLine Of(RegisterSession session, IEnumerable<RegisterCell> cells)
    {
        var occurrence = session.Occurrence;
        var line = new SessionLine
        {
            Subject = occurrence.Subject,
            StartsAt = session.StartsAt,
            EndsAt = session.Windows is [.., var last] ? last.End : null,
            Duration = session.Duration,
            Basis = session.Basis,
            ExpectedCount = session.ExpectedCount,
            AttendedCount = session.AttendedCount,
            ReportCount = occurrence.Reports.Count,
            SeriesId = occurrence.SeriesId,
            Source = occurrence.Source?.ToString(),
            ReportId = occurrence.Reports is [var only] ? only.Id : null,
            Error = occurrence.Error?.Message,
        };
        foreach (var cell in cells)
            line.Count(cell.Status);

        return line;
    }

    private void Count(AttendanceStatus? status)
    {
        if (status is { } known)
            _statuses[(int)known]++;
    }

    private int? Count(AttendanceStatus status, bool isKnown) => isKnown && AttendedCount is not null ? _statuses[(int)status] : null;
}
