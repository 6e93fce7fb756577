using System.Text.Json.Serialization.Metadata;

namespace Attendance.Client.Analysis.Internal;

/// <summary>The columns of a kind of row, which are its members in JSON that fit in a cell.</summary>
internal static class RowColumns
{
    public static IEnumerable<Column<TRow>> Of<TRow>() => Of<TRow, TRow>(static row => row);

    /// <summary>Columns of where rows came from, empty for a row that does not say.</summary>
    public static IEnumerable<Column<TRow>> OfOrigin<TRow>()
        where TRow : ExportRow =>
        Of<TRow, RowOrigin>(static row => row.Origin);

    private static IEnumerable<Column<TRow>> Of<TRow, TPart>(Func<TRow, TPart?> part) =>
        from member in ExportTypes.Of<TPart>().Properties
        let kind = KindOf(member)
        where member.Get is not null && kind is not null
        select new Column<TRow>(member.Name, kind.Value, row => part(row) is { } given ? member.Get!(given) : null)
        {
            Status = member.PropertyType == typeof(AttendanceStatus?)
                ? row => part(row) is { } given ? (AttendanceStatus?)member.Get!(given) : null
                : null,
        };

    private static CellKind? KindOf(JsonPropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        return type switch
        {
            _ when type == typeof(string) || type.IsEnum => CellKind.Text,
            _ when type == typeof(int) => CellKind.Number,
            _ when type == typeof(long) => CellKind.Duration,
            _ when type == typeof(double) => CellKind.Share,
            _ when type == typeof(DateTimeOffset) => CellKind.Time,
            _ when type == typeof(bool) => CellKind.Flag,
            _ => null,
        };
    }
}
