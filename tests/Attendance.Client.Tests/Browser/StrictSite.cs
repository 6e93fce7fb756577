using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Tests.Browser;

/// <summary>A site of an application that sends a content security policy with its one page.</summary>
internal sealed class StrictSite : IAsyncDisposable
{
    private readonly WebApplication _application;

    private StrictSite(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Starts the site on a port that is free.</summary>
    public static async Task<StrictSite> StartAsync(string policy, string page, string style = "", string script = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(context =>
        {
            var (type, content) = context.Request.Path.Value switch
            {
                "/" => ("text/html", page),
                "/attendance.css" => ("text/css", style),
                "/attendance.js" => ("text/javascript", script),
                // The icon for which browsers ask by themselves.
                _ => ("text/plain", ""),
            };
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.ContentType = $"{type}; charset=utf-8";
            return context.Response.WriteAsync(content);
        });
        await application.StartAsync();
        return new StrictSite(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
