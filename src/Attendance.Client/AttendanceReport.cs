using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>The attendance report of one session of a meeting, webinar or town hall.</summary>
/// <remarks>
/// Graph makes one report when a session ends, and another when the meeting is started again. Reports compare by value, records included.
/// See <see href="https://learn.microsoft.com/graph/api/resources/meetingattendancereport"/>.
/// </remarks>
public sealed record AttendanceReport
{
    /// <summary>Key of the report, opaque; null on beta's deprecated singular path.</summary>
    public string? Id { get; init; }

    /// <summary>When the session began, in UTC; null on beta's deprecated singular path.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the session ended, in UTC; null on beta's deprecated singular path.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Number of people in the session, or null where Graph does not say.</summary>
    public int? ParticipantCount { get; init; }

    /// <summary>Ids of the event in other systems, for its organizers only; empty where there are none.</summary>
    public IReadOnlyList<ExternalEvent> ExternalEvents
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<ExternalEvent>.Empty;
    } = ValueList<ExternalEvent>.Empty;

    /// <summary>One record for each participant, or null where they were not asked for: a list of reports never has them.</summary>
    public IReadOnlyList<AttendanceRecord>? Records { get; init => field = ValueList.Copy(value); }
}
