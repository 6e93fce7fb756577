namespace Attendance.Client.Testing;

/// <summary>What a request asks of Graph, whoever's meeting, webinar or town hall it is about.</summary>
public enum GraphOperation
{
    /// <summary>Something that this graph does not know.</summary>
    Unknown,

    /// <summary><c>onlineMeetings?$filter=...</c>: a meeting by its join link or join meeting id.</summary>
    ListOnlineMeetings,

    /// <summary><c>onlineMeetings/{id}</c>.</summary>
    GetOnlineMeeting,

    /// <summary><c>calendarView</c>: the events of a calendar in a time range.</summary>
    ListCalendarView,

    /// <summary><c>attendanceReports</c> of a meeting or of a session.</summary>
    ListAttendanceReports,

    /// <summary><c>attendanceReports/{id}</c>.</summary>
    GetAttendanceReport,

    /// <summary><c>attendanceReports/{id}/attendanceRecords</c>.</summary>
    ListAttendanceRecords,

    /// <summary><c>meetingAttendanceReport</c>, beta's deprecated path.</summary>
    GetMeetingAttendanceReport,

    /// <summary><c>webinars</c> or <c>townhalls</c>.</summary>
    ListVirtualEvents,

    /// <summary><c>getByUserRole</c>: webinars or town halls of the signed-in user.</summary>
    ListVirtualEventsByUserRole,

    /// <summary><c>getByUserIdAndRole</c>: webinars or town halls of a user.</summary>
    ListVirtualEventsByUserIdAndRole,

    /// <summary><c>webinars/{id}</c> or <c>townhalls/{id}</c>.</summary>
    GetVirtualEvent,

    /// <summary><c>sessions</c> of a webinar or town hall.</summary>
    ListSessions,

    /// <summary><c>sessions/{id}</c>.</summary>
    GetSession,

    /// <summary><c>registrations</c> of a webinar or town hall.</summary>
    ListRegistrations,

    /// <summary><c>registrations/{id}</c>.</summary>
    GetRegistration,

    /// <summary><c>events</c> of a calendar.</summary>
    ListEvents,

    /// <summary><c>users</c>.</summary>
    ListUsers,

    /// <summary><c>me</c> or <c>users/{id}</c>.</summary>
    GetUser,

    /// <summary><c>groups/{id}/transitiveMembers</c>.</summary>
    ListGroupMembers,

    /// <summary><c>$batch</c>: up to 20 requests in one.</summary>
    Batch,

    /// <summary><c>subscriptions</c>: listing them, and making one.</summary>
    Subscriptions,

    /// <summary><c>subscriptions/{id}</c>: getting, renewing and ending one.</summary>
    Subscription,

    /// <summary><c>communications/callRecords/{id}</c>.</summary>
    GetCallRecord,
}
