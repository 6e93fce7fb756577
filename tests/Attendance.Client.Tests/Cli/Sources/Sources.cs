using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class Sources
{
    private const string Organizer = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    private const string Root = "https://graph.microsoft.com/v1.0";
    private const string WebinarPath =
        "/solutions/virtualEvents/webinars/f8ce2a5f-0e6a-4186-aa90-1f64bc023566%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions/8d62dd52-4dff-4c75-96a9-f905cc3ff942";
    private const string TownhallPath =
        "/solutions/virtualEvents/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions/b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37";

    [Theory]
    [InlineData("--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", $"{Root}/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    [InlineData(
        $"--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --user {Organizer}",
        $"{Root}/users/{Organizer}/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    [InlineData(SampleArguments.Webinar, Root + WebinarPath)]
    [InlineData(SampleArguments.Townhall, Root + TownhallPath)]
    [InlineData("--source me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", $"{Root}/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    [InlineData($"--source https://graph.microsoft.com/beta{WebinarPath}/attendanceReports", Root + WebinarPath)]
    [InlineData($"--source {TownhallPath}", Root + TownhallPath)]
    [InlineData(
        "--source https://teams.contoso.com/graph/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ",
        $"{Root}/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    public async Task Are_asked_for_at_the_path_of_graph(string arguments, string expected)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"reports --auth token {arguments}");

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal([$"{expected}/attendanceReports"], graph.Uris);
        Assert.Equal(["Bearer token-of-the-test"], graph.Authorizations);
    }

    [Theory]
    [InlineData("--beta", "https://graph.microsoft.com/beta")]
    [InlineData("--cloud global", "https://graph.microsoft.com/v1.0")]
    [InlineData("--cloud usgov", "https://graph.microsoft.us/v1.0")]
    [InlineData("--cloud dod", "https://dod-graph.microsoft.us/v1.0")]
    [InlineData("--cloud china --beta", "https://microsoftgraph.chinacloudapi.cn/beta")]
    [InlineData("--endpoint http://localhost:8080", "http://localhost:8080/v1.0")]
    [InlineData("--endpoint https://gateway.contoso.com/graph/", "https://gateway.contoso.com/graph/v1.0")]
    public async Task Are_asked_for_where_the_options_say(string arguments, string expected)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync($"show --auth token --meeting m {arguments}");

        Assert.Equal([$"{expected}/me/onlineMeetings/m/attendanceReports"], graph.Uris);
    }

    [Fact]
    public async Task Are_not_read_over_the_network_for_the_demo()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"show --demo {SampleArguments.Webinar}");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(graph.Uris);
    }
}
