using Attendance.Client;
using Attendance.Client.Internal;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// The namespace in which people look for Add methods.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AttendanceClient"/>.</summary>
public static class AttendanceClientServiceCollectionExtensions
{
    /// <summary>Registers the <see cref="AttendanceClient"/>.</summary>
    /// <remarks>
    /// It takes the registered <see cref="TokenCredential"/>, or <see cref="DefaultAzureCredential"/> where none is, and the configured
    /// <see cref="AttendanceClientOptions"/>, which are checked when the host starts. It logs by itself, without ids of people; the
    /// factory's loggers, which write whole URLs, are off.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options, after those from configuration, or null.</param>
    /// <param name="lifetime">Lifetime of the client: <see cref="ServiceLifetime.Scoped"/> where the credential acts for the user of a web
    /// request.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers of one's own.</returns>
    public static IHttpClientBuilder AddAttendanceClient(
        this IServiceCollection services, Action<AttendanceClientOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton) =>
        Add(services, key: null, configure, lifetime);

    /// <summary>Registers an <see cref="AttendanceClient"/> by name, beside others: another version, another cloud.</summary>
    /// <remarks>
    /// Resolve it as a keyed service with the name as key. It takes the <see cref="TokenCredential"/> that is registered with the same key,
    /// or the one without a key, or <see cref="DefaultAzureCredential"/>, and the <see cref="AttendanceClientOptions"/> configured with the
    /// same name, which are checked when the host starts.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="name">Name of the client and of its options, and key of the service.</param>
    /// <param name="configure">Sets options, after those from configuration, or null.</param>
    /// <param name="lifetime">Lifetime of the client: <see cref="ServiceLifetime.Scoped"/> where the credential acts for the user of a web
    /// request.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers of one's own.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddAttendanceClient(
        this IServiceCollection services, string name, Action<AttendanceClientOptions>? configure = null,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        _ = name ?? throw new ArgumentNullException(nameof(name));
        return name.Length > 0
            ? Add(services, name, configure, lifetime)
            : throw new ArgumentException("The name is empty. Give one, or leave it out for the client without a name.", nameof(name));
    }

    private static IHttpClientBuilder Add(
        IServiceCollection services, string? key, Action<AttendanceClientOptions>? configure, ServiceLifetime lifetime)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        var client = new RegisteredClient(services, key, lifetime);

        var options = services.AddOptions<AttendanceClientOptions>(client.OptionsName);
        if (configure is not null)
            options.Configure(configure);
        options.PostConfigure<IServiceProvider>((value, provider) => value.LoggerFactory ??= provider.GetService<ILoggerFactory>());
        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<AttendanceClientOptions>>(new OptionsValidator(client));

        services.AddSingleton(client);
        services.TryAddSingleton(provider => new AttendanceClientFactory(provider));
        services.Add(key is null
            ? new ServiceDescriptor(typeof(AttendanceClient), client.Create, lifetime)
            : new ServiceDescriptor(typeof(AttendanceClient), key, (provider, _) => client.Create(provider), lifetime));

        // The factory's own loggers write whole URLs, and with them ids of people.
        return services.AddHttpClient(client.HttpClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient(GraphHttp.Configure)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => LeaveOutStandardResilience(handlers))
            .ConfigurePrimaryHttpMessageHandler(provider => GraphHttp.CreateHandler(client.OptionsOf(provider).Endpoint));
    }

    // Aspire's service defaults add one to every client. With our own retries below it a failing service would get the product of both, and
    // its exceptions would take the place of ours. One that is added to the builder that AddAttendanceClient returns comes later, and
    // stays.
    private static void LeaveOutStandardResilience(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i].GetType().FullName is "Microsoft.Extensions.Http.Resilience.ResilienceHandler")
                handlers.RemoveAt(i);
        }
    }

    private sealed class OptionsValidator(RegisteredClient client) : IValidateOptions<AttendanceClientOptions>
    {
        public ValidateOptionsResult Validate(string? name, AttendanceClientOptions options)
        {
            if (!string.Equals(name, client.OptionsName, StringComparison.Ordinal))
                return ValidateOptionsResult.Skip;

            var faults = OptionsFault.In(options).ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
