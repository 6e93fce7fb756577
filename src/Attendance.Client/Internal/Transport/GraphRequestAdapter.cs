#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Attendance.Client.Internal;

/// <summary>
/// What Kiota's builders talk to. Kiota's own adapter spends more time and memory on a small call than all that is behind it here,
/// loses the status of answers that are not JSON, and takes redirects for success.
/// </summary>
internal sealed class GraphRequestAdapter : IRequestAdapter
{
    private readonly GraphConnection _connection;
    private readonly GraphVersion _version;

    public GraphRequestAdapter(GraphConnection connection, GraphVersion version)
    {
        _connection = connection;
        _version = version;
        BaseUrl = $"{connection.Endpoint.AbsoluteUri.TrimEnd('/')}/{(version == GraphVersion.Beta ? "beta" : "v1.0")}";
    }

    public string? BaseUrl { get; set; }

    public ISerializationWriterFactory SerializationWriterFactory => throw NothingOfTheFragment();

    /// <summary>Sends a GET request and reads its answer.</summary>
    /// <exception cref="AttendanceRequestException">The answer is no well-formed success.</exception>
    public async Task<T> SendAsync<T>(Uri uri, ParsableFactory<T> factory, Operation operation, CancellationToken cancellationToken)
        where T : IParsable
    {
        if (!_connection.Owns(uri))
            throw new InvalidOperationException($"A request for {uri.Host} is none for {_connection.Endpoint.Host}.");

        operation.Enter();
        try
        {
            var request = new SentRequest(uri, operation);
            using var response = await _connection.Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new Answer(request, response).Read(factory);
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    async Task<T?> IRequestAdapter.SendAsync<T>(
        RequestInformation requestInfo, ParsableFactory<T> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken)
        where T : default
    {
        using var operation = Operation.Start(requestInfo.HttpMethod.ToString(), _connection, _version);
        return await SendAsync(requestInfo.URI, factory, operation, cancellationToken).ConfigureAwait(false);
    }

    public Task<IEnumerable<T>?> SendCollectionAsync<T>(
        RequestInformation requestInfo, ParsableFactory<T> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default)
        where T : IParsable => throw NothingOfTheFragment();

    public Task<T?> SendPrimitiveAsync<
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        T>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) => throw NothingOfTheFragment();

    public Task<IEnumerable<T>?> SendPrimitiveCollectionAsync<
#if NET
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        T>(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) => throw NothingOfTheFragment();

    public Task SendNoContentAsync(
        RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) => throw NothingOfTheFragment();

    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) => throw NothingOfTheFragment();

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => throw NothingOfTheFragment();

    private static NotSupportedException NothingOfTheFragment() => new("The fragment has nothing but requests for one JSON object.");
}
