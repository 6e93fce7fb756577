namespace Attendance.Client.Analysis;

/// <summary>How CSV is written.</summary>
public sealed record CsvExportOptions
{
    /// <summary>Whether the text begins with a byte order mark, without which Excel takes UTF-8 for another encoding and garbles letters
    /// beyond ASCII.</summary>
    /// <value>The default is false.</value>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Whether an apostrophe is put before text that a spreadsheet would run as a formula, such as a guest's name that begins with
    /// <c>=</c>.</summary>
    /// <value>The default is true. False keeps all text as it is, for a program that reads it back.</value>
    /// <remarks>
    /// Text is one where it begins with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c>, half or full width, also after white space or quotation
    /// marks, or begins with a tab or line break. The same holds for what follows a semicolon, a tab or a line break in it, as that begins
    /// a cell where a spreadsheet does not split at commas. Numbers and times are written as they are. See
    /// <see href="https://owasp.org/www-community/attacks/CSV_Injection"/>.
    /// </remarks>
    public bool GuardsFormulas { get; init; } = true;

    /// <summary>Whether there are columns for <see cref="ExportRow.Origin"/> in any case, and not only where the first row has
    /// one.</summary>
    /// <value>The default is false. True keeps the header of a file that has no rows like that of all others.</value>
    public bool HasOrigin { get; init; }
}
