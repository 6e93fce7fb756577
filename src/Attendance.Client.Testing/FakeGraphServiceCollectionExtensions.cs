using Attendance.Client;
using Attendance.Client.Testing;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

// The namespace in which people look for Add methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a <see cref="FakeGraph"/> in place of Microsoft Graph.</summary>
public static class FakeGraphServiceCollectionExtensions
{
    /// <summary>Lets every registered <see cref="AttendanceClient"/>, by name or without, talk to a graph of the test's own.</summary>
    /// <remarks>
    /// Their options, their credentials and the handlers of their <see cref="HttpClient"/> stay, so that a test sees whose token came;
    /// where no credential is registered, a <see cref="FakeCredential"/> is. Register one over a credential that would really sign in. Call
    /// it after
    /// <c>AddAttendanceClient</c>: in <c>ConfigureTestServices</c> of a <c>WebApplicationFactory</c>, for one.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="graph">The graph.</param>
    /// <exception cref="InvalidOperationException">No <see cref="AttendanceClient"/> is registered.</exception>
    public static IServiceCollection AddFakeGraph(this IServiceCollection services, FakeGraph graph)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        _ = graph ?? throw new ArgumentNullException(nameof(graph));
        if (services.All(static service => service.ServiceType != typeof(AttendanceClient)))
            throw new InvalidOperationException(
                "No AttendanceClient is registered that could talk to the graph. Call AddAttendanceClient first.");

        services.TryAddSingleton<TokenCredential>(new FakeCredential());
        return services.PostConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(builder => UseGraph(builder, graph)));
    }

    private static void UseGraph(HttpMessageHandlerBuilder builder, FakeGraph graph)
    {
        if (builder.Name?.StartsWith(typeof(AttendanceClient).FullName!, StringComparison.Ordinal) == true)
            builder.PrimaryHandler = graph;
    }
}
