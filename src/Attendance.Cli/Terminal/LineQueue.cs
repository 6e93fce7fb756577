using System.Globalization;
using System.Threading.Channels;

namespace Attendance.Cli;

/// <summary>Lines that wait to be written, so that nobody who does not read them holds up those who write them.</summary>
internal sealed class LineQueue
{
    private const int Capacity = 1000;

    // What nobody reads by then nobody is going to read.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(Capacity);
    private readonly Screen _screen;
    private readonly Task _writing;
    private int _missed;

    public LineQueue(Screen screen)
    {
        _screen = screen;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Has a line written, or leaves it out where too many wait.</summary>
    public void Add(string line)
    {
        if (!_lines.Writer.TryWrite(line))
            Interlocked.Increment(ref _missed);
    }

    /// <summary>Ends when all is written, or when nobody seems to read it.</summary>
    public async Task EndAsync()
    {
        _lines.Writer.TryComplete();
        try
        {
            await _writing.WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The lines are for who reads them.
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Write(line);
            if (_lines.Reader.Count == 0 && Interlocked.Exchange(ref _missed, 0) is > 0 and var missed)
                Write($"{missed.ToString(CultureInfo.InvariantCulture)} lines are left out, as nobody read them in time.");
        }
    }

    private void Write(string line)
    {
        try
        {
            _screen.Line(line);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk or a closed pipe may be there again for the next line, and is no reason to stop what the lines are about.
        }
    }
}
