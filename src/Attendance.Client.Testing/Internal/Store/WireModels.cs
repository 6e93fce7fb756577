using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>
/// Turns public models into Graph's JSON. It shares nothing with the client's reading, so that one can prove the other wrong.
/// </summary>
internal static class WireModels
{
    public static JsonObject Report(AttendanceReport report)
    {
        var json = new JsonObject
        {
            ["id"] = report.Id,
            ["totalParticipantCount"] = report.ParticipantCount,
            ["meetingStartDateTime"] = Time(report.StartedAt),
            ["meetingEndDateTime"] = Time(report.EndedAt),
        };
        AddExternalEvents(json, report.ExternalEvents);
        return json;
    }

    public static JsonObject Record(AttendanceRecord record)
    {
        var json = new JsonObject();
        AddIfKnown(json, "id", record.Id);
        json["emailAddress"] = record.EmailAddress;
        json["totalAttendanceInSeconds"] = Seconds(record.TotalAttendance);
        json["role"] = record.Role?.Value;
        json["registrantId"] = null;
        json["registrationId"] = record.RegistrationId;
        json["identity"] = record.Identity is { } identity ? Identity(identity) : null;
        json["attendanceIntervals"] = List(record.Intervals, Interval);
        AddExternalRegistration(json, record.ExternalRegistration);
        json["engagements"] = List(record.Engagements, Engagement);
        return json;
    }

    public static JsonObject Meeting(OnlineMeeting meeting) => new()
    {
        ["id"] = meeting.Id,
        ["creationDateTime"] = Time(meeting.CreatedAt),
        ["startDateTime"] = Time(meeting.StartsAt),
        ["endDateTime"] = Time(meeting.EndsAt),
        ["joinWebUrl"] = meeting.JoinWebUrl,
        ["subject"] = meeting.Subject,
        ["externalId"] = meeting.ExternalId,
        ["chatInfo"] = meeting.ThreadId is null
            ? null
            : new JsonObject { ["threadId"] = meeting.ThreadId, ["messageId"] = "0", ["replyChainMessageId"] = null },
        ["joinMeetingIdSettings"] = meeting.JoinMeetingId is null && meeting.IsPasscodeRequired is null
            ? null
            : new JsonObject
            {
                ["isPasscodeRequired"] = meeting.IsPasscodeRequired,
                ["joinMeetingId"] = meeting.JoinMeetingId,
                ["passcode"] = null,
            },
        ["participants"] = new JsonObject
        {
            ["organizer"] = meeting.Organizer is { } organizer ? Participant(organizer) : null,
            ["attendees"] = List(meeting.Attendees, Participant),
        },
    };

    public static JsonObject CalendarEvent(CalendarMeeting meeting) => new()
    {
        ["id"] = meeting.Id,
        ["iCalUId"] = meeting.ICalUId,
        ["subject"] = meeting.Subject,
        ["isOrganizer"] = meeting.IsOrganizer,
        ["isCancelled"] = meeting.IsCancelled,
        ["isOnlineMeeting"] = meeting.JoinWebUrl is not null,
        ["start"] = DateTimeTimeZone(meeting.Start),
        ["end"] = DateTimeTimeZone(meeting.End),
        ["onlineMeeting"] = meeting.JoinWebUrl is null ? null : new JsonObject { ["joinUrl"] = meeting.JoinWebUrl },
        ["seriesMasterId"] = meeting.SeriesId,
        ["type"] = meeting.Type?.Value,
        ["organizer"] = meeting.Organizer is { } organizer ? new JsonObject { ["emailAddress"] = EmailAddress(organizer) } : null,
        ["attendees"] = List(meeting.Attendees, CalendarAttendee),
    };

    public static JsonObject VirtualEvent(VirtualEvent virtualEvent)
    {
        var json = new JsonObject
        {
            ["id"] = virtualEvent.Id,
            ["status"] = virtualEvent.Status?.Value,
            ["displayName"] = virtualEvent.DisplayName,
            ["startDateTime"] = DateTimeTimeZone(virtualEvent.Start),
            ["endDateTime"] = DateTimeTimeZone(virtualEvent.End),
            ["audience"] = virtualEvent.Audience,
            ["isRegistrationRequired"] = virtualEvent.IsRegistrationRequired,
            ["coOrganizers"] = List(virtualEvent.CoOrganizers, Identity),
            ["createdBy"] = virtualEvent.CreatedBy is { } creator
                ? new JsonObject { ["application"] = null, ["device"] = null, ["user"] = Identity(creator) }
                : null,
        };
        if (virtualEvent.Kind == VirtualEventKind.Townhall)
        {
            json["capacity"] = virtualEvent.Capacity;
            json["isInviteOnly"] = virtualEvent.IsInviteOnly;
        }

        AddExternalEvents(json, virtualEvent.ExternalEvents);
        return json;
    }

