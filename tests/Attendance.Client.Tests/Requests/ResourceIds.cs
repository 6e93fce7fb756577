namespace Attendance.Client.Tests;

public class ResourceIds
{
    [Theory]
    [InlineData(
        "https://events.teams.microsoft.com/event/dc17674c-81d9-4adb-bfb2-8f6a442e4622@909c6581-5130-43e9-88f3-fcb3582cde37?source=copyLink",
        "The id is the address of an event's page. " +
        "Pass the id in it, dc17674c-81d9-4adb-bfb2-8f6a442e4622@909c6581-5130-43e9-88f3-fcb3582cde37.")]
    [InlineData(
        "https%3A%2F%2Fevents.teams.microsoft.com%2Fevent%2Fdc17674c-81d9-4adb-bfb2-8f6a442e4622%40909c6581-5130-43e9-88f3-fcb3582cde37",
        "The id is the address of an event's page. " +
        "Pass the id in it, dc17674c-81d9-4adb-bfb2-8f6a442e4622@909c6581-5130-43e9-88f3-fcb3582cde37.")]
    [InlineData(
        "https://graph.microsoft.com/v1.0/me/onlineMeetings/m",
        "The id is an address in Microsoft Graph. Pass the id in it alone, or read a whole address with AttendanceSource.Parse.")]
    [InlineData(
        "me/onlineMeetings/m",
        "The id is an address in Microsoft Graph. Pass the id in it alone, or read a whole address with AttendanceSource.Parse.")]
    [InlineData(
        "solutions/virtualEvents/webinars/w",
        "The id is an address in Microsoft Graph. Pass the id in it alone, or read a whole address with AttendanceSource.Parse.")]
    [InlineData(
        "townhalls('t')",
        "The id is an address in Microsoft Graph. Pass the id in it alone, or read a whole address with AttendanceSource.Parse.")]
    [InlineData(
        "https://teams.microsoft.com/meet/264183392744150?p=gs3i",
        "The id is a link to a meeting. Find the meeting with FindMeetingAsync, and take its Source or its Id.")]
    [InlineData("https://contoso.com/x", "The id is a URL. Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData("", "empty")]
    [InlineData(" ", "blank")]
    [InlineData("\t", "blank")]
    [InlineData("\u00A0", "blank")]
    [InlineData(".", "another resource")]
    [InlineData("..", "another resource")]
    [InlineData("a\nb", "U+000A at position 1")]
    [InlineData("a\u0000", "U+0000 at position 1")]
    [InlineData("a\u0085b", "U+0085 at position 1")]
    public async Task An_id_that_would_address_something_else_is_refused_before_anything_is_sent(string id, string cause)
    {
        var graph = new StubGraph();
        var client = graph.CreateClient();
        var source = AttendanceSource.Meeting(Organizer.Me, "m");

        Refused("userId", () => Organizer.User(id));
        Refused("meetingId", () => AttendanceSource.Meeting(Organizer.Me, id));
        Refused("webinarId", () => AttendanceSource.Webinar(id, "s"));
        Refused("sessionId", () => AttendanceSource.Webinar("w", id));
        Refused("townhallId", () => AttendanceSource.Townhall(id, "s"));
        Refused("sessionId", () => AttendanceSource.Townhall("t", id));
        Refused("webinarId", await Record.ExceptionAsync(() => client.GetWebinarAsync(id)));
        Refused("townhallId", await Record.ExceptionAsync(() => client.GetTownhallAsync(id)));
        Refused("eventId", () => client.GetSessionsAsync(VirtualEventKind.Webinar, id));
        Refused("eventId", () => client.GetRegistrationsAsync(VirtualEventKind.Townhall, id));
        Refused("reportId", () => client.GetRecordsAsync(source, id));
        Refused("reportId", await Record.ExceptionAsync(() => client.GetReportAsync(source, id)));
        Refused("reportId", await Record.ExceptionAsync(() => client.GetReportAsync(source, id, new ODataQuery())));
        Assert.Empty(graph.Requests);

        void Refused(string parameter, object thrownBy)
        {
            var exception = Assert.IsType<ArgumentException>(thrownBy is Func<object> act ? Record.Exception(act) : thrownBy);
            Assert.Equal(parameter, exception.ParamName);
            Assert.Contains(cause, exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a/b+c==")]
    [InlineData("AAMkAG/users=")]
    [InlineData("a%2Fb")]
    [InlineData("webinars")]
    public void An_id_may_have_slashes_and_words_of_addresses(string id) =>
        Assert.Equal($"me/onlineMeetings/{Uri.EscapeDataString(id)}", AttendanceSource.Meeting(Organizer.Me, id).ToString());

    [Fact]
    public void Half_a_surrogate_pair_is_refused_as_it_cannot_be_encoded()
    {
        Assert.Contains(
            "surrogate pair at position 1", Assert.Throws<ArgumentException>(() => Organizer.User("a\uD800")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "surrogate pair at position 0", Assert.Throws<ArgumentException>(() => Organizer.User("\uDC00a")).Message,
            StringComparison.Ordinal);
        Assert.Equal("users/%F0%9F%98%80", Organizer.User("😀").ToString());
    }

    [Fact]
    public async Task Null_is_refused_with_the_name_of_the_parameter()
    {
        var client = new StubGraph().CreateClient();
        var source = AttendanceSource.Meeting(Organizer.Me, "m");

        Assert.Equal("organizer", Assert.Throws<ArgumentNullException>(() => AttendanceSource.Meeting(null!, "m")).ParamName);
        Assert.Equal("meetingId", Assert.Throws<ArgumentNullException>(() => AttendanceSource.Meeting(Organizer.Me, null!)).ParamName);
        Assert.Equal("userId", Assert.Throws<ArgumentNullException>(() => Organizer.User(null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => AttendanceSource.Parse(null!)).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => client.GetReportsAsync((AttendanceSource)null!)).ParamName);
        Assert.Equal("source", Assert.Throws<ArgumentNullException>(() => client.GetRecordsAsync(null!, "r")).ParamName);
        Assert.Equal("reportId", Assert.Throws<ArgumentNullException>(() => client.GetRecordsAsync(source, null!)).ParamName);
        Assert.Equal("source", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetReportAsync(null!, "r"))).ParamName);
        Assert.Equal("source", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetLatestReportAsync(null!))).ParamName);
        Assert.Equal(
            "query", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetReportAsync(source, "r", query: null!))).ParamName);
        Assert.Equal("credential", Assert.Throws<ArgumentNullException>(() => new AttendanceClient(null!)).ParamName);
        Assert.Equal(
            "httpClient", Assert.Throws<ArgumentNullException>(() => new AttendanceClient(null!, new Testing.FakeCredential())).ParamName);
    }

