namespace Attendance.Client.Analysis;

/// <summary>Something that could not be told from a file, or not with certainty.</summary>
public sealed record TeamsFileNote
{
    /// <summary>What it is about.</summary>
    public TeamsFileNoteKind Kind { get; init; }

    /// <summary>What could not be told, why, and what would help, in English.</summary>
    public string Message { get; init; } = "";

    /// <summary>Number of the line, from one, or null for what is about the whole file.</summary>
    public int? Line { get; init; }

    /// <summary>Text of the line, cut short, or null for what is about no line.</summary>
    public string? Text { get; init; }

    /// <summary>The message, after the number of its line.</summary>
    public override string ToString() =>
        Line is { } line ? string.Format(System.Globalization.CultureInfo.InvariantCulture, "Line {0}: {1}", line, Message) : Message;
}
