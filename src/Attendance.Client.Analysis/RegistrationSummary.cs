using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Who of those registered for a webinar came, and who came without.</summary>
/// <remarks>Rates go from 0 to 1. Where an attendee has several registrations, one counts as attended.</remarks>
public sealed record RegistrationSummary
{
    /// <summary>All registrations in their order, then those who came without one.</summary>
    public IReadOnlyList<RegistrantSummary> Registrants { get; init => field = ValueList.Copy(value) ?? ValueList<RegistrantSummary>.Empty; } = ValueList<RegistrantSummary>.Empty;

    /// <summary>Number of registrations, whatever their status.</summary>
    public int RegistrationCount { get; init; }

    /// <summary>Attended among those who attended or did not show up, or null where there is nobody.</summary>
    public double? AttendanceRate { get; init; }

    /// <summary>No-shows among those who attended or did not show up, or null where there is nobody.</summary>
    public double? NoShowRate { get; init; }

    /// <summary>Walk-ins among all who came, but for hosts, or null where nobody came.</summary>
    public double? WalkInRate { get; init; }

    /// <summary>Canceled among all registrations, or null where there is none.</summary>
    public double? CancellationRate { get; init; }

    /// <summary>Number of registrants, or of people without a registration, with an outcome.</summary>
    public int Count(RegistrationOutcome outcome) => Registrants.Count(registrant => registrant.Outcome == outcome);

    /// <summary>Holds registrations against attendance: by registration id first, then by the user's id, then by e-mail address.</summary>
    public static RegistrationSummary Of(IEnumerable<Registration> registrations, AttendanceSummary attendance) => throw new NotSupportedException("Follows in the next commits.");
}
