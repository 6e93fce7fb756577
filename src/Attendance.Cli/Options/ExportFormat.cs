namespace Attendance.Cli;

/// <summary>How rows are written.</summary>
internal enum ExportFormat
{
    /// <summary>CSV with a header.</summary>
    Csv,

    /// <summary>A workbook of several sheets.</summary>
    Xlsx,

    /// <summary>A JSON object on each line.</summary>
    Jsonl,

    /// <summary>One JSON array.</summary>
    Json,
}
