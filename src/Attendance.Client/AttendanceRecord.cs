using Attendance.Client.Internal;

namespace Attendance.Client;

/// <summary>What Graph recorded of one participant of a session.</summary>
/// <remarks>See <see href="https://learn.microsoft.com/graph/api/resources/attendancerecord"/>.</remarks>
public sealed record AttendanceRecord
{
    /// <summary>Key of the record, or null where Graph left it out, as it often does.</summary>
    public string? Id { get; init; }

    /// <summary>Who attended, or null where Graph does not say.</summary>
    public AttendeeIdentity? Identity { get; init; }

    /// <summary>E-mail address, or null where Graph sent none or an empty one, as for guests, phones and Azure Communication
    /// Services.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Role in the session, or null where Graph does not say.</summary>
    public AttendeeRole? Role { get; init; }

    /// <summary>Time spent in the session, in whole seconds and summed over the intervals, or null where Graph does not say.</summary>
    public TimeSpan? TotalAttendance { get; init; }

    /// <summary>Each stay in the session; empty where Graph sent none.</summary>
    public IReadOnlyList<AttendanceInterval> Intervals
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceInterval>.Empty;
    } = ValueList<AttendanceInterval>.Empty;

    /// <summary>Id of the participant's registration for the webinar or town hall, or null for somebody who did not register.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>Registration in another system, or null where there is none.</summary>
    public ExternalRegistration? ExternalRegistration { get; init; }

    /// <summary>Reactions, raised hands, camera and microphone; empty where Graph sent none.</summary>
    public IReadOnlyList<MeetingEngagement> Engagements
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<MeetingEngagement>.Empty;
    } = ValueList<MeetingEngagement>.Empty;
}
