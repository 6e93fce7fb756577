using Microsoft.Extensions.Logging;

namespace Attendance.Cli;

/// <summary>Tells the user what the library warns of, such as a wait before it asks again.</summary>
internal sealed class Notes(TextWriter error) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The notes go to one place.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            error.WriteLine($"note: {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}
