using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.OnlineMeetings.Item;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Attendance.Benchmarks;

/// <summary>The official SDK, over the same HTTP handler, without the handlers of its own that would cost it more.</summary>
internal sealed class MicrosoftGraphContestant(GraphServiceClient graph) : Contestant
{
    public static Contestant Over(HttpClient http, Uri endpoint) =>
        new MicrosoftGraphContestant(
            new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(new FixedToken()), $"{endpoint}v1.0"));

    public override async Task<Attended> ReadReportAsync()
    {
        var report = await Meeting(Payloads.MeetingId).AttendanceReports[Payloads.ReportId].GetAsync(
            request => request.QueryParameters.Expand = ["attendanceRecords"]);
        return Add(default, report!.AttendanceRecords!);
    }

    public override async Task<Attended> ReadPagesAsync()
    {
        var attended = default(Attended);
        var builder = Meeting(Payloads.MeetingId).AttendanceReports[Payloads.ReportId].AttendanceRecords;
        var page = await builder.GetAsync();
        attended = Add(attended, page!.Value!);
        while (page!.OdataNextLink is { } next)
        {
            page = await builder.WithUrl(next).GetAsync();
            attended = Add(attended, page!.Value!);
        }

        return attended;
    }

    protected override async Task<int> CountReportsAsync(string meeting) =>
        (await Meeting(meeting).AttendanceReports.GetAsync())!.Value!.Count;

    private static Attended Add(Attended attended, List<AttendanceRecord> records)
    {
        foreach (var record in records)
            attended = attended.With(record.AttendanceIntervals!.Count, TimeSpan.FromSeconds(record.TotalAttendanceInSeconds!.Value));

        return attended;
    }

    private OnlineMeetingItemRequestBuilder Meeting(string id) => graph.Users[Payloads.UserId].OnlineMeetings[id];
}
