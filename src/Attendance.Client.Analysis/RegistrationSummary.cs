using Attendance.Client.Analysis.Internal;
using Attendance.Client.Internal;

namespace Attendance.Client.Analysis;

/// <summary>Who of those registered for a webinar or town hall came, and who came without.</summary>
/// <remarks>Rates go from 0 to 1. Who registered twice counts twice.</remarks>
public sealed record RegistrationSummary
{
    /// <summary>All registrations in their order, then those who came without one.</summary>
    public IReadOnlyList<RegistrantSummary> Registrants
    {
        get;
        init => field = ValueList.Copy(value) ?? ValueList<RegistrantSummary>.Empty;
    } = ValueList<RegistrantSummary>.Empty;

    /// <summary>Number of registrations, whatever their status.</summary>
    public int RegistrationCount => Registrants.Count(static registrant => registrant.Registration is not null);

    /// <summary>Attended among those who attended or did not show up, or null where there is nobody.</summary>
    public double? AttendanceRate =>
        Rate(Count(RegistrationOutcome.Attended), Count(RegistrationOutcome.Attended) + Count(RegistrationOutcome.NoShow));

    /// <summary>No-shows among those who attended or did not show up, or null where there is nobody.</summary>
    public double? NoShowRate =>
        Rate(Count(RegistrationOutcome.NoShow), Count(RegistrationOutcome.Attended) + Count(RegistrationOutcome.NoShow));

    /// <summary>Walk-ins among all who came but for hosts, where who came on two registrations counts twice; null where nobody
    /// came.</summary>
    public double? WalkInRate => Rate(
        Count(RegistrationOutcome.WalkIn),
        Registrants.Count(static registrant => registrant.Attendee is not null && registrant.Outcome != RegistrationOutcome.Host));

    /// <summary>Canceled among all registrations, whether the registrant came all the same or not, or null where there is none.</summary>
    public double? CancellationRate =>
        Rate(Count(RegistrationOutcome.Canceled) + Count(RegistrationOutcome.CanceledButAttended), RegistrationCount);

    /// <summary>Number of registrations, or of people without one, with an outcome.</summary>
    public int Count(RegistrationOutcome outcome) => Registrants.Count(registrant => registrant.Outcome == outcome);

    /// <summary>Holds registrations against attendance: by registration id first, then by the user's id, then by e-mail address, as which a
    /// user principal name counts.</summary>
    /// <remarks>
    /// A registration that is given twice, by its id, counts once. One that was canceled or not admitted is matched by its id, or else only
    /// with somebody who came on no other. Nobody who is known not to have been there during the summary's windows has come.
    /// </remarks>
    /// <exception cref="ArgumentException">A registration is null.</exception>
    public static RegistrationSummary Of(IEnumerable<Registration> registrations, AttendanceSummary attendance)
    {
        if (registrations is null)
            throw new ArgumentNullException(nameof(registrations));
        if (attendance is null)
            throw new ArgumentNullException(nameof(attendance));

        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<Registration>();
        foreach (var registration in registrations)
        {
            if (registration is null)
                throw new ArgumentException("A registration is null. Leave out what could not be read.", nameof(registrations));
            if (registration.Id is null || ids.Add(registration.Id))
                distinct.Add(registration);
        }

        return new RegistrationSummary { Registrants = new RegistrationMatcher(attendance.Attendees).Match(distinct) };
    }

    private static double? Rate(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
