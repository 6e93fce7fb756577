using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>
/// Turns the wire's models into the public ones, and alone decides what null means: scalars stay null, a list that was sent as null is
/// empty, seconds are durations.
/// </summary>
internal static class AttendanceMapper
{
    private static readonly (string Type, AttendeeKind Kind)[] Kinds =
    [
        ("microsoft.graph.communicationsUserIdentity", AttendeeKind.User),
        ("microsoft.graph.azureCommunicationServicesUserIdentity", AttendeeKind.AzureCommunicationServicesUser),
        ("microsoft.graph.communicationsGuestIdentity", AttendeeKind.Guest),
        ("microsoft.graph.communicationsPhoneIdentity", AttendeeKind.Phone),
        ("microsoft.graph.communicationsEncryptedIdentity", AttendeeKind.Encrypted),
        ("microsoft.graph.communicationsApplicationIdentity", AttendeeKind.Application),
        ("microsoft.graph.communicationsApplicationInstanceIdentity", AttendeeKind.ApplicationInstance),
        ("microsoft.graph.teamworkUserIdentity", AttendeeKind.TeamworkUser),
    ];

    /// <summary>Maps a report with the given records, which are null where they were not asked for.</summary>
    public static AttendanceReport ToReport(Wire.MeetingAttendanceReport report, IReadOnlyList<AttendanceRecord>? records) => new()
    {
        Id = report.Id,
        StartedAt = report.MeetingStartDateTime,
        EndedAt = report.MeetingEndDateTime,
        ParticipantCount = report.TotalParticipantCount,
        ExternalEvents = ToList(report.ExternalEventInformation, ToExternalEvent),
        Records = records,
    };

    /// <summary>Maps a record. Nothing of the wire's model is kept, as the next record is read into it.</summary>
    public static AttendanceRecord ToRecord(Wire.AttendanceRecord record) => new()
    {
        Id = record.Id,
        Identity = record.Identity is { } identity ? ToIdentity(identity) : null,
        EmailAddress = string.IsNullOrEmpty(record.EmailAddress) ? null : record.EmailAddress,
        Role = record.Role is { } role ? new AttendeeRole(role) : null,
        TotalAttendance = ToDuration(record.TotalAttendanceInSeconds),
        Intervals = ToList(record.AttendanceIntervals, ToInterval),
        RegistrationId = record.RegistrationId,
        ExternalRegistration = record.ExternalRegistrationInformation is { } registration ? ToExternalRegistration(registration) : null,
        Engagements = ToList(record.Engagements, ToEngagement),
    };

    public static OnlineMeeting ToMeeting(Wire.OnlineMeeting meeting, Organizer organizer) => new()
    {
        Source = ResourceId.CanBeSent(meeting.Id) ? AttendanceSource.Meeting(organizer, meeting.Id) : null,
        Id = meeting.Id,
        Subject = meeting.Subject,
        JoinWebUrl = meeting.JoinWebUrl,
        JoinMeetingId = meeting.JoinMeetingIdSettings?.JoinMeetingId,
        IsPasscodeRequired = meeting.JoinMeetingIdSettings?.IsPasscodeRequired,
        StartsAt = meeting.StartDateTime,
        EndsAt = meeting.EndDateTime,
        CreatedAt = meeting.CreationDateTime,
        ExternalId = meeting.ExternalId,
        ThreadId = meeting.ChatInfo?.ThreadId,
        Organizer = meeting.Participants?.Organizer is { } participant ? ToParticipant(participant) : null,
        Attendees = ToList(meeting.Participants?.Attendees, ToParticipant),
    };

    public static CalendarMeeting ToCalendarMeeting(Wire.Event calendarEvent) => new()
    {
        Id = calendarEvent.Id,
        ICalUId = calendarEvent.ICalUId,
        SeriesId = string.IsNullOrEmpty(calendarEvent.SeriesMasterId) ? null : calendarEvent.SeriesMasterId,
        Type = calendarEvent.Type is { } type ? new CalendarMeetingType(type) : null,
        Subject = calendarEvent.Subject,
        Start = ToDateTimeTimeZone(calendarEvent.Start),
        End = ToDateTimeTimeZone(calendarEvent.End),
        IsOrganizer = calendarEvent.IsOrganizer,
        IsCancelled = calendarEvent.IsCancelled,
        Organizer = calendarEvent.Organizer is { } organizer ? ToCalendarAttendee(organizer.EmailAddress) : null,
        Attendees = ToList(calendarEvent.Attendees, ToCalendarAttendee),
        JoinWebUrl = calendarEvent.OnlineMeeting?.JoinUrl,
    };

    public static VirtualEvent ToVirtualEvent(Wire.VirtualEvent virtualEvent, VirtualEventKind kind) => new()
    {
        Kind = kind,
        Id = virtualEvent.Id,
        DisplayName = virtualEvent.DisplayName,
        Status = virtualEvent.Status is { } status ? new VirtualEventStatus(status) : null,
        Start = ToDateTimeTimeZone(virtualEvent.StartDateTime),
        End = ToDateTimeTimeZone(virtualEvent.EndDateTime),
        CreatedBy = ToIdentity(virtualEvent.CreatedBy),
        CoOrganizers = ToList(virtualEvent.CoOrganizers, ToIdentity),
        Audience = virtualEvent.Audience,
        Capacity = virtualEvent.Capacity,
        IsInviteOnly = virtualEvent.IsInviteOnly,
        IsRegistrationRequired = virtualEvent.IsRegistrationRequired,
        ExternalEvents = ToList(virtualEvent.ExternalEventInformation, ToExternalEvent),
    };

