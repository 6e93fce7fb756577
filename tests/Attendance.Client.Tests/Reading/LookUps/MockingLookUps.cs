namespace Attendance.Client.Tests.LookUps;

public class MockingLookUps
{
    [Fact]
    public async Task A_mock_overrides_what_it_needs()
    {
        AttendanceClient client = new ClientWithOneWebinar();

        var webinar = Assert.Single(await client.GetWebinarsAsync().ToListAsync());
        var session = Assert.Single(await client.GetSessionsAsync(webinar).ToListAsync());

        Assert.Equal(new VirtualEventSession { Id = "Webinar w" }, session);
    }

    [Fact]
    public async Task A_look_up_that_a_mock_left_out_says_so()
    {
        AttendanceClient client = new Mock();

        foreach (var call in LookUpCalls.OfMany.Values)
        {
            Assert.Contains(
                "is not overridden", Assert.Throws<NotSupportedException>(() => call.List(client, CancellationToken.None)).Message,
                StringComparison.Ordinal);
        }

        foreach (var call in LookUpCalls.OfOne.Values)
            await Assert.ThrowsAsync<NotSupportedException>(() => call.Ask(client, CancellationToken.None));
    }

    private sealed class Mock : AttendanceClient;

    private sealed class ClientWithOneWebinar : AttendanceClient
    {
        public override IAsyncEnumerable<VirtualEvent> GetWebinarsAsync(CancellationToken cancellationToken = default) =>
            new[] { new VirtualEvent { Id = "w" } }.ToAsyncEnumerable();

        public override IAsyncEnumerable<VirtualEventSession> GetSessionsAsync(
            VirtualEventKind kind, string eventId, CancellationToken cancellationToken = default) =>
            new[] { new VirtualEventSession { Id = $"{kind} {eventId}" } }.ToAsyncEnumerable();
    }
}
