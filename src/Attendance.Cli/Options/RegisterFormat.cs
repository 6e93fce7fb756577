namespace Attendance.Cli;

/// <summary>How a register is written.</summary>
internal enum RegisterFormat
{
    Table,
    Csv,
    Json,
    Xlsx,
    Page,
}
