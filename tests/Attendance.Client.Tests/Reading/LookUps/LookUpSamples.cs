namespace Attendance.Client.Tests.LookUps;

/// <summary>Answers with every member that is read, and some that are not, beside the objects that they become.</summary>
internal static class LookUpSamples
{
    public const string JoinUrl =
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22o%22%7d";

    public const string MeetingJson = $$"""
        {
          "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users('u')/onlineMeetings/$entity",
          "id": "MSpk=*0",
          "creationDateTime": "2026-02-01T08:00:00.1234567Z",
          "startDateTime": "2026-03-01T10:00:00Z",
          "endDateTime": "2026-03-01T11:00:00",
          "joinUrl": "https://other.example",
          "joinWebUrl": "{{JoinUrl}}",
          "subject": "Stand-up",
          "externalId": "crm-7",
          "meetingType": "scheduled",
          "allowedPresenters": "unknownFutureValue",
          "chatInfo": { "threadId": "19:meeting_x@thread.v2", "messageId": "0", "replyChainMessageId": null },
          "joinMeetingIdSettings": { "isPasscodeRequired": true, "joinMeetingId": "1234567890", "passcode": "secret" },
          "participants": {
            "organizer": {
              "upn": "megan@contoso.com",
              "role": "presenter",
              "identity": { "user": { "id": "o", "displayName": "Megan", "tenantId": "t", "identityProvider": "AAD" }, "application": null }
            },
            "attendees": [
              null,
              { "upn": null, "role": "coorganizer", "identity": { "phone": null, "application": { "@odata.type": "#microsoft.graph.communicationsApplicationIdentity", "id": "bot" } } },
              { "upn": "x@contoso.com", "role": null, "identity": {} }
            ]
          }
        }
        """;

    public const string CalendarMeetingJson = $$"""
        {
          "@odata.etag": "W/\"x\"",
          "id": "AAMk=",
          "iCalUId": "040000",
          "subject": "Stand-up",
          "isOrganizer": true,
          "isCancelled": false,
          "isOnlineMeeting": true,
          "body": { "contentType": "html", "content": "x" },
          "start": { "dateTime": "2026-03-01T10:00:00.0000000", "timeZone": "UTC" },
          "end": { "dateTime": "2026-03-01T11:00:00.0000000", "timeZone": "Pacific Standard Time" },
          "onlineMeeting": { "joinUrl": "{{JoinUrl}}", "conferenceId": "1" },
          "seriesMasterId": "AAMkS=",
          "type": "exception",
          "organizer": { "emailAddress": { "name": "Megan Bowen", "address": "megan@contoso.com" } },
          "attendees": [
            {
              "type": "optional",
              "status": { "response": "declined", "time": "2026-02-27T08:00:00Z" },
              "emailAddress": { "name": "Zoë Müller", "address": "zoe@contoso.com" }
            },
            { "type": "resource", "status": { "response": "none" }, "emailAddress": { "name": "Room 1", "address": "room1@contoso.com" } },
            { "type": "broughtAlong", "status": null, "emailAddress": { "name": "", "address": "" } },
            { "type": null, "status": { "response": null }, "emailAddress": null },
            null
          ]
        }
        """;

    public const string VirtualEventJson = """
        {
          "@odata.type": "#microsoft.graph.virtualEventTownhall",
          "id": "e@t",
          "status": "published",
          "displayName": "Launch",
          "description": { "contentType": "html", "content": "<p>x</p>" },
          "startDateTime": { "dateTime": "2026-03-01T10:00:00", "timeZone": "PacificSt" },
          "endDateTime": { "dateTime": "2026-03-01T11:00:00", "timeZone": "Eastern Standard Time" },
          "createdBy": { "application": null, "device": null, "user": { "id": "o", "displayName": "Megan", "tenantId": "t" } },
          "audience": "organization",
          "capacity": 10000,
          "isInviteOnly": true,
          "isRegistrationRequired": true,
          "settings": { "isAttendeeEmailNotificationEnabled": true },
          "coOrganizers": [{ "id": "c", "displayName": "Alex", "tenantId": "t" }, null, { "@odata.type": "microsoft.graph.communicationsUserIdentity", "id": "d" }],
          "invitedAttendees": [{ "@odata.type": "#microsoft.graph.communicationsGuestIdentity", "email": "g@h" }],
          "externalEventInformation": [null, { "applicationId": "a", "externalEventId": "x" }]
        }
        """;

    public const string SessionJson = $$"""
        {
          "id": "s/1",
          "subject": "Launch",
          "joinWebUrl": "{{JoinUrl}}",
          "startDateTime": { "dateTime": "2026-03-01T10:00:00", "timeZone": "UTC" },
          "endDateTime": "2026-03-01T11:00:00Z",
          "capacity": 1000,
          "videoOnDemandWebUrl": "https://x",
          "anonymizeIdentityForRoles": ["attendee"]
        }
        """;

    public const string RegistrationJson = """
        {
          "id": "r",
          "userId": "u",
          "firstName": "Emilee",
          "lastName": "Pham",
          "email": "EmileeMPham@contoso.com",
          "status": "waitlisted",
          "registrationDateTime": "2023-03-07T22:04:17",
          "cancelationDateTime": "2023-03-08T22:04:17.5Z",
          "preferredLanguage": "en-us",
          "preferredTimezone": "Pacific Standard Time",
          "registrantVideoOnDemandWebUrl": "https://x",
          "externalRegistrationInformation": { "referrer": "Fabrikam", "registrationId": "ext" },
          "registrationQuestionAnswers": [
            { "questionId": "q1", "displayName": "Why?", "value": "because", "booleanValue": true, "multiChoiceValues": ["a", null, "b"] },
            null,
            { "questionId": "q2", "displayName": null, "value": null, "booleanValue": false, "multiChoiceValues": null }
          ]
        }
        """;

