#if !NETSTANDARD_PACKAGE
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Conformance;

public sealed class ReadingFromFakeGraphServer : ReadingTests
{
    private protected override async Task<TestGraph> StartAsync()
    {
        var graph = new FakeGraph { SignedInUserId = RichData.Me };
        var server = await FakeGraphServer.StartAsync(graph);
        return new FakeTestGraph(
            graph,
            options =>
            {
                options.Endpoint = server.Endpoint;
                return new AttendanceClient(new FakeCredential(), options);
            },
            server);
    }
}
#endif
