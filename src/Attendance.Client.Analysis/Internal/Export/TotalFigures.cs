namespace Attendance.Client.Analysis.Internal;

/// <summary>What a person attended of all sessions, as JSON has it.</summary>
internal sealed record TotalFigures(
    int SessionCount,
    int AttendedCount,
    int PresentCount,
    int LateCount,
    int PartialCount,
    int AbsentCount,
    int ExcusedCount,
    int UnknownCount,
    long? TimePresentSeconds,
    double? Share)
{
    public static TotalFigures Of(RegisterTotal total) => new(
        total.SessionCount,
        total.AttendedCount,
        total.PresentCount,
        total.LateCount,
        total.PartialCount,
        total.AbsentCount,
        total.ExcusedCount,
        total.UnknownCount,
        WholeSeconds.Of(total.TimePresent),
        total.Share);
}
