using System.Globalization;
using System.Text;

namespace Attendance.Cli;

// Spectre.Console's Status and Progress (0.57.2 was tried) wrap into more rows of a narrow terminal, write a line for each step where
// there are no ANSI sequences, break notes at the width of the terminal, and turn by a thread that sleeps instead of by a clock that
// tests can set.
/// <summary>A line below all others on a terminal, which is written over as things go on. What others write meanwhile stands above
/// it.</summary>
/// <param name="terminal">Where it is written.</param>
/// <param name="columns">How wide the terminal is at the moment, or nothing above zero where it does not know.</param>
internal sealed class StatusLine(TextWriter terminal, Func<int> columns) : TextWriter(CultureInfo.InvariantCulture)
{
    private const int UsualColumns = 80;

    private readonly Lock _gate = new();
    private int _width;
    private bool _isDone;

    public override Encoding Encoding => terminal.Encoding;

    // At its last column a terminal may begin another row, from which there is no way back to the first.
    private int Room => (columns() is > 0 and var known ? known : UsualColumns) - 1;

    /// <summary>Shows the first of the texts that fits the terminal, or else the beginning of the last.</summary>
    public void Show(params IReadOnlyList<string> texts)
    {
        lock (_gate)
        {
            // A timer may come late.
            if (_isDone)
                return;

            var room = Room;
            var text = texts.FirstOrDefault(text => text.Length <= room) ?? texts[^1][..room];
            terminal.Write($"\r{text.PadRight(Math.Min(_width, room))}");
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
            terminal.Write($"\r{new string(' ', Math.Min(_width, Room))}\r");

        _width = 0;
    }
}
