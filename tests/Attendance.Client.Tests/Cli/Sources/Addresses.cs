using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>Addresses in place of ids.</summary>
public class Addresses
{
    private const string Root = "https://graph.microsoft.com/v1.0";
    private const string User = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    private const string Id = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string Session = "8d62dd52-4dff-4c75-96a9-f56cc3270434";
    private const string Page = $"https://events.teams.microsoft.com/event/{Id}?source=copyLink";
    private const string SafePage =
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevents.teams.microsoft.com%2Fevent%2F" +
        "f8ce2a5f-0e6a-4186-aa90-1f64bc023566%405466a424-aadf-425c-9b24-034ca28d4bdd%3Fsource%3DcopyLink&data=05";

    [Theory]
    [InlineData(Page)]
    [InlineData($"events.teams.microsoft.com/event/{Id}/registration")]
    [InlineData(SafePage)]
    [InlineData($"{Root}/solutions/virtualEvents/webinars/{Id}")]
    [InlineData($"https://graph.microsoft.com/beta/solutions/virtualEvents/webinars('{Id}')/sessions?$top=1")]
    [InlineData(
        $"/solutions/virtualEvents/webinars/f8ce2a5f-0e6a-4186-aa90-1f64bc023566%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions/s")]
    [InlineData("https%3A%2F%2Fgraph.microsoft.com%2Fv1.0%2Fsolutions%2FvirtualEvents%2Fwebinars%2F" + Id)]
    [InlineData(Id)]
    public async Task An_event_is_asked_for_by_the_id_in_its_address(string address)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var sessions = await Tool.SignedIn(graph).RunAsync(["sessions", "--auth", "token", "--webinar", address]);
        var registrations = await Tool.SignedIn(graph).RunAsync(["registrations", "--auth", "token", "--webinar", address]);
        var missing = await Tool.SignedIn(graph).RunAsync(
            ["reports", "--auth", "token", "--townhall", address.Replace("webinars", "townhalls"), "--session", "s"]);

        Assert.Equal(("", ""), (sessions.Error, registrations.Error));
        Assert.Equal(
            [
                $"{Root}/solutions/virtualEvents/webinars/{Id}/sessions",
                $"{Root}/solutions/virtualEvents/webinars/{Id}/registrations",
                $"{Root}/solutions/virtualEvents/townhalls/{Id}/sessions/s/attendanceReports",
            ],
            graph.Uris.ConvertAll(Uri.UnescapeDataString));
        Assert.Equal(1, missing.ExitCode);
    }

    [Theory]
    [InlineData($"{Root}/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "", "me")]
    [InlineData("/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "", "me")]
    [InlineData("me/onlineMeetings('MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ')", $" --user {User}", $"users/{User}")]
    [InlineData($"users/{User}/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "", $"users/{User}")]
    [InlineData($"users/{User}/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", $" --user {User}", $"users/{User}")]
    public async Task A_meeting_is_asked_for_by_the_id_in_its_address(string address, string user, string owner)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"reports --auth token --meeting {address}{user}");

        Assert.Equal("", result.Error);
        Assert.Equal([$"{Root}/{owner}/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports"], graph.Uris);
    }

    [Fact]
    public async Task The_session_in_an_address_is_the_one_that_is_read()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync(
            $"reports --auth token --webinar {Root}/solutions/virtualEvents/webinars/{Id}/sessions/{Session}");
        await Tool.SignedIn(graph).RunAsync($"reports --auth token --webinar webinars/{Id}/sessions/{Session} --session {Session}");

        var reports = $"{Root}/solutions/virtualEvents/webinars/{Id}/sessions/{Session}/attendanceReports";
        Assert.Equal([reports, reports], graph.Uris.ConvertAll(Uri.UnescapeDataString));
    }
}
