using System.Runtime.CompilerServices;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Answers what a file that Teams lets organizers download holds, as Graph would.</summary>
internal sealed class TeamsFileClient : AttendanceClient
{
    private readonly TeamsAttendanceFile _file;
    private readonly AttendanceReport[] _reports;

    /// <summary>A client of one file.</summary>
    /// <param name="name">Name of the file, by which its reports are told apart from those of others.</param>
    /// <param name="file">What it holds.</param>
    public TeamsFileClient(string name, TeamsAttendanceFile file)
    {
        _file = file;
        _reports =
        [
            .. file.Reports.Select((report, index) => report with
            {
                Id = file.Sessions.Count == 1 ? name : FormattableString.Invariant($"{name} ({index + 1})"),
                ParticipantCount = report.ParticipantCount ?? report.Records?.Count,
            }),
        ];
        Source = AttendanceSource.Meeting(Organizer.Me, name);
    }

    /// <summary>What stands for the file where a source is named.</summary>
    public AttendanceSource Source { get; }

    public override async IAsyncEnumerable<AttendanceReport> GetReportsAsync(
        AttendanceSource source, ODataQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var report in _reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return report with { Records = null };
        }
    }

    public override Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, ODataQuery query, CancellationToken cancellationToken = default) =>
        Array.Find(_reports, report => report.Id == reportId) is { } found
            ? Task.FromResult(found)
            : throw new FailureException(
                $"The file {source} has no report {CellText.Of(reportId)}.",
                "List them: attendance reports with the file as the argument.");

    public override Task<AttendanceReport?> GetLatestReportAsync(
        AttendanceSource source, CancellationToken cancellationToken = default) =>
        Task.FromResult(_reports.MaxBy(report => report.EndedAt ?? report.StartedAt ?? DateTimeOffset.MinValue));

    public override Task<AttendanceReport?> WaitForReportAsync(
        AttendanceSource source, TimeSpan timeout, TimeSpan? interval = null, DateTimeOffset? endedAfter = null,
        CancellationToken cancellationToken = default) => GetLatestReportAsync(source, cancellationToken);

    public override async IAsyncEnumerable<AttendanceRecord> GetRecordsAsync(
        AttendanceSource source, string reportId, ODataQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var report = await GetReportAsync(source, reportId, cancellationToken).ConfigureAwait(false);
        foreach (var record in report.Records ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    // No such file says when a meeting was to take place, nor who was invited.
    public override Task<OnlineMeeting> GetMeetingAsync(AttendanceSource source, CancellationToken cancellationToken = default) =>
        Task.FromResult(new OnlineMeeting { Source = source, Subject = _file.Title });
}
