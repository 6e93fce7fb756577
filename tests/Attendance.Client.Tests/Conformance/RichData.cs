using System.Globalization;

namespace Attendance.Client.Tests.Conformance;

/// <summary>Data in which every member that the wire has is filled somewhere, and missing elsewhere.</summary>
internal static class RichData
{
    public const string Me = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    public const string Group = "8b4f3d5e-2f0f-4f55-9d0b-5a4a4f5d3c11";

    public const string OtherUser = "41a2f8e5-6f0c-4b6b-9d53-0d1d5c1c7e02";
    public const string JoinWebUrl =
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x'y%40thread.v2/0?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22o%22%7d";

    private const string Tenant = "5466a424-aadf-425c-9b24-034ca28d4bdd";

    public static readonly AttendanceSource MyMeeting = AttendanceSource.Meeting(Organizer.Me, "MSpk/Yz+E3=*0'a");
    public static readonly AttendanceSource TheirMeeting = AttendanceSource.Meeting(
        Organizer.User(OtherUser), $"{OtherUser}_19:meeting_NjQ@thread.v2");
    public static readonly AttendanceSource WebinarSession =
        AttendanceSource.Webinar($"f8ce2a5f-0e6a-4186-aa90-1f64bc023566@{Tenant}", "8d62dd52-4dff-4c75-96a9-f905cc3ff942");
    public static readonly AttendanceSource TownhallSession =
        AttendanceSource.Townhall($"3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@{Tenant}", "b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37");

    public static readonly IReadOnlyList<AttendanceSource> Sources = [MyMeeting, TheirMeeting, WebinarSession, TownhallSession];

    public static readonly OnlineMeeting MyOnlineMeeting = Meeting(MyMeeting, JoinWebUrl);
    public static readonly OnlineMeeting TheirOnlineMeeting = Meeting(TheirMeeting, "https://teams.microsoft.com/meet/2345678?p=abc");

    public static readonly DateTimeOffset CalendarFrom = Utc("2026-03-01T00:00:00Z");
    public static readonly DateTimeOffset CalendarUntil = Utc("2026-03-08T00:00:00Z");

    /// <summary>What a calendar holds in the range, in the order of time; the second has no link and is no online meeting.</summary>
    public static readonly IReadOnlyList<CalendarMeeting> Calendar =
    [
        new CalendarMeeting
        {
            Id = "AAMkAD=",
            ICalUId = "040000008200E00074C5B7101A82E008",
            Subject = "Jour fixe, Größe",
            Start = new DateTimeTimeZone { DateTime = "2026-03-02T10:00:00.0000000", TimeZone = "UTC" },
            End = new DateTimeTimeZone { DateTime = "2026-03-02T11:00:00.0000000", TimeZone = "UTC" },
            IsOrganizer = true,
            IsCancelled = false,
            JoinWebUrl = JoinWebUrl,
            SeriesId = "AAMkAE=",
            Type = CalendarMeetingType.Occurrence,
            Organizer = new CalendarAttendee { Name = "Zoë Müller", EmailAddress = "zoe@contoso.com" },
            Attendees =
            [
                new CalendarAttendee
                {
                    Name = "李小龙",
                    EmailAddress = "li@fabrikam.com",
                    Type = CalendarAttendeeType.Optional,
                    Response = CalendarResponse.TentativelyAccepted,
                },
                new CalendarAttendee
                {
                    Name = "Room 1",
                    EmailAddress = "room1@contoso.com",
                    Type = CalendarAttendeeType.Resource,
                    Response = CalendarResponse.Accepted,
                },
            ],
        },
        new CalendarMeeting
        {
            Id = "lunch",
            Start = new DateTimeTimeZone { DateTime = "2026-03-03T12:00:00.0000000", TimeZone = "UTC" },
            End = new DateTimeTimeZone { DateTime = "2026-03-03T13:00:00.0000000", TimeZone = "UTC" },
        },
        new CalendarMeeting
        {
            Id = "other",
            Start = new DateTimeTimeZone { DateTime = "2026-03-04T10:00:00.0000000", TimeZone = "Pacific Standard Time" },
            End = new DateTimeTimeZone { DateTime = "2026-03-04T10:30:00.0000000", TimeZone = "Pacific Standard Time" },
            IsOrganizer = false,
            IsCancelled = true,
            JoinWebUrl = "https://teams.microsoft.com/meet/2345678?p=abc",
        },
    ];

