using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Attendance.Client.Testing.Internal;

/// <summary>Gives requests that are no HTTP, which the web server refuses by itself without a word, an answer with Graph's body.</summary>
/// <param name="answer">The whole answer to a refused request, as bytes.</param>
internal sealed class RefusedRequests(Func<IHttpRequestFeature?, BadHttpRequestException, byte[]> answer)
    : IObserver<KeyValuePair<string, object?>>
{
    /// <summary>What the web server tells of such a request.</summary>
    public const string EventName = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private readonly ConcurrentDictionary<string, RefusalWriter> _writers = new(StringComparer.Ordinal);

    /// <summary>Watches what is written to the connections of a port.</summary>
    public void Add(ListenOptions listen) => listen.Use(next => async connection =>
    {
        var transport = connection.Transport;
        var writer = new RefusalWriter(transport.Output);
        _writers[connection.ConnectionId] = writer;
        connection.Transport = new Duplex(transport.Input, writer);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            connection.Transport = transport;
            _writers.TryRemove(connection.ConnectionId, out _);
        }
    });

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is IFeatureCollection features
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException error
            && features.Get<IHttpResponseFeature>() is { HasStarted: false }
            && features.Get<IHttpConnectionFeature>() is { } connection
            && _writers.TryGetValue(connection.ConnectionId, out var writer))
        {
            writer.Replace(answer(features.Get<IHttpRequestFeature>(), error));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
        // Nothing waits for an end.
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
        // There is nothing to mend.
    }

    private sealed record Duplex(System.IO.Pipelines.PipeReader Input, System.IO.Pipelines.PipeWriter Output)
        : System.IO.Pipelines.IDuplexPipe;
}
