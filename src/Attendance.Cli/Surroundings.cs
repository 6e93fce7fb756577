using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Attendance.Cli;

/// <summary>All that the tool touches outside itself.</summary>
internal sealed record Surroundings
{
    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where errors and prompts go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What another program writes to the tool.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Connects to the assistant that has started the tool.</summary>
    public Func<ITransport> ConnectAssistant { get; init; } = () => new StdioServerTransport("attendance");

    /// <summary>Value of an environment variable, or null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Columns of the terminal that shows the output, or null where the output goes to a file or another program.</summary>
    public int? TerminalWidth { get; init; }

    /// <summary>Whether people see errors and progress at once, and a line can be written over.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns at the moment of the terminal that shows errors, or nothing above zero where that does not know.</summary>
    public Func<int> ErrorTerminalWidth { get; init; } = () => 0;

    /// <summary>The clock, by which failed requests are sent again.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Time zone of the user, unless the command line names another.</summary>
    public TimeZoneInfo LocalTimeZone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Sends the requests for tokens and to Graph, or null for real connections.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>What was opened, and is closed when the command has ended.</summary>
    public ICollection<IAsyncDisposable> Opened { get; } = [];

    /// <summary>Cancelled where the user wants no more output.</summary>
    public CancellationToken Stopping { get; init; }
}
