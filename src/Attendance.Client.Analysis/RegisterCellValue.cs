namespace Attendance.Client.Analysis;

/// <summary>What a cell of a register says of one person at one session.</summary>
public enum RegisterCellValue
{
    /// <summary><see cref="RegisterCell.Status"/>.</summary>
    Status,

    /// <summary><see cref="RegisterCell.TimePresent"/>.</summary>
    TimePresent,

    /// <summary><see cref="RegisterCell.Share"/>.</summary>
    Share,
}
