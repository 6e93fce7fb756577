#if !NETSTANDARD_PACKAGE
using System.Globalization;
using Official = Microsoft.Graph.Models;

namespace Attendance.Client.Tests.Conformance;

/// <summary>What Microsoft's SDK has read, in our words. It shares nothing with our own mapping, so that one can prove the other
/// wrong.</summary>
internal static class OfficialModels
{
    public static AttendanceReport ToReport(Official.MeetingAttendanceReport report) => new()
    {
        Id = report.Id,
        StartedAt = report.MeetingStartDateTime,
        EndedAt = report.MeetingEndDateTime,
        ParticipantCount = report.TotalParticipantCount,
        ExternalEvents = [.. (report.ExternalEventInformation ?? []).Select(ToExternalEvent)],
        Records = report.AttendanceRecords?.ConvertAll(ToRecord),
    };

    /// <summary>A report in a list, which has no records there, though Graph sends an empty list of them.</summary>
    public static AttendanceReport ToListedReport(Official.MeetingAttendanceReport report)
    {
        Assert.Empty(report.AttendanceRecords ?? []);
        return ToReport(report) with { Records = null };
    }

    public static AttendanceRecord ToRecord(Official.AttendanceRecord record) => new()
    {
        Id = record.Id,
        EmailAddress = record.EmailAddress,
        Role = record.Role is { } role ? new AttendeeRole(role) : null,
        TotalAttendance = ToDuration(record.TotalAttendanceInSeconds),
        Identity = ToIdentity(record.Identity),
        Intervals =
        [
            .. (record.AttendanceIntervals ?? []).Select(interval => new AttendanceInterval
            {
                JoinedAt = interval.JoinDateTime,
                LeftAt = interval.LeaveDateTime,
                Duration = ToDuration(interval.DurationInSeconds),
            }),
        ],
        RegistrationId = record.RegistrationId,
        ExternalRegistration = ToExternalRegistration(record.ExternalRegistrationInformation),
        Engagements =
        [
            .. (record.Engagements ?? []).Select(engagement => new MeetingEngagement
            {
                At = engagement.DateTime,
                Type = ToText(engagement.EngagementType),
                SubType = engagement.EngagementSubType,
            }),
        ],
    };

    public static OnlineMeeting ToMeeting(Official.OnlineMeeting meeting, Organizer organizer) => new()
    {
        Source = AttendanceSource.Meeting(organizer, meeting.Id!),
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
        Attendees = [.. (meeting.Participants?.Attendees ?? []).Select(ToParticipant)],
    };

    public static CalendarMeeting ToCalendarMeeting(Official.Event calendarEvent) => new()
    {
        Id = calendarEvent.Id,
        ICalUId = calendarEvent.ICalUId,
        Subject = calendarEvent.Subject,
        Start = ToTime(calendarEvent.Start),
        End = ToTime(calendarEvent.End),
        IsOrganizer = calendarEvent.IsOrganizer,
        IsCancelled = calendarEvent.IsCancelled,
        JoinWebUrl = calendarEvent.OnlineMeeting?.JoinUrl,
        SeriesId = calendarEvent.SeriesMasterId,
        Type = calendarEvent.Type is { } type ? new CalendarMeetingType($"{type}") : null,
        Organizer = calendarEvent.Organizer is { } organizer
            ? new CalendarAttendee { Name = organizer.EmailAddress?.Name, EmailAddress = organizer.EmailAddress?.Address }
            : null,
        Attendees = [.. (calendarEvent.Attendees ?? []).Select(attendee => new CalendarAttendee
        {
            Name = attendee.EmailAddress?.Name,
            EmailAddress = attendee.EmailAddress?.Address,
            Type = attendee.Type is { } need ? new CalendarAttendeeType($"{need}") : null,
            Response = attendee.Status?.Response is { } response ? new CalendarResponse($"{response}") : null,
        })],
    };

    public static VirtualEvent ToWebinar(Official.VirtualEventWebinar webinar) => ToEvent(webinar) with
    {
        Kind = VirtualEventKind.Webinar,
        Audience = ToText(webinar.Audience),
        CoOrganizers = [.. (webinar.CoOrganizers ?? []).Select(organizer => ToIdentity(organizer)!)],
    };

    public static VirtualEvent ToTownhall(Official.VirtualEventTownhall townhall) => ToEvent(townhall) with
    {
        Kind = VirtualEventKind.Townhall,
        Audience = ToText(townhall.Audience),
        CoOrganizers = [.. (townhall.CoOrganizers ?? []).Select(organizer => ToIdentity(organizer)!)],
        Capacity = townhall.Capacity,
        IsInviteOnly = townhall.IsInviteOnly,
    };

    public static VirtualEventSession ToSession(Official.VirtualEventSession session, AttendanceSource source) => new()
    {
        Source = source,
        Id = session.Id,
        Subject = session.Subject,
        JoinWebUrl = session.JoinWebUrl,
        Start = ToTime(session.StartDateTime),
        End = ToTime(session.EndDateTime),
        Capacity = session.Capacity,
    };

