#if !NET
using System.Net;
#endif
using System.Threading.RateLimiting;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Attendance.Client.Internal;

/// <summary>What the clients of both versions and of all credentials share: the HTTP client, the hold-back and the options, read
/// once.</summary>
internal sealed class GraphConnection
{
    private readonly RateLimiter? _rateLimiter;
    private readonly RateLimiter? _virtualEventsRateLimiter;
    private readonly string _userAgent;

    public GraphConnection(HttpClient httpClient, AttendanceClientOptions options)
    {
        HttpClient = httpClient;
        Endpoint = options.Endpoint;
        MaxRetries = options.MaxRetries;
        MaxRetryDelay = options.MaxRetryDelay;
        AttemptTimeout = options.AttemptTimeout;
        MaxResponseSize = Math.Min(options.MaxResponseSize, httpClient.MaxResponseContentBufferSize);
        _rateLimiter = options.RateLimiter;
        _virtualEventsRateLimiter = options.VirtualEventsRateLimiter ?? options.RateLimiter;
        TimeProvider = options.TimeProvider;
        Logger = options.LoggerFactory?.CreateLogger<AttendanceClient>() ?? NullLogger<AttendanceClient>.Instance;
        _userAgent = options.ApplicationId is { } application ? $"{GraphHttp.Product} {application}" : GraphHttp.Product;
        Transport = new GraphTransport(this);
    }

    public HttpClient HttpClient { get; }

    public Uri Endpoint { get; }

    public int MaxRetries { get; }

    public TimeSpan MaxRetryDelay { get; }

    public TimeSpan AttemptTimeout { get; }

    /// <summary>The most bytes of a success that are read.</summary>
    public long MaxResponseSize { get; }

    public TimeProvider TimeProvider { get; }

    public ILogger Logger { get; }

    public GraphTransport Transport { get; }

    /// <summary>What is asked for a permit before an address is, or null for nothing.</summary>
    public RateLimiter? RateLimiterOf(Uri uri) =>
        ErrorDiagnosis.IsOfVirtualEvent(uri.AbsolutePath)
            ? _virtualEventsRateLimiter
            : _rateLimiter;

    /// <summary>Whether the address is of the endpoint's server, the only one that gets requests and tokens.</summary>
    public bool Owns(Uri uri) =>
        Uri.Compare(uri, Endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The tokens of a credential for the endpoint.</summary>
    public AccessTokens TokensOf(TokenCredential credential) =>
        new(credential, $"{Endpoint.GetLeftPart(UriPartial.Authority)}/.default", TimeProvider);

    /// <summary>The message of one attempt.</summary>
    public async ValueTask<HttpRequestMessage> CreateMessageAsync(SentRequest request, CancellationToken cancellationToken)
    {
        var message = await request.CreateMessageAsync(cancellationToken).ConfigureAwait(false);
#if NET
        message.Version = HttpClient.DefaultRequestVersion;
        message.VersionPolicy = HttpClient.DefaultVersionPolicy;
#else
        message.Version = HttpVersion.Version11;
#endif

        // Set here, as each would cost a set of its own among Kiota's headers.
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        message.Headers.TryAddWithoutValidation("client-request-id", request.ClientRequestId);

        // Otherwise Graph replaces values that it has added to an enumeration since by "unknownFutureValue".
        message.Headers.TryAddWithoutValidation("Prefer", "include-unknown-enum-members");
        return message;
    }
}
