namespace Attendance.Client.Analysis.Internal.Charts;

/// <summary>How high a number of people stands on an axis from zero to a round number.</summary>
internal sealed class CountScale
{
    private const int MostSteps = 5;

    private readonly double _unitsPerPerson;

    public CountScale(int peak, double height)
    {
        var highest = Math.Max(peak, 1);
        long step = 1;
        for (var factor = 0; highest > step * MostSteps; factor++)
            step = factor % 3 == 1 ? step / 2 * 5 : step * 2;

        var steps = (highest + step - 1) / step;
        Last = steps * step;
        Ticks = [.. Enumerable.Range(0, (int)steps + 1).Select(index => index * step)];
        _unitsPerPerson = height / Last;
    }

    /// <summary>The round number at the top.</summary>
    public long Last { get; }

    /// <summary>Numbers at which to label the axis, from zero.</summary>
    public IReadOnlyList<long> Ticks { get; }

    public double At(long people) => people * _unitsPerPerson;
}
