using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Attendance.Client.Tests;

public class Logging
{
    private const string Next = "https://graph.microsoft.com/v1.0/next";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.User("person-4711"), "meeting-4711");

    [Theory]
    [InlineData(49, 0, false)]
    [InlineData(50, 0, true)]
    [InlineData(51, 0, false)]
    [InlineData(30, 20, true)]
    [InlineData(50, 10, false)]
    public async Task A_list_of_exactly_50_reports_is_logged_as_possibly_incomplete(int onFirstPage, int onSecondPage, bool logged)
    {
        using var log = new MemoryLog();
        var graph = new StubGraph().Answers(Page(onFirstPage, onSecondPage > 0 ? Next : null)).Answers(Page(onSecondPage, null));
        var client = graph.CreateClient(new AttendanceClientOptions { LoggerFactory = log });

        await client.GetReportsAsync(Source).ToListAsync();

        Assert.Equal(
            logged
                ? [
                    "Warning Attendance.Client.AttendanceClient: The list of attendance reports holds exactly 50, " +
                    "which is as many as Graph returns: older reports may be missing. Read reports after each session to keep them."]
                : [],
            log.Lines.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal)));
    }

    private static string Page(int count, string? next) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["value"] = Enumerable.Range(0, count).Select(index => new { id = $"r{index}" }),
        ["@odata.nextLink"] = next,
    });
}

/// <summary>Keeps log messages as lines.</summary>
internal sealed class MemoryLog : ILoggerFactory, ILoggerProvider
{
    public List<string> Lines { get; } = [];

    public LogLevel Level { get; init; }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Level, Lines);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class Logger(string category, LogLevel level, List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= level;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add($"{logLevel} {category}: {formatter(state, exception)}");
        }
    }
}
