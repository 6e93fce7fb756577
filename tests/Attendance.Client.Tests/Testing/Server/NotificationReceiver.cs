#if !NETSTANDARD_PACKAGE
using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Attendance.Client.Tests;

/// <summary>Where a program listens for notifications.</summary>
internal sealed class NotificationReceiver : IAsyncDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<JsonNode> _told = [];
    private readonly WebApplication _application;

    private NotificationReceiver(WebApplication application)
    {
        _application = application;
        application.Run(AnswerAsync);
    }

    public string Address => $"{_application.Urls.Single()}/notifications";

    public int Refusals { get; set; }

    public IReadOnlyCollection<JsonNode> Told => _told;

    /// <summary>Ids of what has changed, in their own order, as notifications have none.</summary>
    public IReadOnlyList<string?> Ids =>
    [
        .. _told.Select(told => (string?)told["value"]![0]!["resourceData"]?["id"]).Where(id => id is not null)
            .Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<JsonNode> Lifecycles =>
        [.. _told.Select(told => told["value"]![0]!).Where(item => item["lifecycleEvent"] is not null)];

    public static async Task<NotificationReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var receiver = new NotificationReceiver(builder.Build());
        await receiver._application.StartAsync();
        return receiver;
    }

    public Task ToldAsync() => _first.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Query.TryGetValue("validationToken", out var token))
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(token.ToString());
            return;
        }

        _told.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!);
        context.Response.StatusCode = Refusals-- > 0 ? 503 : 202;
        context.Response.OnCompleted(() =>
        {
            _first.TrySetResult();
            return Task.CompletedTask;
        });
    }
}
#endif
