#if !NETSTANDARD_PACKAGE
using System.Net;
#endif
using Attendance.Client.Internal;
#if !NETSTANDARD_PACKAGE
using Azure.Core;
#endif
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Tests;

/// <summary>What the library says over a connection of its own, and leaves alone over one that it is given.</summary>
public class Connections
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    public static TheoryData<Uri, Uri> Authorities => new()
    {
        { GraphCloud.Global, AzureAuthorityHosts.AzurePublicCloud },
        { GraphCloud.UsGovernment, AzureAuthorityHosts.AzureGovernment },
        { GraphCloud.UsGovernmentDod, AzureAuthorityHosts.AzureGovernment },
        { GraphCloud.China, AzureAuthorityHosts.AzureChina },
        { new Uri("https://GRAPH.microsoft.us/gateway"), AzureAuthorityHosts.AzureGovernment },
        { new Uri("https://gateway.contoso.com"), AzureAuthorityHosts.AzurePublicCloud },
    };

    [Theory]
    [MemberData(nameof(Authorities))]
    public void Each_cloud_has_its_authority(Uri endpoint, Uri authority) => Assert.Equal(authority, Authority.Of(endpoint));

    [Fact]
    public void An_attempt_is_timed_by_the_library_and_not_by_its_HTTP_client()
    {
        var services = new ServiceCollection();
        var name = services.AddAttendanceClient().Name;
        using var provider = services.BuildServiceProvider();
        using var own = GraphHttp.CreateClient(GraphCloud.Global);

        Assert.Equal(Timeout.InfiniteTimeSpan, own.Timeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient(name).Timeout);
    }

#if !NETSTANDARD_PACKAGE
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
        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower), (own.DefaultRequestVersion, own.DefaultVersionPolicy));
    }

    [Fact]
    public async Task An_application_that_brings_its_client_decides_on_the_version()
    {
        using var handler = new VersionsHandler();
        using var http = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version30, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        await new AttendanceClient(http, new Testing.FakeCredential()).GetReportAsync(Source, "r");

        Assert.Equal((HttpVersion.Version30, HttpVersionPolicy.RequestVersionExact), Assert.Single(handler.Versions));
    }

    private sealed class VersionsHandler : HttpMessageHandler
    {
        public List<(Version, HttpVersionPolicy)> Versions { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Versions.Add((request.Version, request.VersionPolicy));
            return Task.FromResult(PagedGraph.Json("""{"id":"r"}"""));
        }
    }
#endif
}