    public static readonly IReadOnlyList<VirtualEvent> MyWebinars = Events(
        VirtualEventKind.Webinar, ((WebinarSource)WebinarSession).WebinarId, Me);
    public static readonly IReadOnlyList<Organizer> GroupMembers =
        [Organizer.User(Me), Organizer.User(OtherUser), Organizer.User("5d9f1f0a-0c1e-4f7a-8d3c-0b1c2d3e4f50")];

    public static readonly IReadOnlyList<VirtualEvent> TheirWebinars = Events(VirtualEventKind.Webinar, "their-webinar", OtherUser);
    public static readonly IReadOnlyList<VirtualEvent> MyTownhalls = Events(
        VirtualEventKind.Townhall, ((TownhallSource)TownhallSession).TownhallId, Me);
    public static readonly IReadOnlyList<VirtualEvent> TheirTownhalls = Events(VirtualEventKind.Townhall, "their-townhall", OtherUser);
    public static readonly IReadOnlyList<VirtualEvent> VirtualEvents = [.. MyWebinars, .. TheirWebinars, .. MyTownhalls, .. TheirTownhalls];

    public static readonly IReadOnlyList<VirtualEventSession> WebinarSessions = Sessions(
        WebinarSession, other => AttendanceSource.Webinar(WebinarId, other));
    public static readonly IReadOnlyList<VirtualEventSession> TownhallSessions = Sessions(
        TownhallSession, other => AttendanceSource.Townhall(TownhallId, other));

    public static readonly IReadOnlyList<Registration> Registrations =
    [
        new Registration
        {
            Id = "127962bb-84e1-7b62-fd98-1c9d39def7b6",
            UserId = OtherUser,
            FirstName = "Piotr",
            LastName = "Wiśniewski",
            Email = "piotr@fabrikam.com",
            Status = RegistrationStatus.PendingApproval,
            RegisteredAt = Utc("2026-02-01T08:00:00.1234567Z"),
            CanceledAt = Utc("2026-02-02T08:00:00Z"),
            PreferredLanguage = "pl-PL",
            PreferredTimeZone = "Central European Standard Time",
            Answers =
            [
                new RegistrationAnswer { QuestionId = "q1", DisplayName = "Which?", Value = "both", Choices = ["a", "b"] },
                new RegistrationAnswer { QuestionId = "q2", BooleanValue = true },
                new RegistrationAnswer(),
            ],
            ExternalRegistration = new ExternalRegistration { Referrer = "https://contoso.com/?a=b", RegistrationId = "ext-1" },
        },
        new Registration { Id = "canceled", Status = RegistrationStatus.Canceled },
        new Registration { Id = "bare" },
    ];

    public static string WebinarId => ((WebinarSource)WebinarSession).WebinarId;

    public static string TownhallId => ((TownhallSource)TownhallSession).TownhallId;

    /// <summary>Three reports of a source, newest first; each source's own.</summary>
    public static IReadOnlyList<AttendanceReport> ReportsOf(AttendanceSource source)
    {
        var number = Sources.ToList().IndexOf(source);
        return
        [
            new AttendanceReport
            {
                Id = $"report {number}/1",
                StartedAt = Utc("2026-03-02T10:00:00.1234567Z"),
                EndedAt = Utc("2026-03-02T11:00:00.7Z"),
                ParticipantCount = 10 + number,
                ExternalEvents =
                [new ExternalEvent { ApplicationId = "1f5ab9a5-8c0e-4a0c-9a43-6d2d9d5d1c77", EventId = "crm-4711" }, new ExternalEvent()],
                Records = Records,
            },
            new AttendanceReport
            {
                Id = $"report {number}/2",
                StartedAt = Utc("2026-02-02T10:00:00Z"),
                EndedAt = Utc("2026-02-02T11:00:00Z"),
                ParticipantCount = 0,
                Records = [],
            },
            new AttendanceReport { Id = $"report {number}/3", Records = [new AttendanceRecord { Id = "alone" }] },
        ];
    }

    /// <summary>A session as a list has it.</summary>
    public static VirtualEventSession Summary(VirtualEventSession session) => session with { Capacity = null };

