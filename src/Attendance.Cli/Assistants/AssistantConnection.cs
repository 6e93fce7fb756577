using System.CommandLine;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>What all tools of an assistant share, from the beginning of the connection to its end.</summary>
/// <param name="Surroundings">Where messages for people go, and what time it is.</param>
/// <param name="Client">Reads attendance.</param>
/// <param name="Arguments">The options by which the client was made, as they were given.</param>
/// <param name="User">Whose calendar and meetings are meant, or null for those of whoever signs in.</param>
/// <param name="Zone">The zone of all times.</param>
/// <param name="Names">What people are called.</param>
internal sealed record AssistantConnection(
    Surroundings Surroundings, AttendanceClient Client, IReadOnlyList<string> Arguments, string? User, Zone Zone, PersonNames Names)
{
    /// <summary>The options of a command that were given, as arguments for another one.</summary>
    public static IReadOnlyList<string> ArgumentsOf(ParseResult parse, IEnumerable<Option> options) =>
    [
        .. options.SelectMany(option => parse.GetResult(option) is not { Implicit: false } given ? []
            : given.Tokens.Count == 0 ? [option.Name]
            : given.Tokens.Select(token => $"{option.Name}={token.Value}")),
    ];
}
