using Attendance.Client.Testing;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Tests;

public class DependencyInjection
{
    private const string EmptyPage = """{"value":[]}""";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task A_client_is_registered_with_the_registered_credential()
    {
        var graph = new StubGraph().Answers(EmptyPage);
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential("registered"));
        services.AddAttendanceClient(options => options.Version = GraphVersion.Beta)
            .ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        await provider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();

        Assert.Equal("https://graph.microsoft.com/beta/me/onlineMeetings/m/attendanceReports", Assert.Single(graph.Urls));
        Assert.Equal("Bearer registered", graph.Requests[0].Headers["Authorization"]);
        Assert.Same(provider.GetRequiredService<AttendanceClient>(), provider.GetRequiredService<AttendanceClient>());
    }

    [Fact]
    public async Task Clients_by_name_stand_side_by_side_with_options_and_credentials_of_their_own()
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential("shared"));
        services.AddKeyedSingleton<TokenCredential>("gov", new FakeCredential("gov-token"));
        services.AddAttendanceClient().ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        services.AddAttendanceClient("beta", options => options.Version = GraphVersion.Beta)
            .ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        services.AddAttendanceClient("gov", options => options.Endpoint = GraphCloud.UsGovernment)
            .ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        await provider.GetRequiredKeyedService<AttendanceClient>("beta").GetReportsAsync(Source).ToListAsync();
        await provider.GetRequiredKeyedService<AttendanceClient>("gov").GetReportsAsync(Source).ToListAsync();
        await provider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();

        Assert.Equal(
            [
                ("https://graph.microsoft.com/beta/me/onlineMeetings/m/attendanceReports", "Bearer shared"),
                ("https://graph.microsoft.us/v1.0/me/onlineMeetings/m/attendanceReports", "Bearer gov-token"),
                ("https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports", "Bearer shared"),
            ],
            graph.Requests.Select(request => (request.Url, request.Headers["Authorization"])));
    }

    [Fact]
    public async Task Each_client_has_an_HTTP_client_of_its_own()
    {
        var (plain, gov, dod) =
            (new StubGraph().Answers(EmptyPage), new StubGraph().Answers(EmptyPage), new StubGraph().Answers(EmptyPage));
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential());
        var names = new[]
        {
            services.AddAttendanceClient().ConfigurePrimaryHttpMessageHandler(() => plain.Handler).Name,
            services.AddAttendanceClient("gov").ConfigurePrimaryHttpMessageHandler(() => gov.Handler).Name,
            services.AddAttendanceClient("dod").ConfigurePrimaryHttpMessageHandler(() => dod.Handler).Name,
        };
        await using var provider = Build(services);

        await provider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();
        await provider.GetRequiredKeyedService<AttendanceClient>("gov").GetReportsAsync(Source).ToListAsync();
        await provider.GetRequiredKeyedService<AttendanceClient>("dod").GetReportsAsync(Source).ToListAsync();

        Assert.All(new[] { plain, gov, dod }, graph => Assert.Single(graph.Requests));
        Assert.Equal(
            ["Attendance.Client.AttendanceClient", "Attendance.Client.AttendanceClient:gov", "Attendance.Client.AttendanceClient:dod"],
            names);
    }

    [Fact]
    public async Task A_container_that_knows_no_names_does_for_the_client_without_one()
    {
        var graph = new StubGraph().Answers(EmptyPage);
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential("registered"));
        services.AddAttendanceClient().ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        var client = (AttendanceClient)Assert.Single(
            services, service => service.ServiceType == typeof(AttendanceClient)).ImplementationFactory!(new NamelessContainer(provider));
        await client.GetReportsAsync(Source).ToListAsync();

        Assert.Equal("Bearer registered", Assert.Single(graph.Requests).Headers["Authorization"]);
    }

    [Fact]
    public void Options_are_checked_by_their_own_client_only()
    {
        var services = new ServiceCollection();
        services.AddAttendanceClient("gov");
        using var provider = Build(services);
        var check = provider.GetServices<IValidateOptions<AttendanceClientOptions>>().Single();
        var wrong = new AttendanceClientOptions { MaxRetries = -1, TimeProvider = null! };

        Assert.True(check.Validate("gov", new AttendanceClientOptions()).Succeeded);
        Assert.Equal(
            ["MaxRetries is -1: use 0 for no retry, or more.", "TimeProvider is null: use TimeProvider.System."],
            check.Validate("gov", wrong).Failures);
        Assert.True(check.Validate("other", wrong).Skipped);
    }

    [Fact]
    public async Task Options_come_from_configuration_and_code_has_the_last_word()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Attendance:Version"] = "Beta",
            ["Attendance:Endpoint"] = "https://graph.microsoft.us",
            ["Attendance:ApplicationId"] = "from-configuration",
        }).Build();
        var graph = new StubGraph().Answers(EmptyPage);
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential());
        services.Configure<AttendanceClientOptions>(configuration.GetSection("Attendance"));
        services.AddAttendanceClient(options => options.ApplicationId = "from-code")
            .ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        await provider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();

        Assert.Equal("https://graph.microsoft.us/beta/me/onlineMeetings/m/attendanceReports", Assert.Single(graph.Urls));
        Assert.EndsWith(", from-code", graph.Requests[0].Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_are_not_valid_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddAttendanceClient("gov", options => options.Endpoint = new Uri("http://graph.microsoft.us"));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal("gov", exception.OptionsName);
        Assert.Contains("over HTTPS only", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_of_ones_own_stand_in_the_line_with_the_token_already_on_the_request()
    {
        var graph = new StubGraph().Answers(EmptyPage);
        var seen = new List<string?>();
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new FakeCredential());
        services.AddAttendanceClient().AddHttpMessageHandler(() => new SpyHandler(seen))
            .ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        await provider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();

        Assert.Equal(["Bearer fake-token"], seen);
    }

    [Fact]
    public async Task A_scoped_client_takes_the_credential_of_its_scope()
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage);
        var users = 0;
        var services = new ServiceCollection();
        services.AddScoped<TokenCredential>(_ => new FakeCredential($"user-{++users}"));
        services.AddAttendanceClient(lifetime: ServiceLifetime.Scoped).ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        for (var request = 0; request < 2; request++)
        {
            await using var scope = provider.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();
        }

        Assert.Equal(["Bearer user-1", "Bearer user-2"], graph.Requests.Select(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task A_client_without_a_registered_credential_can_be_made_and_uses_the_default_one()
    {
        var services = new ServiceCollection();
        services.AddAttendanceClient();
        await using var provider = Build(services);

        Assert.Equal(GraphVersion.V1, provider.GetRequiredService<AttendanceClient>().Version);
    }

    [Fact]
    public async Task The_container_logs_for_the_client()
    {
        using var log = new MemoryLog();
        var graph = new StubGraph().Answers($$"""{"value":[{{string.Join(',', Enumerable.Repeat("""{"id":"r","attendanceRecords":[]}""", 50))}}]}""");
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(log);
        services.AddSingleton<TokenCredential>(new FakeCredential());
        services.AddAttendanceClient().ConfigurePrimaryHttpMessageHandler(() => graph.Handler);
        await using var provider = Build(services);

        await provider.GetRequiredService<AttendanceClient>().GetReportsAsync(Source).ToListAsync();

        Assert.Contains(
            log.Lines, line => line.StartsWith("Warning Attendance.Client.AttendanceClient: The list", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("onlineMeetings", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_is_missing_is_refused()
    {
        var empty = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddAttendanceClient(""));
        Assert.Equal("name", empty.ParamName);
        Assert.StartsWith(
            "The name is empty. Give one, or leave it out for the client without a name.", empty.Message, StringComparison.Ordinal);
        Assert.Equal(
            "name", Assert.Throws<ArgumentNullException>(() => new ServiceCollection().AddAttendanceClient(name: null!)).ParamName);
        Assert.Equal(
            "services",
            Assert.Throws<ArgumentNullException>(() => AttendanceClientServiceCollectionExtensions.AddAttendanceClient(null!)).ParamName);
    }

    private static ServiceProvider Build(ServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

    private sealed class NamelessContainer(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => services.GetService(serviceType);
    }

    private sealed class SpyHandler(List<string?> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.Headers.Authorization?.ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }
}
