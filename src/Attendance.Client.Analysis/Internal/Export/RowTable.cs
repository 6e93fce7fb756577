namespace Attendance.Client.Analysis.Internal;

/// <summary>Rows and the columns that they have, where the first row says whether there are columns for where rows came from.</summary>
internal sealed class RowTable<TRow> : IDisposable
    where TRow : ExportRow
{
    private readonly IEnumerator<TRow> _rows;
    private readonly bool _hasOrigin;
    private bool _isRow;

    public RowTable(IEnumerable<TRow> rows, bool hasOrigin)
    {
        // All questions are columns, whoever answered them, so registrants are read to the end before the first is written.
        var registrants = typeof(TRow) == typeof(RegistrantRow) ? rows.ToList() : null;
        _rows = (registrants ?? rows).GetEnumerator();
        _isRow = _rows.MoveNext();
        _hasOrigin = hasOrigin || (_isRow && _rows.Current.Origin is not null);
        List<Column<TRow>> origin = [.. RowColumns.OfOrigin<TRow>()];
        List<Column<TRow>> columns = [.. RowColumns.Of<TRow>()];
        Columns = [.. _hasOrigin ? origin : [], .. columns];
        if (registrants is not List<RegistrantRow> answering)
            return;

        Groups = [AnswerColumns.Group];
        Columns.AddRange(
            AnswerColumns.Of(answering, origin.Concat(columns).Select(static column => column.Name)).Cast<Column<TRow>>());
    }

    public List<Column<TRow>> Columns { get; }

    /// <summary>Names that stand for columns which the data makes, if only none.</summary>
    public IReadOnlyList<string> Groups { get; } = [];

    /// <summary>The rows, once.</summary>
    public IEnumerable<TRow> Rows
    {
        get
        {
            for (; _isRow; _isRow = _rows.MoveNext())
            {
                Check(_rows.Current);
                yield return _rows.Current;
            }
        }
    }

    public void Dispose() => _rows.Dispose();

    private void Check(TRow rows)
    {
        if (!_hasOrigin && rows.Origin is not null)
        {
            throw new ArgumentException(
                "A row has an origin, and the first row has none, so that there are no columns for it. " +
                "Give all rows an origin, or set HasOrigin.",
                nameof(rows));
        }
    }
}
