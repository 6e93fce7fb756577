namespace Attendance.Client;

/// <summary>A step towards a report, in the order in which they are tried.</summary>
public enum AccessStepKind
{
    /// <summary>The credential gives a token.</summary>
    SignIn,

    /// <summary>The token is for this Graph, and has not expired.</summary>
    Token,

    /// <summary>The token has the permissions.</summary>
    Permissions,

    /// <summary>A Teams application access policy lets the application act for the organizer; a signed-in user needs none.</summary>
    AccessPolicy,

    /// <summary>The meeting or session is there, and is the organizer's.</summary>
    Meeting,

    /// <summary>The list of reports can be read.</summary>
    Reports,

    /// <summary>The records of the newest report can be read.</summary>
    Records,
}
