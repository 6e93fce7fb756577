using System.Globalization;

namespace Attendance.Client.Analysis.Internal;

/// <summary>Cells as the options want them.</summary>
internal sealed class CsvCells
{
    private readonly CsvExportOptions _options;
    private readonly NumberFormatInfo _numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();

    public CsvCells(CsvExportOptions options)
    {
        _options = options;
        if (options.HasDecimalComma)
            _numbers.NumberDecimalSeparator = ",";
    }

    public string? Text(object? value, CellKind kind) => value switch
    {
        string given => Text(given),
        DateTimeOffset time => Time(time),
        long seconds when kind == CellKind.Duration && _options.WritesMinutes => (seconds / 60d).ToString("0.##", _numbers),
        double share when kind == CellKind.Share && _options.WritesPercents => (share * 100).ToString("0.##", _numbers) + "%",
        double number => number.ToString("R", _numbers),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    public string Text(string given) => _options.GuardsFormulas ? FormulaGuard.Of(given, _options.Delimiter) : given;

    public string Time(DateTimeOffset time) => _options.TimeZone is { } zone ? LocalTime.Of(time, zone) : UtcTime.Of(time);
}
