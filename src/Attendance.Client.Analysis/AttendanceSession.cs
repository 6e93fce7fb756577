using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Reports with only short pauses between them: one session to those who were there, though Graph made several of it.</summary>
public sealed record AttendanceSession
{
    /// <summary>From the first start to the last end, pauses included, or null for a report that lacks its times and so stands
    /// alone.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The reports, in order of time.</summary>
    public IReadOnlyList<AttendanceReport> Reports
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceReport>.Empty;
    } = ValueList<AttendanceReport>.Empty;
}
