namespace Attendance.Client.Tests;

public class Routing
{
    private const string EmptyPage = """{"value":[]}""";

    private static readonly Dictionary<string, (AttendanceSource Source, string Path)> Sources = new(StringComparer.Ordinal)
    {
        ["me"] = (AttendanceSource.Meeting(Organizer.Me, "MSpk=*0"), "me/onlineMeetings/MSpk%3D%2A0"),
        ["user"] = (AttendanceSource.Meeting(Organizer.User("dc17674c-81d9"), "MSpk=*0"), "users/dc17674c-81d9/onlineMeetings/MSpk%3D%2A0"),
        ["webinar"] = (AttendanceSource.Webinar("w@t", "s"), "solutions/virtualEvents/webinars/w%40t/sessions/s"),
        ["townhall"] = (AttendanceSource.Townhall("t@t", "s"), "solutions/virtualEvents/townhalls/t%40t/sessions/s"),
    };

    public static TheoryData<string, GraphVersion, string> SourcesByVersion
    {
        get
        {
            var data = new TheoryData<string, GraphVersion, string>();
            foreach (var source in Sources.Keys)
            {
                data.Add(source, GraphVersion.V1, "https://graph.microsoft.com/v1.0/");
                data.Add(source, GraphVersion.Beta, "https://graph.microsoft.com/beta/");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task Reports_are_listed(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers(EmptyPage);

        await graph.CreateClient(version).GetReportsAsync(source).ToListAsync();

        Assert.Equal([$"{root}{path}/attendanceReports"], graph.Urls);
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task A_report_is_asked_for_with_its_records(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""");

        await graph.CreateClient(version).GetReportAsync(source, "r=1");

        Assert.Equal([$"{root}{path}/attendanceReports/r%3D1?$expand=attendanceRecords"], graph.Urls);
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task A_report_is_asked_for_with_just_what_the_query_says(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""").Answers("""{"id":"r","attendanceRecords":[]}""");
        var client = graph.CreateClient(version);

        await client.GetReportAsync(source, "r", new ODataQuery());
        await client.GetReportAsync(
            source, "r", new ODataQuery { Select = ["id", "totalParticipantCount"], Expand = ["attendanceRecords"] });

        Assert.Equal(
            [
                $"{root}{path}/attendanceReports/r",
                $"{root}{path}/attendanceReports/r?$expand=attendanceRecords&$select=id,totalParticipantCount",
            ],
            graph.Urls);
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task The_latest_report_is_found_in_the_list(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers("""{"value":[{"id":"r"}]}""").Answers("""{"id":"r","attendanceRecords":[]}""");

        await graph.CreateClient(version).GetLatestReportAsync(source);

        Assert.Equal([$"{root}{path}/attendanceReports", $"{root}{path}/attendanceReports/r?$expand=attendanceRecords"], graph.Urls);
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task Records_are_listed(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers(EmptyPage);

        await graph.CreateClient(version).GetRecordsAsync(source, "r").ToListAsync();

        Assert.Equal([$"{root}{path}/attendanceReports/r/attendanceRecords"], graph.Urls);
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task The_deprecated_path_is_for_meetings_in_beta_only(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers("""{"totalParticipantCount":0,"attendanceRecords":[]}""");
        var client = graph.CreateClient(version);

#pragma warning disable CS0618 // Obsolete: what is tested is the deprecated path.
        var ask = () => client.GetMeetingAttendanceReportAsync(source);
#pragma warning restore CS0618

        if (source is not MeetingSource)
        {
            var exception = await Assert.ThrowsAsync<ArgumentException>(ask);
            Assert.Equal("source", exception.ParamName);
            Assert.StartsWith(
                "Only a meeting has the path meetingAttendanceReport. Use GetLatestReportAsync.", exception.Message,
                StringComparison.Ordinal);
        }
        else if (version == GraphVersion.V1)
        {
            Assert.Contains(
                "WithVersion(GraphVersion.Beta)", (await Assert.ThrowsAsync<InvalidOperationException>(ask)).Message,
                StringComparison.Ordinal);
        }
        else
        {
            await ask();
        }

        Assert.Equal(source is MeetingSource && version == GraphVersion.Beta ? [$"{root}{path}/meetingAttendanceReport"] : [], graph.Urls);
    }

    [Theory]
    [MemberData(nameof(SourcesByVersion))]
    public async Task Every_option_of_a_query_is_sent_encoded_once(string name, GraphVersion version, string root)
    {
        var (source, path) = Sources[name];
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient(version);
        var query = new ODataQuery
        {
            Top = 5,
            Skip = 10,
            Filter = "name eq 'O''Neil & Söhne?%24=100%'",
            OrderBy = ["meetingEndDateTime desc", "id"],
            Select = ["id"],
            Expand = ["attendanceRecords"],
            Count = true,
        };

        await client.GetReportsAsync(source, query).ToListAsync();
        await client.GetRecordsAsync(source, "r", query with { Count = false, Select = [], Expand = null }).ToListAsync();

        const string Filter = "name%20eq%20%27O%27%27Neil%20%26%20S%C3%B6hne%3F%2524%3D100%25%27";
        Assert.Equal(
            [
                $"{root}{path}/attendanceReports?$count=true&$expand=attendanceRecords&$filter={Filter}&$orderby=meetingEndDateTime%20desc,id&$select=id&$skip=10&$top=5",
                $"{root}{path}/attendanceReports/r/attendanceRecords?$count=false&$filter={Filter}&$orderby=meetingEndDateTime%20desc,id&$skip=10&$top=5",
            ],
            graph.Urls);
    }

    [Theory]
    [InlineData("a@b", "a%40b")]
    [InlineData("MSpk==", "MSpk%3D%3D")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("19:meeting_x@thread.v2", "19%3Ameeting_x%40thread.v2")]
    [InlineData("1*oid*0**19", "1%2Aoid%2A0%2A%2A19")]
    [InlineData("two  blanks", "two%20%20blanks")]
    [InlineData("Jürgen-学生-😀", "J%C3%BCrgen-%E5%AD%A6%E7%94%9F-%F0%9F%98%80")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("O'Neil", "O%27Neil")]
    [InlineData("a?b#c&d+e", "a%3Fb%23c%26d%2Be")]
    [InlineData("%24top", "%2524top")]
    [InlineData("...", "...")]
    [InlineData("a.b_c-d~e", "a.b_c-d~e")]
    public async Task An_id_is_sent_encoded_exactly_once_wherever_it_stands(string id, string encoded)
    {
        var graph = new StubGraph().Answers("""{"id":"r","attendanceRecords":[]}""").Answers("""{"id":"r","attendanceRecords":[]}""").Answers("""{"id":"r","attendanceRecords":[]}""");
        var client = graph.CreateClient();

        await client.GetReportAsync(AttendanceSource.Meeting(Organizer.User(id), id), id);
        await client.GetReportAsync(AttendanceSource.Webinar(id, id), id);
        await client.GetReportAsync(AttendanceSource.Townhall(id, id), id);

        const string Root = "https://graph.microsoft.com/v1.0";
        Assert.Equal(
            [
                $"{Root}/users/{encoded}/onlineMeetings/{encoded}/attendanceReports/{encoded}?$expand=attendanceRecords",
                $"{Root}/solutions/virtualEvents/webinars/{encoded}/sessions/{encoded}/attendanceReports/{encoded}?$expand=attendanceRecords",
                $"{Root}/solutions/virtualEvents/townhalls/{encoded}/sessions/{encoded}/attendanceReports/{encoded}?$expand=attendanceRecords",
            ],
            graph.Urls);
    }

    [Theory]
    [InlineData("https://graph.microsoft.us", "https://graph.microsoft.us/v1.0/me/onlineMeetings/m/attendanceReports")]
    [InlineData("https://dod-graph.microsoft.us/", "https://dod-graph.microsoft.us/v1.0/me/onlineMeetings/m/attendanceReports")]
    [InlineData(
        "https://microsoftgraph.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn/v1.0/me/onlineMeetings/m/attendanceReports")]
    [InlineData(
        "https://gateway.contoso.com:8443/graph/", "https://gateway.contoso.com:8443/graph/v1.0/me/onlineMeetings/m/attendanceReports")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/v1.0/me/onlineMeetings/m/attendanceReports")]
    [InlineData("http://localhost:5000", "http://localhost:5000/v1.0/me/onlineMeetings/m/attendanceReports")]
    [InlineData("http://[::1]:5000", "http://[::1]:5000/v1.0/me/onlineMeetings/m/attendanceReports")]
    public async Task The_endpoint_is_where_requests_go(string endpoint, string url)
    {
        var graph = new StubGraph().Answers(EmptyPage);
        var client = graph.CreateClient(new AttendanceClientOptions { Endpoint = new Uri(endpoint) });

        await client.GetReportsAsync(AttendanceSource.Meeting(Organizer.Me, "m")).ToListAsync();

        Assert.Equal([url], graph.Urls);
    }

    [Fact]
    public async Task Two_versions_share_a_connection_and_stay_apart()
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage).Answers(EmptyPage);
        var source = AttendanceSource.Meeting(Organizer.Me, "m");
        var v1 = graph.CreateClient();
        var beta = v1.WithVersion(GraphVersion.Beta);

        await beta.GetReportsAsync(source).ToListAsync();
        await v1.GetReportsAsync(source).ToListAsync();
        await beta.WithVersion(GraphVersion.V1).GetReportsAsync(source).ToListAsync();

        Assert.Equal((GraphVersion.V1, GraphVersion.Beta), (v1.Version, beta.Version));
        Assert.Same(v1, v1.WithVersion(GraphVersion.V1));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => v1.WithVersion((GraphVersion)7));
        Assert.Equal(("version", (GraphVersion)7), (exception.ParamName, exception.ActualValue));
        Assert.StartsWith("Use GraphVersion.V1 or GraphVersion.Beta.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["v1.0", "beta", "v1.0"],
            [.. graph.Urls.Skip(1).Take(1).Concat(graph.Urls.Take(1)).Concat(graph.Urls.Skip(2)).Select(url => url.Split('/')[3])]);
    }

    [Fact]
    public async Task A_request_says_what_it_is_and_what_it_wants()
    {
        var graph = new StubGraph().Answers(EmptyPage).Answers(EmptyPage);
        var client = graph.CreateClient(new AttendanceClientOptions { ApplicationId = "contoso-lms/2.1" });

        await client.GetReportsAsync(AttendanceSource.Meeting(Organizer.Me, "m")).ToListAsync();
        await client.GetReportsAsync(AttendanceSource.Meeting(Organizer.Me, "m")).ToListAsync();

        var headers = graph.Requests[0].Headers;
        Assert.Equal(
            ["Accept", "Authorization", "client-request-id", "Prefer", "User-Agent"], headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("application/json", headers["Accept"]);
        Assert.Equal("Bearer fake-token", headers["Authorization"]);
        Assert.Equal("include-unknown-enum-members", headers["Prefer"]);
        Assert.Matches(@"^Attendance\.Client/\d+\.\d+\.\d+, contoso-lms/2\.1$", headers["User-Agent"]);
        Assert.True(Guid.TryParse(headers["client-request-id"], out _));
        Assert.NotEqual(headers["client-request-id"], graph.Requests[1].Headers["client-request-id"]);
    }
}
