using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>One person of a register: a row.</summary>
/// <remarks>Records are of one person as <see cref="AttendeeSummary"/> says, over all sessions.</remarks>
public sealed record RegisterPerson
{
    /// <summary>What tells the person from all others, as <see cref="AttendeeSummary.Key"/> does, or null where nothing does.</summary>
    public string? Key { get; init; }

    /// <summary>Name to show, or null where it is not known.</summary>
    public string? DisplayName { get; init; }

    /// <summary>E-mail address, or null where it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Identity of the first record that has one with an id, or else with anything; null where none has.</summary>
    public AttendeeIdentity? Identity { get; init; }

    /// <summary>Highest role, organizer before presenter before any other, or null where no record has one.</summary>
    public AttendeeRole? Role { get; init; }

    /// <summary>The person as expected, or null for somebody who was not.</summary>
    public ExpectedPerson? Expected { get; init; }

    /// <summary>By what the person was found among those expected, or null for somebody who was not found there or never came.</summary>
    public ExpectedMatch? MatchedBy { get; init; }

    /// <summary>Who of those expected this may be, by a name that is written otherwise, none of whom was at the same sessions; empty for
    /// somebody who was found among them.</summary>
    public IReadOnlyList<ExpectedPerson> Suggestions
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<ExpectedPerson>.Empty;
    } = ValueList<ExpectedPerson>.Empty;

    /// <summary>A cell for each session, in their order.</summary>
    public IReadOnlyList<RegisterCell> Cells
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<RegisterCell>.Empty;
    } = ValueList<RegisterCell>.Empty;

    /// <summary>What the person attended of all sessions.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RegisterTotal Total { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();
}
