using Spectre.Console;

namespace Attendance.Cli;

/// <summary>Results as text, to a terminal or to a file.</summary>
internal sealed class Screen(Surroundings surroundings)
{
    // Wide enough for anything: in a file, an id must never be cut.
    private const int FileWidth = 1000;

    private bool IsTerminal => surroundings.TerminalWidth is not null;

    private int Width => surroundings.TerminalWidth switch
    {
        null => FileWidth,

        // Some terminals do not know their width.
        <= 0 => 80,
        { } columns => columns,
    };

    /// <summary>A line that is not broken by us, so that what is copied from it is in one piece.</summary>
    public void Line(string text = "") => surroundings.Output.WriteLine(PlainText.OfLine(text));

    public void Heading(string text) => Bold([text]);

    /// <summary>Writes the first of the tables that fits the screen, or else the first that fits it with lines broken between words, or
    /// else the last that fits at all, or else the first as a list.</summary>
    public void Render(params IReadOnlyList<DataTable> tables)
    {
        var table = tables.FirstOrDefault(table => table.Widest <= Width)
            ?? tables.FirstOrDefault(table => table.Narrow <= Width)
            ?? tables.LastOrDefault(table => table.Narrowest <= Width);
        Line();
        if (table is not null)
            Bold(table.TitleLines(Width));
        foreach (var line in table?.RowLines(Width) ?? tables[0].ListLines(Width))
        {
            surroundings.Stopping.ThrowIfCancellationRequested();
            Line(line);
        }

        if (table is not null)
            Line();
    }

    private void Bold(IEnumerable<string> lines)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(surroundings.Output),

            // They turn colours on in build servers, where the output is a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });

        foreach (var line in lines)
        {
            // It is to break no line.
            console.Profile.Width = Math.Max(1, CellWidth.Of(line));
            console.Write(new Text(PlainText.OfLine(line) + "\n", new Style(decoration: Decoration.Bold)));
        }
    }
}
