namespace Attendance.Client.Analysis.Internal;

/// <summary>Thresholds, as JSON has them.</summary>
internal sealed record ThresholdFigures(long ToleranceSeconds, double PresentFrom)
{
    public static ThresholdFigures Of(AttendanceThresholds thresholds) =>
        new(WholeSeconds.Of(thresholds.Tolerance), thresholds.PresentFrom);
}
