namespace Attendance.Client.Tests;

public class Paging
{
    private const string List = "https://graph.microsoft.com/v1.0/me/onlineMeetings/m/attendanceReports";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    [Fact]
    public async Task Links_are_followed_as_they_are_until_there_is_none()
    {
        const string Second = $"{List}?$skiptoken=a%2Fb%3D&x='y'";
        const string Third = "https://graph.microsoft.com/beta/elsewhere?$skiptoken=3";
        var graph = new StubGraph()
            .Answers($$"""{"value":[{"id":"1"},{"id":"2"}],"@odata.nextLink":"{{Second}}"}""")
            .Answers($$"""{"@odata.nextLink":"{{Third}}","value":[{"id":"3"}]}""")
            .Answers("""{"value":[{"id":"4"}],"@odata.nextLink":""}""");

        var reports = await graph.CreateClient().GetReportsAsync(Source, new ODataQuery { Top = 2 }).ToListAsync();

        Assert.Equal(["1", "2", "3", "4"], reports.Select(report => report.Id));
        Assert.Equal([$"{List}?$top=2", Second, Third], graph.Urls);
        Assert.All(graph.Requests, request => Assert.Equal("Bearer fake-token", request.Headers["Authorization"]));
        Assert.All(graph.Requests, request => Assert.Equal("include-unknown-enum-members", request.Headers["Prefer"]));
    }

    [Fact]
    public async Task An_empty_page_is_no_end()
    {
        var graph = new StubGraph()
            .Answers($$"""{"value":[],"@odata.nextLink":"{{List}}?$skiptoken=1"}""")
            .Answers($$"""{"value":null,"@odata.nextLink":"{{List}}?$skiptoken=2"}""")
            .Answers("""{"value":[{"id":"1"}]}""");

        Assert.Equal("1", Assert.Single(await graph.CreateClient().GetReportsAsync(Source).ToListAsync()).Id);
    }

    [Fact]
    public async Task A_relative_link_is_followed_from_its_page()
    {
        var graph = new StubGraph()
            .Answers("""{"value":[],"@odata.nextLink":"attendanceReports?$skiptoken=1"}""")
            .Answers("""{"value":[]}""");

        await graph.CreateClient().GetReportsAsync(Source).ToListAsync();

        Assert.Equal([List, $"{List}?$skiptoken=1"], graph.Urls);
    }

    [Fact]
    public async Task The_rest_of_an_expansion_is_left_alone_where_records_were_not_asked_for()
    {
        var graph = new StubGraph().Answers(
            $$"""{"id":"r","attendanceRecords":[],"attendanceRecords@odata.nextLink":"{{List}}/r/attendanceRecords?$skiptoken=1"}""");

        Assert.Null((await graph.CreateClient().GetReportAsync(Source, "r", new ODataQuery())).Records);
        Assert.Single(graph.Requests);
    }

    [Theory]
    [InlineData(
        "https://evil.example/v1.0/me?$skiptoken=secret", "https://evil.example/v1.0/me, leads away from https://graph.microsoft.com")]
    [InlineData("//evil.example/x", "https://evil.example/x, leads away from https://graph.microsoft.com")]
    [InlineData("http://graph.microsoft.com/v1.0/me", "http://graph.microsoft.com/v1.0/me, leads away from https://graph.microsoft.com")]
    [InlineData(
        "https://graph.microsoft.com:444/v1.0/me", "https://graph.microsoft.com:444/v1.0/me, leads away from https://graph.microsoft.com")]
    [InlineData(
        "https://graph.microsoft.com.evil.example/",
        "https://graph.microsoft.com.evil.example/, leads away from https://graph.microsoft.com")]
    [InlineData(
        "https://graph.microsoft.com@evil.example/",
        "https://graph.microsoft.com@evil.example/, leads away from https://graph.microsoft.com")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd, leads away from https://graph.microsoft.com")]
    [InlineData("https://[", "is no URL")]
    [InlineData(List, "was followed already")]
    [InlineData(List + "#another", "was followed already")]
    public async Task A_link_that_leads_away_or_in_a_circle_is_not_followed(string link, string fault)
    {
        var page = $$"""{"value":[{"id":"1"}],"@odata.nextLink":"{{link}}"}""";
        var graph = new StubGraph().Answers(page).Answers(page);
        var seen = new List<string?>();

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(async () =>
        {
            await foreach (var report in graph.CreateClient().GetReportsAsync(Source))
                seen.Add(report.Id);
        });

        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Equal(AttendanceErrorReason.UnexpectedResponse, exception.Reason);
        Assert.Equal(
            "Nothing was sent there. Check what stands between the application and Graph, or report it to Microsoft.", exception.Remedy);
        Assert.Equal(["1"], seen);
        Assert.Equal([List], graph.Urls);
    }

    [Fact]
    public async Task A_circle_of_several_pages_is_noticed()
    {
        var graph = new StubGraph()
            .Answers($$"""{"value":[],"@odata.nextLink":"{{List}}?$skiptoken=1"}""")
            .Answers($$"""{"value":[],"@odata.nextLink":"{{List}}?$skiptoken=2"}""")
            .Answers($$"""{"value":[],"@odata.nextLink":"{{List}}?$skiptoken=1"}""");

        await Assert.ThrowsAsync<AttendanceRequestException>(async () => await graph.CreateClient().GetReportsAsync(Source).ToListAsync());

        Assert.Equal(3, graph.Requests.Count);
    }

    [Fact]
    public async Task An_expansion_that_links_to_another_host_is_refused()
    {
        var graph = new StubGraph().Answers(
            """{"id":"r","attendanceRecords":[],"attendanceRecords@odata.nextLink":"https://evil.example/"}""");

        await Assert.ThrowsAsync<AttendanceRequestException>(() => graph.CreateClient().GetReportAsync(Source, "r"));

        Assert.Single(graph.Requests);
    }
}
