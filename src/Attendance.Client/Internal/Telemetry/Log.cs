using Microsoft.Extensions.Logging;

namespace Attendance.Client.Internal;

/// <summary>The library's log messages. None may hold a token, a name, an address or an id of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning,
        "The list of attendance reports holds exactly {Count}, which is as many as Graph returns: older reports may be missing. " +
        "Read reports after each session to keep them.")]
    public static partial void ListMayBeIncomplete(this ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Warning, "{Operation}: attempt {Attempt} ended with {Outcome}. The next one follows in {Delay}.")]
    public static partial void Retrying(this ILogger logger, string operation, int attempt, string outcome, TimeSpan delay);

    [LoggerMessage(
        3,
        LogLevel.Debug,
        "{Operation} of Graph {Version} ended with status {Status} after {Retries} retries in {Duration}. Error: {Error}.",
        SkipEnabledCheck = true)]
    public static partial void Completed(
        this ILogger logger, string operation, string version, int? status, int retries, TimeSpan duration, string? error);
}
