using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>How attendance is summed up.</summary>
public sealed record SummaryOptions
{
    /// <summary>The time that was planned, such as one window for each lesson; null where it is not known, so that nobody is late, left
    /// early or absent, or where the occurrence has it.</summary>
    /// <value>The default is null.</value>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public IReadOnlyList<TimeWindow>? Windows
    {
        get;
        init => field = value is { Count: 0 }
            ? throw new ArgumentException(
                "Windows is empty, so nobody could have been there. Give at least one window, or null for the times of the reports.",
                nameof(value))
            : ValueList.Copy(value);
    }

    /// <summary>Whether everything is measured against the time that the sessions ran, whatever was planned: late is then who came after
    /// the room was opened, and left early who went before it was closed.</summary>
    /// <value>The default is false.</value>
    public bool AsRan { get; init; }

    /// <summary>Who was expected, or null where that is not known or the occurrence has it. An empty list says that nobody
    /// was.</summary>
    /// <value>The default is null.</value>
    public IReadOnlyList<ExpectedPerson>? Expected { get; init => field = ValueList.Copy(value); }

    /// <summary>Who counts as late and as present.</summary>
    /// <value>The default tolerates 5 minutes, and takes three quarters of the time for present.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public AttendanceThresholds Thresholds { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();
}
