using System.Collections.Concurrent;
using System.Net;
using Attendance.Client.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Attendance.Client.Notifications.Tests;

/// <summary>An application that takes notifications, in memory or on Kestrel, and what it was told.</summary>
internal sealed class NotifiedApp : IAsyncDisposable
{
    public const string ClientState = "a-secret-of-this-test-alone";

    public static readonly Uri Url = new("https://contoso.example/attendance");

    private readonly WebApplication _app;
    private readonly Signal _changed = new();
    private bool _isDisposed;

    private NotifiedApp(
        WebApplicationBuilder builder, Action<AttendanceNotificationOptions> configure, Action<AttendanceNotificationsBuilder>? with,
        bool renewsByItself)
    {
        var notifications = builder.Services.AddAttendanceNotifications(options =>
        {
            options.NotificationUrl = Url;
            options.ClientState = ClientState;
            configure(options);
        });

        if (!renewsByItself)
        {
            builder.Services.Remove(
                builder.Services.Single(static service => service.ImplementationFactory is Func<IServiceProvider, SubscriptionRenewer>
                    && service.ServiceType == typeof(IHostedService)));
        }

        // Last, so that what is noted was handled.
        with?.Invoke(notifications);
        notifications.OnReport((report, _) => Note(Reports, report))
            .OnNotification((notification, _) => Note(Notifications, notification))
            .OnGap((gap, _) => Note(Gaps, gap));
        _app = builder.Build();
        _app.MapAttendanceNotifications("/attendance");
    }

    public ConcurrentQueue<ArrivedReport> Reports { get; } = [];

    public ConcurrentQueue<AttendanceNotification> Notifications { get; } = [];

    public ConcurrentQueue<SubscriptionGap> Gaps { get; } = [];

    public SubscriptionRenewer Renewer => _app.Services.GetRequiredService<SubscriptionRenewer>();

    public AttendanceNotificationOptions Options => _app.Services.GetRequiredService<IOptions<AttendanceNotificationOptions>>().Value;

    public HttpMessageHandler Handler => _app.GetTestServer().CreateHandler();

    public Uri Address => new($"{_app.Urls.Single()}/attendance");

    /// <summary>Starts one in memory, to which the graph sends its notifications, and whose subscriptions are renewed when the test says
    /// so, unless it says otherwise.</summary>
    public static async Task<NotifiedApp> StartAsync(
        FakeGraph graph, Action<AttendanceNotificationOptions>? configure = null, Action<AttendanceNotificationsBuilder>? with = null,
        AttendanceClient? client = null, bool renewsByItself = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton(client ?? graph.CreateClient());
        var app = new NotifiedApp(builder, configure ?? (static _ => { }), with, renewsByItself);
        await app._app.StartAsync();
        graph.Subscriptions.Handler = app.Handler;
        return app;
    }

    /// <summary>Starts one on 127.0.0.1.</summary>
    public static async Task<NotifiedApp> StartOnKestrelAsync(
        AttendanceClient client, Action<AttendanceNotificationOptions>? configure = null,
        Action<AttendanceNotificationsBuilder>? with = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRouting().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton(client);
        var app = new NotifiedApp(
            builder,
            options =>
            {
                options.AllowsLoopback = true;
                configure?.Invoke(options);
            },
            with,
            renewsByItself: true);
        await app._app.StartAsync();
        app.Options.NotificationUrl = app.Address;
        return app;
    }

    public HttpClient CreateHttpClient() => new(Handler) { BaseAddress = new Uri("https://contoso.example") };

    /// <summary>Waits until what was told fulfils a condition.</summary>
    public Task UntilAsync(Func<bool> condition) => _changed.UntilAsync(condition);

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;

        _isDisposed = true;
        await _app.StopAsync();
        await Renewer.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private Task Note<T>(ConcurrentQueue<T> told, T item)
    {
        told.Enqueue(item);
        _changed.Raise();
        return Task.CompletedTask;
    }
}

/// <summary>Lets a test wait for what happens elsewhere, without looking again and again.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Raise() =>
        Interlocked.Exchange(ref _raised, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            var raised = Volatile.Read(ref _raised).Task;
            if (condition())
                return;

            await raised.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}