    public static VirtualEventSession ToSession(Wire.VirtualEventSession session, Func<string, AttendanceSource> sourceOf) => new()
    {
        Source = ResourceId.CanBeSent(session.Id) ? sourceOf(session.Id) : null,
        Id = session.Id,
        Subject = session.Subject,
        JoinWebUrl = session.JoinWebUrl,
        Start = ToDateTimeTimeZone(session.StartDateTime),
        End = ToDateTimeTimeZone(session.EndDateTime),
        Capacity = session.Capacity,
    };

    public static Registration ToRegistration(Wire.VirtualEventRegistration registration) => new()
    {
        Id = registration.Id,
        UserId = registration.UserId,
        FirstName = registration.FirstName,
        LastName = registration.LastName,
        Email = string.IsNullOrEmpty(registration.Email) ? null : registration.Email,
        Status = registration.Status is { } status ? new RegistrationStatus(status) : null,
        RegisteredAt = registration.RegistrationDateTime,
        CanceledAt = registration.CancelationDateTime,
        PreferredLanguage = registration.PreferredLanguage,
        PreferredTimeZone = registration.PreferredTimezone,
        Answers = ToList(registration.RegistrationQuestionAnswers, ToAnswer),
        ExternalRegistration = registration.ExternalRegistrationInformation is { } external ? ToExternalRegistration(external) : null,
    };

    private static RegistrationAnswer ToAnswer(Wire.VirtualEventRegistrationQuestionAnswer answer) => new()
    {
        QuestionId = answer.QuestionId,
        DisplayName = answer.DisplayName,
        Value = answer.Value,
        BooleanValue = answer.BooleanValue,
        Choices = ToList(answer.MultiChoiceValues, static choice => choice),
    };

    private static MeetingParticipant ToParticipant(Wire.MeetingParticipantInfo participant) => new()
    {
        Identity = ToIdentity(participant.Identity),
        UserPrincipalName = participant.Upn,
        Role = participant.Role is { } role ? new AttendeeRole(role) : null,
    };

    private static CalendarAttendee ToCalendarAttendee(Wire.Attendee attendee) => ToCalendarAttendee(attendee.EmailAddress) with
    {
        Type = attendee.Type is { } type ? new CalendarAttendeeType(type) : null,
        Response = attendee.Status?.Response is { } response ? new CalendarResponse(response) : null,
    };

    private static CalendarAttendee ToCalendarAttendee(Wire.EmailAddress? address) => new()
    {
        Name = string.IsNullOrEmpty(address?.Name) ? null : address!.Name,
        EmailAddress = string.IsNullOrEmpty(address?.Address) ? null : address!.Address,
    };

    private static DateTimeTimeZone? ToDateTimeTimeZone(Wire.DateTimeTimeZone? time) =>
        time is null ? null : new DateTimeTimeZone { DateTime = time.DateTime, TimeZone = time.TimeZone };

    private static AttendeeIdentity? ToIdentity(Wire.IdentitySet? identities) =>
        (identities?.User ?? identities?.Application) is { } identity ? ToIdentity(identity) : null;

    private static AttendanceInterval ToInterval(Wire.AttendanceInterval interval) => new()
    {
        JoinedAt = interval.JoinDateTime,
        LeftAt = interval.LeaveDateTime,
        Duration = ToDuration(interval.DurationInSeconds),
    };

    private static AttendeeIdentity ToIdentity(Wire.Identity identity) => new()
    {
        Id = identity.Id,
        DisplayName = identity.DisplayName,
        TenantId = identity.TenantId,
        Email = identity.Email,
        UserPrincipalName = identity.UserPrincipalName,
        AzureCommunicationServicesResourceId = identity.AzureCommunicationServicesResourceId,
        Kind = ToKind(identity.OdataType),
        UserIdentityType = identity.UserIdentityType,
        ODataType = identity.OdataType,
    };

    // The type comes with and without '#', and in the documentation's samples in either case.
    private static AttendeeKind ToKind(string? type)
    {
        var name = type.AsSpan().TrimStart('#');
        foreach (var (known, kind) in Kinds)
        {
            if (name.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        return AttendeeKind.Unknown;
    }

    private static MeetingEngagement ToEngagement(Wire.MeetingEngagement engagement) => new()
    {
        At = engagement.DateTime,
        Type = engagement.EngagementType,
        SubType = engagement.EngagementSubType,
    };

    private static ExternalEvent ToExternalEvent(Wire.VirtualEventExternalInformation information) => new()
    {
        ApplicationId = information.ApplicationId,
        EventId = information.ExternalEventId,
    };

    private static ExternalRegistration ToExternalRegistration(Wire.VirtualEventExternalRegistrationInformation information) => new()
    {
        Referrer = information.Referrer,
        RegistrationId = information.RegistrationId,
    };

    private static TimeSpan? ToDuration(int? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private static ValueList<TPublic> ToList<TWire, TPublic>(List<TWire>? items, Func<TWire, TPublic> map)
        where TWire : class
    {
        if (items is null || items.Count == 0)
            return ValueList<TPublic>.Empty;

        var mapped = new TPublic[items.Count];
        var count = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { } item)
                mapped[count++] = map(item);
        }

        Array.Resize(ref mapped, count);
        return new ValueList<TPublic>(mapped);
    }
}
