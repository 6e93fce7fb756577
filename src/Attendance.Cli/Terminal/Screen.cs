using Spectre.Console;
using Spectre.Console.Rendering;

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
    public void Line(string text = "") => surroundings.Output.WriteLine(text);

    public void Heading(string text) => Render([new Text(text + "\n", new Style(decoration: Decoration.Bold))]);

    /// <summary>Writes the first of the layouts that fits the screen, or else the first that fits it with lines broken between words, or
    /// else the last.</summary>
    public void Render(params IReadOnlyList<IRenderable> layouts)
    {
        using var rendered = new StringWriter();
        var console = CreateConsole(IsTerminal ? surroundings.Output : rendered);
        var options = RenderOptions.Create(console);
        console.Write(
            layouts.FirstOrDefault(layout => layout.Measure(options, FileWidth).Max <= Width)
            ?? layouts.FirstOrDefault(layout => layout.Measure(options, FileWidth).Min <= Width)
            ?? layouts[^1]);

        // Cells are padded to the right, which in a file is noise at the end of lines.
        foreach (var line in rendered.ToString().Split('\n').SkipLast(1))
            Line(line.TrimEnd());
    }

    private IAnsiConsole CreateConsole(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),

            // They turn colours on in build servers, where the output is a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Width;
        return console;
    }
}
