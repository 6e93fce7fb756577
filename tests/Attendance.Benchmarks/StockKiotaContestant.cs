using Attendance.Client.Generated;
using Attendance.Client.Generated.Models;
using Attendance.Client.Generated.Users.Item.OnlineMeetings.Item;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Attendance.Benchmarks;

/// <summary>The builders and models that Attendance.Client is made on, over Kiota's own adapter and JSON.</summary>
internal sealed class StockKiotaContestant(GraphClient graph) : Contestant
{
    public static Contestant Over(HttpClient http, Uri endpoint)
    {
        var authentication = new BaseBearerTokenAuthenticationProvider(new FixedToken());
        var adapter = new HttpClientRequestAdapter(authentication, new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), http)
        {
            BaseUrl = $"{endpoint}v1.0",
        };
        return new StockKiotaContestant(new GraphClient(adapter));
    }

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
