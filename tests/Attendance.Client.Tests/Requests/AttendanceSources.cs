using System.Text.Json;

namespace Attendance.Client.Tests;

public class AttendanceSources
{
    [Theory]
    [InlineData("me/onlineMeetings/MSpk%3D%2A0")]
    [InlineData("users/dc17674c/onlineMeetings/19%3Ameeting_x%40thread.v2")]
    [InlineData("solutions/virtualEvents/webinars/w%40t/sessions/s%20s")]
    [InlineData("solutions/virtualEvents/townhalls/t%252F/sessions/%C3%BC")]
    public void Text_becomes_a_source_and_the_same_text_again(string text)
    {
        var source = AttendanceSource.Parse(text);

        Assert.Equal(text, source.ToString());
        Assert.Equal(source, AttendanceSource.Parse(source.ToString()));
        Assert.Equal(source.GetHashCode(), AttendanceSource.Parse(text).GetHashCode());
    }

    public static TheoryData<string, AttendanceSource> Spellings => new()
    {
        { "me/onlineMeetings/MSpk=*0", AttendanceSource.Meeting(Organizer.Me, "MSpk=*0") },
        { "  /me/onlineMeetings/m/  ", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "ME/ONLINEMEETINGS/Mixed", AttendanceSource.Meeting(Organizer.Me, "Mixed") },
        { "v1.0/users/u/onlineMeetings/m", AttendanceSource.Meeting(Organizer.User("u"), "m") },
        { "/Beta/users/u/onlineMeetings/m", AttendanceSource.Meeting(Organizer.User("u"), "m") },
        { "users/v1.0/onlineMeetings/beta", AttendanceSource.Meeting(Organizer.User("v1.0"), "beta") },
        { "https://graph.microsoft.com/v1.0/me/onlineMeetings/m", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "HTTPS://graph.microsoft.us/beta/me/onlineMeetings/m", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "http://127.0.0.1:5000/v1.0/users/u/onlineMeetings/m", AttendanceSource.Meeting(Organizer.User("u"), "m") },
        { "https://gateway.contoso.com/graph/v1.0/me/onlineMeetings/m", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports/r?$expand=attendanceRecords",
            AttendanceSource.Meeting(Organizer.Me, "m") },
        { "me/onlineMeetings/m/attendanceReports/r/attendanceRecords?$top=1#x", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "https://graph.microsoft.com/beta/me/onlineMeetings/m/meetingAttendanceReport", AttendanceSource.Meeting(Organizer.Me, "m") },
        { "users('u')/onlineMeetings('it''s')/attendanceReports('r')", AttendanceSource.Meeting(Organizer.User("u"), "it's") },
        { "users(%27u%27)/onlineMeetings('a%2Fb')", AttendanceSource.Meeting(Organizer.User("u"), "a/b") },
        { "https://graph.microsoft.com/v1.0/solutions/virtualEvents/webinars/w@t/sessions/s", AttendanceSource.Webinar("w@t", "s") },
        { "solutions/virtualEvents/webinars('w@t')/sessions('s')/attendanceReports/r", AttendanceSource.Webinar("w@t", "s") },
        { "solutions/virtualEvents/townhalls/t/sessions/s/attendanceReports/r/attendanceRecords", AttendanceSource.Townhall("t", "s") },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_path_or_a_whole_URL_is_read_however_it_is_spelled(string text, AttendanceSource source)
    {
        Assert.Equal(source, AttendanceSource.Parse(text));
        Assert.True(AttendanceSource.TryParse(text, out var parsed));
        Assert.Equal(source, parsed);
    }

    [Theory]
    [InlineData("", "\"\" stands where me, users or solutions should")]
    [InlineData("hello", "\"hello\" stands where me, users or solutions should")]
    [InlineData("me", "it ends where onlineMeetings should follow")]
    [InlineData("me/events/x", "\"events\" stands where onlineMeetings should")]
    [InlineData("me/onlineMeetings", "it ends where the id of the meeting should follow")]
    [InlineData("me/onlineMeetings/..", "the id of the meeting is \"..\", which would address another resource")]
    [InlineData("me/onlineMeetings/%2E%2E", "the id of the meeting is \"..\", which would address another resource")]
    [InlineData("me/onlineMeetings/%20", "the id of the meeting is blank")]
    [InlineData("users//onlineMeetings/m", "the id of the user is empty")]
    [InlineData("me/onlineMeetings/a/b", "it goes on with \"b\"")]
    [InlineData("me/onlineMeetings/m/attendanceReports/r/attendanceRecords/x", "it goes on with \"x\"")]
    [InlineData("me('x')/onlineMeetings/m", "\"x\" stands where onlineMeetings should")]
    [InlineData("users('')/onlineMeetings/m", "the id of the user is empty")]
    [InlineData("users(')/onlineMeetings/m", "\"users(')\" stands where me, users or solutions should")]
    [InlineData("users('ux)/onlineMeetings/m", "\"users('ux)\" stands where me, users or solutions should")]
    [InlineData("users-u')/onlineMeetings/m", "\"users-u')\" stands where me, users or solutions should")]
    [InlineData("me/onlineMeetings/m/attendanceReports/%20", "the id of the report is blank")]
    [InlineData("me/onlineMeetings/m/meetingAttendanceReport('x')", "it goes on with \"x\"")]
    [InlineData("solutions/virtualEvents/webinars/../sessions/s", "the id of the webinar is \"..\", which would address another resource")]
    [InlineData("solutions/virtualEvents/townhalls/%20/sessions/s", "the id of the town hall is blank")]
    [InlineData("solutions/virtualEvents", "it ends where webinars or townhalls should follow")]
    [InlineData("solutions/virtualEvents/events/e/sessions/s", "\"events\" stands where webinars or townhalls should")]
    [InlineData("solutions/virtualEvents/webinars/w", "it ends where sessions should follow")]
    [InlineData("solutions/virtualEvents/townhalls/t/sessions/", "it ends where the id of the session should follow")]
    [InlineData("solutions/backupRestore", "\"backupRestore\" stands where virtualEvents should")]
    [InlineData("https://teams.microsoft.com/l/meetup-join/19%3ameeting_x", "\"https:\" stands where me, users or solutions should")]
    public void Text_that_names_no_source_is_refused_with_the_place_and_the_forms_expected(string text, string fault)
    {
        var exception = Assert.Throws<FormatException>(() => AttendanceSource.Parse(text));

        Assert.Equal(
            $"\"{text}\" is no attendance source: {fault}. Expected me/onlineMeetings/{{id}}, users/{{id}}/onlineMeetings/{{id}}, " +
            "solutions/virtualEvents/webinars/{id}/sessions/{id} or solutions/virtualEvents/townhalls/{id}/sessions/{id}, " +
            "alone or in a Graph URL of either version.",
            exception.Message);
        Assert.False(AttendanceSource.TryParse(text, out var source));
        Assert.Null(source);
    }

    [Fact]
    public void Null_is_no_source() => Assert.False(AttendanceSource.TryParse(null, out _));

    [Fact]
    public void Sources_compare_by_value_and_tell_what_they_are()
    {
        var counts = new Dictionary<AttendanceSource, int>
        {
            [AttendanceSource.Meeting(Organizer.Me, "m")] = 1,
            [AttendanceSource.Meeting(Organizer.User("me"), "m")] = 2,
            [AttendanceSource.Webinar("m", "s")] = 3,
            [AttendanceSource.Townhall("m", "s")] = 4,
        };

        Assert.Equal(1, counts[AttendanceSource.Meeting(Organizer.Me, "m")]);
        Assert.Equal(2, counts[AttendanceSource.Meeting(Organizer.User("me"), "m")]);
        Assert.Equal(3, counts[AttendanceSource.Webinar("m", "s")]);
        Assert.Equal(4, counts[AttendanceSource.Townhall("m", "s")]);
        Assert.Equal(
            ("m", "u"), AttendanceSource.Meeting(Organizer.User("u"), "m") is MeetingSource meeting
                ? (meeting.MeetingId, meeting.Organizer.UserId)
                : default);
        Assert.Equal(
            ("w", "s"), AttendanceSource.Webinar("w", "s") is WebinarSource webinar ? (webinar.WebinarId, webinar.SessionId) : default);
        Assert.Equal(
            ("t", "s"),
            AttendanceSource.Townhall("t", "s") is TownhallSource townhall ? (townhall.TownhallId, townhall.SessionId) : default);
    }

    [Fact]
    public void A_source_travels_through_JSON_as_its_text_also_as_a_key()
    {
        var queue = new Dictionary<AttendanceSource, AttendanceSource?>
        {
            [AttendanceSource.Meeting(Organizer.Me, "m@x")] = AttendanceSource.Webinar("w", "s"),
            [AttendanceSource.Townhall("t", "s")] = null,
        };

        var json = JsonSerializer.Serialize(queue);

        Assert.Equal(
            """{"me/onlineMeetings/m%40x":"solutions/virtualEvents/webinars/w/sessions/s","solutions/virtualEvents/townhalls/t/sessions/s":null}""",
            json);
        Assert.Equal(queue, JsonSerializer.Deserialize<Dictionary<AttendanceSource, AttendanceSource?>>(json));
        Assert.Contains(
            "no attendance source", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AttendanceSource>("\"x\"")).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "An attendance source is text.", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AttendanceSource>("1")).Message);
    }
}
