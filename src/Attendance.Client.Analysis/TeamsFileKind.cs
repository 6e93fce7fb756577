using System.Text.Json.Serialization;

namespace Attendance.Client.Analysis;

/// <summary>Which of the kinds of file that Teams has made since 2020 a session was read from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeamsFileKind>))]
public enum TeamsFileKind
{
    /// <summary>None of the others, such as the registrations of a webinar alone.</summary>
    Unknown,

    /// <summary>Who joined and left, event by event: <c>meetingAttendanceList.csv</c>, downloaded while a meeting runs.</summary>
    EventList,

    /// <summary>A summary and one table of stays: <c>meetingAttendanceReport.csv</c>, 2021 and 2022.</summary>
    Report,

    /// <summary>Numbered sections, since July 2022: summary, participants, activities and, with Teams Premium, engagement.</summary>
    NumberedReport,

    /// <summary>Who watched a live event: <c>AttendeeReport.csv</c>, whose times are UTC.</summary>
    LiveEvent,
}
