using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Attendance.Benchmarks.Bare;

namespace Attendance.Benchmarks;

/// <summary>What a good programmer writes by hand: HttpClient and source-generated System.Text.Json, straight from the stream.</summary>
internal sealed class BareContestant(HttpClient http, Uri endpoint) : Contestant
{
    private static readonly AuthenticationHeaderValue Authorization = new("Bearer", FixedToken.Value);

    public static Contestant Over(HttpClient http, Uri endpoint) => new BareContestant(http, endpoint);

    public override async Task<Attended> ReadReportAsync()
    {
        var report = await GetAsync(
            $"{ReportsOf(Payloads.MeetingId)}/{Uri.EscapeDataString(Payloads.ReportId)}?$expand=attendanceRecords",
            BareJsonContext.Default.BareReport);
        return Add(default, report.AttendanceRecords!);
    }

    public override async Task<Attended> ReadPagesAsync()
    {
        var attended = default(Attended);
        var next = $"{ReportsOf(Payloads.MeetingId)}/{Uri.EscapeDataString(Payloads.ReportId)}/attendanceRecords";
        while (next is not null)
        {
            var page = await GetAsync(next, BareJsonContext.Default.BarePageBareRecord);
            attended = Add(attended, page.Value!);
            next = page.NextLink;
        }

        return attended;
    }

    protected override async Task<int> CountReportsAsync(string meeting) =>
        (await GetAsync(ReportsOf(meeting), BareJsonContext.Default.BarePageBareReport)).Value!.Count;

    private static Attended Add(Attended attended, List<BareRecord> records)
    {
        foreach (var record in records)
            attended = attended.With(record.AttendanceIntervals!.Count, TimeSpan.FromSeconds(record.TotalAttendanceInSeconds!.Value));

        return attended;
    }

    private string ReportsOf(string meeting) =>
        $"{endpoint}v1.0/users/{Uri.EscapeDataString(Payloads.UserId)}/onlineMeetings/{Uri.EscapeDataString(meeting)}/attendanceReports";

    private async Task<T> GetAsync<T>(string url, JsonTypeInfo<T> type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = Authorization;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        return (await JsonSerializer.DeserializeAsync(body, type))!;
    }
}
