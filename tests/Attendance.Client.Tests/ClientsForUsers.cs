using Attendance.Client.Testing;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client.Tests;

/// <summary>Clients from a container for users whose credentials are known only at run time.</summary>
public class ClientsForUsers
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_singleton_client_with_a_scoped_credential_is_refused_in_any_environment(bool isFirst)
    {
        var services = new ServiceCollection();
        if (isFirst)
            services.AddScoped<TokenCredential>(_ => new FakeCredential("token-of-ada"));
        services.AddAttendanceClient();
        if (!isFirst)
            services.AddScoped<TokenCredential>(_ => new FakeCredential("token-of-ada"));
        using var provider = services.BuildServiceProvider(validateScopes: false);
        using var scope = provider.CreateScope();

        var exception = Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<AttendanceClient>());

        Assert.Equal(
            "The AttendanceClient is a singleton and the TokenCredential is scoped, " +
            "so that every user would be answered with the first one's "
                +
            "token. Pass lifetime: ServiceLifetime.Scoped to AddAttendanceClient, " +
            "or take an AttendanceClientFactory and make a client for each user.",
            exception.Message);
    }

    [Theory]
    [InlineData("key")]
    [InlineData(null)]
    public void So_is_one_by_name(string? key)
    {
        var services = new ServiceCollection();
        services.AddAttendanceClient("key");
        if (key is null)
            services.AddScoped<TokenCredential>(_ => new FakeCredential());
        else
            services.AddKeyedScoped<TokenCredential>(key, (_, _) => new FakeCredential());
        using var provider = services.BuildServiceProvider(validateScopes: false);

        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<AttendanceClient>("key"));
    }

    [Fact]
    public void Its_own_singleton_credential_goes_before_a_scoped_one_without_a_key()
    {
        var services = new ServiceCollection();
        services.AddAttendanceClient("key");
        services.AddKeyedSingleton<TokenCredential>("key", (_, _) => new FakeCredential());
        services.AddScoped<TokenCredential>(_ => new FakeCredential());
        using var provider = services.BuildServiceProvider(validateScopes: true);

        Assert.NotNull(provider.GetRequiredKeyedService<AttendanceClient>("key"));
    }

    [Fact]
    public async Task A_scoped_client_has_the_credential_of_its_scope()
    {
        using var graph = FakeGraphData.CreateGraph();
        var users = new Queue<string>(["ada", "bob"]);
        var services = new ServiceCollection();
        services.AddScoped<TokenCredential>(_ => new FakeCredential($"token-of-{users.Dequeue()}"));
        services.AddAttendanceClient(lifetime: ServiceLifetime.Scoped);
        services.AddFakeGraph(graph);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        for (var user = 0; user < 2; user++)
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AttendanceClient>().GetReportsAsync(FakeGraphData.MeetingSource).ToListAsync();
        }

        Assert.Equal(["Bearer token-of-ada", "Bearer token-of-bob"], graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_factory_makes_clients_of_any_name_for_any_credential_over_one_connection()
    {
        using var graph = FakeGraphData.CreateGraph();
        var services = new ServiceCollection();
        services.AddAttendanceClient(options => options.ApplicationId = "app");
        services.AddAttendanceClient("beta", options => options.Version = GraphVersion.Beta);
        services.AddFakeGraph(graph);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var factory = provider.GetRequiredService<AttendanceClientFactory>();

        foreach (var client in new[]
        {
            factory.CreateClient(new FakeCredential("token-of-ada")),
            factory.CreateClient(new FakeCredential("token-of-bob")),
            factory.CreateClient("beta", new FakeCredential("token-of-ada")),
        })
        {
            await client.GetReportsAsync(FakeGraphData.MeetingSource).ToListAsync();
        }

        Assert.Equal(
            [
                ("Bearer token-of-ada", GraphVersion.V1), ("Bearer token-of-bob", GraphVersion.V1), (
                    "Bearer token-of-ada", GraphVersion.Beta),
            ],
            graph.Requests.Select(request => (request.Headers["Authorization"], request.Version!.Value)));
        Assert.Same(factory, provider.GetRequiredService<AttendanceClientFactory>());
    }

    [Fact]
    public async Task The_factory_works_beside_a_scoped_credential()
    {
        using var graph = FakeGraphData.CreateGraph();
        var services = new ServiceCollection();
        services.AddScoped<TokenCredential>(_ => new FakeCredential("token-of-ada"));
        services.AddAttendanceClient();
        services.AddFakeGraph(graph);
        await using var provider = services.BuildServiceProvider(validateScopes: false);
        await using var scope = provider.CreateAsyncScope();

        var credential = scope.ServiceProvider.GetRequiredService<TokenCredential>();
        var client = provider.GetRequiredService<AttendanceClientFactory>().CreateClient(credential);
        await client.GetReportsAsync(FakeGraphData.MeetingSource).ToListAsync();

        Assert.Equal("Bearer token-of-ada", Assert.Single(graph.Requests).Headers["Authorization"]);
    }

    [Fact]
    public void The_factory_says_what_is_not_registered()
    {
        var services = new ServiceCollection();
        services.AddAttendanceClient("beta");
        using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<AttendanceClientFactory>();

        Assert.Equal(
            "No AttendanceClient is registered without a name. Call AddAttendanceClient, or pass the name of one that is registered.",
            Assert.Throws<InvalidOperationException>(() => factory.CreateClient(new FakeCredential())).Message);
        Assert.Equal(
            "No AttendanceClient named \"emea\" is registered. Call AddAttendanceClient with that name.",
            Assert.Throws<InvalidOperationException>(() => factory.CreateClient("emea", new FakeCredential())).Message);
        Assert.Throws<ArgumentNullException>(() => factory.CreateClient("beta", null!));
        Assert.Throws<ArgumentNullException>(() => factory.CreateClient(null!, new FakeCredential()));
        Assert.Throws<NotSupportedException>(() => new MockedFactory().CreateClient(new FakeCredential()));
    }

    private sealed class MockedFactory : AttendanceClientFactory;
}
