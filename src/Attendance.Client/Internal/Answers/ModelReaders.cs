using System.Text.Json;
using Attendance.Client.Generated.Models;
using Wire = Attendance.Client.Generated.Models;

namespace Attendance.Client.Internal;

/// <summary>The readers of Kiota's models, each made when it is first needed. A test holds them to what Kiota writes.</summary>
internal static class ModelReaders
{
    private static ModelReader<Wire.Attendee> Attendee => field ??= new(
        new("emailAddress", static (attendee, ref json) => attendee.EmailAddress = EmailAddress.Read(ref json)),
        new("status", static (attendee, ref json) => attendee.Status = ResponseStatus.Read(ref json)),
        new("type", static (attendee, ref json) => attendee.Type = json.ReadText()));

    private static ModelReader<Wire.AttendanceInterval> AttendanceInterval => field ??= new(
        new("joinDateTime", static (interval, ref json) => interval.JoinDateTime = json.ReadTime()),
        new("leaveDateTime", static (interval, ref json) => interval.LeaveDateTime = json.ReadTime()),
        new("durationInSeconds", static (interval, ref json) => interval.DurationInSeconds = json.ReadInt32()));

    private static ModelReader<Wire.AttendanceRecord> AttendanceRecord => field ??= new(
        new("id", static (record, ref json) => record.Id = json.ReadText()),
        new("emailAddress", static (record, ref json) => record.EmailAddress = json.ReadText()),
        new("totalAttendanceInSeconds", static (record, ref json) => record.TotalAttendanceInSeconds = json.ReadInt32()),
        new("role", static (record, ref json) => record.Role = json.ReadText(record.Role)),
        new("registrationId", static (record, ref json) => record.RegistrationId = json.ReadText()),
        new(
            "externalRegistrationInformation",
            static (record, ref json) =>
                record.ExternalRegistrationInformation = VirtualEventExternalRegistrationInformation.Read(ref json)),
        new("identity", static (record, ref json) => record.Identity = Identity.Read(ref json, record.Identity)),
        new(
            "attendanceIntervals",
            static (record, ref json) => record.AttendanceIntervals = AttendanceInterval.ReadList(ref json, record.AttendanceIntervals)),
        new("engagements", static (record, ref json) => record.Engagements = MeetingEngagement.ReadList(ref json, record.Engagements)));

    private static ModelReader<Wire.ChatInfo> ChatInfo => field ??= new([
        new("threadId", static (chat, ref json) => chat.ThreadId = json.ReadText()),
    ]);

    private static ModelReader<Wire.DateTimeTimeZone> DateTimeTimeZone => field ??= new(
        new("dateTime", static (time, ref json) => time.DateTime = json.ReadText()),
        new("timeZone", static (time, ref json) => time.TimeZone = json.ReadText()));

    private static ModelReader<DirectoryObject> DirectoryObject => field ??= new(
        new("@odata.type", static (member, ref json) => member.OdataType = json.ReadText()),
        new("id", static (member, ref json) => member.Id = json.ReadText()));

    private static ModelReader<Wire.EmailAddress> EmailAddress => field ??= new(
        new("address", static (address, ref json) => address.Address = json.ReadText()),
        new("name", static (address, ref json) => address.Name = json.ReadText()));

    private static ModelReader<Wire.Event> Event => field ??= new(
        new("attendees", static (meeting, ref json) => meeting.Attendees = Attendee.ReadList(ref json)),
        new("end", static (meeting, ref json) => meeting.End = ReadDateTimeTimeZone(ref json)),
        new("iCalUId", static (meeting, ref json) => meeting.ICalUId = json.ReadText()),
        new("id", static (meeting, ref json) => meeting.Id = json.ReadText()),
        new("isCancelled", static (meeting, ref json) => meeting.IsCancelled = json.ReadBoolean()),
        new("isOnlineMeeting", static (meeting, ref json) => meeting.IsOnlineMeeting = json.ReadBoolean()),
        new("isOrganizer", static (meeting, ref json) => meeting.IsOrganizer = json.ReadBoolean()),
        new("onlineMeeting", static (meeting, ref json) => meeting.OnlineMeeting = OnlineMeetingInfo.Read(ref json)),
        new("organizer", static (meeting, ref json) => meeting.Organizer = Recipient.Read(ref json)),
        new("seriesMasterId", static (meeting, ref json) => meeting.SeriesMasterId = json.ReadText()),
        new("start", static (meeting, ref json) => meeting.Start = ReadDateTimeTimeZone(ref json)),
        new("subject", static (meeting, ref json) => meeting.Subject = json.ReadText()),
        new("type", static (meeting, ref json) => meeting.Type = json.ReadText()));

