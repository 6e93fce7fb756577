using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Attendance.Cli;

/// <summary>The web server that takes notifications on 127.0.0.1, behind the user's tunnel or reverse proxy.</summary>
internal static class ListenHost
{
    /// <summary>The server, not yet started.</summary>
    /// <param name="port">The port, or 0 for a free one.</param>
    /// <param name="path">The path of the address that the internet reaches.</param>
    /// <param name="services">Registers all else.</param>
    public static WebApplication Create(int port, string path, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRouting();
        services(builder.Services);
        var application = builder.Build();
        application.MapAttendanceNotifications(path);
        return application;
    }

    /// <summary>What the server says of itself below a warning is for nobody at a terminal.</summary>
    public static void AddNotes(this IServiceCollection services, TextWriter error) => services.AddLogging(logging => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddProvider(new NotesProvider(error)));

    private sealed class NotesProvider(TextWriter error) : ILoggerProvider
    {
        private readonly Notes _notes = new(error);

        public ILogger CreateLogger(string categoryName) => _notes.CreateLogger(categoryName);

        public void Dispose() => _notes.Dispose();
    }
}
