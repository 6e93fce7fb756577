namespace Attendance.Client.Tests.Cli;

/// <summary>Text that somebody waits for while it is written.</summary>
internal sealed class WatchedWriter : StringWriter
{
    private readonly List<(string Text, TaskCompletionSource Seen)> _waits = [];

    public WatchedWriter()
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
    }

    /// <summary>Told of each line when it has been written.</summary>
    public Action<string?>? LineWritten { get; init; }

    /// <summary>Ends when the text has been written.</summary>
    public Task WaitForAsync(string text)
    {
        lock (_waits)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waits.Add((text, seen));
            Look();
            return seen.Task;
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_waits)
        {
            base.WriteLine(value);
            Look();
        }

        LineWritten?.Invoke(value);
    }

    public override void Write(char value)
    {
        lock (_waits)
            base.Write(value);
    }

    public override void Write(string? value)
    {
        lock (_waits)
            base.Write(value);
    }

    public override string ToString()
    {
        lock (_waits)
            return base.ToString();
    }

    private void Look()
    {
        foreach (var (_, seen) in _waits.FindAll(wait => GetStringBuilder().ToString().Contains(wait.Text, StringComparison.Ordinal)))
            seen.TrySetResult();
    }
}
