namespace Attendance.Cli;

// Spectre.Console's Table (0.57.2 was tried) loops for ever where a column is narrower than one of its letters: it splits a text by the
// cells that fit, of which there are none. It also keeps the whole table until it is drawn, so that nobody could stop it meanwhile.
/// <summary>A table of plain cells, in which letters take as many columns as a terminal gives them.</summary>
internal sealed class DataTable
{
    // Below it a column that is broken into lines is no longer read.
    private const int LeastFlexible = 10;
    private const int Gap = 2;

    private readonly List<DataColumn> _columns = [];
    private readonly List<string[][]> _rows = [];

    /// <summary>A table without columns.</summary>
    /// <param name="leftOut">Titles of what it is too narrow for.</param>
    public DataTable(params IReadOnlyList<string> leftOut) => LeftOut = leftOut;

    /// <summary>What it leaves out of what is known, by the titles of wider tables.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>How wide it is without a line broken.</summary>
    public int Widest => Total(column => column.Widest);

    /// <summary>How narrow it may be without a word broken.</summary>
    public int Narrow => Total(column => column.IsFlexible ? column.WidestWord : column.Widest);

    /// <summary>How narrow it may be at all.</summary>
    public int Narrowest => Total(LeastOf);

    /// <summary>A column that is broken into lines where the screen is too narrow.</summary>
    public DataTable FlexibleColumn(string title) => Add(new DataColumn(title) { IsFlexible = true });

    public DataTable Column(string title) => Add(new DataColumn(title));

    public DataTable NumberColumn(string title) => Add(new DataColumn(title) { IsRight = true });

    public void Row(params IEnumerable<string> cells)
    {
        string[][] row = [.. cells.Select(cell => cell.Split('\n').Select(PlainText.OfLine).ToArray())];
        foreach (var (column, lines) in _columns.Zip(row))
            column.Widen(lines);
        _rows.Add(row);
    }

    /// <summary>The lines of the titles.</summary>
    public IEnumerable<string> TitleLines(int width) => LinesOf([.. _columns.Select(column => column.TitleLines)], WidthsFor(width));

    /// <summary>The lines below the titles, each made when it is asked for.</summary>
    public IEnumerable<string> RowLines(int width)
    {
        var widths = WidthsFor(width);
        yield return new string('─', widths.Sum() + (Gap * widths.Length) + 1);
        foreach (var row in _rows)
        {
            foreach (var line in LinesOf(row, widths))
                yield return line;
        }
    }

    /// <summary>The same as a list, for a screen that is too narrow for any table.</summary>
    public IEnumerable<string> ListLines(int width)
    {
        foreach (var row in _rows)
        {
            foreach (var (column, lines) in _columns.Zip(row))
            {
                foreach (var line in CellWidth.Break($"{string.Join(' ', column.TitleLines)}: {string.Join(' ', lines)}", width))
                    yield return line;
            }

            yield return "";
        }
    }

    private static int LeastOf(DataColumn column) => column.IsFlexible ? Math.Min(column.WidestWord, LeastFlexible) : column.Widest;

    private int Total(Func<DataColumn, int> widthOf) => _columns.Sum(widthOf) + (Gap * _columns.Count) + 1;

    private DataTable Add(DataColumn column)
    {
        _columns.Add(column);
        return this;
    }

    // What room is left goes first to the words of the flexible columns, and then to whole lines, each time to the narrowest first.
    private int[] WidthsFor(int width)
    {
        int[] widths = [.. _columns.Select(LeastOf)];
        var room = width - Narrowest;
        foreach (var widthOf in new Func<DataColumn, int>[] { column => column.WidestWord, column => column.Widest })
        {
            int[] open = [.. Enumerable.Range(0, widths.Length).Where(i => widths[i] < widthOf(_columns[i]))
                .OrderBy(i => widthOf(_columns[i]))];
            foreach (var (done, i) in open.Index())
            {
                var share = Math.Min(widthOf(_columns[i]) - widths[i], Math.Max(0, room) / (open.Length - done));
                widths[i] += share;
                room -= share;
            }
        }

        return widths;
    }

    private IEnumerable<string> LinesOf(IReadOnlyList<string[]> row, int[] widths)
    {
        string[][] cells = [.. row.Select((lines, i) => lines.SelectMany(line => CellWidth.Break(line, widths[i])).ToArray())];
        for (var number = 0; number < cells.Max(lines => lines.Length); number++)
        {
            var line = string.Concat(cells.Select((lines, i) =>
            {
                var text = number < lines.Length ? lines[number] : "";
                var blank = new string(' ', widths[i] - CellWidth.Of(text));
                return (i == 0 ? " " : "  ") + (_columns[i].IsRight ? blank + text : text + blank);
            }));
            yield return line.TrimEnd(' ');
        }
    }
}
