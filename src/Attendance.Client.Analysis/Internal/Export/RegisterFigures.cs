namespace Attendance.Client.Analysis.Internal;

/// <summary>What a register says beside its people, as JSON has it.</summary>
internal sealed record RegisterFigures(ThresholdFigures Thresholds, IReadOnlyList<SessionFigures> Sessions)
{
    public static RegisterFigures Of(AttendanceRegister register) =>
        new(ThresholdFigures.Of(register.Thresholds), [.. register.Sessions.Select(SessionFigures.Of)]);
}
