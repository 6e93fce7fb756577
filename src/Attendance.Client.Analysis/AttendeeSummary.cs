using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>What one person attended, on all devices and in all reports.</summary>
/// <remarks>
/// Records are of one person where they share an identity's id, an e-mail address, as which a user principal name counts, or a registration
/// id, in upper or lower case. A name joins records only where they have none of these and no report has two such records of that name:
/// Graph makes one record for each participant that it can tell apart.
/// </remarks>
public sealed record AttendeeSummary
{
    /// <summary>What tells the person from all others, in every report: <c>id:</c> with the identity's id, or else <c>email:</c>,
    /// <c>registration:</c> or <c>name:</c>; null where nothing does.</summary>
    public string? Key { get; init; }

    /// <summary>Name to show, or null where no record has one.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address, or null where no record has one.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Identity of the first record that has one with an id, or else with anything; null where none has.</summary>
    public AttendeeIdentity? Identity { get; init; }

    /// <summary>Highest role, organizer before presenter before any other, or null where no record has one.</summary>
    public AttendeeRole? Role { get; init; }

    /// <summary>Id of the registration, or null for somebody who did not register.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>The person's records, in the order of the reports.</summary>
    public IReadOnlyList<AttendanceRecord> Records
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<AttendanceRecord>.Empty;
    } = ValueList<AttendanceRecord>.Empty;

    /// <summary>Number of reports that name the person, zero for somebody who was expected and never came.</summary>
    public int ReportCount { get; init; }

    /// <summary>The person as expected, or null for somebody who was not, or where nobody says who was.</summary>
    public ExpectedPerson? Expected { get; init; }

    /// <summary>By what the person was found among those expected, or null for somebody who was not found there or did not come.</summary>
    public ExpectedMatch? MatchedBy { get; init; }

    /// <summary>Who of those expected that did not come this may be, by a name that is written otherwise; empty for somebody who was found
    /// among them.</summary>
    public IReadOnlyList<ExpectedPerson> Suggestions
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<ExpectedPerson>.Empty;
    } = ValueList<ExpectedPerson>.Empty;

    /// <summary>Whether the person was there as expected; null for somebody who was not there and whom nobody expected, or whom no plan
    /// lets call absent.</summary>
    public AttendanceStatus? Status { get; init; }

    /// <summary>Whether the person was there during the windows; true also where that cannot be known, as times are hidden.</summary>
    public bool HasAttended { get; init; }

    /// <summary>Whether the times of a stay that may have been during the windows are hidden or missing, so that what follows from all
    /// times is null and <see cref="Stays"/> lacks it.</summary>
    /// <remarks>
    /// A stay that joined after the windows, one that left before them, and one of a report whose session ran at another time was not
    /// during them, whatever else is hidden.
    /// </remarks>
    public bool HasHiddenTimes { get; init; }

    /// <summary>Time that Graph reports, not cut to the windows and with devices counted each; null where it reports none.</summary>
    public TimeSpan? ReportedAttendance { get; init; }

    /// <summary>When the person was there, cut to the windows, stays that overlap or touch joined, in order of time.</summary>
    public IReadOnlyList<TimeWindow> Stays
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<TimeWindow>.Empty;
    } = ValueList<TimeWindow>.Empty;

    /// <summary>Time for which the person was there within the windows, or null where times are hidden.</summary>
    public TimeSpan? TimePresent { get; init; }

    /// <summary>Part of the windows' time for which the person was there, from 0 to 1, or null where times are hidden or the windows not
    /// known or without length.</summary>
    public double? Share { get; init; }

    /// <summary>When the person first joined, of the stays that reach into the windows, so maybe before them; null where times are hidden
    /// or there is no such stay.</summary>
    public DateTimeOffset? FirstJoinedAt { get; init; }

    /// <summary>When the person last left, of the stays that reach into the windows, so maybe after them; null where times are hidden or
    /// there is no such stay.</summary>
    public DateTimeOffset? LastLeftAt { get; init; }

    /// <summary>Planned time that had passed when the person joined, zero for who was on time, added up over the windows at which the
    /// person was; null where no plan is known, times are hidden or the person did not come.</summary>
    public TimeSpan? LateBy { get; init; }

    /// <summary>Planned time that was left when the person left, zero for who stayed to the end, added up over the windows at which the
    /// person was; null where no plan is known, times are hidden or the person did not come.</summary>
    public TimeSpan? LeftEarlyBy { get; init; }

    /// <summary>Time that the session had run when the person joined, added up over the windows at which the person was; null where a plan
    /// is known, which <see cref="LateBy"/> is about, times are hidden or the person did not come.</summary>
    public TimeSpan? AfterStart { get; init; }

    /// <summary>Time that the session still ran when the person left, added up over the windows at which the person was; null where a plan
    /// is known, which <see cref="LeftEarlyBy"/> is about, times are hidden or the person did not come.</summary>
    public TimeSpan? BeforeEnd { get; init; }

    /// <summary>When the person was away in between, within the windows at which the person was and in order of time; null where times are
    /// hidden or the person did not come.</summary>
    public IReadOnlyList<TimeWindow>? TimesAway { get; init => field = ValueList.Copy(value); }

    /// <summary>Reactions, raised hands, camera and microphone, whenever they were, or null where Graph sent none, which may also mean that
    /// there were none.</summary>
    public EngagementSummary? Engagement => EngagementSummary.Of(Records);
}
