// One report, read with Attendance.Client and with Microsoft.Graph in one process: neither may keep the other from working,
// whichever version of Kiota's libraries the official one brings along.
using Attendance.Client;
using Attendance.Client.Testing;
using Microsoft.Graph;
using Microsoft.Kiota.Authentication.Azure;

using var graph = SampleData.CreateGraph();
var source = (MeetingSource)SampleData.Meeting;

var ours = await graph.CreateClient().GetLatestReportAsync(source);

using var http = new HttpClient(graph, disposeHandler: false);
var official = new GraphServiceClient(http, new AzureIdentityAuthenticationProvider(new FakeCredential()));
var reports = official.Me.OnlineMeetings[source.MeetingId].AttendanceReports;
var theirs = await reports[ours!.Id].GetAsync(request => request.QueryParameters.Expand = ["attendanceRecords"]);

var again = await graph.CreateClient().GetLatestReportAsync(source);

Console.WriteLine($"Microsoft.Graph {Version(typeof(GraphServiceClient))}, Kiota {Version(typeof(Microsoft.Kiota.Abstractions.IRequestAdapter))}");
foreach (var record in ours.Records!)
    Console.WriteLine($"{record.EmailAddress}: {record.TotalAttendance}");

var oursAsTheirs = ours.Records.Select(record => (record.EmailAddress, (int?)record.TotalAttendance?.TotalSeconds));
var theirRecords = theirs!.AttendanceRecords!.Select(record => (record.EmailAddress, record.TotalAttendanceInSeconds));
var areAlike = ours.Records.Count > 0 && oursAsTheirs.SequenceEqual(theirRecords) && again == ours;
Console.WriteLine(areAlike ? "Both read the same." : "They differ.");
return areAlike ? 0 : 1;

static string? Version(Type type) => type.Assembly.GetName().Version?.ToString(3);
