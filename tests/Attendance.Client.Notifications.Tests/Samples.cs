using Attendance.Client.Testing;

namespace Attendance.Client.Notifications.Tests;

/// <summary>Ids that look like Graph's, and what a graph holds under them.</summary>
internal static class Samples
{
    public const string WebinarId = "f4b39f1c-520e-4e75-805a-4b0f2016a0c6@a1a56d21-a8a6-4a6b-97f8-ced53d30f143";
    public const string TownhallId = "88b245ac-b0b2-f1aa-e34a-c81c27abdac2@f9448ec4-804b-46af-b810-62085248da33";
    public const string SessionId = "8d62dd52-4dff-4c75-96a9-f905cc3ff942";
    public const string TenantId = "84bd8158-6d4d-4958-8b9f-9d6445542f95";

    public const string JoinWebUrl =
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmYwZTEyYjctZjA5MS00OTkzLWJhNzEtYzFiZDVjNGE0OGFj%40thread.v2/0" +
        "?context=%7b%22Tid%22%3a%22909c6581-5130-43e9-88f3-fcb3582cde37%22%2c%22Oid%22%3a%22048c94fb-dda6-48b8-9fc8-6740ee418fb9%22%7d";

    public const string OrganizerId = "048c94fb-dda6-48b8-9fc8-6740ee418fb9";

    /// <summary>How the link stands in a resource, by Microsoft's own page.</summary>
    public const string MeetingCallsPath =
        "communications/onlineMeetings(joinWebUrl='https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_ZmYwZTEyYjctZjA5MS0" +
        "0OTkzLWJhNzEtYzFiZDVjNGE0OGFj%2540thread.v2%2F0%3Fcontext%3D%257b%2522Tid%2522%253a%2522909c6581-5130-43e9-88f3-fcb3582cde37%2522%2" +
        "52c%2522Oid%2522%253a%2522048c94fb-dda6-48b8-9fc8-6740ee418fb9%2522%257d')/meetingCallEvents";

    public static AttendanceSource Session { get; } = AttendanceSource.Webinar(WebinarId, SessionId);

    public static AttendanceSource Meeting { get; } = AttendanceSource.Meeting(Organizer.User(OrganizerId), "MSo0OGM5NGZi");

    public static AttendanceReport Report(string id, DateTimeOffset? endedAt = null) => new()
    {
        Id = id,
        EndedAt = endedAt,
        Records = [new AttendanceRecord { Id = "r", Identity = new AttendeeIdentity { DisplayName = "Ada" } }],
    };

    public static FakeGraph Graph(TimeProvider? timeProvider = null) =>
        new FakeGraph { VirtualEventRequestLimit = null, TimeProvider = timeProvider ?? TimeProvider.System }
            .Add(Session)
            .Add(new OnlineMeeting { Id = "MSo0OGM5NGZi", JoinWebUrl = JoinWebUrl, Source = Meeting });
}
