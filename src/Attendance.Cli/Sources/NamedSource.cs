using Attendance.Client;

namespace Attendance.Cli;

/// <summary>A source as the user names it.</summary>
/// <param name="Source">Where attendance was taken.</param>
/// <param name="Subject">What it is called, or null where nothing has told it.</param>
/// <param name="ReportId">The report alone that is meant, or null for any.</param>
internal sealed record NamedSource(AttendanceSource Source, string? Subject, string? ReportId = null)
{
    /// <summary>What it is called, or else the source.</summary>
    public string ShortName => Subject is null ? Source.ToString() : CellText.Of(Subject);

    /// <summary>The report that is meant, or else all of the source, without their records.</summary>
    public async Task<IReadOnlyList<AttendanceReport>> ListReportsAsync(AttendanceClient client, CancellationToken cancellationToken) =>
        ReportId is { } id
        ? [await client.GetReportAsync(Source, id, new ODataQuery(), cancellationToken).ConfigureAwait(false)]
        : await client.GetReportsAsync(Source, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Both, for people.</summary>
    public override string ToString() => Subject is null ? Source.ToString() : $"{CellText.Of(Subject)}, {Source}";
}
