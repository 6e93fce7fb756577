namespace Attendance.Client.Analysis.Internal;

/// <summary>A column of a table.</summary>
/// <param name="name">Its name in CSV, where durations are seconds.</param>
/// <param name="kind">What its cells hold.</param>
/// <param name="get">The cell of a row, or null for an empty one.</param>
internal sealed class Column<TRow>(string name, CellKind kind, Func<TRow, object?> get)
{
    private const string Seconds = "Seconds";

    public string Name { get; } = name;

    public CellKind Kind { get; } = kind;

    public Func<TRow, object?> Get { get; } = get;

    /// <summary>Name by which it is chosen with the others that depend on the data, or null where it is always there.</summary>
    public string? Group { get; init; }

    /// <summary>The status by which the cell of a row is colored, or null for none.</summary>
    public Func<TRow, AttendanceStatus?>? Status { get; init; }

    /// <summary>Its name in CSV.</summary>
    public string NameFor(CsvExportOptions options) =>
        Kind == CellKind.Duration && options.WritesMinutes && Name.EndsWith(Seconds, StringComparison.Ordinal)
            ? Name.Substring(0, Name.Length - Seconds.Length) + "Minutes"
            : Name;
}
