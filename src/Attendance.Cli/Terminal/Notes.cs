using System.Globalization;
using Attendance.Client;
using Microsoft.Extensions.Logging;

namespace Attendance.Cli;

/// <summary>Tells the user what the library warns of, such as a wait before it asks again.</summary>
internal sealed class Notes(TextWriter error) : ILoggerFactory, ILogger
{
    private static readonly int MostAttempts = new AttendanceClientOptions().MaxRetries + 1;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The notes go to one place.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            error.WriteLine($"note: {TextOf(state) ?? formatter(state, exception)}");
    }

    // What the library says of a wait before it asks again is for programmers.
    private static string? TextOf<TState>(TState state)
    {
        var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
        if (ValueOf("Attempt") is not int attempt || ValueOf("Delay") is not TimeSpan delay)
            return null;

        var outcome = ValueOf("Outcome") as string;
        var reason = outcome switch
        {
            "status 429" => "Graph throttles",
            _ when outcome?.StartsWith("status ", StringComparison.Ordinal) == true => $"Graph answered with {outcome}",
            _ => "The connection failed or took too long",
        };
        return string.Create(
            CultureInfo.InvariantCulture, $"{reason}: waiting {delay.TotalSeconds:0.#} s (attempt {attempt} of {MostAttempts}).");

        object? ValueOf(string key) => values.FirstOrDefault(value => value.Key == key).Value;
    }

    public void Dispose()
    {
    }
}