    public static Registration ToRegistration(Official.VirtualEventRegistration registration) => new()
    {
        Id = registration.Id,
        UserId = registration.UserId,
        FirstName = registration.FirstName,
        LastName = registration.LastName,
        Email = registration.Email,
        Status = ToText(registration.Status) is { } status ? new RegistrationStatus(status) : null,
        RegisteredAt = registration.RegistrationDateTime,
        CanceledAt = registration.CancelationDateTime,
        PreferredLanguage = registration.PreferredLanguage,
        PreferredTimeZone = registration.PreferredTimezone,
        Answers =
        [
            .. (registration.RegistrationQuestionAnswers ?? []).Select(answer => new RegistrationAnswer
            {
                QuestionId = answer.QuestionId,
                DisplayName = answer.DisplayName,
                Value = answer.Value,
                BooleanValue = answer.BooleanValue,
                Choices = answer.MultiChoiceValues ?? [],
            }),
        ],
        ExternalRegistration = ToExternalRegistration(registration.ExternalRegistrationInformation),
    };

    private static VirtualEvent ToEvent(Official.VirtualEvent virtualEvent) => new()
    {
        Id = virtualEvent.Id,
        DisplayName = virtualEvent.DisplayName,
        Status = ToText(virtualEvent.Status) is { } status ? new VirtualEventStatus(status) : null,
        Start = ToTime(virtualEvent.StartDateTime),
        End = ToTime(virtualEvent.EndDateTime),
        CreatedBy = ToIdentity(virtualEvent.CreatedBy?.User),
        IsRegistrationRequired = virtualEvent.IsRegistrationRequired,
        ExternalEvents = [.. (virtualEvent.ExternalEventInformation ?? []).Select(ToExternalEvent)],
    };

    private static MeetingParticipant ToParticipant(Official.MeetingParticipantInfo participant) => new()
    {
        Identity = ToIdentity(participant.Identity?.User),
        UserPrincipalName = participant.Upn,
        Role = ToText(participant.Role) is { } role ? new AttendeeRole(role) : null,
    };

    // What a type does not declare, the SDK keeps among its additional data.
    private static AttendeeIdentity? ToIdentity(Official.Identity? identity) => identity is null ? null : new AttendeeIdentity
    {
        Id = identity.Id,
        DisplayName = identity.DisplayName,
        TenantId = (identity as Official.CommunicationsUserIdentity)?.TenantId
            ?? (identity as Official.CommunicationsApplicationInstanceIdentity)?.TenantId
            ?? identity.AdditionalText("tenantId"),
        Email = (identity as Official.CommunicationsGuestIdentity)?.Email ?? identity.AdditionalText("email"),
        UserPrincipalName = identity.AdditionalText("userPrincipalName"),
        UserIdentityType = ToText((identity as Official.TeamworkUserIdentity)?.UserIdentityType),
        AzureCommunicationServicesResourceId =
            (identity as Official.AzureCommunicationServicesUserIdentity)?.AzureCommunicationServicesResourceId
            ?? identity.AdditionalText("azureCommunicationServicesResourceId"),
        Kind = identity switch
        {
            Official.CommunicationsUserIdentity => AttendeeKind.User,
            Official.CommunicationsGuestIdentity => AttendeeKind.Guest,
            Official.CommunicationsPhoneIdentity => AttendeeKind.Phone,
            Official.CommunicationsEncryptedIdentity => AttendeeKind.Encrypted,
            Official.CommunicationsApplicationIdentity => AttendeeKind.Application,
            Official.CommunicationsApplicationInstanceIdentity => AttendeeKind.ApplicationInstance,
            Official.AzureCommunicationServicesUserIdentity => AttendeeKind.AzureCommunicationServicesUser,
            Official.TeamworkUserIdentity => AttendeeKind.TeamworkUser,
            _ => AttendeeKind.Unknown,
        },
        ODataType = identity.OdataType,
    };

    private static string? AdditionalText(this Official.Identity identity, string name) =>
        identity.AdditionalData.TryGetValue(name, out var value) && value is not null
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;

    private static ExternalEvent ToExternalEvent(Official.VirtualEventExternalInformation information) =>
        new() { ApplicationId = information.ApplicationId, EventId = information.ExternalEventId };

    private static ExternalRegistration? ToExternalRegistration(Official.VirtualEventExternalRegistrationInformation? information) =>
        information is null
            ? null
            : new ExternalRegistration { Referrer = information.Referrer, RegistrationId = information.RegistrationId };

    private static DateTimeTimeZone? ToTime(Official.DateTimeTimeZone? time) =>
        time is null ? null : new DateTimeTimeZone { DateTime = time.DateTime, TimeZone = time.TimeZone };

    private static TimeSpan? ToDuration(int? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    // The wire writes the SDK's enums with a small first letter.
    private static string? ToText<T>(T? value)
        where T : struct, Enum => value is { } known ? char.ToLowerInvariant($"{known}"[0]) + $"{known}"[1..] : null;
}
#endif
