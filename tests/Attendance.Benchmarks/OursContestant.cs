using Attendance.Client;
using AttendanceClient = Attendance.Client.AttendanceClient;

namespace Attendance.Benchmarks;

/// <summary>Attendance.Client through its public API.</summary>
internal sealed class OursContestant(AttendanceClient client) : Contestant
{
    private static readonly AttendanceSource Source = ToSource(Payloads.MeetingId);

    public static Contestant Over(HttpClient http, Uri endpoint) =>
        new OursContestant(new AttendanceClient(http, new FixedToken(), new AttendanceClientOptions { Endpoint = endpoint }));

    public override async Task<Attended> ReadReportAsync()
    {
        var attended = default(Attended);
        var report = await client.GetReportAsync(Source, Payloads.ReportId);
        foreach (var record in report.Records!)
            attended = attended.With(record.Intervals.Count, record.TotalAttendance!.Value);

        return attended;
    }

    public override async Task<Attended> ReadPagesAsync()
    {
        var attended = default(Attended);
        await foreach (var record in client.GetRecordsAsync(Source, Payloads.ReportId))
            attended = attended.With(record.Intervals.Count, record.TotalAttendance!.Value);

        return attended;
    }

    public override async Task<int> ReadManyAsync(IReadOnlyList<string> meetings, int concurrency)
    {
        var count = 0;
        await foreach (var outcome in client.GetReportsAsync(meetings.Select(ToSource), new BulkOptions { MaxConcurrency = concurrency }))
            count += outcome.GetReports().Count;

        return count;
    }

    protected override async Task<int> CountReportsAsync(string meeting)
    {
        var count = 0;
        await foreach (var _ in client.GetReportsAsync(ToSource(meeting)))
            count++;

        return count;
    }

    private static AttendanceSource ToSource(string meeting) => AttendanceSource.Meeting(Organizer.User(Payloads.UserId), meeting);
}
