using System.Text;
using Attendance.Cli;

// Names come in every script, which the code page of a Windows console does not.
Console.OutputEncoding = Encoding.UTF8;

using var interruption = new Interruption();
var app = new CommandLineApp(new Surroundings
{
    Output = Console.Out,
    Error = Console.Error,
    Input = Console.In,
    Environment = Environment.GetEnvironmentVariable,
    TerminalWidth = Console.IsOutputRedirected ? null : Console.WindowWidth,
    IsErrorTerminal = !Console.IsErrorRedirected,
    ErrorTerminalWidth = () => Console.WindowWidth,
});
return await interruption.ExitCodeAsync(Task.Run(() => app.RunAsync(args, interruption.Token))).ConfigureAwait(false);
