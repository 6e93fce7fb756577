using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>Sources and reports for a fake graph, and what it answers.</summary>
internal static class FakeGraphSamples
{
    public const string Root = "https://graph.microsoft.com";

    public static readonly AttendanceSource[] Sources =
    [
        AttendanceSource.Meeting(Organizer.Me, "m/=*"),
        AttendanceSource.Meeting(Organizer.User("other"), "m@x"),
        AttendanceSource.Webinar("w@t", "s"),
        AttendanceSource.Townhall("w@t", "s"),
    ];

    public static AttendanceReport Report(string id, int records = 0) => new()
    {
        Id = id,
        StartedAt = new DateTimeOffset(2025, 1, 1, 10, 0, 0, TimeSpan.Zero).AddTicks(1234567),
        EndedAt = new DateTimeOffset(2025, 1, 1, 11, 0, 0, TimeSpan.Zero),
        ParticipantCount = records,
        ExternalEvents = [new ExternalEvent { ApplicationId = "app", EventId = "event" }],
        Records =
        [
            .. Enumerable.Range(0, records).Select(index => new AttendanceRecord
            {
                Id = $"rec-{index}",
                EmailAddress = $"a{index}@contoso.com",
                Role = AttendeeRole.Presenter,
                TotalAttendance = TimeSpan.FromSeconds(60),
                RegistrationId = "reg",
                ExternalRegistration = new ExternalRegistration { Referrer = "x", RegistrationId = "y" },
                Identity = new AttendeeIdentity
                {
                    Id = "i",
                    DisplayName = "Ä",
                    Email = "g@h",
                    Kind = AttendeeKind.Guest,
                    ODataType = "#microsoft.graph.communicationsGuestIdentity",
                },
                Intervals = [new AttendanceInterval
                {
                    JoinedAt = new DateTimeOffset(2025, 1, 1, 10, 0, 0, TimeSpan.Zero),
                    Duration = TimeSpan.FromSeconds(60),
                }],
                Engagements = [new MeetingEngagement
                {
                    At = new DateTimeOffset(2025, 1, 1, 10, 0, 30, TimeSpan.Zero),
                    Type = "hand",
                    SubType = "raiseHand",
                }],
            }),
        ],
    };

    public static async Task<HttpResponseMessage> Get(FakeGraph graph, string path)
    {
        using var http = graph.Authorized();
        http.DefaultRequestHeaders.Add("client-request-id", "id-1");
        return await http.GetAsync(new Uri(Root + path));
    }
}
