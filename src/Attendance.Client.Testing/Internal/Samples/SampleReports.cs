using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>The attendance reports of the demo.</summary>
internal static class SampleReports
{
    public static AttendanceReport FirstSession => new()
    {
        Id = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7",
        StartedAt = At("2021-10-05T04:38:23.945Z"),
        EndedAt = At("2021-10-05T04:43:49.77Z"),
        ParticipantCount = 1,
        Records = [Frederick with { Identity = Frederick.Identity! with { Kind = AttendeeKind.Unknown } }],
    };

    public static AttendanceReport SecondSession => new()
    {
        Id = "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89",
        StartedAt = At("2021-10-12T04:30:00Z"),
        EndedAt = At("2021-10-12T05:15:30Z"),
        ParticipantCount = 4,
        Records =
        [
            Person("Frederick Cormier", "frederick.cormier@contoso.com", AttendeeRole.Organizer, Stay("2021-10-12T04:30:00Z", 2730)),
            Person(
                "Miyuki Tanaka", "miyuki.tanaka@contoso.com", AttendeeRole.Presenter,
                Stay("2021-10-12T04:31:12.5Z", 1805), Stay("2021-10-12T05:02:40Z", 760)),
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

    public static AttendanceReport Small => new()
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

    public static AttendanceReport Webinar => new()
    {
        Id = "b76965d4-0763-496e-9980-b323c5f3aa3b",
        StartedAt = At("2021-10-04T23:13:31.658Z"),
        EndedAt = At("2021-10-04T23:18:57.563Z"),
        ParticipantCount = 2,
        ExternalEvents = [new ExternalEvent { ApplicationId = "1f5ab9a5-8c0e-4a0c-9a43-6d2d9d5d1c77", EventId = "contoso-crm-4711" }],
        Records =
        [
            Person("Diane Demoss", "diane.demoss@contoso.com", AttendeeRole.Organizer, Stay("2021-10-04T23:13:31.658Z", 325)),
            Person(
                "Piotr Wiśniewski", "piotr@fabrikam.com", AttendeeRole.Attendee,
                Stay("2021-10-04T23:14:02Z", 118), Stay("2021-10-04T23:16:30Z", 147)) with
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

    public static AttendanceReport Townhall => new()
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
                RegistrationId = SampleEvents.TownhallRegistrations[0].Id,
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

    private static AttendanceRecord Person(string name, string email, AttendeeRole role, params AttendanceInterval[] stays)
    {
        var id = new Guid(
            name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)), 0x4adb, 0x4f0e, [0xbf, 0xb2, 0, 0, 0, 0, 0, 1])
            .ToString();
        return new AttendanceRecord
        {
            Id = id,
            EmailAddress = email,
            Role = role,
            Identity = new AttendeeIdentity { Id = id, DisplayName = name, TenantId = Internal.Person.Tenant, Kind = AttendeeKind.User },
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

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
