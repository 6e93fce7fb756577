using System.Globalization;
using System.Net;
using Attendance.Client.Testing.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Attendance.Client.Testing;

/// <summary>A <see cref="FakeGraph"/> behind a web server on 127.0.0.1, for any Graph client in any language.</summary>
/// <remarks>It speaks plain HTTP and is reached from this machine alone. Of the two assemblies of this package, that for .NET 10 alone has
/// it. It serves what is asked of a loopback host, such as <c>localhost</c>, so that no page in a browser can have its own name lead
/// here.</remarks>
public sealed class FakeGraphServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FakeGraphServer(FakeGraph graph, WebApplication application)
    {
        Graph = graph;
        _application = application;
        Endpoint = new Uri(application.Urls.Single());
    }

    /// <summary>The graph that answers.</summary>
    public FakeGraph Graph { get; }

    /// <summary>Where the server listens, such as <c>http://127.0.0.1:5000/</c>, without a version.</summary>
    public Uri Endpoint { get; }

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
    public static async Task<FakeGraphServer> StartAsync(
        FakeGraph graph, int port, IEnumerable<string> allowedHosts, CancellationToken cancellationToken = default)
    {
        _ = graph ?? throw new ArgumentNullException(nameof(graph));
        var hosts = new HashSet<string>(
            allowedHosts ?? throw new ArgumentNullException(nameof(allowedHosts)), StringComparer.OrdinalIgnoreCase);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });

        // What still waits when the server stops is a client's own loss, or a delay that a test has laid down.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var application = builder.Build();
        var invoker = new HttpMessageInvoker(graph, disposeHandler: false);
        application.Run(context => AnswerAsync(graph, invoker, hosts, context));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new FakeGraphServer(graph, application);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A client that talks to this server.</summary>
    public AttendanceClient CreateClient(GraphVersion version = GraphVersion.V1) =>
        new(new FakeCredential(), new AttendanceClientOptions { Version = version, Endpoint = Endpoint });

    /// <summary>Stops the server: requests that are not answered within a second are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync().ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task AnswerAsync(FakeGraph graph, HttpMessageInvoker invoker, HashSet<string> hosts, HttpContext context)
    {
        var (uri, refusal) = ReadUri(context, hosts);
        using var request = ToMessage(context.Request, uri);
        try
        {
            using var response = refusal is null
                ? await invoker.SendAsync(request, context.RequestAborted).ConfigureAwait(false)
                : graph.Refuse(request, refusal);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var header in response.Headers.Concat(response.Content.Headers))
                context.Response.Headers[header.Key] = header.Value.ToArray();

            // Worked out where it is asked for, and not listed before.
            context.Response.ContentLength = response.Content.Headers.ContentLength;
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // A connection that is reset may take along what the client has not read of half a body. Too short a body ends it in time.
            if (!context.Response.HasStarted)
                context.Abort();
        }
    }

    private static (Uri Uri, GraphRefusal? Refusal) ReadUri(HttpContext context, HashSet<string> hosts)
    {
        // The target as it came: the path that ASP.NET offers is decoded already.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var host = context.Request.Host.Value;
        if (!target.StartsWith('/'))
            return Refuse($"The request target '{target}' is no path.", $"/{Uri.EscapeDataString(target)}");
        if (string.IsNullOrEmpty(host))
            return Refuse("The request names no host.", target);
        if (!Uri.TryCreate($"{context.Request.Scheme}://{host}", UriKind.Absolute, out var root) || root.PathAndQuery != "/"
            || root.UserInfo.Length > 0)
        {
            return Refuse($"The host '{host}' is none.", target);
        }

        return !root.IsLoopback && !root.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) && !hosts.Contains(root.Host)
            ? Refuse($"The host '{root.Host}' is not served here, but for loopback alone and what the server is told to allow.", target)
            : (new Uri($"{root.GetLeftPart(UriPartial.Authority)}{target}"), null);

        (Uri Uri, GraphRefusal? Refusal) Refuse(string why, string path) =>
            (new Uri($"http://127.0.0.1:{context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture)}{path}"),
                GraphRefusal.BadRequest(why));
    }

    private static HttpRequestMessage ToMessage(HttpRequest request, Uri uri)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), uri);
        foreach (var header in request.Headers)
            message.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());

        return message;
    }
}
