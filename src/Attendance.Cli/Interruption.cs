using System.Runtime.InteropServices;

namespace Attendance.Cli;

/// <summary>The signals that end the tool: those of a terminal, a container and a service manager.</summary>
internal sealed class Interruption : IDisposable
{
    // Of a write to a pipe that nobody reads there is no way back.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _outOfPatience = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _exitCode = Cli.ExitCode.Cancelled;

    /// <summary>Listens to them.</summary>
    public Interruption()
    {
        Listen(PosixSignal.SIGINT, 2);
        Listen(PosixSignal.SIGQUIT, 3);
        Listen(PosixSignal.SIGTERM, 15);
        Listen(PosixSignal.SIGHUP, 1);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>The exit code of the run, which for one that a signal has ended is 128 and its number, as of a process that it
    /// kills.</summary>
    public async Task<int> ExitCodeAsync(Task<int> run)
    {
        if (await Task.WhenAny(run, _outOfPatience.Task).ConfigureAwait(false) != run)
            return _exitCode;

        var code = await run.ConfigureAwait(false);
        return code == Cli.ExitCode.Cancelled ? _exitCode : code;
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _cancellation.Dispose();
    }

    private void Listen(PosixSignal signal, int number) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        // The second signal ends the process, should the first one not be heeded.
        if (_cancellation.IsCancellationRequested)
            return;

        context.Cancel = true;
        _exitCode = 128 + number;
        _ = Task.Delay(Patience).ContinueWith(_ => _outOfPatience.TrySetResult(), TaskScheduler.Default);
        _cancellation.Cancel();
    }));
}
