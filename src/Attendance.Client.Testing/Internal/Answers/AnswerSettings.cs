namespace Attendance.Client.Testing.Internal;

/// <summary>How a graph answers, as it was set when the request came.</summary>
internal sealed record AnswerSettings(
    string SignedInUserId,
    int PageSize,
    int? ExpansionSize,
    int? VirtualEventRequestLimit,
    GraphQuirks Quirks,
    HashSet<string> UsersWithoutPolicy,
    TimeProvider TimeProvider);
