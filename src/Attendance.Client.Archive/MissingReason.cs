namespace Attendance.Client.Archive;

/// <summary>Why no report of an occurrence is kept.</summary>
public enum MissingReason
{
    /// <summary>It ended a short while ago, so its report may still come.</summary>
    NotYet,

    /// <summary>Graph has none: nobody came, attendance reports are off, or they were deleted.</summary>
    NoReport,

    /// <summary>Graph lists the newest 50 of a meeting, and this occurrence is older than all of those.</summary>
    ReportLimit,

    /// <summary>It is older than a year, after which Graph deletes reports.</summary>
    Expired,

    /// <summary>It is a channel's meeting, whose reports Graph lists for some channels only.</summary>
    ChannelMeeting,

    /// <summary>Graph finds no such meeting among those that the user organizes.</summary>
    MeetingNotFound,

    /// <summary>No application access policy lets the application read this organizer's meetings.</summary>
    NoAccessPolicy,

    /// <summary>Graph refused it for another reason, which the failure has.</summary>
    Refused,

    /// <summary>It could not be read, for a reason that may pass; the failure says more.</summary>
    Failed,
}
