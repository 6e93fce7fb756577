using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Internal;

/// <summary>A client that is registered for dependency injection, by name or without.</summary>
/// <param name="services">Where it is registered.</param>
/// <param name="key">Its name, or null.</param>
/// <param name="lifetime">How long it lives.</param>
internal sealed class RegisteredClient(IServiceCollection services, string? key, ServiceLifetime lifetime)
{
    public string? Key => key;

    public string OptionsName => key ?? Options.DefaultName;

    public string HttpClientName => key is null ? typeof(AttendanceClient).FullName! : $"{typeof(AttendanceClient).FullName}:{key}";

    // Of what the container would take, a service of the client's own key goes first.
    private ServiceDescriptor? Credential =>
        services.LastOrDefault(service => IsCredential(service) && service.IsKeyedService && key is not null && IsOfKey(service.ServiceKey))
        ?? services.LastOrDefault(static service => IsCredential(service) && !service.IsKeyedService);

    /// <summary>The client with the credential that is registered, or else with the default one.</summary>
    /// <exception cref="InvalidOperationException">The client is a singleton, and the credential that of one scope.</exception>
    public AttendanceClient Create(IServiceProvider provider)
    {
        // Where scopes are not validated, as in Production, the container would give the credential of whoever comes first.
        if (lifetime is ServiceLifetime.Singleton && Credential is { Lifetime: ServiceLifetime.Scoped })
        {
            throw new InvalidOperationException(
                "The AttendanceClient is a singleton and the TokenCredential is scoped, " +
                "so that every user would be answered with the first one's "
                    +
                "token. Pass lifetime: ServiceLifetime.Scoped to AddAttendanceClient, " +
                "or take an AttendanceClientFactory and make a client for each user.");
        }

        var options = OptionsOf(provider);
        var credential = (key is null ? null : provider.GetKeyedService<TokenCredential>(key))
            ?? provider.GetService<TokenCredential>()
            ?? new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = Authority.Of(options.Endpoint) });
        return Create(provider, credential);
    }

    /// <summary>The client with a credential of the caller's own.</summary>
    public AttendanceClient Create(IServiceProvider provider, TokenCredential credential) =>
        new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), credential, OptionsOf(provider));

    public AttendanceClientOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<AttendanceClientOptions>>().Get(OptionsName);

    private static bool IsCredential(ServiceDescriptor service) => service.ServiceType == typeof(TokenCredential);

    private bool IsOfKey(object? other) => Equals(other, key) || other == KeyedService.AnyKey;
}
