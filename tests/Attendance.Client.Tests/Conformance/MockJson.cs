namespace Attendance.Client.Tests.Conformance;

/// <summary>Graph's JSON as these tests understand its documentation, made without the library and without its fake.</summary>
internal static class MockJson
{
    public static object Report(AttendanceReport report) => new
    {
        id = report.Id,
        meetingStartDateTime = report.StartedAt,
        meetingEndDateTime = report.EndedAt,
        totalParticipantCount = report.ParticipantCount,
        externalEventInformation = ExternalEvents(report.ExternalEvents),
    };

    public static object Record(AttendanceRecord record) => new
    {
        identity = Identity(record.Identity),
        attendanceIntervals = record.Intervals.Select(interval => new
        {
            joinDateTime = interval.JoinedAt,
            leaveDateTime = interval.LeftAt,
            durationInSeconds = interval.Duration?.TotalSeconds,
        }),
        totalAttendanceInSeconds = record.TotalAttendance?.TotalSeconds,
        role = record.Role?.Value,
        emailAddress = record.EmailAddress ?? "",
        registrationId = record.RegistrationId,
        externalRegistrationInformation = ExternalRegistration(record.ExternalRegistration),
        id = record.Id,
        engagements = record.Engagements.Select(
            engagement => new { engagementType = engagement.Type, engagementSubType = engagement.SubType, dateTime = engagement.At }),
    };

    public static object Meeting(OnlineMeeting meeting) => new
    {
        id = meeting.Id,
        subject = meeting.Subject,
        joinWebUrl = meeting.JoinWebUrl,
        joinMeetingIdSettings = new
        {
            joinMeetingId = meeting.JoinMeetingId,
            isPasscodeRequired = meeting.IsPasscodeRequired,
            passcode = "secret",
        },
        startDateTime = meeting.StartsAt,
        endDateTime = meeting.EndsAt,
        creationDateTime = meeting.CreatedAt,
        externalId = meeting.ExternalId,
        chatInfo = new { threadId = meeting.ThreadId },
        participants = new
        {
            organizer = meeting.Organizer is { } organizer ? Participant(organizer) : null,
            attendees = meeting.Attendees.Select(Participant),
        },
    };

    public static object CalendarEvent(CalendarMeeting meeting) => new
    {
        id = meeting.Id,
        iCalUId = meeting.ICalUId,
        subject = meeting.Subject,
        start = Time(meeting.Start),
        end = Time(meeting.End),
        isOrganizer = meeting.IsOrganizer,
        isCancelled = meeting.IsCancelled,
        onlineMeeting = meeting.JoinWebUrl is { } link ? new { joinUrl = link } : null,
        seriesMasterId = meeting.SeriesId,
        type = meeting.Type?.Value,
        organizer = meeting.Organizer is { } organizer ? new { emailAddress = Address(organizer) } : null,
        attendees = meeting.Attendees.Select(attendee => new
        {
            type = attendee.Type?.Value,
            status = new { response = attendee.Response?.Value, time = "0001-01-01T00:00:00Z" },
            emailAddress = Address(attendee),
        }),
    };

    public static object VirtualEvent(VirtualEvent virtualEvent) => new
    {
        id = virtualEvent.Id,
        displayName = virtualEvent.DisplayName,
        description = new { contentType = "text", content = "" },
        status = virtualEvent.Status?.Value,
        startDateTime = Time(virtualEvent.Start),
        endDateTime = Time(virtualEvent.End),
        createdBy = new { user = Identity(virtualEvent.CreatedBy) },
        coOrganizers = virtualEvent.CoOrganizers.Select(Identity),
        audience = virtualEvent.Audience,
        capacity = virtualEvent.Capacity,
        isInviteOnly = virtualEvent.IsInviteOnly,
        isRegistrationRequired = virtualEvent.IsRegistrationRequired,
        externalEventInformation = ExternalEvents(virtualEvent.ExternalEvents),
    };

    public static object Session(VirtualEventSession session) => new
    {
        id = session.Id,
        subject = session.Subject,
        joinWebUrl = session.JoinWebUrl,
        startDateTime = Time(session.Start),
        endDateTime = Time(session.End),
        capacity = session.Capacity,
    };

    public static object Registration(Registration registration) => new
    {
        id = registration.Id,
        userId = registration.UserId,
        firstName = registration.FirstName,
        lastName = registration.LastName,
        email = registration.Email,
        status = registration.Status?.Value,
        registrationDateTime = registration.RegisteredAt?.UtcDateTime.ToString(
            "yyyy-MM-ddTHH:mm:ss.fffffff", System.Globalization.CultureInfo.InvariantCulture),
        cancelationDateTime = registration.CanceledAt,
        preferredLanguage = registration.PreferredLanguage,
        preferredTimezone = registration.PreferredTimeZone,
        registrationQuestionAnswers = registration.Answers.Select(answer => new
        {
            questionId = answer.QuestionId,
            displayName = answer.DisplayName,
            value = answer.Value,
            booleanValue = answer.BooleanValue,
            multiChoiceValues = answer.Choices,
        }),
        externalRegistrationInformation = ExternalRegistration(registration.ExternalRegistration),
    };

    private static object Participant(MeetingParticipant participant) => new
    {
        upn = participant.UserPrincipalName,
        role = participant.Role?.Value,
        identity = new { user = Identity(participant.Identity) },
    };

    private static Dictionary<string, string?>? Identity(AttendeeIdentity? identity) =>
        identity is null ? null : new(StringComparer.Ordinal)
        {
            ["id"] = identity.Id,
            ["displayName"] = identity.DisplayName,
            ["tenantId"] = identity.TenantId,
            ["email"] = identity.Email,
            ["userPrincipalName"] = identity.UserPrincipalName,
            ["userIdentityType"] = identity.UserIdentityType,
            ["azureCommunicationServicesResourceId"] = identity.AzureCommunicationServicesResourceId,
            ["@odata.type"] = identity.ODataType,
        };

    private static object Address(CalendarAttendee attendee) => new { name = attendee.Name, address = attendee.EmailAddress };

    private static object? Time(DateTimeTimeZone? time) => time is null ? null : new { dateTime = time.DateTime, timeZone = time.TimeZone };

    private static IEnumerable<object> ExternalEvents(IReadOnlyList<ExternalEvent> externalEvents) =>
        externalEvents.Select(
            externalEvent => new { applicationId = externalEvent.ApplicationId, externalEventId = externalEvent.EventId });

    private static object? ExternalRegistration(ExternalRegistration? registration) =>
        registration is null ? null : new { referrer = registration.Referrer, registrationId = registration.RegistrationId };
}