    private static IReadOnlyList<AttendanceRecord> Records =>
    [
        new AttendanceRecord
        {
            Id = "rec-1",
            EmailAddress = "zoe.mueller@contoso.com",
            Role = AttendeeRole.Organizer,
            TotalAttendance = TimeSpan.FromSeconds(2565),
            Identity = new AttendeeIdentity
            {
                Id = "16664f75-11dc-4870-bec6-38c1aaa81431",
                DisplayName = "Zoë \"Z\" Müller 李",
                TenantId = Tenant,
                Email = "zoe@fabrikam.com",
                UserPrincipalName = "zoe.mueller@contoso.onmicrosoft.com",
                UserIdentityType = "federatedUser",
                AzureCommunicationServicesResourceId = "0b8c7d6e-11dc-4870-bec6-38c1aaa81431",
                Kind = AttendeeKind.TeamworkUser,
                ODataType = "#microsoft.graph.teamworkUserIdentity",
            },
            Intervals =
            [
                new AttendanceInterval
                {
                    JoinedAt = Utc("2026-03-02T10:00:01.2782182Z"),
                    LeftAt = Utc("2026-03-02T10:30:05Z"),
                    Duration = TimeSpan.FromSeconds(1805),
                },
                new AttendanceInterval
                {
                    JoinedAt = Utc("2026-03-02T10:40:00Z"),
                    LeftAt = Utc("2026-03-02T10:52:40Z"),
                    Duration = TimeSpan.FromSeconds(760),
                },
            ],
            RegistrationId = "127962bb-84e1-7b62-fd98-1c9d39def7b6",
            ExternalRegistration = new ExternalRegistration { Referrer = "Contoso CRM", RegistrationId = "ext-1" },
            Engagements =
            [new MeetingEngagement { Type = "hand", SubType = "raiseHand", At = Utc("2026-03-02T10:10:00.5Z") }, new MeetingEngagement()],
        },
        Person(AttendeeKind.User, "communicationsUserIdentity") with { Role = AttendeeRole.Presenter, EmailAddress = "miyuki@contoso.com" },
        Person(AttendeeKind.Guest, "communicationsGuestIdentity") with
        {
            Identity = new AttendeeIdentity
            {
                DisplayName = "Anna (Gast)",
                Email = "anna@adatum.com",
                Kind = AttendeeKind.Guest,
                ODataType = "#microsoft.graph.communicationsGuestIdentity",
            },
        },
        Person(AttendeeKind.Phone, "communicationsPhoneIdentity") with
        {
            TotalAttendance = TimeSpan.Zero,
            Intervals = [new AttendanceInterval { Duration = TimeSpan.Zero }, new AttendanceInterval()],
        },
        Person(AttendeeKind.AzureCommunicationServicesUser, "azureCommunicationServicesUserIdentity") with
        {
            Id = "8:acs:16664f75_00000012-7e8b",
            Identity = new AttendeeIdentity
            {
                Id = "8:acs:16664f75_00000012-7e8b",
                AzureCommunicationServicesResourceId = "16664f75-11dc-4870-bec6-38c1aaa81431",
                Kind = AttendeeKind.AzureCommunicationServicesUser,
                ODataType = "#microsoft.graph.azureCommunicationServicesUserIdentity",
            },
        },
        Person(AttendeeKind.Encrypted, "communicationsEncryptedIdentity"),
        Person(AttendeeKind.Application, "communicationsApplicationIdentity"),
        Person(AttendeeKind.ApplicationInstance, "communicationsApplicationInstanceIdentity"),
        Person(AttendeeKind.Unknown, "holographicIdentity") with { Role = new AttendeeRole("CoOrganizer") },
        new AttendanceRecord
        {
            Role = AttendeeRole.None,
            Identity = new AttendeeIdentity { Id = "i", DisplayName = "without a type", TenantId = Tenant },
        },
        new AttendanceRecord { Identity = new AttendeeIdentity() },
        new AttendanceRecord(),
    ];

    private static AttendanceRecord Person(AttendeeKind kind, string type) => new()
    {
        Id = type,
        Role = AttendeeRole.Attendee,
        TotalAttendance = TimeSpan.FromSeconds(60),
        Identity = new AttendeeIdentity
        {
            Id = $"id of {type}",
            DisplayName = $"a {kind}",
            TenantId = Tenant,
            Kind = kind,
            ODataType = $"#microsoft.graph.{type}",
        },
        Intervals = [new AttendanceInterval
        {
            JoinedAt = Utc("2026-03-02T10:00:00Z"),
            LeftAt = Utc("2026-03-02T10:01:00Z"),
            Duration = TimeSpan.FromSeconds(60),
        }],
    };

