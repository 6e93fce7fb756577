using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>Reads reports and records from one version of Graph, all pages of them, as public models.</summary>
internal sealed class ReportReader(GraphService service, ILogger logger)
{
    private const int MostReportsInAList = 50;

    public IAsyncEnumerable<AttendanceReport> GetReportsAsync(
        AttendanceSource source, ODataQuery? query, CancellationToken cancellationToken) =>
        ReadReportsAsync(source, query, whole: null, cancellationToken);

    public async Task<AttendanceReport> GetReportAsync(
        AttendanceSource source, string reportId, ODataQuery query, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetReport");
        return await ReadReportAsync(source, reportId, query, operation, cancellationToken).ConfigureAwait(false);
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

    public IAsyncEnumerable<AttendanceRecord> GetRecordsAsync(
        AttendanceSource source, string reportId, ODataQuery? query, CancellationToken cancellationToken) =>
        ReadRecordsAsync(() => Routes.Records(service.Builders, source, reportId).Address(query), whole: null, cancellationToken);

    [Obsolete("Graph has deprecated this path.")]
    public async Task<AttendanceReport> GetMeetingAttendanceReportAsync(MeetingSource meeting, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetMeetingAttendanceReport");
        var request = Routes.MeetingAttendanceReport(service.Builders, meeting).Address();
        var uri = request.URI;
        var report = await service.GetAsync<Wire.MeetingAttendanceReport>(request, operation, cancellationToken).ConfigureAwait(false);
        var records = report.Records ?? throw WithoutRecords(uri, operation);
        return AttendanceMapper.ToReport(
            report, await ReadOnAsync(uri, records, report, operation, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Those reports of a source that are wanted, with every record where these are.</summary>
    public async Task<IReadOnlyList<AttendanceReport>> GetAllAsync(
        AttendanceSource source, BulkOptions options, CancellationToken cancellationToken)
    {
        using var operation = service.Start("GetReports");
        var reports = new List<AttendanceReport>();
        await foreach (var report in ReadReportsAsync(source, query: null, operation, cancellationToken).ConfigureAwait(false))
        {
            if (!(report.EndedAt <= options.EndedAfter) && options.Filter?.Invoke(source, report) != false)
                reports.Add(report);
        }

        for (var i = 0; options.IncludeRecords && i < reports.Count; i++)
        {
            var id = IdOf(reports[i], source, operation);
            reports[i] = await ReadReportAsync(source, id, ODataQuery.WithRecords, operation, cancellationToken).ConfigureAwait(false);
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
            var isWanted = endedAfter is null || EndOf(report) > endedAfter;
            if (isWanted && (latest is null || EndOf(report) > EndOf(latest)))
                latest = report;
        }

        if (latest is null)
            return null;

        var id = IdOf(latest, source, operation);
        return await ReadReportAsync(source, id, ODataQuery.WithRecords, operation, cancellationToken).ConfigureAwait(false);

        static DateTimeOffset EndOf(AttendanceReport report) => report.EndedAt ?? report.StartedAt ?? DateTimeOffset.MinValue;
    }

    // A call of its own unless it is part of a whole one.
    private async IAsyncEnumerable<AttendanceReport> ReadReportsAsync(
        AttendanceSource source, ODataQuery? query, Operation? whole, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var own = whole is null ? service.Start("GetReports") : null;
        var operation = whole ?? own!;
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
                var records = expandsRecords && report.Records is { } sent
                    ? await ReadOnAsync(uri, sent, report, operation, cancellationToken).ConfigureAwait(false)
                    : null;
                count++;
                yield return AttendanceMapper.ToReport(report, records);
            }
        }

        if (count == MostReportsInAList)
            logger.ListMayBeIncomplete(count);
    }

    private async ValueTask<AttendanceReport> ReadReportAsync(
        AttendanceSource source, string reportId, ODataQuery query, Operation operation, CancellationToken cancellationToken)
    {
        var request = Routes.Report(service.Builders, source, reportId).Address(query);
        var uri = request.URI;
        var report = await service.GetAsync<Wire.MeetingAttendanceReport>(request, operation, cancellationToken).ConfigureAwait(false);
        if (!ExpandsRecords(query))
            return AttendanceMapper.ToReport(report, records: null);

        // Only a list that is there and empty says that nobody came. Where Graph has not expanded the records, they are asked for by
        // themselves.
        var records = report.Records is { } expanded
            ? await ReadOnAsync(uri, expanded, report, operation, cancellationToken).ConfigureAwait(false)
            : await ReadAllRecordsAsync([], Routes.Records(service.Builders, source, reportId).Address(), operation, cancellationToken)
                .ConfigureAwait(false);
        return AttendanceMapper.ToReport(report, records);
    }

    /// <summary>The expanded records, and those of the pages that follow.</summary>
    private ValueTask<IReadOnlyList<AttendanceRecord>> ReadOnAsync(
        Uri uri,
        IReadOnlyList<AttendanceRecord> expanded,
        Wire.MeetingAttendanceReport report,
        Operation operation,
        CancellationToken cancellationToken) =>
        report.AttendanceRecordsOdataNextLink is { Length: > 0 } link
            ? ReadAllRecordsAsync(expanded, RequestUri.LinkedTo(service.Resolve(uri, link)), operation, cancellationToken)
            : new(expanded);

    private async ValueTask<IReadOnlyList<AttendanceRecord>> ReadAllRecordsAsync(
        IReadOnlyList<AttendanceRecord> first, RequestInformation request, Operation operation, CancellationToken cancellationToken)
    {
        var records = first.ToList();
        await foreach (var record in ReadRecordsAsync(() => request, operation, cancellationToken).ConfigureAwait(false))
            records.Add(record);

        return records;
    }

    private async IAsyncEnumerable<AttendanceRecord> ReadRecordsAsync(
        Func<RequestInformation> request, Operation? whole, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var own = whole is null ? service.Start("GetRecords") : null;
        var pages = service.GetPagesAsync<Wire.AttendanceRecordCollectionResponse>(
            request(), whole ?? own!, readAhead: true, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var record in page.Records ?? [])
                yield return record;
        }
    }

    // What an answer says goes into a request only if a caller could have said it.
    private static string IdOf(AttendanceReport report, AttendanceSource source, Operation operation)
    {
        if (ResourceId.CanBeSent(report.Id))
            return report.Id;

        var fault = report.Id is null ? "is missing" : ResourceId.WhatIsWrongWith(report.Id);
        throw Unexpected($"The id of a report of {source} {fault}, so nobody can ask for its records.", operation);
    }

    private static AttendanceRequestException WithoutRecords(Uri uri, Operation operation) =>
        Unexpected($"The report of {uri.GetLeftPart(UriPartial.Path)} came without its records.", operation);

    private static AttendanceRequestException Unexpected(string fault, Operation operation)
    {
        const string Remedy = "Try again; if it stays, report it to Microsoft.";
        var exception = new AttendanceRequestException($"{fault} {Remedy}", HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse)
        {
            Remedy = Remedy,
        };
        operation.Fail(exception);
        return exception;
    }
}
