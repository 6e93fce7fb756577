using System.Globalization;
using Spectre.Console;

namespace Attendance.Cli;

/// <summary>Results as text, to a terminal or to a file.</summary>
internal sealed class Screen(Surroundings surroundings)
{
    // Wide enough for anything: in a file, an id must never be cut.
    private const int FileWidth = 1000;

    private bool IsTerminal => surroundings.TerminalWidth is not null;

    /// <summary>Columns that there are.</summary>
    public int Columns => Width;

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

    /// <summary>The zone in which the times of a table are shown: on a terminal without their date where that is the same for all, and
    /// stands above.</summary>
    /// <param name="zone">The zone that the user wants.</param>
    /// <param name="above">The time above the table, with its date.</param>
    /// <param name="times">The times in the table.</param>
    public Zone ZoneOf(Zone zone, DateTimeOffset? above, IEnumerable<DateTimeOffset?> times) =>
        IsTerminal && above is { } known ? zone.WithoutDateOf(known, times) : zone;

    /// <summary>Writes the first of the tables that fits the screen, or else the first that fits it with lines broken between words, those
    /// that leave least out first; or else the last that fits at all, or else the first as a list. What is left out is told.</summary>
    public void Render(params IReadOnlyList<DataTable> tables)
    {
        var table = tables.GroupBy(table => table.LeftOut.Count).OrderBy(group => group.Key)
            .Select(group => group.FirstOrDefault(table => table.Widest <= Width) ?? group.FirstOrDefault(table => table.Narrow <= Width))
            .FirstOrDefault(table => table is not null)
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
        if (table is { LeftOut: { Count: > 0 } leftOut })
            WriteLeftOut(leftOut, tables.Where(table => table.LeftOut.Count == 0).Min(table => table.Narrow));
    }

    private void WriteLeftOut(IReadOnlyList<string> leftOut, int wideEnough)
    {
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"Not shown at this width: {string.Join(", ", leftOut)}; --json has all, or widen to {wideEnough}.");
        foreach (var line in CellWidth.Break(note, Width))
            Line(line);
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