    private static ModelReader<Wire.Identity> Identity => field ??= new(
        new("@odata.type", static (identity, ref json) => identity.OdataType = json.ReadText(identity.OdataType)),
        new("id", static (identity, ref json) => identity.Id = json.ReadText()),
        new("displayName", static (identity, ref json) => identity.DisplayName = json.ReadText()),
        new("tenantId", static (identity, ref json) => identity.TenantId = json.ReadText(identity.TenantId)),
        new("userIdentityType", static (identity, ref json) => identity.UserIdentityType = json.ReadText(identity.UserIdentityType)),
        new(
            "azureCommunicationServicesResourceId",
            static (identity, ref json) => identity.AzureCommunicationServicesResourceId = json.ReadText()),
        new("email", static (identity, ref json) => identity.Email = json.ReadText()),
        new("userPrincipalName", static (identity, ref json) => identity.UserPrincipalName = json.ReadText()));

    private static ModelReader<Wire.IdentitySet> IdentitySet => field ??= new(
        new("application", static (identities, ref json) => identities.Application = Identity.Read(ref json)),
        new("user", static (identities, ref json) => identities.User = Identity.Read(ref json)));

    private static ModelReader<Wire.JoinMeetingIdSettings> JoinMeetingIdSettings => field ??= new(
        new("isPasscodeRequired", static (settings, ref json) => settings.IsPasscodeRequired = json.ReadBoolean()),
        new("joinMeetingId", static (settings, ref json) => settings.JoinMeetingId = json.ReadText()));

    private static ModelReader<Wire.MeetingAttendanceReport> MeetingAttendanceReport => field ??= new(
        new("id", static (report, ref json) => report.Id = json.ReadText()),
        new("totalParticipantCount", static (report, ref json) => report.TotalParticipantCount = json.ReadInt32()),
        new("meetingStartDateTime", static (report, ref json) => report.MeetingStartDateTime = json.ReadTime()),
        new("meetingEndDateTime", static (report, ref json) => report.MeetingEndDateTime = json.ReadTime()),
        new(
            "externalEventInformation",
            static (report, ref json) => report.ExternalEventInformation = VirtualEventExternalInformation.ReadList(ref json)),
        new("attendanceRecords@odata.nextLink", static (report, ref json) => report.AttendanceRecordsOdataNextLink = json.ReadText()),
        new(
            "attendanceRecords",
            static (report, ref json) => report.Records = AttendanceRecord.ReadList(ref json, AttendanceMapper.ToRecord),
            isOnce: true));

    private static ModelReader<Wire.MeetingEngagement> MeetingEngagement => field ??= new(
        new("dateTime", static (engagement, ref json) => engagement.DateTime = json.ReadTime()),
        new(
            "engagementSubType",
            static (engagement, ref json) => engagement.EngagementSubType = json.ReadText(engagement.EngagementSubType)),
        new("engagementType", static (engagement, ref json) => engagement.EngagementType = json.ReadText(engagement.EngagementType)));

    private static ModelReader<Wire.MeetingParticipantInfo> MeetingParticipantInfo => field ??= new(
        new("identity", static (participant, ref json) => participant.Identity = IdentitySet.Read(ref json)),
        new("role", static (participant, ref json) => participant.Role = json.ReadText()),
        new("upn", static (participant, ref json) => participant.Upn = json.ReadText()));

    private static ModelReader<Wire.MeetingParticipants> MeetingParticipants => field ??= new(
        new("attendees", static (participants, ref json) => participants.Attendees = MeetingParticipantInfo.ReadList(ref json)),
        new("organizer", static (participants, ref json) => participants.Organizer = MeetingParticipantInfo.Read(ref json)));

    private static ModelReader<Wire.OnlineMeeting> OnlineMeeting => field ??= new(
        new("chatInfo", static (meeting, ref json) => meeting.ChatInfo = ChatInfo.Read(ref json)),
        new("creationDateTime", static (meeting, ref json) => meeting.CreationDateTime = json.ReadTime()),
        new("endDateTime", static (meeting, ref json) => meeting.EndDateTime = json.ReadTime()),
        new("externalId", static (meeting, ref json) => meeting.ExternalId = json.ReadText()),
        new("id", static (meeting, ref json) => meeting.Id = json.ReadText()),
        new("joinMeetingIdSettings", static (meeting, ref json) => meeting.JoinMeetingIdSettings = JoinMeetingIdSettings.Read(ref json)),
        new("joinWebUrl", static (meeting, ref json) => meeting.JoinWebUrl = json.ReadText()),
        new("participants", static (meeting, ref json) => meeting.Participants = MeetingParticipants.Read(ref json)),
        new("startDateTime", static (meeting, ref json) => meeting.StartDateTime = json.ReadTime()),
        new("subject", static (meeting, ref json) => meeting.Subject = json.ReadText()));

