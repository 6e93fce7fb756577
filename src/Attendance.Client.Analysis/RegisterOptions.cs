using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>How a register is made.</summary>
public sealed record RegisterOptions
{
    /// <summary>Whether everything is measured against the time that the sessions ran, whatever was planned.</summary>
    /// <value>The default is false.</value>
    public bool AsRan { get; init; }

    /// <summary>Who was expected at every occurrence, in place of what the occurrences say, or null for that.</summary>
    /// <value>The default is null.</value>
    public IReadOnlyList<ExpectedPerson>? Expected { get; init => field = ValueList.Copy(value); }

    /// <summary>Who counts as late and as present.</summary>
    /// <value>The default tolerates 5 minutes, and takes three quarters of the time for present.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttendanceThresholds Thresholds { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();
}
