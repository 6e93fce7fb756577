namespace Attendance.Client.Testing;

/// <summary>The meeting, webinar and town hall of the demo: the examples of Graph's documentation, and what they leave out.</summary>
public static class SampleData
{
    private const string Tenant = Internal.Person.Tenant;

    /// <summary>A meeting of the signed-in user, with two sessions.</summary>
    public static AttendanceSource Meeting { get; } = AttendanceSource.Meeting(Organizer.Me, "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ");

    /// <summary>A meeting of the signed-in user, with one session of an organizer and a presenter.</summary>
    public static AttendanceSource SmallMeeting { get; } =
        AttendanceSource.Meeting(Organizer.Me, "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZdFpHRTNaR1F6WGhyZWFkLnYy");

    /// <summary>A webinar session with people who registered and one who did not.</summary>
    public static AttendanceSource Webinar { get; } =
        AttendanceSource.Webinar($"f8ce2a5f-0e6a-4186-aa90-1f64bc023566@{Tenant}", "8d62dd52-4dff-4c75-96a9-f905cc3ff942");

    /// <summary>A town hall session with somebody who registered, guests, a phone and an Azure Communication Services user.</summary>
    public static AttendanceSource Townhall { get; } =
        AttendanceSource.Townhall($"3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@{Tenant}", "b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37");

    /// <summary>The link by which people join <see cref="Meeting"/>.</summary>
    public static JoinLink JoinLink { get; } = JoinLink.Parse(
        $"https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZWFkLnYy%40thread.v2/0?context=%7b%22Tid%22%3a%22{Tenant}%22%2c%22Oid%22%3a%22{FakeGraph.SomeUserId}%22%7d");

    /// <summary>A graph that holds all of these, with what leads to them: the meeting's join link, the calendar, the events, their sessions and registrations.</summary>
    public static FakeGraph CreateGraph() => new FakeGraph()
        .Add(WeeklyMeeting, FirstSession, SecondSession)
        .Add(Organizer.Me, Occurrence("2021-10-05T04:30:00Z"), Occurrence("2021-10-12T04:30:00Z"))
        .Add(SmallMeeting, SmallReport)
        .Add(WebinarEvent)
        .Add(WebinarSession, WebinarReport)
        .Add(VirtualEventKind.Webinar, WebinarEvent.Id!, WebinarRegistrations)
        .Add(TownhallEvent)
        .Add(TownhallSession, TownhallReport)
        .Add(VirtualEventKind.Townhall, TownhallEvent.Id!, TownhallRegistrations);

    private static OnlineMeeting WeeklyMeeting => new()
    {
        Source = Meeting,
        Subject = "Weekly review",
        JoinWebUrl = JoinLink.JoinWebUrl,
        JoinMeetingId = "238420318127",
        StartsAt = At("2021-10-05T04:30:00Z"),
        EndsAt = At("2021-12-28T05:15:00Z"),
        CreatedAt = At("2021-09-28T13:07:11.25Z"),
        ThreadId = JoinLink.ThreadId,
        Organizer = new MeetingParticipant { UserPrincipalName = "frederick.cormier@contoso.com", Identity = SignedInUser },
    };

    private static VirtualEvent WebinarEvent => new()
    {
        Kind = VirtualEventKind.Webinar,
        Id = ((WebinarSource)Webinar).WebinarId,
        DisplayName = "Teams for schools",
        Status = VirtualEventStatus.Published,
        Start = Local("2021-10-04T16:00:00.0000000"),
        End = Local("2021-10-04T16:30:00.0000000"),
        CreatedBy = SignedInUser,
        Audience = "everyone",
        IsRegistrationRequired = true,
    };

    private static VirtualEventSession WebinarSession => new() { Source = Webinar, Subject = "Teams for schools", Start = WebinarEvent.Start, End = WebinarEvent.End };

    private static VirtualEvent TownhallEvent => new()
    {
        Kind = VirtualEventKind.Townhall,
        Id = ((TownhallSource)Townhall).TownhallId,
        DisplayName = "All hands",
        Status = VirtualEventStatus.Published,
        Start = DateTimeTimeZone.Utc(At("2025-11-18T15:00:00Z")),
        End = DateTimeTimeZone.Utc(At("2025-11-18T16:00:00Z")),
        CreatedBy = SignedInUser,
        Audience = "organization",
        Capacity = 10_000,
        IsInviteOnly = false,
        IsRegistrationRequired = true,
    };

    private static VirtualEventSession TownhallSession => new() { Source = Townhall, Subject = "All hands", Start = TownhallEvent.Start, End = TownhallEvent.End, Capacity = 10_000 };

