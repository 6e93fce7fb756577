using System.Collections.Concurrent;
using Attendance.Client.Internal;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Attendance.Client;

/// <summary>Makes clients for credentials that are known only at run time, such as those of a signed-in user or of a customer's
/// tenant.</summary>
/// <remarks>
/// <c>AddAttendanceClient</c> registers it as a singleton. All its clients of one name share connection, options, limits and hold-back, and
/// no token of one credential is ever sent for another. A client is cheap to make: make one for each user that asks.
/// </remarks>
public class AttendanceClientFactory
{
    private readonly IServiceProvider? _provider;
    private readonly List<RegisteredClient> _registered = [];
    private readonly ConcurrentDictionary<string, AttendanceClient> _clients = new(StringComparer.Ordinal);

    /// <summary>For mocks, which override the methods that they need.</summary>
    protected AttendanceClientFactory()
    {
    }

    internal AttendanceClientFactory(IServiceProvider provider)
    {
        _provider = provider;
        _registered.AddRange(provider.GetServices<RegisteredClient>());
    }

    /// <summary>A client as it is registered without a name, with another credential.</summary>
    /// <param name="credential">Gives the access tokens.</param>
    /// <exception cref="InvalidOperationException">No client is registered without a name.</exception>
    public virtual AttendanceClient CreateClient(TokenCredential credential) => Create(name: null, credential);

    /// <summary>A client as it is registered by name, with another credential.</summary>
    /// <param name="name">Name of the client.</param>
    /// <param name="credential">Gives the access tokens.</param>
    /// <exception cref="InvalidOperationException">No client of the name is registered.</exception>
    public virtual AttendanceClient CreateClient(string name, TokenCredential credential) =>
        Create(name ?? throw new ArgumentNullException(nameof(name)), credential);

    private AttendanceClient Create(string? name, TokenCredential credential)
    {
        _ = credential ?? throw new ArgumentNullException(nameof(credential));
        var provider = _provider ?? throw new NotSupportedException(
            "This factory was made by the constructor for mocks, and the member that was called is not overridden. Override it.");
        var registered = _registered.FindLast(client => string.Equals(client.Key, name, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(name is null
                ? "No AttendanceClient is registered without a name. Call AddAttendanceClient, or pass the name of one that is registered."
                : $"No AttendanceClient named \"{name}\" is registered. Call AddAttendanceClient with that name.");

        return _clients.GetOrAdd(registered.HttpClientName, _ => registered.Create(provider, credential)).WithCredential(credential);
    }
}
