using System.Runtime.InteropServices;

namespace Attendance.Client.Analysis;

/// <summary>One person at one session of a register.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RegisterCell
{
    /// <summary>Whether the person was there as expected; null for somebody who was not there and was not expected, or whom no plan lets
    /// call absent.</summary>
    public AttendanceStatus? Status { get; init; }

    /// <summary>Whether the person was expected, or null where nobody says who was.</summary>
    public bool? IsExpected { get; init; }

    /// <summary>Whether the person was there; true also where times are hidden, and null where the session has no report, so that nobody
    /// knows.</summary>
    public bool? HasAttended { get; init; }

    /// <summary>Time for which the person was there, or null where that is not known.</summary>
    public TimeSpan? TimePresent { get; init; }

    /// <summary>Part of the session's time for which the person was there, from 0 to 1, or null where that is not known.</summary>
    public double? Share { get; init; }

    /// <summary>Planned time that had passed when the person joined, or null where no plan is known or the person was not there.</summary>
    public TimeSpan? LateBy { get; init; }

    /// <summary>Planned time that was left when the person left, or null where no plan is known or the person was not there.</summary>
    public TimeSpan? LeftEarlyBy { get; init; }
}
