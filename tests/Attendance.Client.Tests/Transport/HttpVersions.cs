#if !NETSTANDARD_PACKAGE
using System.Net;
using Attendance.Client.Internal;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Tests;

/// <summary>How the library speaks HTTP over a connection of its own, and leaves it to the application over one that it is given.</summary>
public class HttpVersions
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public void A_connection_is_given_up_after_five_minutes_and_a_second_one_opened_where_one_is_full()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(GraphHttp.CreateHandler(GraphCloud.Global));

        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.True(handler.EnableMultipleHttp2Connections);
    }

    [Fact]
    public async Task HTTP_2_is_spoken_where_the_server_does_too()
    {
        using var handler = new VersionsHandler();
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new Testing.FakeCredential());
        services.AddAttendanceClient().ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        using var own = GraphHttp.CreateClient(GraphCloud.Global);

        await provider.GetRequiredService<AttendanceClient>().GetReportAsync(Source, "r");

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), Assert.Single(handler.Versions));
        Assert.Equal(
            (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), (own.DefaultRequestVersion, own.DefaultVersionPolicy));
    }

    [Fact]
    public async Task An_application_that_brings_its_client_decides_on_the_version()
    {
        using var handler = new VersionsHandler();
        using var http = new HttpClient(handler)
        {
            DefaultRequestVersion = HttpVersion.Version30,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        await new AttendanceClient(http, new Testing.FakeCredential()).GetReportAsync(Source, "r");

        Assert.Equal((HttpVersion.Version30, HttpVersionPolicy.RequestVersionExact), Assert.Single(handler.Versions));
    }

    private sealed class VersionsHandler : HttpMessageHandler
    {
        public List<(Version, HttpVersionPolicy)> Versions { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Versions.Add((request.Version, request.VersionPolicy));
            return Task.FromResult(PagedGraph.Json("""{"id":"r","attendanceRecords":[]}"""));
        }
    }
}
#endif
