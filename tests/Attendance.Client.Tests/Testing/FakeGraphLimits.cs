using System.Net;

namespace Attendance.Client.Tests;

public class FakeGraphLimits
{
    [Fact]
    public async Task Webinars_and_town_halls_take_750_requests_in_30_seconds_together()
    {
        var clock = new SkippingTimeProvider();
        using var graph = FakeGraphData.CreateGraph();
        graph.TimeProvider = clock;
        var client = graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0, TimeProvider = clock });
        for (var i = 0; i < 375; i++)
        {
            await client.GetWebinarAsync("w@t");
            await client.GetTownhallAsync("t@t");
        }

        var refusal = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => client.GetLatestReportAsync(FakeGraphData.Session.Source!));

        Assert.Equal(
            (HttpStatusCode.TooManyRequests, AttendanceErrorReason.Throttled, TimeSpan.FromSeconds(30)),
            (refusal.Status, refusal.Reason, refusal.RetryAfter));
        Assert.NotNull(await client.GetLatestReportAsync(FakeGraphData.MeetingSource));
    }

    [Fact]
    public async Task There_is_room_again_as_soon_as_the_oldest_request_is_30_seconds_old()
    {
        var clock = new FixedTimeProvider(FakeGraphData.At(9));
        using var graph = FakeGraphData.CreateGraph();
        graph.TimeProvider = clock;
        graph.VirtualEventRequestLimit = 2;
        var client = graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0 });
        await client.GetWebinarAsync("w@t");
        clock.Now += TimeSpan.FromSeconds(10.5);
        await client.GetWebinarAsync("w@t");
        clock.Now += TimeSpan.FromSeconds(10);

        Assert.Equal(TimeSpan.FromSeconds(10), (await Throttled()).RetryAfter);
        clock.Now += TimeSpan.FromSeconds(9.4);
        Assert.Equal(TimeSpan.FromSeconds(1), (await Throttled()).RetryAfter);
        clock.Now += TimeSpan.FromSeconds(0.1);
        await client.GetWebinarAsync("w@t");
        await Throttled();

        Task<AttendanceRequestException> Throttled() => Assert.ThrowsAsync<AttendanceRequestException>(() => client.GetWebinarAsync("w@t"));
    }

    [Theory]
    [InlineData(null, 900)]
    [InlineData(1000, 900)]
    public async Task The_limit_can_be_changed(int? limit, int requests)
    {
        using var graph = FakeGraphData.CreateGraph();
        graph.VirtualEventRequestLimit = limit;
        var client = graph.CreateClient(new AttendanceClientOptions { MaxRetries = 0 });

        for (var i = 0; i < requests; i++)
            await client.GetWebinarAsync("w@t");

        Assert.Equal(requests, graph.Requests.Count);
    }
}
