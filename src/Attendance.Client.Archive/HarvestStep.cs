namespace Attendance.Client.Archive;

/// <summary>What a harvest was about when it failed.</summary>
public enum HarvestStep
{
    /// <summary>The calendar of an organizer.</summary>
    Calendar,

    /// <summary>The look-up of a meeting, or the list of its reports.</summary>
    Meeting,

    /// <summary>A report with its records.</summary>
    Report,

    /// <summary>The list of webinars or town halls.</summary>
    VirtualEvents,

    /// <summary>The sessions of a webinar or town hall.</summary>
    Sessions,

    /// <summary>The registrations of a webinar or town hall.</summary>
    Registrations,

    /// <summary>The organizers themselves.</summary>
    Organizers,
}
