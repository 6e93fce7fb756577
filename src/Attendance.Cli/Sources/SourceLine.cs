namespace Attendance.Cli;

/// <summary>A line that names a source.</summary>
/// <param name="Number">Where it stands, counted from one.</param>
/// <param name="Text">What it says.</param>
internal sealed record SourceLine(int Number, string Text)
{
    /// <summary>What the user knows it by.</summary>
    public override string ToString() => $"line {CellText.Of(Number)}";
}
