using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Conformance;

public sealed class ReadingFromFakeGraph : ReadingTests
{
    private protected override Task<TestGraph> StartAsync()
    {
        var graph = new FakeGraph { SignedInUserId = RichData.Me };
        return Task.FromResult<TestGraph>(new FakeTestGraph(graph, options => graph.CreateClient(options)));
    }
}
