namespace Attendance.Client.Analysis.Internal;

/// <summary>Chooses columns by name.</summary>
internal static class ColumnChoice
{
    /// <summary>The columns that the options name, in that order, or all.</summary>
    public static List<Column<TRow>> Of<TRow>(List<Column<TRow>> columns, CsvExportOptions options, IEnumerable<string> groups)
    {
        if (options.Columns is not { } wanted)
            return columns;

        List<string> emptyGroups = [.. groups];
        var chosen = new List<Column<TRow>>();
        foreach (var name in wanted)
        {
            var found = columns.FindAll(column => IsNamed(column.Group ?? column.NameFor(options), name));
            if (found.Count == 0 && !emptyGroups.Exists(group => IsNamed(group, name)))
                throw Unknown(options, name, columns.ConvertAll(column => column.Group ?? column.NameFor(options)).Concat(emptyGroups));

            chosen.AddRange(found);
        }

        return chosen;
    }

    private static bool IsNamed(string name, string? wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static ArgumentException Unknown(CsvExportOptions options, string? name, IEnumerable<string> names) => new(
        $"Columns names \"{name}\", and there is no such column. There are {string.Join(", ", names.Distinct(StringComparer.Ordinal))}.",
        nameof(options));
}
