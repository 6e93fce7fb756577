namespace Attendance.Client.Analysis.Internal;

/// <summary>Adds up what one person attended.</summary>
internal sealed class RegisterTotals
{
    private readonly int[] _counts = new int[(int)AttendanceStatus.Unexpected + 1];
    private int _sessions;
    private int _attended;
    private int _present;
    private int _unknown;
    private TimeSpan? _timePresent;
    private TimeSpan _measuredTime;
    private TimeSpan _measuredDuration;

    public void Add(RegisterCell cell, Measure measure)
    {
        if (cell.Status is { } status)
            _counts[(int)status]++;

        // Nobody misses what they were excused from, or was for others.
        if (cell.HasAttended is not { } hasAttended
            || (!hasAttended && (cell.IsExpected == false || cell.Status == AttendanceStatus.Excused)))
            return;

        _sessions++;
        if (hasAttended)
            _attended++;
        if (hasAttended && IsEnough(cell, measure))
            _present++;
        if (cell.TimePresent is not { } time)
        {
            _unknown += hasAttended ? 1 : 0;
            return;
        }

        _timePresent = (_timePresent ?? TimeSpan.Zero) + time;
        if (cell.Share is null)
            return;

        _measuredTime += time;
        _measuredDuration += measure.Windows!.Duration;
    }

    public RegisterTotal ToTotal() => new()
    {
        SessionCount = _sessions,
        AttendedCount = _attended,
        PresentCount = _present,
        LateCount = _counts[(int)AttendanceStatus.Late],
        PartialCount = _counts[(int)AttendanceStatus.Partial],
        AbsentCount = _counts[(int)AttendanceStatus.Absent],
        ExcusedCount = _counts[(int)AttendanceStatus.Excused],
        UnknownCount = _unknown,
        TimePresent = _timePresent,
        Share = _measuredDuration > TimeSpan.Zero ? (double)_measuredTime.Ticks / _measuredDuration.Ticks : null,
    };

    // Also of somebody who was not expected.
    private static bool IsEnough(RegisterCell cell, Measure measure) => cell.Status switch
    {
        AttendanceStatus.Present or AttendanceStatus.Late => true,
        AttendanceStatus.Unexpected =>
            cell.TimePresent is not null && (measure.Basis == AttendanceBasis.Unknown || !(cell.Share < measure.Thresholds.PresentFrom)),
        _ => false,
    };
}
