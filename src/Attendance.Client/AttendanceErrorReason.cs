namespace Attendance.Client;

/// <summary>Why a request failed, as far as Graph's answer tells.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/errors"/>.</remarks>
public enum AttendanceErrorReason
{
    /// <summary>The answer fits none of the other reasons.</summary>
    Unknown,

    /// <summary>The answer is not what Graph sends: a page of a proxy, a redirect, malformed JSON, a link to somewhere else.</summary>
    UnexpectedResponse,

    /// <summary>The access token is missing, expired, malformed or of another cloud.</summary>
    InvalidToken,

    /// <summary>No Teams application access policy lets the application act for the user in the path.</summary>
    MissingAccessPolicy,

    /// <summary>A permission, which the remedy names, is not granted, or the token is for another audience.</summary>
    MissingPermission,

    /// <summary>The application lacks the application role.</summary>
    MissingApplicationRole,

    /// <summary>The user may not look up the meeting, being neither its organizer nor invited to it.</summary>
    NoAccessToMeeting,

    /// <summary>The signed-in user is not the organizer.</summary>
    NotOrganizer,

    /// <summary>The meeting belongs to another user than the one in the path.</summary>
    OrganizerMismatch,

    /// <summary>The meeting id is damaged, or the id of something else.</summary>
    InvalidMeetingId,

    /// <summary>The join link is unknown or badly encoded.</summary>
    InvalidJoinLink,

    /// <summary>The request is not understood, most likely for an OData option that Graph does not support here.</summary>
    InvalidRequest,

    /// <summary>Graph no longer has the meeting.</summary>
    MeetingExpired,

    /// <summary>The report, session, webinar, town hall or meeting does not exist, or not any more.</summary>
    NotFound,

    /// <summary>A request of the same batch failed.</summary>
    FailedDependency,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>A fault of the service.</summary>
    ServiceFault,

    /// <summary>The service cannot be reached at the moment.</summary>
    ServiceUnavailable,
}
