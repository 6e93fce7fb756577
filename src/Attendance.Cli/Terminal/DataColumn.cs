namespace Attendance.Cli;

/// <summary>A column of a table, and how wide its letters make it.</summary>
internal sealed class DataColumn
{
    public DataColumn(string title)
    {
        TitleLines = title.Split('\n');
        Widen(TitleLines);
    }

    public string[] TitleLines { get; }

    /// <summary>Whether it is broken into lines where the screen is too narrow.</summary>
    public bool IsFlexible { get; init; }

    public bool IsRight { get; init; }

    /// <summary>Columns of the terminal that the widest line takes.</summary>
    public int Widest { get; private set; }

    /// <summary>Columns of the terminal that the widest word takes.</summary>
    public int WidestWord { get; private set; }

    /// <summary>Makes room for another cell.</summary>
    public void Widen(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Widest = Math.Max(Widest, CellWidth.Of(line));
            WidestWord = Math.Max(WidestWord, CellWidth.OfWidestWord(line));
        }
    }
}