    private static Registration[] WebinarRegistrations =>
    [
        new()
        {
            Id = "127962bb-84e1-7b62-fd98-1c9d39def7b6",
            FirstName = "Piotr",
            LastName = "Wiśniewski",
            Email = "piotr@fabrikam.com",
            Status = RegistrationStatus.Registered,
            RegisteredAt = At("2021-09-20T08:15:30Z"),
            PreferredLanguage = "pl-pl",
            Answers = [new RegistrationAnswer { QuestionId = "95320781-96b3-4b8f-8cf8-e6561d23447a", DisplayName = "How many pupils?", Value = "450" }],
        },
        new()
        {
            Id = "0ec7e0ae-2d2b-4b53-9d8f-6c6a6f2b0d52",
            FirstName = "Noor",
            LastName = "Haddad",
            Email = "noor@adatum.com",
            Status = RegistrationStatus.Registered,
            RegisteredAt = At("2021-09-29T19:02:00Z"),
            PreferredLanguage = "ar-eg",
        },
    ];

    private static Registration[] TownhallRegistrations =>
    [
        new()
        {
            Id = "5f0e8a77-1c0d-4a3e-9b39-7d1a4c2e6f10",
            FirstName = "Σοφία",
            LastName = "Παπαδοπούλου",
            Email = "sofia@adatum.com",
            Status = RegistrationStatus.Registered,
            RegisteredAt = At("2025-11-03T09:41:12Z"),
            PreferredLanguage = "el-gr",
        },
        new()
        {
            Id = "b83d2c54-6e9f-4f57-8a1b-0c9e7d5a3f21",
            FirstName = "Mehmet",
            LastName = "Öz",
            Email = "mehmet@fabrikam.com",
            Status = RegistrationStatus.Canceled,
            RegisteredAt = At("2025-11-04T13:20:00Z"),
            CanceledAt = At("2025-11-17T18:05:00Z"),
            PreferredLanguage = "tr-tr",
        },
    ];

    private static AttendeeIdentity SignedInUser => new()
    {
        Id = FakeGraph.SomeUserId,
        DisplayName = "Frederick Cormier",
        TenantId = Tenant,
        Kind = AttendeeKind.User,
        ODataType = Internal.IdentityType.User,
    };

    private static AttendanceReport FirstSession => new()
    {
        Id = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
        StartedAt = At("2021-10-05T04:38:23.945Z"),
        EndedAt = At("2021-10-05T04:43:49.77Z"),
        ParticipantCount = 1,
        Records = [Frederick with { Identity = Frederick.Identity! with { Kind = AttendeeKind.Unknown } }],
    };

    private static AttendanceReport SecondSession => new()
    {
        Id = "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89",
        StartedAt = At("2021-10-12T04:30:00Z"),
        EndedAt = At("2021-10-12T05:15:30Z"),
        ParticipantCount = 4,
        Records =
        [
            Person("Frederick Cormier", "frederick.cormier@contoso.com", AttendeeRole.Organizer, Stay("2021-10-12T04:30:00Z", 2730)),
            Person("Miyuki Tanaka", "miyuki.tanaka@contoso.com", AttendeeRole.Presenter, Stay("2021-10-12T04:31:12.5Z", 1805), Stay("2021-10-12T05:02:40Z", 760)),
            Person("Zoë Müller", "zoe.mueller@contoso.com", AttendeeRole.Attendee, Stay("2021-10-12T04:41:03Z", 2067)),
            new AttendanceRecord
            {
                Role = AttendeeRole.Attendee,
                Identity = new AttendeeIdentity { DisplayName = "Anna (Gast)", Kind = AttendeeKind.Guest },
                TotalAttendance = TimeSpan.FromSeconds(611),
                Intervals = [Stay("2021-10-12T04:58:20Z", 611)],
            },
        ],
    };

    private static AttendanceReport SmallReport => new()
    {
        Id = "7f0c5b3e-2a64-4f0e-8f5e-6b0a4f8f9c21",
        StartedAt = At("2021-03-16T18:59:46.598956Z"),
        EndedAt = At("2021-03-16T19:25:45.4473057Z"),
        ParticipantCount = 2,
        Records =
        [
            Person("Lidia Holloway", "lidia.holloway@contoso.com", AttendeeRole.Organizer,
                Stay("2021-03-16T18:59:46.598956Z", "2021-03-16T19:25:45.4473057Z", 1558)),
            Frederick,
        ],
    };

    private static AttendanceReport WebinarReport => new()
    {
        Id = "b76965d4-0763-496e-9980-b323c5f3aa3b",
        StartedAt = At("2021-10-04T23:13:31.658Z"),
        EndedAt = At("2021-10-04T23:18:57.563Z"),
        ParticipantCount = 2,
        ExternalEvents = [new ExternalEvent { ApplicationId = "1f5ab9a5-8c0e-4a0c-9a43-6d2d9d5d1c77", EventId = "contoso-crm-4711" }],
        Records =
        [
            Person("Diane Demoss", "diane.demoss@contoso.com", AttendeeRole.Organizer, Stay("2021-10-04T23:13:31.658Z", 325)),
            Person("Piotr Wiśniewski", "piotr@fabrikam.com", AttendeeRole.Attendee, Stay("2021-10-04T23:14:02Z", 118), Stay("2021-10-04T23:16:30Z", 147)) with
            {
                RegistrationId = "127962bb-84e1-7b62-fd98-1c9d39def7b6",
                Engagements =
                [
                    new MeetingEngagement { At = At("2021-10-04T23:15:10Z"), Type = "reaction", SubType = "like" },
                    new MeetingEngagement { At = At("2021-10-04T23:16:58Z"), Type = "hand", SubType = "raiseHand" },
                ],
            },
        ],
    };