    public static JsonObject Session(VirtualEventSession session) => new()
    {
        ["id"] = session.Id,
        ["subject"] = session.Subject,
        ["joinWebUrl"] = session.JoinWebUrl,
        ["startDateTime"] = DateTimeTimeZone(session.Start),
        ["endDateTime"] = DateTimeTimeZone(session.End),
        ["capacity"] = session.Capacity,
    };

    public static JsonObject Registration(Registration registration)
    {
        var json = new JsonObject
        {
            ["id"] = registration.Id,
            ["userId"] = registration.UserId,
            ["firstName"] = registration.FirstName,
            ["lastName"] = registration.LastName,
            ["email"] = registration.Email,
            ["status"] = registration.Status?.Value,
            ["registrationDateTime"] = Time(registration.RegisteredAt),
            ["cancelationDateTime"] = Time(registration.CanceledAt),
            ["preferredTimezone"] = registration.PreferredTimeZone,
            ["preferredLanguage"] = registration.PreferredLanguage,
            ["registrationQuestionAnswers"] = List(registration.Answers, Answer),
        };
        AddExternalRegistration(json, registration.ExternalRegistration);
        return json;
    }

    private static JsonObject Answer(RegistrationAnswer answer) => new()
    {
        ["questionId"] = answer.QuestionId,
        ["displayName"] = answer.DisplayName,
        ["value"] = answer.Value,
        ["booleanValue"] = answer.BooleanValue,
        ["multiChoiceValues"] = new JsonArray([.. answer.Choices.Select(choice => (JsonNode?)choice)]),
    };

    private static JsonObject Participant(MeetingParticipant participant) => new()
    {
        ["upn"] = participant.UserPrincipalName,
        ["role"] = participant.Role?.Value,
        ["identity"] = participant.Identity is { } identity
            ? new JsonObject { ["application"] = null, ["device"] = null, ["user"] = Identity(identity) }
            : null,
    };

    private static JsonObject Identity(AttendeeIdentity identity)
    {
        var json = new JsonObject();
        AddIfKnown(json, "@odata.type", identity.ODataType ?? IdentityType.Of(identity.Kind));
        json["id"] = identity.Id;
        json["displayName"] = identity.DisplayName;
        json["tenantId"] = identity.TenantId;
        AddIfKnown(json, "email", identity.Email);
        AddIfKnown(json, "userPrincipalName", identity.UserPrincipalName);
        AddIfKnown(json, "userIdentityType", identity.UserIdentityType);
        AddIfKnown(json, "azureCommunicationServicesResourceId", identity.AzureCommunicationServicesResourceId);
        return json;
    }

    private static JsonObject Interval(AttendanceInterval interval) => new()
    {
        ["joinDateTime"] = Time(interval.JoinedAt),
        ["leaveDateTime"] = Time(interval.LeftAt),
        ["durationInSeconds"] = Seconds(interval.Duration),
    };

    private static JsonObject Engagement(MeetingEngagement engagement) => new()
    {
        ["dateTime"] = Time(engagement.At),
        ["engagementType"] = engagement.Type,
        ["engagementSubType"] = engagement.SubType,
    };

    private static JsonObject? DateTimeTimeZone(DateTimeTimeZone? time) =>
        time is null ? null : new JsonObject { ["dateTime"] = time.DateTime, ["timeZone"] = time.TimeZone };

    // When it was answered is the first day of all where nobody knows.
    private static JsonObject CalendarAttendee(CalendarAttendee attendee) => new()
    {
        ["type"] = attendee.Type?.Value,
        ["status"] = attendee.Response is { } response
            ? new JsonObject { ["response"] = response.Value, ["time"] = "0001-01-01T00:00:00Z" }
            : null,
        ["emailAddress"] = EmailAddress(attendee),
    };

    private static JsonObject EmailAddress(CalendarAttendee attendee) =>
        new() { ["name"] = attendee.Name, ["address"] = attendee.EmailAddress };

    private static void AddExternalEvents(JsonObject json, IReadOnlyList<ExternalEvent> externalEvents)
    {
        if (externalEvents.Count > 0)
        {
            json["externalEventInformation"] = List(
                externalEvents,
                static item => new JsonObject { ["applicationId"] = item.ApplicationId, ["externalEventId"] = item.EventId });
        }
    }

    private static void AddExternalRegistration(JsonObject json, ExternalRegistration? registration)
    {
        if (registration is not null)
        {
            json["externalRegistrationInformation"] = new JsonObject
            {
                ["referrer"] = registration.Referrer,
                ["registrationId"] = registration.RegistrationId,
            };
        }
    }

    private static void AddIfKnown(JsonObject json, string name, string? text)
    {
        if (text is not null)
            json[name] = text;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> convert) =>
        new([.. items.Select(item => (JsonNode)convert(item))]);

    private static string? Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    private static int? Seconds(TimeSpan? duration) => (int?)duration?.TotalSeconds;
}
