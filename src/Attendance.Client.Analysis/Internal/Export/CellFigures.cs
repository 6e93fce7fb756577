namespace Attendance.Client.Analysis.Internal;

/// <summary>One person at one session, as JSON has it.</summary>
internal sealed record CellFigures(
    AttendanceStatus? Status,
    bool? IsExpected,
    bool? HasAttended,
    long? TimePresentSeconds,
    double? Share,
    long? LateBySeconds,
    long? LeftEarlyBySeconds)
{
    public static CellFigures Of(RegisterCell cell) => new(
        cell.Status,
        cell.IsExpected,
        cell.HasAttended,
        WholeSeconds.Of(cell.TimePresent),
        cell.Share,
        WholeSeconds.Of(cell.LateBy),
        WholeSeconds.Of(cell.LeftEarlyBy));
}
