namespace Attendance.Client.Analysis;

/// <summary>A registration beside the attendance it led to.</summary>
public sealed record RegistrantSummary
{
    /// <summary>What became of it.</summary>
    public RegistrationOutcome Outcome { get; init; }

    /// <summary>The registration, or null for somebody who came without.</summary>
    public Registration? Registration { get; init; }

    /// <summary>The attendee, or null for a registrant who did not come.</summary>
    public AttendeeSummary? Attendee { get; init; }
}
