namespace Attendance.Client.Analysis.Internal;

/// <summary>Finds out which attendee came of which registration.</summary>
internal sealed class RegistrationMatcher
{
    private readonly Dictionary<string, int> _byRegistration = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _byUser = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<AttendeeSummary> _attendees;
    private readonly bool[] _isMatched;

    public RegistrationMatcher(IEnumerable<AttendeeSummary> attendees)
    {
        _attendees = [.. attendees.Where(attendee => attendee.HasAttended)];
        _isMatched = new bool[_attendees.Count];
        for (var attendee = 0; attendee < _attendees.Count; attendee++)
        {
            foreach (var record in _attendees[attendee].Records)
            {
                Add(_byRegistration, PersonKeys.Id(record.RegistrationId), attendee);
                Add(_byUser, PersonKeys.Id(record.Identity?.Id), attendee);
                foreach (var address in PersonKeys.Addresses(record))
                    Add(_byAddress, address, attendee);
            }
        }
    }

    /// <summary>Whether who registered should come: who neither canceled nor waits, nor was rejected.</summary>
    public static bool IsExpected(Registration registration) => !IsCanceled(registration) && !IsNotAdmitted(registration);

    /// <summary>The registrations in their order, each with its attendee, then the attendees without one.</summary>
    public List<RegistrantSummary> Match(IReadOnlyList<Registration> registrations)
    {
        var attendees = new int?[registrations.Count];
        Pass(registration => Find(_byRegistration, PersonKeys.Id(registration.Id)));
        Pass(registration => IsExpected(registration) ? FindPerson(registration) : null);
        // Somebody who canceled, or got no place, and then came on another registration has not come on this one.
        Pass(registration => FindPerson(registration) is { } person && !_isMatched[person] ? person : null);

        return
        [
            .. registrations.Select((registration, index) => new RegistrantSummary
            {
                Outcome = OutcomeOf(registration, attendees[index] is not null),
                Registration = registration,
                Attendee = attendees[index] is { } attendee ? _attendees[attendee] : null,
            }),
            .. _attendees.Where((_, attendee) => !_isMatched[attendee]).Select(attendee => new RegistrantSummary
            {
                Outcome = OutcomeOf(attendee),
                Attendee = attendee,
            }),
        ];

        void Pass(Func<Registration, int?> find)
        {
            for (var index = 0; index < registrations.Count; index++)
            {
                attendees[index] ??= find(registrations[index]);
                if (attendees[index] is { } attendee)
                    _isMatched[attendee] = true;
            }
        }
    }

    private static void Add(Dictionary<string, int> attendees, string? key, int attendee)
    {
        if (key is not null && !attendees.ContainsKey(key))
            attendees.Add(key, attendee);
    }

    private static int? Find(Dictionary<string, int> attendees, string? key) =>
        key is not null && attendees.TryGetValue(key, out var attendee) ? attendee : null;

    private int? FindPerson(Registration registration) =>
        Find(_byUser, PersonKeys.Id(registration.UserId)) ?? Find(_byAddress, PersonKeys.Address(registration.Email));

    private static bool IsCanceled(Registration registration) =>
        registration.Status is { } status ? status == RegistrationStatus.Canceled : registration.CanceledAt is not null;

    private static bool IsNotAdmitted(Registration registration) =>
        registration.Status is { } status
        && (status == RegistrationStatus.Waitlisted
            || status == RegistrationStatus.PendingApproval
            || status == RegistrationStatus.RejectedByOrganizer);

    private static RegistrationOutcome OutcomeOf(Registration registration, bool hasAttended)
    {
        if (IsCanceled(registration))
            return hasAttended ? RegistrationOutcome.CanceledButAttended : RegistrationOutcome.Canceled;
        if (IsNotAdmitted(registration))
            return hasAttended ? RegistrationOutcome.NotAdmittedButAttended : RegistrationOutcome.NotAdmitted;
        if (hasAttended)
            return RegistrationOutcome.Attended;

        return registration.Status == RegistrationStatus.Registered ? RegistrationOutcome.NoShow : RegistrationOutcome.Unknown;
    }

    private static RegistrationOutcome OutcomeOf(AttendeeSummary attendee)
    {
        if (attendee.RegistrationId is not null)
            return RegistrationOutcome.Attended;

        return attendee.Role == AttendeeRole.Organizer || attendee.Role == AttendeeRole.Presenter
            ? RegistrationOutcome.Host
            : RegistrationOutcome.WalkIn;
    }
}
