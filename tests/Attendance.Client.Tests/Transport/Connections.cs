using Attendance.Client.Internal;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Tests;

public class Connections
{
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
}
