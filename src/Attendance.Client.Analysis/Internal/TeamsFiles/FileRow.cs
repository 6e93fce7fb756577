namespace Attendance.Client.Analysis.Internal.TeamsFiles;

/// <summary>One row of a file, which may stand on several lines.</summary>
/// <param name="Line">Number of its first line, from one.</param>
/// <param name="Cells">Its cells without the empty ones at its end; a date and its time in one.</param>
internal sealed record FileRow(int Line, string[] Cells)
{
    /// <summary>How many cells it has, with the empty ones at its end.</summary>
    public int Width { get; init; }

    /// <summary>Whether an empty row stands before it.</summary>
    public bool FollowsGap { get; init; }

    /// <summary>Whether another file begins with it.</summary>
    public bool BeginsFile { get; init; }

    /// <summary>Whether it is the last, without the end of a line.</summary>
    public bool EndsFile { get; init; }

    /// <summary>Whether it is the last and ends in a cell, without the end of a line, so that the cell may be cut.</summary>
    public bool IsOpen { get; init; }

    public string this[int? column] => column is { } index && index < Cells.Length ? Cells[index] : "";
}
