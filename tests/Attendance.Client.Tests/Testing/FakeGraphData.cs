using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>One of everything that a graph can hold, with every member filled.</summary>
internal static class FakeGraphData
{
    public const string Organizer = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    public const string CoOrganizer = "16664f75-11dc-4870-bec6-38c1aaa81431";
    public const string Stranger = "00000000-0000-0000-0000-00000000beef";
    public const string LongLink =
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NTg0%40thread.v2/0?context=%7b%22Tid%22%3a%22909c6581%22%2c%22Oid%22%3a%22dc17674c%22%7d";

    public static AttendanceSource MeetingSource { get; } = AttendanceSource.Meeting(Client.Organizer.User(Organizer), "MSpk=*0");

    public static OnlineMeeting Meeting { get; } = new()
    {
        Source = MeetingSource,
        Id = "MSpk=*0",
        Subject = "Stand-up",
        JoinWebUrl = LongLink,
        JoinMeetingId = "123456789012",
        IsPasscodeRequired = true,
        StartsAt = At(9),
        EndsAt = At(10),
        CreatedAt = At(8),
        ExternalId = "crm-1",
        ThreadId = "19:meeting_NTg0@thread.v2",
        Organizer = new MeetingParticipant
        {
            Identity = User(Organizer, "Ada"),
            UserPrincipalName = "ada@contoso.com",
            Role = AttendeeRole.Presenter,
        },
        Attendees = [new MeetingParticipant
        {
            Identity = User(Stranger, "Zoë"),
            UserPrincipalName = "zoe@contoso.com",
            Role = new AttendeeRole("coorganizer"),
        }],
    };

    public static CalendarMeeting Occurrence { get; } = new()
    {
        Id = "AAMk1",
        ICalUId = "0400",
        Subject = "Stand-up",
        Start = DateTimeTimeZone.Utc(At(9)),
        End = DateTimeTimeZone.Utc(At(10)),
        IsOrganizer = true,
        IsCancelled = false,
        JoinWebUrl = LongLink,
        SeriesId = "AAMkS",
        Type = CalendarMeetingType.Occurrence,
        Organizer = new CalendarAttendee { Name = "Ada", EmailAddress = "ada@contoso.com" },
        Attendees =
        [
            new CalendarAttendee
            {
                Name = "Zoë",
                EmailAddress = "zoe@contoso.com",
                Type = CalendarAttendeeType.Required,
                Response = CalendarResponse.Accepted,
            },
            new CalendarAttendee { Name = "Somebody" },
        ],
    };

    public static VirtualEvent Webinar { get; } = new()
    {
        Kind = VirtualEventKind.Webinar,
        Id = "w@t",
        DisplayName = "Launch",
        Status = VirtualEventStatus.Published,
        Start = new DateTimeTimeZone { DateTime = "2026-03-02T09:00:00.0000000", TimeZone = "Pacific Standard Time" },
        End = new DateTimeTimeZone { DateTime = "2026-03-02T10:00:00.0000000", TimeZone = "PacificSt" },
        CreatedBy = User(Organizer, "Ada"),
        CoOrganizers = [User(CoOrganizer, "Zoë")],
        Audience = "everyone",
        IsRegistrationRequired = true,
        ExternalEvents = [new ExternalEvent { ApplicationId = "app", EventId = "event" }],
    };

    public static VirtualEvent Townhall { get; } = Webinar with
    {
        Kind = VirtualEventKind.Townhall,
        Id = "t@t",
        Capacity = 10_000,
        IsInviteOnly = true,
        IsRegistrationRequired = false,
    };

    public static VirtualEventSession Session { get; } = new()
    {
        Source = AttendanceSource.Webinar("w@t", "s"),
        Id = "s",
        Subject = "Launch",
        JoinWebUrl = LongLink,
        Start = Webinar.Start,
        End = Webinar.End,
        Capacity = 500,
    };

    public static VirtualEventSession TownhallSession { get; } = Session with { Source = AttendanceSource.Townhall("t@t", "s") };

    public static Registration Registration { get; } = new()
    {
        Id = "reg",
        UserId = Stranger,
        FirstName = "Zoë",
        LastName = "Müller",
        Email = "zoe@contoso.com",
        Status = RegistrationStatus.Canceled,
        RegisteredAt = At(1),
        CanceledAt = At(2),
        PreferredLanguage = "en-us",
        PreferredTimeZone = "Pacific Standard Time",
        Answers =
        [new RegistrationAnswer { QuestionId = "q", DisplayName = "Why?", Value = "Because", BooleanValue = true, Choices = ["a", "b"] }],
        ExternalRegistration = new ExternalRegistration { Referrer = "x", RegistrationId = "y" },
    };

    public static Registration TownhallRegistration { get; } = new()
    {
        Id = "town-reg",
        Email = "ada@contoso.com",
        Status = RegistrationStatus.Registered,
    };

    public static AttendanceReport Report { get; } = new()
    {
        Id = "r",
        StartedAt = At(9),
        EndedAt = At(10),
        ParticipantCount = 0,
        Records = [],
    };

    /// <summary>A graph that holds them all.</summary>
    public static FakeGraph CreateGraph() => new FakeGraph()
        .Add(Meeting, Report)
        .Add(Client.Organizer.User(Organizer), Occurrence)
        .Add(Webinar).Add(Session, Report).Add(VirtualEventKind.Webinar, "w@t", Registration)
        .Add(Townhall).Add(TownhallSession, Report).Add(VirtualEventKind.Townhall, "t@t", TownhallRegistration);

    public static DateTimeOffset At(int hour) => new(2026, 3, 2, hour, 0, 0, TimeSpan.Zero);

    private static AttendeeIdentity User(string id, string name) => new()
    {
        Id = id,
        DisplayName = name,
        TenantId = "tenant",
        Kind = AttendeeKind.User,
        ODataType = "#microsoft.graph.communicationsUserIdentity",
    };
}
