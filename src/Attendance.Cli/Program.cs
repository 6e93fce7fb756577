using System.Runtime.InteropServices;
using System.Text;
using Attendance.Cli;

// Names come in every script, which the code page of a Windows console does not.
Console.OutputEncoding = Encoding.UTF8;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    // The second Ctrl+C ends the process, should the first one not be heeded.
    key.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};

// What a container and a service manager send.
using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
});

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
return await app.RunAsync(args, cancellation.Token).ConfigureAwait(false);