    private static AttendanceReport TownhallReport => new()
    {
        Id = "0a7b1f6d-3b1e-4d4b-8a53-2c6f9d0e1b42",
        StartedAt = At("2025-11-18T15:00:00Z"),
        EndedAt = At("2025-11-18T16:02:11.4Z"),
        ParticipantCount = 5,
        Records =
        [
            Person("Diane Demoss", "diane.demoss@contoso.com", AttendeeRole.Organizer, Stay("2025-11-18T14:50:12Z", 4319)),
            Person("李小龙", "xiaolong.li@contoso.com", AttendeeRole.Presenter, Stay("2025-11-18T14:58:00Z", 3790)),
            Person("Σοφία Παπαδοπούλου", "sofia@adatum.com", AttendeeRole.Attendee, Stay("2025-11-18T15:04:31.25Z", 3000)) with
            {
                RegistrationId = TownhallRegistrations[0].Id,
            },
            new AttendanceRecord
            {
                Id = "8:acs:16664f75-11dc-4870-bec6-38c1aaa81431_00000012-7e8b",
                Role = AttendeeRole.Attendee,
                Identity = new AttendeeIdentity
                {
                    Id = "8:acs:16664f75-11dc-4870-bec6-38c1aaa81431_00000012-7e8b",
                    DisplayName = "Kiosk 3",
                    Kind = AttendeeKind.AzureCommunicationServicesUser,
                    AzureCommunicationServicesResourceId = "16664f75-11dc-4870-bec6-38c1aaa81431",
                },
                TotalAttendance = TimeSpan.FromSeconds(3600),
                Intervals = [Stay("2025-11-18T15:00:05Z", 3600)],
            },
            new AttendanceRecord
            {
                Role = AttendeeRole.Attendee,
                Identity = new AttendeeIdentity { DisplayName = "+49 30 ******12", Kind = AttendeeKind.Phone },
                TotalAttendance = TimeSpan.Zero,
                Intervals = [new AttendanceInterval { Duration = TimeSpan.Zero }],
            },
        ],
    };

    private static AttendanceRecord Frederick => new()
    {
        EmailAddress = "frederick.cormier@contoso.com",
        Role = AttendeeRole.Presenter,
        Identity = new AttendeeIdentity { Id = FakeGraph.SomeUserId, DisplayName = "Frederick Cormier", Kind = AttendeeKind.User },
        TotalAttendance = TimeSpan.FromSeconds(1152),
        Intervals =
        [
            Stay("2021-03-16T18:59:52.2782182Z", "2021-03-16T19:06:47.7218491Z", 415),
            Stay("2021-03-16T19:09:23.9834702Z", "2021-03-16T19:16:31.1381195Z", 427),
            Stay("2021-03-16T19:20:27.7094382Z", "2021-03-16T19:25:37.7121956Z", 310),
        ],
    };

    private static CalendarMeeting Occurrence(string start) => new()
    {
        Id = $"AAMk{start}",
        Subject = "Weekly review",
        Start = DateTimeTimeZone.Utc(At(start)),
        End = DateTimeTimeZone.Utc(At(start).AddMinutes(45)),
        IsOrganizer = true,
        IsCancelled = false,
        JoinWebUrl = JoinLink.JoinWebUrl,
    };

    private static DateTimeTimeZone Local(string time) => new() { DateTime = time, TimeZone = "Pacific Standard Time" };

    private static AttendanceRecord Person(string name, string email, AttendeeRole role, params AttendanceInterval[] stays)
    {
        var id = new Guid(name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)), 0x4adb, 0x4f0e, [0xbf, 0xb2, 0, 0, 0, 0, 0, 1]).ToString();
        return new AttendanceRecord
        {
            Id = id,
            EmailAddress = email,
            Role = role,
            Identity = new AttendeeIdentity { Id = id, DisplayName = name, TenantId = Tenant, Kind = AttendeeKind.User },
            TotalAttendance = TimeSpan.FromTicks(stays.Sum(stay => stay.Duration!.Value.Ticks)),
            Intervals = stays,
        };
    }

    private static AttendanceInterval Stay(string joined, int seconds) => new()
    {
        JoinedAt = At(joined),
        LeftAt = At(joined).AddSeconds(seconds),
        Duration = TimeSpan.FromSeconds(seconds),
    };

    private static AttendanceInterval Stay(string joined, string left, int seconds) => new()
    {
        JoinedAt = At(joined),
        LeftAt = At(left),
        Duration = TimeSpan.FromSeconds(seconds),
    };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
