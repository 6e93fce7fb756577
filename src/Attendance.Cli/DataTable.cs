using Spectre.Console;
using Spectre.Console.Rendering;

namespace Attendance.Cli;

/// <summary>A table of plain cells. No cell is read as markup, whatever brackets a name has.</summary>
internal sealed class DataTable
{
    private readonly Table _table = new() { Border = TableBorder.Simple };

    /// <summary>A column that is broken into lines where the screen is too narrow.</summary>
    public DataTable FlexibleColumn(string title) => Add(title, isFlexible: true);

    public DataTable Column(string title) => Add(title);

    public DataTable NumberColumn(string title) => Add(title, alignment: Justify.Right);

    public void Row(params IEnumerable<string> cells) => _table.AddRow(cells.Select(cell => new Text(cell)));

    public IRenderable ToRenderable() => _table;

    private DataTable Add(string title, bool isFlexible = false, Justify alignment = Justify.Left)
    {
        _table.AddColumn(new TableColumn(new Text(title, new Style(decoration: Decoration.Bold)))
        {
            Alignment = alignment,
            NoWrap = !isFlexible,
            Padding = new Padding(0, 0, 1, 0),
        });
        return this;
    }
}
