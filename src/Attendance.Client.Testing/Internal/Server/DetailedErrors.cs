using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Attendance.Client.Testing.Internal;

/// <summary>A log that nobody reads, for which the web server puts the text of a request that is no HTTP into its errors.</summary>
internal sealed class DetailedErrors : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) =>
        categoryName == "Microsoft.AspNetCore.Server.Kestrel" ? this : NullLogger.Instance;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The errors come back in the answer.
    }

    public void Dispose()
    {
        // There is nothing to close.
    }
}
