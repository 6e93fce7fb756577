namespace Attendance.Client.Testing.Internal;

/// <summary>The members of Graph's entities that a query may name, and those that only beta has.</summary>
internal static class WireMembers
{
    public static readonly string[] Report =
        ["id", "totalParticipantCount", "meetingStartDateTime", "meetingEndDateTime", "externalEventInformation", "attendanceRecords"];

    public static readonly string[] Record =
    [
        "id", "emailAddress", "totalAttendanceInSeconds", "role", "registrantId", "registrationId", "identity", "attendanceIntervals",
        "externalRegistrationInformation", "engagements",
    ];

    public static readonly string[] Meeting =
    [
        "id", "subject", "joinWebUrl", "startDateTime", "endDateTime", "creationDateTime", "expiryDateTime", "externalId",
        "videoTeleconferenceId",
        "chatInfo", "joinMeetingIdSettings", "meetingType", "participants", "joinUrl", "capabilities",
    ];

    public static readonly string[] Event =
        [
            "id", "iCalUId", "subject", "start", "end", "isOnlineMeeting", "isOrganizer", "isCancelled", "onlineMeeting",
            "onlineMeetingUrl", "organizer", "attendees", "type", "seriesMasterId",
        ];

    /// <summary>What a list of sessions carries of each.</summary>
    public static readonly string[] SessionSummary = ["id", "subject", "joinWebUrl", "startDateTime", "endDateTime"];

    /// <summary>What v1.0 leaves out of any entity.</summary>
    public static readonly string[] BetaOnly =
        ["isRegistrationEnabled", "registrantVideoOnDemandWebUrl", "anonymizeIdentityForRoles", "joinUrl", "capabilities"];
}
