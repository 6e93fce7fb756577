namespace Attendance.Client.Analysis;

/// <summary>From when on somebody counts as late, and for how long one has to be there to count as present.</summary>
public sealed record AttendanceThresholds
{
    /// <summary>How late somebody may come, or how early leave, and still be in time.</summary>
    /// <value>The default is 5 minutes.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Tolerance
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Tolerance must not be negative.");
    } = TimeSpan.FromMinutes(5);

    /// <summary>Part of the planned time, from 0 to 1, from which somebody counts as present; below it, attendance is partial.</summary>
    /// <value>The default is 0.75. With 0, whoever came counts as present.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, above 1 or no number.</exception>
    public double PresentFrom
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "PresentFrom must be from 0 to 1, such as 0.75 for 75 %.");
    } = 0.75;
}
