namespace Attendance.Client.Tests.Cli;

public class WrongUsage
{
    [Theory]
    [InlineData("show", "Nothing says what was attended. Pass one of --meeting <id>, --webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>.")]
    [InlineData("show --demo --meeting a --webinar b --session c", "--meeting and --webinar each name something to read. Pass one of them only.")]
    [InlineData("show --demo --meeting a --source me/onlineMeetings/b", "--meeting and --source each name something to read. Pass one of them only.")]
    [InlineData("show --demo --webinar b", "--webinar needs --session, as each session has reports of its own. Pass the session's id: GET /solutions/virtualEvents/webinars/{id}/sessions lists them.")]
    [InlineData("show --demo --townhall b", "--townhall needs --session, as each session has reports of its own. Pass the session's id: GET /solutions/virtualEvents/townhalls/{id}/sessions lists them.")]
    [InlineData("show --demo --meeting a --session s", "--session says which session of --webinar or --townhall is meant, which is not there. Leave it out, or name the source that it belongs to.")]
    [InlineData("show --demo --webinar b --session s --user u", "--user says whose --meeting is meant, which is not there. Leave it out, or name the source that it belongs to.")]
    [InlineData("show --demo --session s", "Nothing says what was attended. Pass one of --meeting <id>, --webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>.")]
    [InlineData("show --demo --meeting ..", "--meeting is refused. The id is \"..\", which would address another resource. Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData("show --demo --meeting m --user .", "--user is refused. The id is \".\", which would address another resource. Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData("show --demo --meeting m --report ..", "--report is refused. The id is \"..\", which would address another resource. Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData("show --demo --meeting https://teams.microsoft.com/l/meetup-join/19", "--meeting takes an id, and \"https://teams.microsoft.com/l/meetup-join/19\" is a URL. A Graph URL goes to --source. For a join link, ask Graph for the meeting's id: GET /me/onlineMeetings?$filter=JoinWebUrl eq '{link}'.")]
    [InlineData("show --demo --source me/onlineMeetings/m/attendanceReports/a --report b", "--report is b, and --source goes on to the report a. Leave one of them out.")]
    [InlineData("show --demo --auth token --meeting m", "--demo and --auth contradict each other, as the sample data is inside the tool. Leave one of them out.")]
    [InlineData("show --demo --cloud usgov --meeting m", "--demo and --cloud contradict each other, as the sample data is inside the tool. Leave one of them out.")]
    [InlineData("show --auth token --cloud usgov --endpoint https://localhost --meeting m", "--endpoint and --cloud both say where Graph is. Leave one of them out.")]
    [InlineData("show --auth token --cloud mars --meeting m", "--cloud is \"mars\", which is none of its values. Pass one of global, usgov, dod, china.")]
    [InlineData("show --auth magic --meeting m", "--auth is \"magic\", which is none of its values. Pass one of default, browser, device, cli, managed, secret, token.")]
    [InlineData("show --auth 6 --meeting m", "--auth is \"6\", which is none of its values. Pass one of default, browser, device, cli, managed, secret, token.")]
    [InlineData("show --auth token --endpoint graph --meeting m", "--endpoint is \"graph\", which is no absolute URL. Pass one such as https://graph.microsoft.com.")]
    [InlineData("show --auth token --endpoint http://graph.contoso.com --meeting m", "--endpoint is \"http://graph.contoso.com\", and a token is sent over HTTPS only, but for a loopback address. Pass a URL with https.")]
    [InlineData("show --auth token --endpoint https://graph.microsoft.com/v1.0 --meeting m", "--endpoint is \"https://graph.microsoft.com/v1.0\", with the version in it. Leave the version out: --beta chooses it.")]
    [InlineData("show --demo --meeting", "Required argument missing for option: '--meeting'.")]
    [InlineData("show --demo --meeting a --meeting b", "Option '--meeting' expects a single argument but 2 were provided.")]
    [InlineData("show --demo --meting a", "Unrecognized command or argument '--meting'.\nUnrecognized command or argument 'a'.")]
    [InlineData("show --demo --meeting m --json --auth secret", "--demo and --auth contradict each other, as the sample data is inside the tool. Leave one of them out.")]
    public async Task Is_told_with_cause_and_cure(string commandLine, string expected)
    {
        var result = await new Tool { Environment = { ["ATTENDANCE_TOKEN"] = "token" } }.RunAsync(commandLine);

        Assert.Equal($"error: {expected}\nSee: attendance show --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Of_a_source_that_is_none_says_where_it_goes_wrong()
    {
        var result = await new Tool().RunAsync("reports --demo --source me/messages/1");

        Assert.StartsWith("error: --source: \"me/messages/1\" is no attendance source: \"messages\" stands where onlineMeetings should.", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Of_an_empty_id_names_the_option()
    {
        var result = await new Tool().RunAsync(["show", "--demo", "--meeting", ""]);

        Assert.StartsWith("error: --meeting is refused. The id is empty.", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Of_a_command_points_to_the_help_of_the_tool()
    {
        var result = await new Tool().RunAsync("shwo");

        Assert.Equal("error: Unrecognized command or argument 'shwo'.\nSee: attendance --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }
}
