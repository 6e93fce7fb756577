using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>One meeting at one time: what was planned, who was expected, and the reports of how it went.</summary>
public sealed record AttendanceOccurrence
{
    /// <summary>When it was to take place, or null where that is not known. A plan without length says which reports belong to it, and
    /// counts as none where attendance is measured.</summary>
    public TimeWindow? Plan { get; init; }

    /// <summary>The plan where it has a length: against a moment nobody can be measured.</summary>
    internal TimeWindow? Planned => Plan is { Duration.Ticks: > 0 } ? Plan : null;

    /// <summary>Its reports, in order of time; empty where there is none.</summary>
    public IReadOnlyList<AttendanceReport> Reports
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceReport>.Empty;
    } = ValueList<AttendanceReport>.Empty;

    /// <summary>Who was expected, such as those invited; null where that is not known, or the invitation has nobody but the
    /// organizer.</summary>
    public IReadOnlyList<ExpectedPerson>? Expected { get; init => field = ValueList.Copy(value); }

    /// <summary>What the meeting is called, or null where that is not known.</summary>
    public string? Subject { get; init; }

    /// <summary>Where its attendance is read, or null where that is not known.</summary>
    public AttendanceSource? Source { get; init; }

    /// <summary>What its occurrences share, or null for a meeting that is not repeated or not known to be.</summary>
    public string? SeriesId { get; init; }

    /// <summary>The occurrence as it stands in the calendar, or null where it is in none.</summary>
    public CalendarMeeting? CalendarMeeting { get; init; }

    /// <summary>The meeting, or null where it was not looked up.</summary>
    public OnlineMeeting? Meeting { get; init; }

    /// <summary>What kept its meeting, reports or records from being read, so that there are no reports; null where nothing did.</summary>
    public Exception? Error { get; init; }

    /// <summary>What kept its plan, or the list of those expected, from being read, or null where nothing did.</summary>
    public Exception? PlanError { get; init; }
}