    public static AttendanceSource MeetingSource { get; } = AttendanceSource.Meeting(Organizer.User("u"), "MSpk=*0");

    public static OnlineMeeting Meeting => new()
    {
        Source = MeetingSource,
        Id = "MSpk=*0",
        Subject = "Stand-up",
        JoinWebUrl = JoinUrl,
        JoinMeetingId = "1234567890",
        IsPasscodeRequired = true,
        StartsAt = new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero),
        EndsAt = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero),
        CreatedAt = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567),
        ExternalId = "crm-7",
        ThreadId = "19:meeting_x@thread.v2",
        Organizer = Participant,
        Attendees =
        [
            new MeetingParticipant
            {
                Role = new AttendeeRole("coorganizer"),
                Identity = new AttendeeIdentity
                {
                    Id = "bot",
                    Kind = AttendeeKind.Application,
                    ODataType = "#microsoft.graph.communicationsApplicationIdentity",
                },
            },
            new MeetingParticipant { UserPrincipalName = "x@contoso.com" },
        ],
    };

    public static MeetingParticipant Participant => new()
    {
        UserPrincipalName = "megan@contoso.com",
        Role = AttendeeRole.Presenter,
        Identity = new AttendeeIdentity { Id = "o", DisplayName = "Megan", TenantId = "t" },
    };

    public static CalendarMeeting CalendarMeeting => new()
    {
        Id = "AAMk=",
        ICalUId = "040000",
        Subject = "Stand-up",
        IsOrganizer = true,
        IsCancelled = false,
        Start = new DateTimeTimeZone { DateTime = "2026-03-01T10:00:00.0000000", TimeZone = "UTC" },
        End = new DateTimeTimeZone { DateTime = "2026-03-01T11:00:00.0000000", TimeZone = "Pacific Standard Time" },
        JoinWebUrl = JoinUrl,
        SeriesId = "AAMkS=",
        Type = CalendarMeetingType.Exception,
        Organizer = new CalendarAttendee { Name = "Megan Bowen", EmailAddress = "megan@contoso.com" },
        Attendees =
        [
            new CalendarAttendee
            {
                Name = "Zoë Müller",
                EmailAddress = "zoe@contoso.com",
                Type = CalendarAttendeeType.Optional,
                Response = CalendarResponse.Declined,
            },
            new CalendarAttendee
            {
                Name = "Room 1",
                EmailAddress = "room1@contoso.com",
                Type = CalendarAttendeeType.Resource,
                Response = CalendarResponse.None,
            },
            new CalendarAttendee { Type = new CalendarAttendeeType("broughtAlong") },
            new CalendarAttendee(),
        ],
    };

    public static VirtualEvent Townhall => new()
    {
        Kind = VirtualEventKind.Townhall,
        Id = "e@t",
        DisplayName = "Launch",
        Status = VirtualEventStatus.Published,
        Start = new DateTimeTimeZone { DateTime = "2026-03-01T10:00:00", TimeZone = "PacificSt" },
        End = new DateTimeTimeZone { DateTime = "2026-03-01T11:00:00", TimeZone = "Eastern Standard Time" },
        CreatedBy = new AttendeeIdentity { Id = "o", DisplayName = "Megan", TenantId = "t" },
        CoOrganizers =
        [
            new AttendeeIdentity { Id = "c", DisplayName = "Alex", TenantId = "t" },
            new AttendeeIdentity { Id = "d", Kind = AttendeeKind.User, ODataType = "microsoft.graph.communicationsUserIdentity" },
        ],
        Audience = "organization",
        Capacity = 10000,
        IsInviteOnly = true,
        IsRegistrationRequired = true,
        ExternalEvents = [new ExternalEvent { ApplicationId = "a", EventId = "x" }],
    };

    public static VirtualEventSession Session => new()
    {
        Source = AttendanceSource.Webinar("w@t", "s/1"),
        Id = "s/1",
        Subject = "Launch",
        JoinWebUrl = JoinUrl,
        Start = new DateTimeTimeZone { DateTime = "2026-03-01T10:00:00", TimeZone = "UTC" },
        End = new DateTimeTimeZone { DateTime = "2026-03-01T11:00:00Z" },
        Capacity = 1000,
    };

    public static Registration Registration => new()
    {
        Id = "r",
        UserId = "u",
        FirstName = "Emilee",
        LastName = "Pham",
        Email = "EmileeMPham@contoso.com",
        Status = RegistrationStatus.Waitlisted,
        RegisteredAt = new DateTimeOffset(2023, 3, 7, 22, 4, 17, TimeSpan.Zero),
        CanceledAt = new DateTimeOffset(2023, 3, 8, 22, 4, 17, 500, TimeSpan.Zero),
        PreferredLanguage = "en-us",
        PreferredTimeZone = "Pacific Standard Time",
        ExternalRegistration = new ExternalRegistration { Referrer = "Fabrikam", RegistrationId = "ext" },
        Answers = [Answer, new RegistrationAnswer { QuestionId = "q2", BooleanValue = false }],
    };

    public static RegistrationAnswer Answer =>
        new() { QuestionId = "q1", DisplayName = "Why?", Value = "because", BooleanValue = true, Choices = ["a", "b"] };

    /// <summary>One of each public record that a look-up gives, with every property set.</summary>
    public static IEnumerable<object> All =>
        [Meeting, Participant, CalendarMeeting, CalendarMeeting.End!, Townhall, Session, Registration, Answer];
}
