using Attendance.Cli;
using ModelContextProtocol.Server;

namespace Attendance.Client.Tests.Cli;

/// <summary>Runs the command line tool in the process of the test.</summary>
internal sealed class Tool
{
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public HttpMessageHandler? Handler { get; init; }

    public int? TerminalWidth { get; init; }

    public string Input { get; init; } = "";

    public bool IsErrorTerminal { get; init; }

    public int ErrorTerminalWidth { get; init; }

    public TimeZoneInfo LocalTimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The clock, or null for one on which no time is lost.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>What an assistant sends, whose end is the end of the connection.</summary>
    public Stream AssistantInput { get; init; } = Stream.Null;

    /// <summary>What an assistant receives.</summary>
    public Stream AssistantOutput { get; init; } = Stream.Null;

    /// <summary>Told of each line of output and of each message, in a test that does something while the tool runs.</summary>
    public Action<string?>? LineWritten { get; init; }

    /// <summary>Output of the last run, for a test that looks at it while the tool runs.</summary>
    public WatchedWriter Output { get; private set; } = new();

    /// <summary>What the last run wrote for a terminal, where lines are written over.</summary>
    public string TerminalText { get; private set; } = "";

    /// <summary>A tool that has a token and sends to the handler.</summary>
    public static Tool SignedIn(HttpMessageHandler handler) =>
        new() { Handler = handler, Environment = { ["ATTENDANCE_TOKEN"] = "token-of-the-test" } };

    /// <summary>Runs a command line, whose arguments are parted by blanks.</summary>
    public Task<ToolResult> RunAsync(string commandLine, CancellationToken cancellationToken = default) =>
        RunAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), cancellationToken);

    public async Task<ToolResult> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        Output = new WatchedWriter { LineWritten = LineWritten };
        using var error = new WatchedWriter { LineWritten = LineWritten };
        using var input = new StringReader(Input);
        var app = new CommandLineApp(new Surroundings
        {
            Output = Output,
            Error = error,
            Input = input,
            Environment = name => Environment.GetValueOrDefault(name),
            TerminalWidth = TerminalWidth,
            IsErrorTerminal = IsErrorTerminal,
            ErrorTerminalWidth = () => ErrorTerminalWidth,
            LocalTimeZone = LocalTimeZone,
            Handler = Handler,
            ConnectAssistant = () => new StreamServerTransport(AssistantInput, AssistantOutput),
            TimeProvider = TimeProvider ?? new SkippingTimeProvider(),
        });
        var exitCode = await app.RunAsync(args, cancellationToken).ConfigureAwait(false);
        TerminalText = error.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        return new ToolResult(exitCode, Output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
