using Attendance.Client;
using Attendance.Client.Testing;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

// The namespace in which people look for Add methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a <see cref="FakeGraph"/> in place of Microsoft Graph.</summary>
public static class FakeGraphServiceCollectionExtensions
{
    /// <summary>Lets every registered <see cref="AttendanceClient"/>, by name or without, talk to a graph of the test's own.</summary>
    /// <remarks>
    /// Their options and the handlers of their <see cref="HttpClient"/> stay; no credential is asked for a token. Call it after
    /// <c>AddAttendanceClient</c>: in
    /// <c>ConfigureTestServices</c> of a <c>WebApplicationFactory</c>, for one.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="graph">The graph.</param>
    /// <exception cref="InvalidOperationException">No <see cref="AttendanceClient"/> is registered.</exception>
    public static IServiceCollection AddFakeGraph(this IServiceCollection services, FakeGraph graph)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        _ = graph ?? throw new ArgumentNullException(nameof(graph));
        var found = false;
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType != typeof(AttendanceClient))
                continue;

            services[i] = Replacement(services[i]);
            found = true;
        }

        return found
            ? services.PostConfigureAll<HttpClientFactoryOptions>(
                options => options.HttpMessageHandlerBuilderActions.Add(builder => UseGraph(builder, graph)))
            : throw new InvalidOperationException(
                "No AttendanceClient is registered that could talk to the graph. Call AddAttendanceClient first.");
    }

    private static ServiceDescriptor Replacement(ServiceDescriptor client) => client.ServiceKey is string key
        ? new ServiceDescriptor(
            typeof(AttendanceClient), key, (provider, _) => Create(provider, key, $"{typeof(AttendanceClient).FullName}:{key}"),
            client.Lifetime)
        : new ServiceDescriptor(
            typeof(AttendanceClient), provider => Create(provider, Options.Options.DefaultName, typeof(AttendanceClient).FullName!),
            client.Lifetime);

    private static AttendanceClient Create(IServiceProvider provider, string optionsName, string httpClientName) => new(
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpClientName),
        new FakeCredential(),
        provider.GetRequiredService<IOptionsMonitor<AttendanceClientOptions>>().Get(optionsName));

    private static void UseGraph(HttpMessageHandlerBuilder builder, FakeGraph graph)
    {
        if (builder.Name?.StartsWith(typeof(AttendanceClient).FullName!, StringComparison.Ordinal) == true)
            builder.PrimaryHandler = graph;
    }
}
