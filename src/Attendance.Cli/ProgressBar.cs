using System.Globalization;

namespace Attendance.Cli;

/// <summary>How far work has come that lasts: a line on the terminal, below the errors, which is gone when the work is done. Nothing where errors go elsewhere.</summary>
internal sealed class ProgressBar : IDisposable
{
    private const int BarWidth = 20;
    private const int RecordsAStep = 100;

    private readonly Lock _gate = new();
    private readonly Surroundings _surroundings;
    private readonly string _what;
    private readonly int? _total;
    private int _done;
    private int _failed;
    private int _step = -1;

    /// <summary>Begins a line.</summary>
    /// <param name="surroundings">Where it is shown.</param>
    /// <param name="what">What is counted, such as <c>sources</c>.</param>
    /// <param name="total">How much there is, or null where nobody knows.</param>
    public ProgressBar(Surroundings surroundings, string what, int? total)
    {
        (_surroundings, _what, _total) = (surroundings, what, total is > 0 ? total : null);
        Add(0);
    }

    /// <summary>Takes the line away, so that something else can be written.</summary>
    public static void Wipe(Surroundings surroundings)
    {
        if (WidthOf(surroundings) is { } width)
            surroundings.Error.Write($"\r{new string(' ', width)}\r");
    }

    /// <summary>Counts on.</summary>
    public void Add(int done, bool failed = false)
    {
        lock (_gate)
        {
            _done += done;
            _failed += failed ? 1 : 0;

            // A terminal is slow, and a hundred steps are as many as anybody sees.
            var step = _total is { } total ? (int)Math.Min(100, 100L * _done / total) : _done / RecordsAStep;
            if (step == _step && !failed)
                return;

            _step = step;
            Draw();
        }
    }

    public void Dispose() => Wipe(_surroundings);

    // The last column stays free: some terminals begin a new line there.
    private static int? WidthOf(Surroundings surroundings) => surroundings.ErrorWidth switch
    {
        null => null,
        <= 0 => 79,
        { } width => width - 1,
    };

    private void Draw()
    {
        if (WidthOf(_surroundings) is not { } width)
            return;

        var text = $"Reading {_what} {Bar()}{Number(_done)}{(_total is { } total ? $" of {Number(total)}" : "")}{(_failed > 0 ? $", {Number(_failed)} failed" : "")}";
        _surroundings.Error.Write($"\r{(text.Length > width ? text[..width] : text.PadRight(width))}");
    }

    private string Bar()
    {
        if (_total is null)
            return "";

        var full = _step * BarWidth / 100;
        return $"[{new string('#', full)}{new string('-', BarWidth - full)}] ";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
