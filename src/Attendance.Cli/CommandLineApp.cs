using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>The tool, from its arguments to its exit code.</summary>
internal sealed class CommandLineApp(Surroundings surroundings)
{
    private const string Description = """
        Tells who attended a Teams meeting, webinar or town hall, from the attendance reports of Microsoft Graph.

        Begin with: attendance demo
        Sign-in:    attendance login; attendance help sign-in explains every way

        Exit codes:
          0    all went well
          1    the request or the sign-in failed, or the output could not be written
          2    the command line is wrong
          3    there is no report yet, or no source to read
          130  cancelled by Ctrl+C; 129, 131 or 143 by SIGHUP, SIGQUIT or SIGTERM
        """;

    // A token such as @file would be read as a file of arguments, which nobody expects of an id.
    public ParseResult Parse(IReadOnlyList<string> args) => Parse(args, surroundings);

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        // Whatever a message holds, and wherever it comes from, it passes here.
        var error = new MessageWriter(surroundings.Error);
        var parse = Parse(args, surroundings with { Error = error, Stopping = cancellationToken });
        try
        {
            if (parse.Action is ParseErrorAction)
                throw new UsageException(Misspelling.Tell(parse));

            // Errors and Ctrl+C are dealt with here and in Program, not by the library's defaults, which print stack traces.
            var configuration = new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parse.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Failure.Of(exception, parse.CommandResult.Command, cancellationToken) is { } failure)
        {
            foreach (var line in failure.Lines)
                await error.WriteLineAsync(line).ConfigureAwait(false);

            return failure.ExitCode;
        }
        finally
        {
            foreach (var opened in surroundings.Opened)
                await opened.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static ParseResult Parse(IReadOnlyList<string> args, Surroundings surroundings) =>
        CreateRoot(surroundings).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    private static RootCommand CreateRoot(Surroundings surroundings)
    {
        var root = new RootCommand(Description) { HelpName = "attendance" };
        root.Add(new DemoCommand(surroundings));
        root.Add(new LoginCommand(surroundings));
        root.Add(new LogoutCommand(surroundings));
        root.Add(new WhoamiCommand(surroundings));
        root.Add(new CheckCommand(surroundings));
        root.Add(new FindCommand(surroundings));
        root.Add(new CalendarCommand(surroundings));
        root.Add(new VirtualEventsCommand(surroundings, VirtualEventKind.Webinar));
        root.Add(new VirtualEventsCommand(surroundings, VirtualEventKind.Townhall));
        root.Add(new SessionsCommand(surroundings));
        root.Add(new RegistrationsCommand(surroundings));
        root.Add(new ReportsCommand(surroundings));
        root.Add(new ShowCommand(surroundings));
        root.Add(new SummaryCommand(surroundings));
        root.Add(new RegisterCommand(surroundings));
        root.Add(new ExportCommand(surroundings));
        root.Add(new ChartCommand(surroundings));
        root.Add(new WaitCommand(surroundings));
        root.Add(new HarvestCommand(surroundings));
        root.Add(new ArchiveCommand(surroundings));
        root.Add(new SubscribeCommand(surroundings));
        root.Add(new SubscriptionsCommand(surroundings));
        root.Add(new ListenCommand(surroundings));
        root.Add(new ServeCommand(surroundings));
        root.Add(new McpCommand(surroundings));
        root.Add(new CompletionCommand(surroundings));
        root.Add(new HelpCommand(surroundings));

        // A flag that takes a value would have True and False completed behind it, in place of the other options.
        foreach (var flag in root.Subcommands.Concat(root.Subcommands.SelectMany(command => command.Subcommands))
            .SelectMany(command => command.Options).OfType<Option<bool>>())
            flag.Arity = ArgumentArity.Zero;

        var help = new CommandHelp(surroundings);
        root.Options.OfType<HelpOption>().Single().Action = help;
        root.SetAction(help.Invoke);
        return root;
    }
}
