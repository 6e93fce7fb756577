namespace Attendance.Client.Tests.Conformance;

public sealed class ReadingFromMockHttp : ReadingTests
{
    private protected override Task<TestGraph> StartAsync() => Task.FromResult<TestGraph>(new MockTestGraph());
}
