using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace Attendance.Client.Internal;

/// <summary>What the clients of both versions share: the HTTP client, the credential and the options.</summary>
internal sealed class GraphConnection
{
    public GraphConnection(HttpClient httpClient, TokenCredential credential, AttendanceClientOptions options)
    {
        HttpClient = httpClient;
        Endpoint = options.Endpoint;
        TimeProvider = options.TimeProvider;
        Logger = options.LoggerFactory?.CreateLogger<AttendanceClient>() ?? NullLogger<AttendanceClient>.Instance;
        UserAgent = options.ApplicationId is { } application ? $"{GraphHttp.Product} {application}" : GraphHttp.Product;
        Authentication = new AzureIdentityAuthenticationProvider(
            new CachingCredential(credential, TimeProvider),
            allowedHosts: [Endpoint.Host],
            scopes: [$"{Endpoint.GetLeftPart(UriPartial.Authority)}/.default"]);
    }

    public HttpClient HttpClient { get; }

    public Uri Endpoint { get; }

    public TimeProvider TimeProvider { get; }

    public ILogger Logger { get; }

    public string UserAgent { get; }

    public IAuthenticationProvider Authentication { get; }
}
