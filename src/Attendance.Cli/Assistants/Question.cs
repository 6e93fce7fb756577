using System.CommandLine;
using System.Text;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>A call of a tool, as the command line that would ask the same.</summary>
internal sealed class Question
{
    private const string NotePrefix = "note: ";
    private const int MostNotes = 10;
    private const int LongestNote = 600;

    private readonly StringBuilder _messages = new();
    private readonly AssistantConnection _connection;

    /// <summary>A question that has a source, a range of time, or both.</summary>
    public Question(AssistantConnection connection, ToolArguments arguments)
    {
        (_connection, Arguments) = (connection, arguments);
        Around = connection.Surroundings with
        {
            // Standard input is the assistant's, and what is said of this question goes to nobody else.
            Input = TextReader.Null,
            Output = TextWriter.Null,
            Error = TextWriter.Synchronized(new StringWriter(_messages)),
            IsErrorTerminal = false,
            TerminalWidth = null,
        };
        Connection = new ConnectionOptions(Around) { Client = connection.Client };
    }

    /// <summary>What the assistant has passed.</summary>
    public ToolArguments Arguments { get; }

    /// <summary>The surroundings of this question alone.</summary>
    public Surroundings Around { get; }

    /// <summary>The options that say where to read from.</summary>
    public ConnectionOptions Connection { get; }

    public AttendanceClient Client => _connection.Client;

    public Zone Zone => _connection.Zone;

    /// <summary>What people have to be told beside the answer, such as what could not be read.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            string[] notes =
            [
                .. _messages.ToString().Split(NotePrefix).SelectMany(part => part.Split("error: ")).Select(part => part.Trim())
                    .Where(part => part.Length > 0).Select(part => part.Length > LongestNote ? $"{part[..LongestNote]}…" : part),
            ];
            return notes.Length <= MostNotes
                ? notes
                : [.. notes.Take(MostNotes), $"There are {CellText.Of(notes.Length - MostNotes)} more notes."];
        }
    }

    /// <summary>What the options of a command say.</summary>
    /// <param name="addOptions">Adds the options.</param>
    /// <param name="options">Other options that are given, with their values.</param>
    /// <exception cref="UsageException">They are wrong.</exception>
    public ParseResult Parse(Action<Command> addOptions, params IEnumerable<string> options)
    {
        var command = new Command("question") { new ZoneOption() };
        addOptions(command);
        Connection.AddTo(command);
        var source = Arguments.Text(ToolParameters.Source.Name);
        if (source is not null)
            RefuseOtherInput(source);

        // A path names its user itself, and the page of an event none.
        var user = _connection.User is { } id && (source is null || NeedsUser(source)) ? new[] { $"--user={id}" } : [];
        string[] known = [.. command.Options.Select(option => option.Name)];
        var parse = command.Parse(
            [
                $"--time-zone={_connection.Zone.Info.Id}",
                .. _connection.Arguments, .. user.Where(_ => known.Contains("--user", StringComparer.Ordinal)), .. options,
                .. source is null ? [] : new[] { "--", source },
            ],
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parse.Errors.Count == 0 ? parse : throw new UsageException(Misspelling.Tell(parse));
    }

    /// <summary>The time that is asked for, as options.</summary>
    public IEnumerable<string> Range => new[] { ToolParameters.From, ToolParameters.To }
        .Where(parameter => Arguments.Text(parameter.Name) is not null)
        .Select(parameter => $"--{parameter.Name}={Arguments.Text(parameter.Name)}");

    /// <summary>What attendance is measured by, as options.</summary>
    public IEnumerable<string> Thresholds =>
    [
        .. Arguments.Text(ToolParameters.LateAfter.Name) is { } late ? new[] { $"--late-after={late}" } : [],
        .. Arguments.Number(ToolParameters.MinShare.Name) is { } share ? new[] { $"--min-share={CellText.Of(share)}" } : [],
    ];

    private static bool NeedsUser(string source) =>
        !AttendanceSource.TryParse(source, out _) && EventAddress.Find(source) is null;

    // An assistant is let read attendance, and not what else is on this machine.
    private static void RefuseOtherInput(string source)
    {
        if (source == InputText.StandardInput || TeamsFiles.IsFile(source) || TeamsFiles.IsDirectory(source))
        {
            throw new UsageException(
                "source names a file, and the server reads none. Pass a join link, a meeting ID, or a source that another tool gave.");
        }
    }
}
