using System.Runtime.CompilerServices;
using System.Text.Json;
using Attendance.Client.Generated;
using Attendance.Client.Generated.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Attendance.Client.Internal;

/// <summary>One version of Graph over a connection: gets single objects and follows pages.</summary>
internal sealed class GraphService
{
    private readonly GraphConnection _connection;
    private readonly GraphVersion _version;
    private readonly AccessTokens _tokens;
    private readonly IRequestAdapter _adapter;
    private readonly Uri _root;

    public GraphService(GraphConnection connection, AccessTokens tokens, GraphVersion version)
    {
        _connection = connection;
        _tokens = tokens;
        _version = version;
        _root = new Uri($"{connection.Endpoint.AbsoluteUri.TrimEnd('/')}/{(version == GraphVersion.Beta ? "beta" : "v1.0")}/");
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: connection.HttpClient)
        {
            BaseUrl = _root.AbsoluteUri.TrimEnd('/'),
        };
        Builders = new GraphClient(_adapter);
    }

    /// <summary>The generated request builders.</summary>
    public GraphClient Builders { get; }

    /// <summary>The clock of the client.</summary>
    public TimeProvider TimeProvider => _connection.TimeProvider;

    /// <summary>Begins the span and the measurements of a public call.</summary>
    public Operation Start(string operation) => Operation.Start(operation, _connection, _version);

    /// <summary>Gets one object.</summary>
    /// <exception cref="AttendanceRequestException">The answer is no well-formed success.</exception>
    public async ValueTask<T> GetAsync<T>(RequestInformation request, Operation operation, CancellationToken cancellationToken)
        where T : class, new()
    {
        operation.Enter();
        try
        {
            var sent = new SentRequest(request, _adapter, _tokens, operation);
            using var response = await _connection.Transport.SendAsync(sent, cancellationToken).ConfigureAwait(false);
            return new Answer(_connection, sent, response).Read<T>();
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    /// <summary>Sends what the caller describes, and returns the answer as it is.</summary>
    /// <exception cref="AttendanceRequestException">The answer is no well-formed success.</exception>
    public async Task<JsonElement?> SendAsync(Method method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        using var operation = Operation.Start("Send", _connection, _version, method.ToString());
        try
        {
            var request = RequestUri.Of(method, Resolve(_root, path.TrimStart('/')));
            var sent = new SentRequest(request, _adapter, _tokens, operation) { Body = body };
            using var response = await _connection.Transport.SendAsync(sent, cancellationToken).ConfigureAwait(false);
            return new Answer(_connection, sent, response).ReadJson();
        }
        catch (Exception exception)
        {
            operation.Fail(exception);
            throw;
        }
    }

    /// <summary>Gets a collection page by page.</summary>
    /// <param name="first">Asks for the first page.</param>
    /// <param name="operation">The public call.</param>
    /// <param name="readAhead">Whether to ask for the next page, but no further one, while the caller works on this one.</param>
    /// <param name="cancellationToken">Stops the enumeration.</param>
    /// <exception cref="AttendanceRequestException">An answer is no well-formed success, or links to a place that is not
    /// followed.</exception>
    public async IAsyncEnumerable<T> GetPagesAsync<T>(
        RequestInformation first, Operation operation, bool readAhead, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : BaseCollectionResponse, new()
    {
        var followed = new FollowedLinks();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = GetPageAsync(first.URI, link: "");
        try
        {
            while (next is not null)
            {
                var (uri, page) = await next.ConfigureAwait(false);
                var link = string.IsNullOrEmpty(page.OdataNextLink) ? null : page.OdataNextLink;
                next = readAhead && link is not null ? GetPageAsync(uri, link) : null;
                yield return page;

                cancellationToken.ThrowIfCancellationRequested();
                if (!readAhead && link is not null)
                    next = GetPageAsync(uri, link);
            }
        }
        finally
        {
            if (next is not null)
            {
                operation.Abandon();
                stop.Cancel();
                await Cancellation.EndAsync(next).ConfigureAwait(false);
            }
        }

        // Async from its first line, so that a link that is refused is thrown after the items of the page that holds it.
        async Task<(Uri, T)> GetPageAsync(Uri from, string link)
        {
            var uri = Follow(from, link);
            var request = link.Length == 0 ? first : RequestUri.LinkedTo(uri);
            try
            {
                return (uri, await GetAsync<T>(request, operation, stop.Token).ConfigureAwait(false));
            }
            catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
            {
                throw Cancellation.Of(exception, cancellationToken);
            }
        }

        Uri Follow(Uri from, string link)
        {
            try
            {
                var uri = link.Length == 0 ? from : Resolve(from, link);
                followed.Add(uri);
                return uri;
            }
            catch (AttendanceRequestException exception)
            {
                operation.Fail(exception);
                throw;
            }
        }
    }

    /// <summary>The address that a page or an expansion links to.</summary>
    /// <exception cref="AttendanceRequestException">It is of another server than the client's endpoint.</exception>
    public Uri Resolve(Uri page, string link)
    {
        if (!Uri.TryCreate(page, link, out var next))
            throw FollowedLinks.Refused(page, "is no URL");

        return _connection.Owns(next)
            ? next
            : throw FollowedLinks.Refused(next, $"leads away from {_connection.Endpoint.GetLeftPart(UriPartial.Authority)}");
    }
}
