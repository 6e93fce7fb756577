using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>The reports of a series, by occurrence.</summary>
public sealed record SeriesReports
{
    /// <summary>The occurrences, in the order they were given.</summary>
    public IReadOnlyList<AttendanceOccurrence> Occurrences
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceOccurrence>.Empty;
    } = ValueList<AttendanceOccurrence>.Empty;

    /// <summary>The reports that overlap no occurrence or lack their times, such as those of other meetings in a channel, in order of
    /// time.</summary>
    public IReadOnlyList<AttendanceReport> Others
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceReport>.Empty;
    } = ValueList<AttendanceReport>.Empty;
}
