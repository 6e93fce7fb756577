using Attendance.Client.Generated.Models;
using Attendance.Client.Internal;
using Microsoft.Kiota.Abstractions;

namespace Attendance.Client.Tests;

/// <summary>What Kiota's builders can ask of the adapter that stands below them.</summary>
public class GeneratedBuilders
{
    [Theory]
    [InlineData(GraphVersion.V1, "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports/r")]
    [InlineData(GraphVersion.Beta, "https://graph.microsoft.com/beta/me/onlineMeetings/m/attendanceReports/r")]
    public async Task They_get_what_they_describe(GraphVersion version, string url)
    {
        var graph = new StubGraph().Answers("""{"id":"r"}""");

        var report = await new GraphService(Connection(graph), version).Builders.Me.OnlineMeetings["m"].AttendanceReports["r"].GetAsync();

        Assert.Equal("r", report?.Id);
        Assert.Equal([url], graph.Urls);
    }

    [Fact]
    public async Task The_adapter_sends_nothing_to_another_host()
    {
        var graph = new StubGraph();
        var connection = Connection(graph);
        using var operation = Operation.Start("GetReport", connection, GraphVersion.V1);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => new GraphRequestAdapter(connection, GraphVersion.V1)
            .SendAsync(new Uri("https://evil.example/"), MeetingAttendanceReport.CreateFromDiscriminatorValue, operation, CancellationToken.None));

        Assert.Equal("A request for evil.example is none for graph.microsoft.com.", exception.Message);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public void What_the_fragment_has_nothing_of_is_refused()
    {
        var adapter = new GraphRequestAdapter(Connection(new StubGraph()), GraphVersion.V1);
        var request = new RequestInformation();
        Func<object?>[] calls =
        [
            () => adapter.SerializationWriterFactory,
            () => adapter.SendCollectionAsync(request, MeetingAttendanceReport.CreateFromDiscriminatorValue),
            () => adapter.SendPrimitiveAsync<int>(request),
            () => adapter.SendPrimitiveCollectionAsync<int>(request),
            () => adapter.SendNoContentAsync(request),
            () => adapter.ConvertToNativeRequestAsync<HttpRequestMessage>(request),
            () =>
            {
                adapter.EnableBackingStore(null!);
                return null;
            },
        ];

        Assert.All(calls, call => Assert.Equal("The fragment has nothing but requests for one JSON object.", Assert.Throws<NotSupportedException>(call).Message));
    }

    private static GraphConnection Connection(StubGraph graph) =>
        new(new HttpClient(graph.Handler, disposeHandler: false), new Testing.FakeCredential(), new AttendanceClientOptions { MaxRetries = 0 });
}
