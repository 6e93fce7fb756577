namespace Attendance.Client.Testing.Internal;

/// <summary>Members of Graph's entities that come or go by where they are asked for.</summary>
internal static class WireMembers
{
    /// <summary>What the directory says of a user unless more is asked.</summary>
    public static readonly string[] User =
    [
        "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
        "userPrincipalName", "id",
    ];

    /// <summary>What a list of sessions carries of each.</summary>
    public static readonly string[] SessionSummary = ["id", "subject", "joinWebUrl", "startDateTime", "endDateTime"];

    /// <summary>What v1.0 leaves out of any entity.</summary>
    public static readonly string[] BetaOnly =
        ["isRegistrationEnabled", "registrantVideoOnDemandWebUrl", "anonymizeIdentityForRoles", "joinUrl", "capabilities"];
}
