using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Attendance.Cli;

/// <summary>What a service does, a line each, with the time in UTC as in the logs of other services.</summary>
internal sealed class ServiceLog(Surroundings surroundings) : ILoggerProvider
{
    private const string Own = "Attendance.Client";

    private readonly LineQueue _lines = new(new Screen(surroundings));

    public ILogger CreateLogger(string categoryName) => new Logger(
        this, categoryName.StartsWith(Own, StringComparison.Ordinal) ? LogLevel.Information : LogLevel.Warning);

    public void Dispose() => _lines.EndAsync().GetAwaiter().GetResult();

    private void Add(LogLevel level, string message)
    {
        var time = surroundings.TimeProvider.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _lines.Add($"{time} {(level >= LogLevel.Error ? "error: " : level == LogLevel.Warning ? "warning: " : "")}{message}");
    }

    private sealed class Logger(ServiceLog log, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Add(logLevel, exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception.Message}");
        }
    }
}
