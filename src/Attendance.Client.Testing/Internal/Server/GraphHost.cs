using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Testing.Internal;

/// <summary>The web server in front of a graph.</summary>
internal static class GraphHost
{
    // What Graph takes of a request.
    private const int LargestBody = 4 * 1024 * 1024;
    private const int LongestRequestLine = 16 * 1024;

    public static async Task<WebApplication> StartAsync(
        ServedGraph served, ServedHosts hosts, FakeGraphServerOptions options, HttpsConnectionAdapterOptions? https,
        CancellationToken cancellationToken)
    {
        var refused = new RefusedRequests(served.AnswerTo);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.AllowHostHeaderOverride = true;
            server.Limits.MaxRequestBodySize = LargestBody;
            server.Limits.MaxRequestLineSize = LongestRequestLine;
            server.Listen(options.Address, options.Port, listen =>
            {
                if (https is not null)
                    FrontDoor.Add(listen, hosts, https);
                refused.Add(listen);
            });
        });

        // What still waits when the server stops is a client's own loss, or a delay that a test has laid down.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddCors();
        builder.Logging.AddProvider(new DetailedErrors());
        var application = builder.Build();
        application.Services.GetRequiredService<DiagnosticListener>().Subscribe(
            refused, static name => name == RefusedRequests.EventName);
        application.UseCors(policy => CrossOrigin.Allow(policy, hosts));
        application.Run(served.AnswerAsync);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return application;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
