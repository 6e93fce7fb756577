using Spectre.Console;
using Spectre.Console.Rendering;

namespace Attendance.Cli;

/// <summary>A table of plain cells. No cell is read as markup, whatever brackets a name has.</summary>
internal sealed class DataTable : Renderable
{
    private readonly Table _table = new() { Border = TableBorder.Simple };
    private readonly Dictionary<int, List<IRenderable>> _flexible = [];

    /// <summary>A column that is broken into lines where the screen is too narrow.</summary>
    public DataTable FlexibleColumn(string title) => Add(title, isFlexible: true);

    public DataTable Column(string title) => Add(title);

    public DataTable NumberColumn(string title) => Add(title, alignment: Justify.Right);

    public void Row(params IEnumerable<string> cells)
    {
        var row = cells.Select(cell => new Text(cell)).ToList();
        _table.AddRow(row);
        foreach (var (index, column) in _flexible)
            column.Add(row[index]);
    }

    /// <summary>How wide it is, and how narrow it may be without breaking words.</summary>
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var widest = ((IRenderable)_table).Measure(options, maxWidth).Max;
        return new Measurement(widest - _flexible.Values.Sum(Spare), widest);

        int Spare(List<IRenderable> cells)
        {
            var widths = cells.ConvertAll(cell => cell.Measure(options, maxWidth));
            return widths.Max(width => width.Max) - widths.Max(width => width.Min);
        }
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => ((IRenderable)_table).Render(options, maxWidth);

    private DataTable Add(string title, bool isFlexible = false, Justify alignment = Justify.Left)
    {
        var heading = new Text(title, new Style(decoration: Decoration.Bold));
        if (isFlexible)
            _flexible.Add(_table.Columns.Count, [heading]);

        _table.AddColumn(new TableColumn(heading)
        {
            Alignment = alignment,
            NoWrap = !isFlexible,
            Padding = new Padding(0, 0, 1, 0),
        });
        return this;
    }
}