    private static OnlineMeeting Meeting(AttendanceSource source, string joinWebUrl) => new()
    {
        Source = source,
        Id = ((MeetingSource)source).MeetingId,
        Subject = "Jour fixe, Größe",
        JoinWebUrl = joinWebUrl,
        JoinMeetingId = "234567890123",
        IsPasscodeRequired = true,
        StartsAt = Utc("2026-03-02T10:00:00Z"),
        EndsAt = Utc("2026-03-02T11:00:00Z"),
        CreatedAt = Utc("2026-02-20T09:08:07.1234567Z"),
        ExternalId = "crm-4711",
        ThreadId = "19:meeting_x@thread.v2",
        Organizer = new MeetingParticipant
        {
            Identity = User(Me, "Diane Demoss"),
            UserPrincipalName = "diane@contoso.com",
            Role = new AttendeeRole("presenter"),
        },
        Attendees =
        [
            new MeetingParticipant
            {
                Identity = User(OtherUser, "Miyuki Tanaka"),
                UserPrincipalName = "miyuki@contoso.com",
                Role = new AttendeeRole("coorganizer"),
            },
            new MeetingParticipant(),
        ],
    };

    private static AttendeeIdentity User(string id, string? name) =>
        new()
        {
            Id = id,
            DisplayName = name,
            TenantId = Tenant,
            Kind = AttendeeKind.User,
            ODataType = "#microsoft.graph.communicationsUserIdentity",
        };

    private static IReadOnlyList<VirtualEvent> Events(VirtualEventKind kind, string id, string organizer) =>
    [
        new VirtualEvent
        {
            Kind = kind,
            Id = id,
            DisplayName = "The impact of tech on our lives",
            Status = VirtualEventStatus.Published,
            Start = new DateTimeTimeZone { DateTime = "2026-03-30T10:00:00.0000000", TimeZone = "PacificSt" },
            End = new DateTimeTimeZone { DateTime = "2026-03-30T17:00:00.0000000", TimeZone = "PacificSt" },
            CreatedBy = User(organizer, "Diane Demoss"),
            CoOrganizers =
            [User("7b7e1acd-a3e0-4533-8c1d-c1a4ca0b2e2b", "Kenneth Brown"), User("80cefd93-8d88-40e2-b5d3-67898383e226", name: null)],
            Audience = "organization",
            Capacity = kind == VirtualEventKind.Townhall ? 10000 : null,
            IsInviteOnly = kind == VirtualEventKind.Townhall ? true : null,
            IsRegistrationRequired = true,
            ExternalEvents = [new ExternalEvent { ApplicationId = "1f5ab9a5-8c0e-4a0c-9a43-6d2d9d5d1c77", EventId = "crm-4711" }],
        },
        new VirtualEvent
        {
            Kind = kind,
            Id = $"{id}-draft",
            Status = VirtualEventStatus.Draft,
            CreatedBy = User(organizer, name: null),
            Audience = "everyone",
            IsRegistrationRequired = false,
        },
        new VirtualEvent { Kind = kind, Id = $"{id}-bare", CreatedBy = User(organizer, name: null) },
    ];

    private static IReadOnlyList<VirtualEventSession> Sessions(AttendanceSource source, Func<string, AttendanceSource> sourceOf) =>
    [
        new VirtualEventSession
        {
            Source = source,
            Id = source is WebinarSource webinar ? webinar.SessionId : ((TownhallSource)source).SessionId,
            Subject = "The impact of tech on our lives",
            JoinWebUrl = JoinWebUrl,
            Start = new DateTimeTimeZone { DateTime = "2026-03-30T10:00:00.0000000", TimeZone = "PacificSt" },
            End = new DateTimeTimeZone { DateTime = "2026-03-30T17:00:00.0000000", TimeZone = "PacificSt" },
            Capacity = 500,
        },
        new VirtualEventSession
        {
            Source = sourceOf("second"),
            Id = "second",
            Start = new DateTimeTimeZone { DateTime = "2026-03-31T10:00:00.0000000", TimeZone = "UTC" },
        },
        new VirtualEventSession { Source = sourceOf("third"), Id = "third" },
    ];

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
