using System.Net;
using System.Runtime.CompilerServices;
using Attendance.Client.Generated;
using Attendance.Client.Generated.Models;
using Attendance.Client.Generated.Models.ODataErrors;
using Attendance.Client.Internal.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Attendance.Client.Internal;

/// <summary>One version of Graph over a connection: sends requests, follows pages and turns failures into exceptions.</summary>
internal sealed class GraphService
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> ErrorMapping = new(StringComparer.Ordinal)
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    private readonly GraphConnection _connection;
#pragma warning disable CA1859 // Change type for performance: the concrete type is disposable, though it holds nothing to dispose of.
    private readonly IRequestAdapter _adapter;
#pragma warning restore CA1859

    public GraphService(GraphConnection connection, GraphVersion version)
    {
        _connection = connection;
        _adapter = new HttpClientRequestAdapter(
            connection.Authentication,
            new GraphParseNodeFactory(),
            new JsonSerializationWriterFactory(),
            connection.HttpClient)
        {
            BaseUrl = $"{connection.Endpoint.AbsoluteUri.TrimEnd('/')}/{(version == GraphVersion.Beta ? "beta" : "v1.0")}",
        };
        Builders = new GraphClient(_adapter);
    }

    /// <summary>The generated request builders.</summary>
    public GraphClient Builders { get; }

    /// <summary>Sends a GET request and reads its answer.</summary>
    /// <exception cref="AttendanceRequestException">The answer is no well-formed success.</exception>
    public async Task<T> SendAsync<T>(Uri uri, ParsableFactory<T> factory, CancellationToken cancellationToken)
        where T : class, IParsable
    {
        // A request of its own for each call: the adapter writes into what it is given.
        var clientRequestId = Guid.NewGuid().ToString();
        var request = new RequestInformation { HttpMethod = Method.GET, URI = uri };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("User-Agent", _connection.UserAgent);
        request.Headers.Add("client-request-id", clientRequestId);

        // Otherwise Graph replaces values that it has added to an enumeration since by "unknownFutureValue".
        request.Headers.Add("Prefer", "include-unknown-enum-members");

        var asked = new SentRequest(uri, clientRequestId, _connection.TimeProvider);
        request.SetResponseHandler(new ResponseReader<T>(factory, asked, cancellationToken));
        var answer = await _adapter.SendAsync(request, factory, ErrorMapping, cancellationToken).ConfigureAwait(false);
        return answer!;
    }

    /// <summary>Sends a GET request for a collection, and one for each further page when the caller gets there.</summary>
    /// <exception cref="AttendanceRequestException">An answer is no well-formed success, or links to a place that is not followed.</exception>
    public async IAsyncEnumerable<T> SendPagesAsync<T>(Uri first, ParsableFactory<T> factory, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : BaseCollectionResponse
    {
        var followed = new HashSet<string>(StringComparer.Ordinal) { first.AbsoluteUri };
        var next = first;
        while (next is not null)
        {
            var page = await SendAsync(next, factory, cancellationToken).ConfigureAwait(false);
            yield return page;

            next = ResolveLink(next, page.OdataNextLink);
            if (next is not null && !followed.Add(next.AbsoluteUri))
                throw RefusedLink(next, "was followed already, so the pages would never end");
        }
    }

    /// <summary>Resolves the link to a further page, or returns null where there is none.</summary>
    /// <exception cref="AttendanceRequestException">The link leads to another server than the client's endpoint.</exception>
    public Uri? ResolveLink(Uri page, string? link)
    {
        if (string.IsNullOrEmpty(link))
            return null;
        if (!Uri.TryCreate(page, link, out var next))
            throw RefusedLink(page, "is no URL");

        var endpoint = _connection.Endpoint;
        return Uri.Compare(next, endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? next
            : throw RefusedLink(next, $"leads away from {endpoint.GetLeftPart(UriPartial.Authority)}");
    }

    private static AttendanceRequestException RefusedLink(Uri link, string fault)
    {
        const string Remedy = "Nothing was sent there. Check what stands between the application and Graph, or report it to Microsoft.";
        return new AttendanceRequestException(
            $"The link to the next page, {link.GetLeftPart(UriPartial.Path)}, {fault}. {Remedy}", HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse)
        {
            Remedy = Remedy,
        };
    }
}