    private static ModelReader<Wire.OnlineMeetingInfo> OnlineMeetingInfo => field ??= new([
        new("joinUrl", static (meeting, ref json) => meeting.JoinUrl = json.ReadText()),
    ]);

    private static ModelReader<Wire.Recipient> Recipient => field ??= new([
        new("emailAddress", static (recipient, ref json) => recipient.EmailAddress = EmailAddress.Read(ref json)),
    ]);

    private static ModelReader<Wire.ResponseStatus> ResponseStatus => field ??= new([
        new("response", static (status, ref json) => status.Response = json.ReadText()),
    ]);

    private static ModelReader<Wire.VirtualEvent> VirtualEvent => field ??= new(
        new("audience", static (virtualEvent, ref json) => virtualEvent.Audience = json.ReadText()),
        new("capacity", static (virtualEvent, ref json) => virtualEvent.Capacity = json.ReadInt32()),
        new("coOrganizers", static (virtualEvent, ref json) => virtualEvent.CoOrganizers = Identity.ReadList(ref json)),
        new("createdBy", static (virtualEvent, ref json) => virtualEvent.CreatedBy = IdentitySet.Read(ref json)),
        new("displayName", static (virtualEvent, ref json) => virtualEvent.DisplayName = json.ReadText()),
        new("endDateTime", static (virtualEvent, ref json) => virtualEvent.EndDateTime = ReadDateTimeTimeZone(ref json)),
        new(
            "externalEventInformation",
            static (virtualEvent, ref json) => virtualEvent.ExternalEventInformation = VirtualEventExternalInformation.ReadList(ref json)),
        new("id", static (virtualEvent, ref json) => virtualEvent.Id = json.ReadText()),
        new("isInviteOnly", static (virtualEvent, ref json) => virtualEvent.IsInviteOnly = json.ReadBoolean()),
        new("isRegistrationRequired", static (virtualEvent, ref json) => virtualEvent.IsRegistrationRequired = json.ReadBoolean()),
        new("startDateTime", static (virtualEvent, ref json) => virtualEvent.StartDateTime = ReadDateTimeTimeZone(ref json)),
        new("status", static (virtualEvent, ref json) => virtualEvent.Status = json.ReadText()));

    private static ModelReader<Wire.VirtualEventExternalInformation> VirtualEventExternalInformation => field ??= new(
        new("applicationId", static (information, ref json) => information.ApplicationId = json.ReadText()),
        new("externalEventId", static (information, ref json) => information.ExternalEventId = json.ReadText()));

    private static ModelReader<Wire.VirtualEventExternalRegistrationInformation> VirtualEventExternalRegistrationInformation =>
        field ??= new(
            new("referrer", static (information, ref json) => information.Referrer = json.ReadText()),
            new("registrationId", static (information, ref json) => information.RegistrationId = json.ReadText()));

    private static ModelReader<Wire.VirtualEventRegistration> VirtualEventRegistration => field ??= new(
        new("cancelationDateTime", static (registration, ref json) => registration.CancelationDateTime = json.ReadTime()),
        new("email", static (registration, ref json) => registration.Email = json.ReadText()),
        new("externalRegistrationInformation", static (registration, ref json) =>
            registration.ExternalRegistrationInformation = VirtualEventExternalRegistrationInformation.Read(ref json)),
        new("firstName", static (registration, ref json) => registration.FirstName = json.ReadText()),
        new("id", static (registration, ref json) => registration.Id = json.ReadText()),
        new("lastName", static (registration, ref json) => registration.LastName = json.ReadText()),
        new("preferredLanguage", static (registration, ref json) => registration.PreferredLanguage = json.ReadText()),
        new("preferredTimezone", static (registration, ref json) => registration.PreferredTimezone = json.ReadText()),
        new("registrationDateTime", static (registration, ref json) => registration.RegistrationDateTime = json.ReadTime()),
        new(
            "registrationQuestionAnswers",
            static (registration, ref json) =>
                registration.RegistrationQuestionAnswers = VirtualEventRegistrationQuestionAnswer.ReadList(ref json)),
        new("status", static (registration, ref json) => registration.Status = json.ReadText()),
        new("userId", static (registration, ref json) => registration.UserId = json.ReadText()));

    private static ModelReader<Wire.VirtualEventRegistrationQuestionAnswer> VirtualEventRegistrationQuestionAnswer => field ??= new(
        new("booleanValue", static (answer, ref json) => answer.BooleanValue = json.ReadBoolean()),
        new("displayName", static (answer, ref json) => answer.DisplayName = json.ReadText()),
        new("multiChoiceValues", static (answer, ref json) => answer.MultiChoiceValues = json.ReadTexts()),
        new("questionId", static (answer, ref json) => answer.QuestionId = json.ReadText()),
        new("value", static (answer, ref json) => answer.Value = json.ReadText()));

