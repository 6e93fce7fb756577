using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>How CSV is written: as programs read it, unless told otherwise.</summary>
/// <remarks>
/// <see cref="ForSpreadsheet"/> gives what a spreadsheet opens with times, numbers and percents in columns of their own.
/// </remarks>
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

    /// <summary>What stands between two cells.</summary>
    /// <value>The default is the comma.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public CsvDelimiter Delimiter
    {
        get;
        init => field = value is >= CsvDelimiter.Comma and <= CsvDelimiter.Tab
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Delimiter must be Comma, Semicolon or Tab.");
    }

    /// <summary>Zone in whose local time times are written, as <c>2026-10-06 09:00:00</c>, which spreadsheets take for a date and time; or
    /// null for ISO 8601 in UTC, as <c>2026-10-06T07:00:00Z</c>, which they take for text.</summary>
    /// <value>The default is null.</value>
    /// <remarks>Local times have whole seconds, and the hour that comes twice in autumn looks the same both times.</remarks>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Whether numbers have a decimal comma instead of a point.</summary>
    /// <value>The default is false.</value>
    public bool HasDecimalComma { get; init; }

    /// <summary>Whether durations are in minutes with at most two decimals instead of whole seconds, in columns whose names end with
    /// <c>Minutes</c> instead of <c>Seconds</c>.</summary>
    /// <value>The default is false.</value>
    public bool WritesMinutes { get; init; }

    /// <summary>Whether a share is a percentage with at most two decimals, as <c>83.33%</c>, instead of a number from 0 to 1.</summary>
    /// <value>The default is false.</value>
    public bool WritesPercents { get; init; }

    /// <summary>Names of the columns to write, in the order to write them, in any case; or null for all. <c>answers</c> stands for all
    /// questions of a registration, and <c>sessions</c> for all sessions of a register.</summary>
    /// <value>The default is null.</value>
    /// <remarks>A name that no column has is an <see cref="ArgumentException"/> when it comes to writing, which lists those that there
    /// are.</remarks>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public IReadOnlyList<string>? Columns
    {
        get;
        init => field = value is { Count: 0 }
            ? throw new ArgumentException(
                "Columns is empty, so nothing would be written. Name a column, or give null for all.", nameof(value))
            : ValueList.Copy(value);
    }

    /// <summary>What spreadsheets open as it is meant: local times, minutes, percents and a byte order mark, and where the decimal comma is
    /// in use, as in German and French, that and semicolons between cells.</summary>
    /// <param name="timeZone">Zone in whose local time times are written.</param>
    /// <param name="hasDecimalComma">Whether the spreadsheet's user writes numbers with a comma, which the user's culture says where the
    /// machine knows it: <c>culture.NumberFormat.NumberDecimalSeparator == ","</c>.</param>
    public static CsvExportOptions ForSpreadsheet(TimeZoneInfo timeZone, bool hasDecimalComma) => new()
    {
        HasByteOrderMark = true,
        Delimiter = hasDecimalComma ? CsvDelimiter.Semicolon : CsvDelimiter.Comma,
        TimeZone = timeZone ?? throw new ArgumentNullException(nameof(timeZone)),
        HasDecimalComma = hasDecimalComma,
        WritesMinutes = true,
        WritesPercents = true,
    };
}
