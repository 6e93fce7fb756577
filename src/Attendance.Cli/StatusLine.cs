using System.Globalization;
using System.Text;

namespace Attendance.Cli;

/// <summary>A line below all others on a terminal, which is written over as things go on. What others write meanwhile stands above it.</summary>
internal sealed class StatusLine(TextWriter terminal) : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly Lock _gate = new();
    private int _width;
    private bool _isDone;

    public override Encoding Encoding => terminal.Encoding;

    public void Show(string text)
    {
        lock (_gate)
        {
            // A timer may come late.
            if (_isDone)
                return;

            terminal.Write($"\r{text.PadRight(_width)}");
            terminal.Flush();
            _width = text.Length;
        }
    }

    public override void Write(char value)
    {
        lock (_gate)
        {
            Clear();
            terminal.Write(value);
        }
    }

    public override void Write(string? value)
    {
        lock (_gate)
        {
            Clear();
            terminal.Write(value);
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_gate)
        {
            Clear();
            terminal.WriteLine(value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            Clear();
            _isDone = true;
        }

        base.Dispose(disposing);
    }

    private void Clear()
    {
        if (_width > 0)
            terminal.Write($"\r{new string(' ', _width)}\r");

        _width = 0;
    }
}
