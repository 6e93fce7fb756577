namespace Attendance.Client.Notifications;

/// <summary>What a subscription tells of.</summary>
public enum SubscriptionResourceKind
{
    /// <summary>Something that this library does not know, such as a mailbox.</summary>
    Other,

    /// <summary>New attendance reports of a webinar.</summary>
    WebinarReports,

    /// <summary>New attendance reports of a town hall.</summary>
    TownhallReports,

    /// <summary>New webinars and town halls, of a tenant or of some organizers.</summary>
    Events,

    /// <summary>Changes of a webinar.</summary>
    Webinar,

    /// <summary>Changes of a town hall.</summary>
    Townhall,

    /// <summary>New and changed sessions of a webinar or town hall.</summary>
    Sessions,

    /// <summary>New and changed registrations for a webinar.</summary>
    Registrations,

    /// <summary>Calls of a meeting that begin and end, and who joins and leaves them.</summary>
    MeetingCalls,

    /// <summary>Records of all calls of a tenant.</summary>
    CallRecords,
}
