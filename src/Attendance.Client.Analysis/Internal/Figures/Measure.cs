namespace Attendance.Client.Analysis.Internal;

/// <summary>What attendance of a session is measured against.</summary>
/// <param name="windows">The windows, or null where they are not known.</param>
/// <param name="basis">Whether they are what was planned.</param>
/// <param name="thresholds">Who counts as late and as present.</param>
/// <param name="tellsAbsence">Whether who is in no report was not there, as there are reports, and none lacks its records.</param>
internal sealed class Measure(WindowSet? windows, AttendanceBasis basis, AttendanceThresholds thresholds, bool tellsAbsence)
{
    public WindowSet? Windows => windows;

    public AttendanceBasis Basis => basis;

    public AttendanceThresholds Thresholds => thresholds;

    /// <summary>Whether who is in no report was not there.</summary>
    public bool TellsAbsence => tellsAbsence;

    /// <summary>The measure of reports, by the plan if there is one.</summary>
    public static Measure Of(
        IReadOnlyList<AttendanceReport> reports, IReadOnlyList<TimeWindow>? plan, bool asRan, AttendanceThresholds thresholds)
    {
        var tellsAbsence = reports.Count > 0
            && reports.All(static report => report.Records!.Count > 0 || report.ParticipantCount is null or 0);
        if (plan is not null && !asRan)
            return new Measure(new WindowSet(plan), AttendanceBasis.Planned, thresholds, tellsAbsence);

        List<TimeWindow?> ran = [.. reports.Select(TimeWindow.Of)];
        return new Measure(
            ran.Contains(null) ? null : new WindowSet(ran.OfType<TimeWindow>()), asRan ? AttendanceBasis.AsRan : AttendanceBasis.Unknown,
            thresholds, tellsAbsence);
    }

    /// <summary>Whether somebody was there as expected.</summary>
    /// <param name="presence">When the person was there.</param>
    /// <param name="isExpected">Whether the person was expected, or null where nobody says who was.</param>
    /// <param name="isExcused">Whether the person need not have come.</param>
    /// <param name="role">The person's highest role.</param>
    public AttendanceStatus? StatusOf(Presence presence, bool? isExpected, bool isExcused, AttendeeRole? role)
    {
        if (!presence.HasAttended)
        {
            return isExcused ? AttendanceStatus.Excused
                : isExpected == true && tellsAbsence && basis != AttendanceBasis.Unknown ? AttendanceStatus.Absent
                : null;
        }

        if (isExpected == false && role != AttendeeRole.Organizer)
            return AttendanceStatus.Unexpected;
        if (presence.HasHiddenTimes)
            return AttendanceStatus.Unknown;
        if (basis == AttendanceBasis.Unknown)
            return AttendanceStatus.Present;
        if (presence.Share < thresholds.PresentFrom)
            return AttendanceStatus.Partial;

        return presence.AfterStart > thresholds.Tolerance ? AttendanceStatus.Late : AttendanceStatus.Present;
    }
}
