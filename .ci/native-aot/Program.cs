// The program that .ci/run publishes ahead of time. It does with the libraries what an application does, and has its Graph within.
using System.Net;
using System.Text;
using Attendance.Client;
using Attendance.Client.Analysis;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton<TokenCredential>(new AnyToken());
services.AddAttendanceClient().ConfigurePrimaryHttpMessageHandler(() => new Graph());
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<AttendanceClient>();

var source = AttendanceSource.Meeting(Organizer.Me, "m");
var report = await client.GetLatestReportAsync(source);
var summary = AttendanceSummary.Of(report!);
Console.WriteLine($"{summary.AttendedCount} came, {summary.HeadCount?.Peak} at once");

await using var csv = File.Create("people.csv");
await AttendanceExport.WriteCsvAsync(PersonRow.Of(summary, RowOrigin.Of(source, [report!])), csv);
await using var json = File.Create("summary.json");
await AttendanceExport.WriteJsonAsync(summary, json);
await using var semicolons = File.Create("people-with-semicolons.csv");
await AttendanceExport.WriteCsvAsync(PersonRow.Of(summary), semicolons, CsvExportOptions.ForSpreadsheet(TimeZoneInfo.Utc, hasDecimalComma: true));
await using var workbook = File.Create("people.xlsx");
await AttendanceWorkbook.WriteAsync(summary, workbook);
await File.WriteAllTextAsync("review.html", AttendanceChart.Page(summary, new ChartOptions { Title = "Weekly review" }));

try
{
    await client.GetLatestReportAsync(AttendanceSource.Meeting(Organizer.Me, "gone"));
}
catch (AttendanceRequestException exception)
{
    Console.WriteLine(exception.Reason);
}

internal sealed class AnyToken : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("token", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}

internal sealed class Graph : HttpMessageHandler
{
    private const string Report = """
        "id": "r", "meetingStartDateTime": "2026-03-02T09:00:00Z", "meetingEndDateTime": "2026-03-02T10:00:00Z", "totalParticipantCount": 2
        """;

    private const string Records = """
        {
          "id": "1", "role": "Organizer", "emailAddress": "zoe@contoso.com", "totalAttendanceInSeconds": 3600,
          "identity": { "id": "z", "displayName": "Zoë Müller" },
          "attendanceIntervals": [{ "joinDateTime": "2026-03-02T09:00:00Z", "leaveDateTime": "2026-03-02T10:00:00Z" }]
        },
        {
          "id": "2", "role": "Attendee", "totalAttendanceInSeconds": 1800,
          "identity": { "displayName": "=1+1, \"Ada\"" },
          "attendanceIntervals": [{ "joinDateTime": "2026-03-02T09:10:00Z", "leaveDateTime": "2026-03-02T09:40:00Z" }]
        }
        """;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (status, body) = request.RequestUri!.AbsolutePath switch
        {
            "/v1.0/me/onlineMeetings/m/attendanceReports" => (HttpStatusCode.OK, $$"""{ "value": [{ {{Report}} }] }"""),
            "/v1.0/me/onlineMeetings/m/attendanceReports/r" =>
                (HttpStatusCode.OK, $$"""{ {{Report}}, "attendanceRecords": [{{Records}}] }"""),
            _ => (HttpStatusCode.NotFound, """{ "error": { "code": "NotFound", "message": "There is none." } }"""),
        };
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = content });
    }
}
