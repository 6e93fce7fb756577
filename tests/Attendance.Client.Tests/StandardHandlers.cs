using System.Net;
using Attendance.Client.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Attendance.Client.Tests;

/// <summary>What an application sets for all its HTTP clients, as Aspire's service defaults do.</summary>
public class StandardHandlers
{
    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    public async Task A_failing_service_gets_as_many_requests_as_our_own_options_say(int retries, int requests)
    {
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        Add(services, handler, retries);
        await using var provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
            () => provider.GetRequiredService<AttendanceClient>().GetReportAsync(Source, "r"));

        Assert.Equal(AttendanceErrorReason.ServiceUnavailable, exception.Reason);
        Assert.Equal(requests, handler.Calls);
    }

    [Fact]
    public async Task So_it_does_where_the_defaults_come_after_the_client()
    {
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));
        var services = new ServiceCollection();
        Add(services, handler, retries: 0);
        services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<AttendanceRequestException>(
            () => provider.GetRequiredService<AttendanceClient>().GetReportAsync(Source, "r"));

        Assert.Equal(1, handler.Calls);
    }

    [Fact]
    public async Task One_that_the_application_adds_to_our_client_itself_stays()
    {
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)));
        var services = new ServiceCollection();
        Add(services, handler, retries: 0).AddResilienceHandler("own", pipeline => pipeline.AddRetry(
            new HttpRetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero }));
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<AttendanceRequestException>(
            () => provider.GetRequiredService<AttendanceClient>().GetReportAsync(Source, "r"));

        Assert.Equal(2, handler.Calls);
    }

    [Fact]
    public async Task What_it_throws_is_a_failed_connection()
    {
        using var handler = new ScriptedHandler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        var services = new ServiceCollection();
        Add(services, handler, retries: 0).AddResilienceHandler("own", pipeline => pipeline.AddTimeout(TimeSpan.FromMilliseconds(10)));
        await using var provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(
            () => provider.GetRequiredService<AttendanceClient>().GetReportAsync(Source, "r"));

        Assert.StartsWith(
            "A resilience handler of the application's HttpClient ended the attempt: ", exception.Message, StringComparison.Ordinal);
        Assert.IsType<Polly.Timeout.TimeoutRejectedException>(exception.InnerException);
    }

    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("https://graph.microsoft.com", true)]
    public void What_is_sent_in_clear_text_goes_to_no_proxy(string endpoint, bool usesProxy)
    {
        using var handler = GraphHttp.CreateHandler(new Uri(endpoint));

        Assert.Equal(usesProxy, handler is HttpClientHandler older ? older.UseProxy : ((SocketsHttpHandler)handler).UseProxy);
    }

    private static IHttpClientBuilder Add(IServiceCollection services, HttpMessageHandler handler, int retries)
    {
        services.AddSingleton<Azure.Core.TokenCredential>(new Testing.FakeCredential());
        return services
            .AddAttendanceClient(options => (options.MaxRetries, options.TimeProvider) = (retries, new SkippingTimeProvider()))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
    }
}