    private static ModelReader<Wire.VirtualEventSession> VirtualEventSession => field ??= new(
        new("capacity", static (session, ref json) => session.Capacity = json.ReadInt32()),
        new("endDateTime", static (session, ref json) => session.EndDateTime = ReadDateTimeTimeZone(ref json)),
        new("id", static (session, ref json) => session.Id = json.ReadText()),
        new("joinWebUrl", static (session, ref json) => session.JoinWebUrl = json.ReadText()),
        new("startDateTime", static (session, ref json) => session.StartDateTime = ReadDateTimeTimeZone(ref json)),
        new("subject", static (session, ref json) => session.Subject = json.ReadText()));

    private static ModelReader<AttendanceRecordCollectionResponse> AttendanceRecordPage => field ??=
        Page<AttendanceRecordCollectionResponse>(
            static (page, ref json) => page.Records = AttendanceRecord.ReadList(ref json, AttendanceMapper.ToRecord));

    private static ModelReader<DirectoryObjectCollectionResponse> DirectoryObjectPage => field ??=
        Page<DirectoryObjectCollectionResponse>(static (page, ref json) => page.Value = DirectoryObject.ReadList(ref json));

    private static ModelReader<EventCollectionResponse> EventPage => field ??=
        Page<EventCollectionResponse>(static (page, ref json) => page.Value = Event.ReadList(ref json));

    private static ModelReader<MeetingAttendanceReportCollectionResponse> MeetingAttendanceReportPage => field ??=
        Page<MeetingAttendanceReportCollectionResponse>(static (page, ref json) => page.Value = MeetingAttendanceReport.ReadList(ref json));

    private static ModelReader<OnlineMeetingCollectionResponse> OnlineMeetingPage => field ??=
        Page<OnlineMeetingCollectionResponse>(static (page, ref json) => page.Value = OnlineMeeting.ReadList(ref json));

    private static ModelReader<VirtualEventCollectionResponse> VirtualEventPage => field ??=
        Page<VirtualEventCollectionResponse>(static (page, ref json) => page.Value = VirtualEvent.ReadList(ref json));

    private static ModelReader<VirtualEventRegistrationCollectionResponse> VirtualEventRegistrationPage => field ??=
        Page<VirtualEventRegistrationCollectionResponse>(
            static (page, ref json) => page.Value = VirtualEventRegistration.ReadList(ref json));

    private static ModelReader<VirtualEventSessionCollectionResponse> VirtualEventSessionPage => field ??=
        Page<VirtualEventSessionCollectionResponse>(static (page, ref json) => page.Value = VirtualEventSession.ReadList(ref json));

    /// <summary>The reader of a model that an answer can be.</summary>
    public static ModelReader<T> Of<T>()
        where T : class, new() => (ModelReader<T>)Of(typeof(T))!;

    /// <summary>The reader of a model that an answer can be, or null for any other type.</summary>
    public static IModelReader? Of(Type model) => model switch
    {
        _ when model == typeof(AttendanceRecordCollectionResponse) => AttendanceRecordPage,
        _ when model == typeof(DirectoryObjectCollectionResponse) => DirectoryObjectPage,
        _ when model == typeof(EventCollectionResponse) => EventPage,
        _ when model == typeof(MeetingAttendanceReportCollectionResponse) => MeetingAttendanceReportPage,
        _ when model == typeof(OnlineMeetingCollectionResponse) => OnlineMeetingPage,
        _ when model == typeof(VirtualEventCollectionResponse) => VirtualEventPage,
        _ when model == typeof(VirtualEventRegistrationCollectionResponse) => VirtualEventRegistrationPage,
        _ when model == typeof(VirtualEventSessionCollectionResponse) => VirtualEventSessionPage,
        _ when model == typeof(Wire.MeetingAttendanceReport) => MeetingAttendanceReport,
        _ when model == typeof(Wire.OnlineMeeting) => OnlineMeeting,
        _ when model == typeof(Wire.VirtualEvent) => VirtualEvent,
        _ when model == typeof(Wire.VirtualEventSession) => VirtualEventSession,
        _ when model == typeof(Wire.VirtualEventRegistration) => VirtualEventRegistration,
        _ => null,
    };

    private static ModelReader<TPage> Page<TPage>(ModelMember<TPage>.Reader readItems)
        where TPage : BaseCollectionResponse, new() => new(
        new("@odata.count", static (page, ref json) => page.OdataCount = json.ReadInt64()),
        new("@odata.nextLink", static (page, ref json) => page.OdataNextLink = json.ReadText()),
        new("value", readItems, isOnce: true));

    private static Wire.DateTimeTimeZone? ReadDateTimeTimeZone(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String
            ? new Wire.DateTimeTimeZone { DateTime = json.ReadText() }
            : DateTimeTimeZone.Read(ref json);
}
