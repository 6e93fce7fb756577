using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>How attendance is summed up.</summary>
public sealed record SummaryOptions
{
    /// <summary>What attendance is measured against, such as the scheduled time or one window for each lesson; null for the times of the
    /// reports.</summary>
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
}