    [Fact]
    public async Task A_single_report_takes_no_options_of_collections()
    {
        var graph = new StubGraph();
        var source = AttendanceSource.Meeting(Organizer.Me, "m");
        ODataQuery[] queries =
        [new() { Top = 1 }, new() { Skip = 1 }, new() { Filter = "x" }, new() { OrderBy = ["x"] }, new() { Count = false }];

        foreach (var query in queries)
        {
            var exception = await Assert.ThrowsAsync<ArgumentException>(() => graph.CreateClient().GetReportAsync(source, "r", query));
            Assert.Equal("query", exception.ParamName);
            Assert.StartsWith(
                "A single report takes $expand and $select only. Leave the other options out, or ask GetReportsAsync or GetRecordsAsync.",
                exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(graph.Requests);
    }

    [Fact]
    public void Paging_options_out_of_range_are_refused()
    {
        var top = Assert.Throws<ArgumentOutOfRangeException>(() => new ODataQuery { Top = 0 });
        var skip = Assert.Throws<ArgumentOutOfRangeException>(() => new ODataQuery { Skip = -1 });

        Assert.StartsWith("$top must be 1 or more.", top.Message, StringComparison.Ordinal);
        Assert.StartsWith("$skip must be 0 or more.", skip.Message, StringComparison.Ordinal);
        Assert.Equal((0, -1), (top.ActualValue, skip.ActualValue));
        Assert.Equal((1, 0), (new ODataQuery { Top = 1 }.Top, new ODataQuery { Skip = 0 }.Skip));
    }
}
