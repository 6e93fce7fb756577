namespace Attendance.Client.Testing;

/// <summary>Oddities of Graph's answers, each seen in its documentation or reported by its users.</summary>
[Flags]
public enum GraphQuirks
{
    /// <summary>Answers are as they should be.</summary>
    None = 0,

    /// <summary>Identities have no <c>@odata.type</c>, as in Graph's own samples.</summary>
    IdentitiesWithoutType = 1,

    /// <summary>Types are named without the leading <c>#</c>.</summary>
    TypesWithoutHash = 2,

    /// <summary>Times have no zone: they are UTC and do not say so.</summary>
    TimesWithoutZone = 4,

    /// <summary>Everybody's <c>emailAddress</c> is empty text.</summary>
    EmptyEmailAddresses = 8,

    /// <summary>A single entity is wrapped in <c>value</c>.</summary>
    WrappedEntities = 16,

    /// <summary>Begin and end of a session are plain text in place of an object with a zone.</summary>
    SessionTimesAsText = 32,

    /// <summary>Every entity has members that nobody knows.</summary>
    UnknownMembers = 64,

    /// <summary><c>onlineMeeting</c> of an event is null where it is selected without <c>isOnlineMeeting</c>.</summary>
    OnlineMeetingsNeedFlag = 128,

    /// <summary>All of these.</summary>
    All =
        IdentitiesWithoutType | TypesWithoutHash | TimesWithoutZone | EmptyEmailAddresses | WrappedEntities | SessionTimesAsText
        | UnknownMembers | OnlineMeetingsNeedFlag,
}
