using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>The reports of one occurrence of a series.</summary>
public sealed record OccurrenceReports
{
    /// <summary>When the occurrence was to take place, or null where its calendar does not say, so that it gets no reports.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The occurrence as it stands in the calendar, or null where windows were given.</summary>
    public CalendarMeeting? Meeting { get; init; }

    /// <summary>The reports that overlap it more than any other occurrence, in order of time; empty where there is none.</summary>
    public IReadOnlyList<AttendanceReport> Reports
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceReport>.Empty;
    } = ValueList<AttendanceReport>.Empty;
}
