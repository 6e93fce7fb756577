using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>Reads reports and records from one version of Graph, all pages of them, as public models.</summary>
internal sealed class ReportReader(GraphService service, ILogger logger)
{
    private const int MostReportsInAList = 50;

    public async IAsyncEnumerable<AttendanceReport> GetReportsAsync(
        AttendanceSource source, ODataQuery? query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetReports");
        await foreach (var report in ReadReportsAsync(source, query, operation, cancellationToken).ConfigureAwait(false))
            yield return report;
    }

    public async Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, ODataQuery query, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetReport");
        var request = Routes.Report(service.Builders, source, reportId).Address(query);
        return await ReadReportAsync(request, ExpandsRecords(query), operation, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AttendanceReport?> GetLatestReportAsync(AttendanceSource source, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetLatestReport");
        return await ReadLatestReportAsync(source, endedAfter: null, operation, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AttendanceReport?> WaitForReportAsync(
        AttendanceSource source, DateTimeOffset? endedAfter, TimeSpan timeout, TimeSpan interval, CancellationToken cancellationToken)
    {
        using var operation = service.Start("WaitForReport");
        var started = service.TimeProvider.GetTimestamp();
        while (true)
        {
            if (await ReadLatestReportAsync(source, endedAfter, operation, cancellationToken).ConfigureAwait(false) is { } report)
                return report;

            var left = timeout - service.TimeProvider.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return null;

            await Clock.DelayAsync(service.TimeProvider, left < interval ? left : interval, cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<AttendanceRecord> GetRecordsAsync(
        AttendanceSource source, string reportId, ODataQuery? query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetRecords");
        var request = Routes.Records(service.Builders, source, reportId).Address(query);
        await foreach (var record in ReadRecordsAsync(request, operation, cancellationToken).ConfigureAwait(false))
            yield return record;
    }

    [Obsolete("Graph has deprecated this path.")]
    public async Task<AttendanceReport> GetMeetingAttendanceReportAsync(MeetingSource meeting, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetMeetingAttendanceReport");
        var request = Routes.MeetingAttendanceReport(service.Builders, meeting).Address();
        return await ReadReportAsync(request, carriesRecords: true, operation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All reports of a source, with every record where they are wanted.</summary>
    public async Task<IReadOnlyList<AttendanceReport>> GetAllAsync(
        AttendanceSource source, bool withRecords, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetReports");
        var reports = new List<AttendanceReport>();
        await foreach (var report in ReadReportsAsync(source, query: null, operation, cancellationToken).ConfigureAwait(false))
            reports.Add(report);

        for (var i = 0; withRecords && i < reports.Count; i++)
        {
            if (reports[i].Id is { } id)
                reports[i] = await ReadReportAsync(source, id, operation, cancellationToken).ConfigureAwait(false);
        }

        return reports;
    }

    private static bool ExpandsRecords(ODataQuery? query) =>
        ReferenceEquals(query, ODataQuery.WithRecords) || query?.Expand?.Any(IsRecords) == true;

    private static bool IsRecords(string item) => item.Split('(')[0].Trim().Equals("attendanceRecords", StringComparison.OrdinalIgnoreCase);

    private async Task<AttendanceReport?> ReadLatestReportAsync(
        AttendanceSource source, DateTimeOffset? endedAfter, Operation operation, CancellationToken cancellationToken)
    {
        AttendanceReport? latest = null;
        await foreach (var report in ReadReportsAsync(source, query: null, operation, cancellationToken).ConfigureAwait(false))
        {
            var isWanted = report.Id is not null && (endedAfter is null || EndOf(report) > endedAfter);
            if (isWanted && (latest is null || EndOf(report) > EndOf(latest)))
                latest = report;
        }

        return latest is null ? null : await ReadReportAsync(source, latest.Id!, operation, cancellationToken).ConfigureAwait(false);

        static DateTimeOffset EndOf(AttendanceReport report) => report.EndedAt ?? report.StartedAt ?? DateTimeOffset.MinValue;
    }

    private async IAsyncEnumerable<AttendanceReport> ReadReportsAsync(
        AttendanceSource source, ODataQuery? query, Operation operation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        var expandsRecords = ExpandsRecords(query);
        var request = Routes.Reports(service.Builders, source).Address(query);
        var uri = request.URI;
        var pages = service.GetPagesAsync<Wire.MeetingAttendanceReportCollectionResponse>(
            request, operation, readAhead: false, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var report in page.Value ?? [])
            {
                if (report is null)
                    continue;

                // Graph sends empty records here whoever came, so they count only where they were asked for, and null stays "not sent".
                var records = expandsRecords && report.Records is not null
                    ? await ReadExpandedRecordsAsync(uri, report, operation, cancellationToken).ConfigureAwait(false)
                    : null;
                count++;
                yield return AttendanceMapper.ToReport(report, records);
            }
        }

        if (count == MostReportsInAList)
            logger.ListMayBeIncomplete(count);
    }

    private ValueTask<AttendanceReport> ReadReportAsync(
        AttendanceSource source, string reportId, Operation operation, CancellationToken cancellationToken) =>
        ReadReportAsync(
            Routes.Report(service.Builders, source, reportId).Address(ODataQuery.WithRecords), carriesRecords: true, operation,
            cancellationToken);

    private async ValueTask<AttendanceReport> ReadReportAsync(
        RequestInformation request, bool carriesRecords, Operation operation, CancellationToken cancellationToken)
    {
        var report = await service.GetAsync<Wire.MeetingAttendanceReport>(request, operation, cancellationToken).ConfigureAwait(false);
        var records = carriesRecords
            ? await ReadExpandedRecordsAsync(request.URI, report, operation, cancellationToken).ConfigureAwait(false)
            : null;
        return AttendanceMapper.ToReport(report, records);
    }

    private ValueTask<IReadOnlyList<AttendanceRecord>> ReadExpandedRecordsAsync(
        Uri uri, Wire.MeetingAttendanceReport report, Operation operation, CancellationToken cancellationToken)
    {
        var expanded = report.Records ?? ValueList<AttendanceRecord>.Empty;
        return string.IsNullOrEmpty(report.AttendanceRecordsOdataNextLink)
            ? new ValueTask<IReadOnlyList<AttendanceRecord>>(expanded)
            : ReadOnAsync(expanded, service.Resolve(uri, report.AttendanceRecordsOdataNextLink!), operation, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<AttendanceRecord>> ReadOnAsync(
        IReadOnlyList<AttendanceRecord> expanded, Uri next, Operation operation, CancellationToken cancellationToken)
    {
        var records = expanded.ToList();
        await foreach (var record in ReadRecordsAsync(RequestUri.LinkedTo(next), operation, cancellationToken).ConfigureAwait(false))
            records.Add(record);

        return records;
    }

    private async IAsyncEnumerable<AttendanceRecord> ReadRecordsAsync(
        RequestInformation request, Operation operation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = service.GetPagesAsync<Wire.AttendanceRecordCollectionResponse>(request, operation, readAhead: true, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var record in page.Records ?? [])
                yield return record;
        }
    }
}
