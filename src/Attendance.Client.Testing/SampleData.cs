using Attendance.Client.Testing.Internal;

namespace Attendance.Client.Testing;

/// <summary>The meeting, webinar and town hall of the demo: the examples of Graph's documentation, and what they leave out.</summary>
public static class SampleData
{
    private const string Tenant = Person.Tenant;

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

    /// <summary>A graph that holds all of these, with what leads to them: the meeting's join link, the calendar, the events, their sessions
    /// and registrations.</summary>
    public static FakeGraph CreateGraph() => new FakeGraph()
        .Add(SampleEvents.WeeklyMeeting, SampleReports.FirstSession, SampleReports.SecondSession)
        .Add(Organizer.Me, SampleEvents.Occurrence("2021-10-05T04:30:00Z"), SampleEvents.Occurrence("2021-10-12T04:30:00Z"))
        .Add(SmallMeeting, SampleReports.Small)
        .Add(SampleEvents.Webinar)
        .Add(SampleEvents.WebinarSession, SampleReports.Webinar)
        .Add(VirtualEventKind.Webinar, SampleEvents.Webinar.Id!, SampleEvents.WebinarRegistrations)
        .Add(SampleEvents.Townhall)
        .Add(SampleEvents.TownhallSession, SampleReports.Townhall)
        .Add(VirtualEventKind.Townhall, SampleEvents.Townhall.Id!, SampleEvents.TownhallRegistrations);
}
