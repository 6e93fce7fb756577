using Attendance.Client.Testing;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Tests;

public class FakeGraphInServices
{
    [Fact]
    public async Task Every_registered_client_talks_to_the_graph_with_its_own_options_and_handlers()
    {
        using var graph = FakeGraphData.CreateGraph();
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential("app-token"));
        services.AddKeyedScoped<TokenCredential>("beta", (_, _) => new FakeCredential("beta-token"));
        services.AddAttendanceClient(options => options.ApplicationId = "app").AddHttpMessageHandler(() => new MarkingHandler());
        services.AddAttendanceClient("beta", options => options.Version = GraphVersion.Beta, ServiceLifetime.Scoped);
        services.AddHttpClient("other");
        services.AddFakeGraph(graph);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();

        Assert.NotNull(await provider.GetRequiredService<AttendanceClient>().GetLatestReportAsync(FakeGraphData.MeetingSource));
        Assert.Equal("w@t", (await scope.ServiceProvider.GetRequiredKeyedService<AttendanceClient>("beta").GetWebinarAsync("w@t")).Id);

        Assert.Equal([GraphVersion.V1, GraphVersion.V1, GraphVersion.Beta], graph.Requests.Select(request => request.Version!.Value));
        Assert.Equal([true, true, false], graph.Requests.Select(request => request.Headers.ContainsKey("X-Mark")));
        Assert.Same(provider.GetRequiredService<AttendanceClient>(), provider.GetRequiredService<AttendanceClient>());
        Assert.Equal(
            ["Bearer app-token", "Bearer app-token", "Bearer beta-token"],
            graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Without_a_credential_nobody_has_to_sign_in()
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var provider = new ServiceCollection().AddAttendanceClient().Services.AddFakeGraph(graph).BuildServiceProvider();

        Assert.NotNull(await provider.GetRequiredService<AttendanceClient>().GetLatestReportAsync(FakeGraphData.MeetingSource));
    }

    [Fact]
    public async Task Clients_of_other_names_go_where_they_went()
    {
        using var graph = new FakeGraph();
        var services = new ServiceCollection();
        services.AddAttendanceClient();
        using var other = new FakeGraph();
        services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => other);
        services.AddFakeGraph(graph);
        await using var provider = services.BuildServiceProvider();

        using var response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("other").GetAsync(new Uri(
            "https://example.com/"));

        Assert.Equal(new Uri("https://example.com/"), Assert.Single(other.Requests).Uri);
        Assert.Empty(graph.Requests);
    }

    [Fact]
    public void Without_a_client_there_is_nothing_to_do()
    {
        using var graph = new FakeGraph();

        var exception = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddFakeGraph(graph));

        Assert.Contains("Call AddAttendanceClient first.", exception.Message, StringComparison.Ordinal);
    }

    private sealed class MarkingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Mark", "1");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
