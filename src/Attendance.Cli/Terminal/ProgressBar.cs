using System.Globalization;

namespace Attendance.Cli;

/// <summary>How far work has come that lasts.</summary>
/// <param name="status">Where it is shown, or null where nobody watches.</param>
internal sealed class ProgressBar(StatusLine? status)
{
    private const int Width = 20;
    private const int StepOfUnknown = 100;

    private readonly Lock _gate = new();
    private string _what = "";
    private int? _total;
    private int _done;
    private int _failed;
    private int _step;

    /// <summary>Begins at zero.</summary>
    /// <param name="what">What is counted, such as <c>sources</c>.</param>
    /// <param name="total">How much there is, or null where nobody knows.</param>
    public void Begin(string what, int? total)
    {
        lock (_gate)
        {
            (_what, _total, _done, _failed, _step) = (what, total is > 0 ? total : null, 0, 0, 0);
            Show();
        }
    }

    /// <summary>Counts on.</summary>
    public void Add(int done, bool failed = false)
    {
        lock (_gate)
        {
            _done += done;
            _failed += failed ? 1 : 0;

            // A terminal is slow, and a hundred steps are as many as anybody sees.
            var step = _total is { } total ? (int)Math.Min(100, 100L * _done / total) : _done / StepOfUnknown;
            if (step == _step && !failed)
                return;

            _step = step;
            Show();
        }
    }

    private void Show()
    {
        if (status is null)
            return;

        var full = _step * Width / 100;
        var bar = _total is null ? "" : $"[{new string('#', full)}{new string('-', Width - full)}] ";
        var count =
            $"{Number(_done)}{(_total is { } total ? $" of {Number(total)}" : "")}{(_failed > 0 ? $", {Number(_failed)} failed" : "")}";
        status.Show($"Reading {_what} {bar}{count}", $"Reading {_what} {count}");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
