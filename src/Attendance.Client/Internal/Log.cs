using Microsoft.Extensions.Logging;

namespace Attendance.Client.Internal;

/// <summary>The library's log messages. None may hold a token, a name, an address or an id of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning,
        "The list of attendance reports holds exactly {Count}, which is as many as Graph returns: older reports may be missing. Read reports after each session to keep them.")]
    public static partial void ListMayBeIncomplete(this ILogger logger, int count);
}
