using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>Reads reports and records from one version of Graph, all pages of them, as public models.</summary>
internal sealed class ReportReader(GraphService service, ILogger logger)
{
    private const int MostReportsInAList = 50;

    public async IAsyncEnumerable<AttendanceReport> ReadReportsAsync(
        AttendanceSource source, ODataQuery? query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        var expandsRecords = ExpandsRecords(query);
        var uri = RequestUri.Of(Routes.Reports(service.Builders, source), query);
        await foreach (var page in service.SendPagesAsync(uri, Wire.MeetingAttendanceReportCollectionResponse.CreateFromDiscriminatorValue, cancellationToken).ConfigureAwait(false))
        {
            foreach (var report in page.Value ?? [])
            {
                if (report is null)
                    continue;

                // Graph sends empty records here whoever came, so they count only where they were asked for, and null stays "not sent".
                var records = expandsRecords && report.AttendanceRecords is not null
                    ? await ReadExpandedRecordsAsync(uri, report, cancellationToken).ConfigureAwait(false)
                    : null;
                count++;
                yield return AttendanceMapper.ToReport(report, records);
            }
        }

        if (count == MostReportsInAList)
            logger.ListMayBeIncomplete(count);
    }

    public Task<AttendanceReport> ReadReportAsync(AttendanceSource source, string reportId, ODataQuery query, CancellationToken cancellationToken) =>
        ReadReportAsync(RequestUri.Of(Routes.Report(service.Builders, source, reportId), query), ExpandsRecords(query), cancellationToken);

    [Obsolete("Graph has deprecated this path.")]
    public Task<AttendanceReport> ReadMeetingAttendanceReportAsync(MeetingSource meeting, CancellationToken cancellationToken) =>
        ReadReportAsync(RequestUri.Of(Routes.MeetingAttendanceReport(service.Builders, meeting)), carriesRecords: true, cancellationToken);

    public IAsyncEnumerable<AttendanceRecord> ReadRecordsAsync(AttendanceSource source, string reportId, ODataQuery? query, CancellationToken cancellationToken) =>
        ReadRecordsAsync(RequestUri.Of(Routes.Records(service.Builders, source, reportId), query), cancellationToken);

    private static bool ExpandsRecords(ODataQuery? query) =>
        query?.Expand?.Any(item => item.Split('(')[0].Trim().Equals("attendanceRecords", StringComparison.OrdinalIgnoreCase)) == true;

    private async Task<AttendanceReport> ReadReportAsync(Uri uri, bool carriesRecords, CancellationToken cancellationToken)
    {
        var report = await service.SendAsync(uri, Wire.MeetingAttendanceReport.CreateFromDiscriminatorValue, cancellationToken).ConfigureAwait(false);
        var records = carriesRecords ? await ReadExpandedRecordsAsync(uri, report, cancellationToken).ConfigureAwait(false) : null;
        return AttendanceMapper.ToReport(report, records);
    }

    private async Task<IReadOnlyList<AttendanceRecord>> ReadExpandedRecordsAsync(Uri uri, Wire.MeetingAttendanceReport report, CancellationToken cancellationToken)
    {
        var expanded = AttendanceMapper.ToRecords(report.AttendanceRecords);
        if (service.ResolveLink(uri, report.AttendanceRecordsOdataNextLink) is not { } rest)
            return expanded;

        var records = expanded.ToList();
        await foreach (var record in ReadRecordsAsync(rest, cancellationToken).ConfigureAwait(false))
            records.Add(record);

        return records;
    }

    private async IAsyncEnumerable<AttendanceRecord> ReadRecordsAsync(Uri uri, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in service.SendPagesAsync(uri, Wire.AttendanceRecordCollectionResponse.CreateFromDiscriminatorValue, cancellationToken).ConfigureAwait(false))
        {
            foreach (var record in AttendanceMapper.ToRecords(page.Value))
                yield return record;
        }
    }
}
