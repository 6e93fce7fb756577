using Attendance.Client.Testing;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using Microsoft.Kiota.Authentication.Azure;

namespace Attendance.Client.Tests;

/// <summary>The official SDK, built on the same Kiota runtime, in the same process.</summary>
public class MicrosoftGraphBesideUs
{
    [Fact]
    public async Task Neither_client_changes_what_the_other_reads()
    {
        using var graph = SampleData.CreateGraph();
        var before = await ReadOurs(graph);

        var official = new GraphServiceClient(
            new HttpClient(graph, disposeHandler: false), new AzureIdentityAuthenticationProvider(new FakeCredential()));
        var theirs = await ReadTheirs(official);
        var after = await ReadOurs(graph);
        var theirsAgain = await ReadTheirs(official);

        Assert.Equal(before, after);
        Assert.Equal(theirs.Select(Describe), theirsAgain.Select(Describe));
        Assert.Equal(before.Records!.Select(record => (record.EmailAddress, record.TotalAttendance)), theirs.Select(Describe));
    }

    [Fact]
    public async Task Making_and_using_our_client_registers_nothing_for_the_whole_process()
    {
        using var graph = SampleData.CreateGraph();
        var parsers = ParseNodeFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories.ToDictionary();
        var writers = SerializationWriterFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories.ToDictionary();
        var store = BackingStoreFactorySingleton.Instance;

        await ReadOurs(graph);

        Assert.Equal(parsers, ParseNodeFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories);
        Assert.Equal(writers, SerializationWriterFactoryRegistry.DefaultInstance.ContentTypeAssociatedFactories);
        Assert.Same(store, BackingStoreFactorySingleton.Instance);
    }

    private static async Task<AttendanceReport> ReadOurs(FakeGraph graph) =>
        (await graph.CreateClient().GetLatestReportAsync(SampleData.Meeting))!;

    private static async Task<List<Microsoft.Graph.Models.AttendanceRecord>> ReadTheirs(GraphServiceClient official)
    {
        var meeting = official.Me.OnlineMeetings[((MeetingSource)SampleData.Meeting).MeetingId];
        var list = await meeting.AttendanceReports.GetAsync();
        var report = await meeting.AttendanceReports[list!.Value![0].Id].GetAsync(
            request => request.QueryParameters.Expand = ["attendanceRecords"]);
        return report!.AttendanceRecords!;
    }

    private static (string?, TimeSpan?) Describe(Microsoft.Graph.Models.AttendanceRecord record) =>
        (record.EmailAddress, TimeSpan.FromSeconds(record.TotalAttendanceInSeconds!.Value));
}
