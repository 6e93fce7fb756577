namespace Attendance.Client.Analysis;

/// <summary>What stands between two cells of CSV.</summary>
public enum CsvDelimiter
{
    /// <summary>A comma, as RFC 4180 has it.</summary>
    Comma,

    /// <summary>A semicolon, as spreadsheets take it where the comma is in numbers.</summary>
    Semicolon,

    /// <summary>A tab.</summary>
    Tab,
}
