namespace Attendance.Client.Archive.Internal;

/// <summary>Turns what was read into what may be kept.</summary>
internal sealed class PrivacyRules(
    Pseudonyms? pseudonyms, bool omitTimes, ForgottenPeople forgotten, DateTimeOffset? erasedBefore, string version)
{
    /// <summary>Tells whether they still hold.</summary>
    public string Version => version;

    public Pseudonyms? Pseudonyms => pseudonyms;

    /// <summary>Whether what ended then is older than what may be kept.</summary>
    public bool IsTooOld(DateTimeOffset? end) => end < erasedBefore;

    public AttendanceReport Apply(AttendanceReport report) =>
        report.Records is not { } records ? report : report with { Records = [.. records.Where(IsKept).Select(Apply)] };

    public OnlineMeeting Apply(OnlineMeeting meeting) => meeting with
    {
        Organizer = IsKept(meeting.Organizer) ? Apply(meeting.Organizer) : null,
        Attendees = [.. meeting.Attendees.Where(IsKept).Select(person => Apply(person)!)],
    };

    public CalendarMeeting Apply(CalendarMeeting meeting) => meeting with
    {
        Organizer = IsKept(meeting.Organizer) ? Apply(meeting.Organizer) : null,
        Attendees = [.. meeting.Attendees.Where(IsKept).Select(person => Apply(person)!)],
    };

    public VirtualEvent Apply(VirtualEvent virtualEvent) => virtualEvent with
    {
        CreatedBy = IsKept(virtualEvent.CreatedBy) ? Hidden(virtualEvent.CreatedBy) : null,
        CoOrganizers = [.. virtualEvent.CoOrganizers.Where(IsKept).Select(identity => Hidden(identity)!)],
    };

    public IEnumerable<Registration> Apply(IEnumerable<Registration> registrations) =>
        registrations
            .Where(IsKept)
            .Select(Apply);

    private AttendeeIdentity? Hidden(AttendeeIdentity? identity) => pseudonyms is null ? identity : pseudonyms.Of(identity);

    // Where pseudonyms stand for people, others of the same person may be known as pseudonyms alone.
    private bool IsForgottenId(string? id) => forgotten.Contain(id, pseudonyms?.OfId(id));

    private bool IsForgottenAddress(string? address) => forgotten.Contain(address, pseudonyms?.OfAddress(address));

    private bool IsForgottenName(string? name) => forgotten.Contain(name, pseudonyms?.OfName(name));

    private bool IsKept(AttendeeIdentity? identity) =>
        identity is null
        || !(IsForgottenId(identity.Id) || IsForgottenAddress(identity.Email) || IsForgottenAddress(identity.UserPrincipalName));

    private bool IsKept(AttendanceRecord record) =>
        !IsForgottenAddress(record.EmailAddress) && IsKept(record.Identity)
        && (PersonName.Of(WithoutName(record.Identity), record.EmailAddress) is not null
            || !IsForgottenName(record.Identity?.DisplayName));

    private bool IsKept(MeetingParticipant? person) =>
        person is null || (IsKept(person.Identity) && !IsForgottenAddress(person.UserPrincipalName)
            && (PersonName.Of(WithoutName(person.Identity), person.UserPrincipalName) is not null
                || !IsForgottenName(person.Identity?.DisplayName)));

    private bool IsKept(CalendarAttendee? person) =>
        person is null
        || !(string.IsNullOrWhiteSpace(person.EmailAddress) ? IsForgottenName(person.Name) : IsForgottenAddress(person.EmailAddress));

    private bool IsKept(Registration registration) =>
        !IsForgottenId(registration.UserId) && !IsForgottenAddress(registration.Email)
        && (registration.UserId is not null || registration.Email is not null
            || !IsForgottenName($"{registration.FirstName} {registration.LastName}"));

    private static AttendeeIdentity? WithoutName(AttendeeIdentity? identity) =>
        identity is null ? null : identity with { DisplayName = null };

    private AttendanceRecord Apply(AttendanceRecord record)
    {
        if (omitTimes)
        {
            record = record with
            {
                Intervals = [],
                Engagements = [.. record.Engagements.Select(static engagement => engagement with { At = null })],
            };
        }

        return pseudonyms is null ? record : record with
        {
            Id = pseudonyms.OfId(record.Id),
            Identity = pseudonyms.Of(record.Identity),
            EmailAddress = pseudonyms.OfAddress(record.EmailAddress),
            ExternalRegistration = Hidden(record.ExternalRegistration),
        };
    }

    private MeetingParticipant? Apply(MeetingParticipant? person) => person is null || pseudonyms is null ? person : person with
    {
        Identity = pseudonyms.Of(person.Identity),
        UserPrincipalName = pseudonyms.OfAddress(person.UserPrincipalName),
    };

    private CalendarAttendee? Apply(CalendarAttendee? person) => person is null || pseudonyms is null ? person : person with
    {
        Name = pseudonyms.OfName(person.Name),
        EmailAddress = pseudonyms.OfAddress(person.EmailAddress),
    };

    private Registration Apply(Registration registration)
    {
        if (omitTimes)
            registration = registration with { RegisteredAt = null, CanceledAt = null };

        return pseudonyms is null ? registration : registration with
        {
            UserId = pseudonyms.OfId(registration.UserId),
            FirstName = null,
            LastName = pseudonyms.OfName($"{registration.FirstName} {registration.LastName}"),
            Email = pseudonyms.OfAddress(registration.Email),
            Answers = [],
            ExternalRegistration = Hidden(registration.ExternalRegistration),
        };
    }

    private ExternalRegistration? Hidden(ExternalRegistration? registration) =>
        registration is null ? null : registration with { RegistrationId = pseudonyms!.OfId(registration.RegistrationId) };
}
