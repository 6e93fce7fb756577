using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>The meeting, the webinar and the town hall of the demo, with their sessions, occurrences and registrations.</summary>
internal static class SampleEvents
{
    public static OnlineMeeting WeeklyMeeting => new()
    {
        Source = SampleData.Meeting,
        Subject = "Weekly review",
        JoinWebUrl = SampleData.JoinLink.JoinWebUrl,
        JoinMeetingId = "238420318127",
        StartsAt = At("2021-10-05T04:30:00Z"),
        EndsAt = At("2021-12-28T05:15:00Z"),
        CreatedAt = At("2021-09-28T13:07:11.25Z"),
        ThreadId = SampleData.JoinLink.ThreadId,
        Organizer = new MeetingParticipant { UserPrincipalName = "frederick.cormier@contoso.com", Identity = SignedInUser },
        Attendees =
        [
            Invited("Miyuki Tanaka", "miyuki.tanaka@contoso.com"), Invited("Zoë Müller", "zoe.mueller@contoso.com"),
            Invited("Noor Haddad", "noor.haddad@contoso.com"),
        ],
    };

    public static VirtualEvent Webinar => new()
    {
        Kind = VirtualEventKind.Webinar,
        Id = ((WebinarSource)SampleData.Webinar).WebinarId,
        DisplayName = "Teams for schools",
        Status = VirtualEventStatus.Published,
        Start = Local("2021-10-04T16:00:00.0000000"),
        End = Local("2021-10-04T16:30:00.0000000"),
        CreatedBy = SignedInUser,
        Audience = "everyone",
        IsRegistrationRequired = true,
    };

    public static VirtualEventSession WebinarSession =>
        new()
        {
            Source = SampleData.Webinar,
            Subject = "Teams for schools",
            JoinWebUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_d2ViaW5hcg%40thread.v2/0",
            Start = Webinar.Start,
            End = Webinar.End,
        };

    public static VirtualEvent Townhall => new()
    {
        Kind = VirtualEventKind.Townhall,
        Id = ((TownhallSource)SampleData.Townhall).TownhallId,
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

    public static VirtualEventSession TownhallSession =>
        new()
        {
            Source = SampleData.Townhall,
            Subject = "All hands",
            JoinWebUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_dG93bmhhbGw%40thread.v2/0",
            Start = Townhall.Start,
            End = Townhall.End,
            Capacity = 10_000,
        };

    public static Registration[] WebinarRegistrations =>
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
            Answers =
            [
                new RegistrationAnswer
                {
                    QuestionId = "95320781-96b3-4b8f-8cf8-e6561d23447a",
                    DisplayName = "How many pupils?",
                    Value = "450",
                },
            ],
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

    public static Registration[] TownhallRegistrations =>
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

    private static MeetingParticipant Invited(string name, string address) => new()
    {
        UserPrincipalName = address,
        Identity = new AttendeeIdentity
        {
            DisplayName = name,
            TenantId = Person.Tenant,
            Kind = AttendeeKind.User,
            ODataType = IdentityType.User,
        },
        Role = AttendeeRole.Attendee,
    };

    private static AttendeeIdentity SignedInUser => new()
    {
        Id = FakeGraph.SomeUserId,
        DisplayName = "Frederick Cormier",
        TenantId = Person.Tenant,
        Kind = AttendeeKind.User,
        ODataType = IdentityType.User,
    };

    public static CalendarMeeting Occurrence(string start) => new()
    {
        Id = $"AAMk{start}",
        Subject = "Weekly review",
        Start = DateTimeTimeZone.Utc(At(start)),
        End = DateTimeTimeZone.Utc(At(start).AddMinutes(45)),
        IsOrganizer = true,
        IsCancelled = false,
        JoinWebUrl = SampleData.JoinLink.JoinWebUrl,
    };

    private static DateTimeTimeZone Local(string time) => new() { DateTime = time, TimeZone = "Pacific Standard Time" };

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
