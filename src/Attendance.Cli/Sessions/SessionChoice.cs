using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Which sessions of a source are wanted, and what they are measured against.</summary>
internal sealed record SessionChoice
{
    /// <summary>The only report that is wanted, or null for any.</summary>
    public string? ReportId { get; init; }

    /// <summary>The time of which sessions are wanted, or null for any.</summary>
    public TimeWindow? Range { get; init; }

    /// <summary>Whether the range itself is what was planned.</summary>
    public bool IsRangePlan { get; init; }

    /// <summary>Whether the time that sessions ran is what counts, whatever was planned.</summary>
    public bool AsRan { get; init; }

    /// <summary>Longest pause within a session, and between a session and its plan.</summary>
    public TimeSpan JoinGap { get; init; } = new OccurrenceOptions().JoinGap;

    /// <summary>Whether all sessions are taken as one.</summary>
    public bool IsAsOne { get; init; }

    /// <summary>Whether only the newest session is wanted.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Whether those invited are expected.</summary>
    public bool ExpectsInvited { get; init; }

    /// <summary>Who is expected at every session, or null for nobody in particular.</summary>
    public IReadOnlyList<ExpectedPerson>? Roster { get; init; }

    /// <summary>Who counts as late and as present.</summary>
    public AttendanceThresholds Thresholds { get; init; } = new();

    /// <summary>Whether plans, or those invited, have to be asked for.</summary>
    public bool NeedsPlan => ExpectsInvited || !(AsRan || IsRangePlan);

    /// <summary>The sessions that are wanted, in order of time.</summary>
    public IReadOnlyList<WantedSession> Choose(IReadOnlyList<AttendanceOccurrence> occurrences)
    {
        AttendanceOccurrence[] wanted =
        [
            .. occurrences
                // What has no id cannot be asked for its records.
                .Select(occurrence => occurrence with
                {
                    Reports = [.. occurrence.Reports.Where(report => report.Id is not null && (ReportId is null || report.Id == ReportId))],
                })
                .Where(occurrence => occurrence.Reports.Count > 0 && IsInRange(occurrence)),
        ];
        if (wanted.Length == 0)
            return [];
        if (IsAsOne)
            return [new WantedSession(wanted)];

        WantedSession[] sessions = [.. wanted.Select(occurrence => new WantedSession([occurrence]))];
        return IsLatest ? [sessions.MaxBy(EndOf)!] : sessions;
    }

    /// <summary>Whether nobody can tell if a report is of the range, as it lacks a time. It is taken in.</summary>
    public bool IsInDoubt(AttendanceReport report) =>
        Range is { } range && TimeWindow.Of(report) is null && !(report.StartedAt >= range.End) && !(report.EndedAt <= range.Start);

    /// <summary>Sums up a session of those chosen.</summary>
    public AttendanceSummary Summarize(WantedSession session)
    {
        IReadOnlyList<ExpectedPerson>? invited = ExpectsInvited ? session.Invited : null;
        return AttendanceSummary.Of(session.Reports, new SummaryOptions
        {
            Windows = IsRangePlan && Range is { } range ? [range] : session.Plans,
            AsRan = AsRan,
            Expected = ExpectedBeside(invited),
            Thresholds = Thresholds,
        });
    }

    /// <summary>The roster with those who are expected besides, or null where neither is known.</summary>
    /// <remarks>Who has nothing but a name on the roster is the one who has it among the others, as it is two lists of the same
    /// people.</remarks>
    public IReadOnlyList<ExpectedPerson>? ExpectedBeside(IReadOnlyList<ExpectedPerson>? others)
    {
        if (Roster is null || others is null)
            return Roster ?? others;

        var onRoster = Roster.ToLookup(NameOf, StringComparer.Ordinal);
        var byName = others.Distinct().ToLookup(NameOf, StringComparer.Ordinal);
        return
        [
            .. Roster.Select(person =>
                person is { Id: null, EmailAddress: null, DisplayName: not null } && onRoster[NameOf(person)].Take(2).Count() == 1
                && byName[NameOf(person)].Take(2).ToArray() is [var other]
                    ? other with { DisplayName = person.DisplayName, IsExcused = person.IsExcused }
                    : person),
            .. others,
        ];
    }

    private static string NameOf(ExpectedPerson person) => person.DisplayName?.Trim() ?? "";

    private static DateTimeOffset EndOf(WantedSession session) =>
        session.Reports.Max(report => report.EndedAt ?? report.StartedAt) ?? DateTimeOffset.MinValue;

    private bool IsInRange(AttendanceOccurrence occurrence) =>
        Range is not { } range
        || occurrence.Plan?.Overlaps(range) == true
        || occurrence.Reports.Any(
            report => TimeWindow.Of(report)?.Overlaps(range) == true || (occurrence.Plan is null && IsInDoubt(report)));
}
