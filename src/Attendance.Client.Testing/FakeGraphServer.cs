using System.Net;
using System.Security.Cryptography.X509Certificates;
using Attendance.Client.Testing.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Attendance.Client.Testing;

/// <summary>A <see cref="FakeGraph"/> behind a web server, for any Graph client in any language.</summary>
/// <remarks>Unless <see cref="FakeGraphServerOptions"/> say otherwise, it speaks plain HTTP and is reached from this machine alone. Of the
/// two assemblies of this package, that for .NET 10 alone has it. It serves what is asked of a loopback host, such as
/// <c>localhost</c>, or of Graph's own, and pages that come from loopback, so that no other page in a browser can read here. A test in
/// another language sets and reads the graph below <c>/_fake</c>.</remarks>
public sealed class FakeGraphServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ServedGraph _served;
    private readonly ServerCertificate? _made;

    private FakeGraphServer(
        FakeGraph graph, FakeGraphServerOptions options, WebApplication application, ServedGraph served, ServerCertificate? made)
    {
        Graph = graph;
        _application = application;
        _served = served;
        _made = made;
        Certificate = made?.Authority;
        var address = options.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : options.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : options.Address;
        Endpoint = new UriBuilder(application.Urls.Single()) { Host = address.ToString() }.Uri;
    }

    /// <summary>The graph that answers.</summary>
    public FakeGraph Graph { get; }

    /// <summary>Where the server listens, such as <c>http://127.0.0.1:5000/</c>, without a version.</summary>
    public Uri Endpoint { get; }

    /// <summary>The certificate that clients have to trust, without a key, or null where none was made.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="graph">The graph that is to answer.</param>
    /// <param name="port">The port to listen on, or 0 for a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<FakeGraphServer> StartAsync(FakeGraph graph, int port = 0, CancellationToken cancellationToken = default) =>
        StartAsync(graph, port, [], cancellationToken);

    /// <summary>Starts a server that serves other hosts too, such as that of a proxy before it.</summary>
    /// <param name="graph">The graph that is to answer.</param>
    /// <param name="port">The port to listen on, or 0 for a free one.</param>
    /// <param name="allowedHosts">The names, without port, that the header <c>Host</c> may hold beside those of loopback.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<FakeGraphServer> StartAsync(
        FakeGraph graph, int port, IEnumerable<string> allowedHosts, CancellationToken cancellationToken = default)
    {
        var options = new FakeGraphServerOptions { Port = port };
        foreach (var host in allowedHosts ?? throw new ArgumentNullException(nameof(allowedHosts)))
            options.AllowedHosts.Add(host);

        return StartAsync(graph, options, cancellationToken);
    }

    /// <summary>Starts a server that is reached as the options say.</summary>
    /// <param name="graph">The graph that is to answer.</param>
    /// <param name="options">How the server is reached.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<FakeGraphServer> StartAsync(
        FakeGraph graph, FakeGraphServerOptions options, CancellationToken cancellationToken = default)
    {
        _ = graph ?? throw new ArgumentNullException(nameof(graph));
        _ = options ?? throw new ArgumentNullException(nameof(options));
        string[] ownHosts = [.. options.AllowedHosts, .. options.PublicUrl is { } url ? new[] { url.Host } : []];
        var hosts = new ServedHosts(ownHosts);
        var made = options is { UsesHttps: true, Certificate: null } ? ServerCertificate.Create(CertifiedHosts(options, ownHosts)) : null;
        var https = !options.UsesHttps ? null : new HttpsConnectionAdapterOptions
        {
            ServerCertificate = made?.Server ?? options.Certificate,
            ServerCertificateChain = options.CertificateChain,
        };
        var served = new ServedGraph(graph, hosts, options.PublicUrl);
        try
        {
            var application = await GraphHost.StartAsync(served, hosts, options, https, cancellationToken).ConfigureAwait(false);
            return new FakeGraphServer(graph, options, application, served, made);
        }
        catch
        {
            served.Dispose();
            made?.Dispose();
            throw;
        }
    }

    /// <summary>A client that talks to this server.</summary>
    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1)
    {
        var options = new AttendanceClientOptions { Version = version, Endpoint = Endpoint };
        return Certificate is null
            ? new AttendanceClient(new FakeCredential(), options)
            : new AttendanceClient(new HttpClient(CreateHandler()), new FakeCredential(), options);
    }

    /// <summary>A handler for HTTP that trusts <see cref="Certificate"/> and no other.</summary>
    /// <exception cref="InvalidOperationException">No certificate was made.</exception>
    public HttpMessageHandler CreateHandler() => TrustingHandler.Create(
        Certificate ?? throw new InvalidOperationException("The server has made no certificate, so there is none to trust."));

    /// <summary>Writes the certificate that clients have to trust to a PEM file, such as <c>NODE_EXTRA_CA_CERTS</c>, <c>SSL_CERT_FILE</c>
    /// and <c>REQUESTS_CA_BUNDLE</c> name.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="InvalidOperationException">No certificate was made.</exception>
    public Task WriteCertificateAsync(string path, CancellationToken cancellationToken = default) => File.WriteAllTextAsync(
        path,
        (Certificate ?? throw new InvalidOperationException("The server has made no certificate, so there is none to trust."))
            .ExportCertificatePem() + "\n",
        cancellationToken);

    /// <summary>Stops the server: requests that are not answered within a second are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _served.Dispose();
        _made?.Dispose();
    }

    private static IEnumerable<string> CertifiedHosts(FakeGraphServerOptions options, IEnumerable<string> ownHosts) =>
    [
        "localhost", "*.localhost", "127.0.0.1", "::1", .. ServedHosts.OfGraph,
        .. ownHosts.Where(static host => host != "*"),
        .. options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any) ? [] : new[] { options.Address.ToString() },
    ];
}
