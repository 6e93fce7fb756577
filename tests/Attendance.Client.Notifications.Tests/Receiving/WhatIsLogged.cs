using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Attendance.Client.Notifications.Tests.Receiving;

/// <summary>Strangers fill no log.</summary>
public sealed class WhatIsLogged : IDisposable
{
    private readonly Lines _lines = new();

    public void Dispose() => _lines.Dispose();

    [Fact]
    public async Task Forgeries_are_warned_of_once_a_minute_with_their_number()
    {
        var clock = new FakeTimeProvider();
        using var graph = Samples.Graph();
        await using var app = await NotifiedApp.StartAsync(graph, options => options.TimeProvider = clock, Logged);
        using var http = app.CreateHttpClient();
        for (var i = 0; i < 5; i++)
            await ForgeAsync(http);
        clock.Advance(TimeSpan.FromMinutes(1));
        await ForgeAsync(http);

        Assert.Equal(
            new[] { 2, 10 }.Select(count =>
                $"Warning Notifications that did not repeat the clientState were left out, {count} since the last such message. " +
                "Somebody forges them, or a subscription was made with another secret: name that one in OtherClientStates."),
            _lines.All);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_answered_and_nothing_is_an_error()
    {
        using var graph = Samples.Graph();
        await using var app = await NotifiedApp.StartOnKestrelAsync(
            graph.CreateClient(), options => options.BodyTimeout = TimeSpan.FromMilliseconds(100), Logged);
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /attendance HTTP/1.1\r\nHost: {app.Address.Authority}\r\n" +
            "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("HTTP/1.1 408 Request Timeout", answer);
        socket.Close();
        await app.DisposeAsync();
        Assert.Empty(_lines.All);
    }

    private static async Task ForgeAsync(HttpClient http)
    {
        var body = new { value = new[] { new { clientState = "a guess" }, new { clientState = "another" } } };
        using var answer = await http.PostAsJsonAsync("attendance", body);
        Assert.Equal(202, (int)answer.StatusCode);
    }

    private void Logged(AttendanceNotificationsBuilder builder) => builder.Services.AddSingleton<ILoggerProvider>(_lines);

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> All => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                _lines.Enqueue($"{logLevel} {formatter(state, exception)}");
        }

        public void Dispose()
        {
        }
    }
}
