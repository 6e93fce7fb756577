namespace Attendance.Client.Tests.Cli;

public class WrongUsage
{
    [Theory]
    [InlineData(
        "show",
        "Nothing says what was attended. Pass a join link, a meeting ID or a Graph path, or one of --meeting <id or link>, " +
        "--webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>.")]
    [InlineData(
        "summary",
        "Nothing says what was attended. Pass a join link, a meeting ID or a Graph path, or one of --meeting <id or link>, " +
        "--webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>, or --sources for many.")]
    [InlineData(
        "show --demo --meeting a --webinar b --session c", "--meeting and --webinar each name something to read. Pass one of them only.")]
    [InlineData(
        "show --demo --meeting a --source me/onlineMeetings/b",
        "--meeting and --source each name something to read. Pass one of them only.")]
    [InlineData(
        "show --demo --webinar b",
        "--webinar needs --session, as each session has reports of its own. List them: attendance sessions --demo --webinar b")]
    [InlineData(
        "show --demo --townhall b",
        "--townhall needs --session, as each session has reports of its own. List them: attendance sessions --demo --townhall b")]
    [InlineData(
        "show --demo --meeting a --session s",
        "--session says which session of --webinar or --townhall is meant, which is not there. " +
        "Leave it out, or name the source that it belongs to.")]
    [InlineData(
        "show --demo --webinar b --session s --user u",
        "--user says whose --meeting is meant, which is not there. Leave it out, or name the source that it belongs to.")]
    [InlineData(
        "show --demo --session s",
        "Nothing says what was attended. Pass a join link, a meeting ID or a Graph path, or one of --meeting <id or link>, " +
        "--webinar <id> --session <id>, --townhall <id> --session <id> and --source <path or URL>.")]
    [InlineData(
        "show --demo --meeting ..",
        "--meeting is refused. The id is \"..\", which would address another resource. " +
        "Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData(
        "show --demo --meeting m --user .",
        "--user is refused. The id is \".\", which would address another resource. " +
        "Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData(
        "show --demo --meeting m --report ..",
        "--report is refused. The id is \"..\", which would address another resource. " +
        "Pass the id as Microsoft Graph returned it, not encoded.")]
    [InlineData(
        "show --demo --meeting https://teams.microsoft.com/l/meetup-join/19",
        "--meeting: \"https://teams.microsoft.com/l/meetup-joi…\" is a join link that was cut off before its context, " +
        "which names the organizer. Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData(
        "show --demo --meeting 19:meeting_x@thread.v2",
        "--meeting: \"19:meeting_x@thread.v2\" is the id of a chat, by which Microsoft Graph finds no meeting. " +
        "Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData(
        "show --demo --meeting 19%3ameeting_x%40thread.v2",
        "--meeting: \"19%3ameeting_x%40thread.v2\" is the id of a chat, by which Microsoft Graph finds no meeting. " +
        "Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData(
        "show --demo --source MCMxOTptZWV0aW5n",
        "--source: \"MCMxOTptZWV0aW5n\" is the id of a chat in the form that Teams gives to apps, " +
        "by which Microsoft Graph finds no meeting. Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData(
        "show --demo --meeting AAMkAGI1",
        "--meeting: \"AAMkAGI1\" is the id of a calendar event. " +
        "attendance calendar lists the events of a time with their join links: pass that link.")]
    [InlineData(
        "show --demo --meeting 123-456",
        "--meeting: \"123-456\" has 6 digits, where a meeting ID has 10 to 18. " +
        "Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData(
        "show --demo --source https://outlook.office.com/calendar/item/AAMk",
        "--source: \"https://outlook.office.com/calendar/item…\" is a link to Outlook. " +
        "Copy the join link or the meeting ID from the meeting's invitation.")]
    [InlineData(
        "show --demo --meeting https://contoso.com/m",
        "--meeting takes an id or a join link, and \"https://contoso.com/m\" is another URL. " +
        "Copy the join link from the meeting's invitation.")]
    [InlineData(
        "show --demo --meeting https://events.teams.microsoft.com/event/dc17674c-81d9-4adb-bfb2-8f6a442e4622@909c6581-5130-43e9-88f3-fcb3582cde37",
        "--meeting takes a meeting, and \"https://events.teams.microsoft.com/event/dc17674c-81d9-4adb-bfb2-8f6a442e4622@909c6581-5130-43e9-88f…\" " +
        "is the page of a webinar or town hall. Pass it to --webinar or --townhall.")]
    [InlineData(
        "show --demo --meeting solutions/virtualEvents/webinars/w/sessions/s",
        "--meeting takes a meeting, and \"solutions/virtualEvents/webinars/w/sessions/s\" is the address of a webinar or town hall. " +
        "Pass it to --source.")]
    [InlineData(
        "show --demo --meeting me/onlineMeetings/m/attendanceReports/r",
        "--meeting goes on to reports, and says what was attended. Pass the whole address to --source, or leave out what follows.")]
    [InlineData(
        "show --demo --meeting users/a/onlineMeetings/m --user b",
        "--user is b, and --meeting is of the user a. Leave one of them out.")]
    [InlineData(
        "show --demo --webinar https://events.teams.microsoft.com/event/1 --session s",
        "--webinar takes an id, and \"https://events.teams.microsoft.com/event/1\" is a URL without one. " +
        "The ids are what attendance webinars lists.")]
    [InlineData(
        "sessions --demo --townhall https://teams.microsoft.com/meet/264183392744150?p=x",
        "--townhall takes a town hall, and \"https://teams.microsoft.com/meet/264183392744150?p=x\" is a link to a meeting. " +
        "Pass it to --meeting. The ids are what attendance townhalls lists.")]
    [InlineData(
        "registrations --demo --webinar https://graph.microsoft.com/v1.0/solutions/virtualEvents/townhalls/t",
        "--webinar takes a webinar, and \"https://graph.microsoft.com/v1.0/solutions/virtualEvents/townhalls/t\" " +
        "is the address of a town hall. Pass it to --townhall.")]
    [InlineData(
        "sessions --demo --webinar me/onlineMeetings/m",
        "--webinar takes a webinar, and \"me/onlineMeetings/m\" is the address of a meeting. Pass it to --meeting.")]
    [InlineData(
        "show --demo --webinar solutions/virtualEvents/webinars/w/sessions/s --session t",
        "--session is t, and --webinar goes on to the session s. Leave one of them out.")]
    [InlineData(
        "show --demo --townhall solutions/virtualEvents/townhalls/t/sessions/s/attendanceReports/r",
        "--townhall goes on to reports, and says what was attended. Pass the whole address to --source, or leave out what follows.")]
    [InlineData(
        "show --demo --webinar w --session webinars/w/sessions/s",
        "--session is refused. The id is an address in Microsoft Graph. Pass the id in it alone, or pass a whole address to --source.")]
    [InlineData(
        "show --demo --meeting m --user https://teams.microsoft.com/meet/264183392744150?p=x",
        "--user is refused. The id is a link to a meeting. Pass it to --meeting.")]
    [InlineData(
        "show --demo --source me/onlineMeetings/m --user u",
        "--user says whose --meeting or join link is meant, which is not there. Leave it out, or name the source that it belongs to.")]
    [InlineData(
        "show --auth managed --meeting m",
        "--auth managed signs in an application, and nothing says for which user it asks. Pass --user with the user's object id.")]
    [InlineData(
        "show --auth managed --meeting 238-420-318-127",
        "--auth managed signs in an application, which has to name the organizer, and a meeting ID or short link does not. " +
        "Pass --user with the organizer's object id, or the long join link.")]
    [InlineData(
        "show --demo --meeting m --time-zone Mars",
        "--time-zone is \"Mars\", a time zone that this machine does not know. " +
        "Pass a name such as Europe/Berlin, W. Europe Standard Time or UTC.")]
    [InlineData(
        "show --demo --source me/onlineMeetings/m/attendanceReports/a --report b",
        "--report is b, and --source goes on to the report a. Leave one of them out.")]
    [InlineData(
        "show --demo --auth token --meeting m",
        "--demo and --auth contradict each other, as the sample data is inside the tool. Leave one of them out.")]
    [InlineData(
        "show --demo --cloud usgov --meeting m",
        "--demo and --cloud contradict each other, as the sample data is inside the tool. Leave one of them out.")]
    [InlineData(
        "show --auth token --cloud usgov --endpoint https://localhost --meeting m",
        "--endpoint and --cloud both say where Graph is. Leave one of them out.")]
    [InlineData(
        "show --auth token --cloud mars --meeting m",
        "--cloud is \"mars\", which is none of its values. Pass one of global, usgov, dod, china.")]
    [InlineData(
        "show --auth magic --meeting m",
        "--auth is \"magic\", which is none of its values. " +
        "Pass one of default, browser, device, cli, managed, secret, certificate, workload, token.")]
    [InlineData(
        "show --auth 6 --meeting m",
        "--auth is \"6\", which is none of its values. " +
        "Pass one of default, browser, device, cli, managed, secret, certificate, workload, token.")]
    [InlineData(
        "show --auth token --endpoint graph --meeting m",
        "--endpoint is \"graph\", which is no absolute URL. Pass one such as https://graph.microsoft.com.")]
    [InlineData(
        "show --auth token --endpoint http://graph.contoso.com --meeting m",
        "--endpoint is \"http://graph.contoso.com\", " +
        "and a token is sent over HTTPS only, but for a loopback address. Pass a URL with https.")]
    [InlineData(
        "show --auth token --endpoint https://graph.microsoft.com/v1.0 --meeting m",
        "--endpoint is \"https://graph.microsoft.com/v1.0\", with the version in it. Leave the version out: --beta chooses it.")]
    [InlineData("show --demo --meeting", "Required argument missing for option: '--meeting'.")]
    [InlineData("show --demo --meeting a --meeting b", "Option '--meeting' expects a single argument but 2 were provided.")]
    [InlineData("show --demo --meting a", "Unrecognized option '--meting'. Did you mean --meeting?")]
    [InlineData(
        "show --demo --meeting m --json --auth secret",
        "--demo and --auth contradict each other, as the sample data is inside the tool. Leave one of them out.")]
    public async Task Is_told_with_cause_and_cure(string commandLine, string expected)
    {
        var result = await new Tool { Environment = { ["ATTENDANCE_TOKEN"] = "token" } }.RunAsync(commandLine);

        Assert.Equal($"error: {expected}\nSee: attendance {commandLine.Split(' ')[0]} --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Of_a_source_that_is_none_says_where_it_goes_wrong()
    {
        var result = await new Tool().RunAsync("reports --demo --source me/messages/1");

        Assert.StartsWith(
            "error: --source: \"me/messages/1\" is no attendance source: \"messages\" stands where onlineMeetings should.", result.Error,
            StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Repeats_nothing_that_steers_the_terminal()
    {
        var result = await new Tool().RunAsync(["reports", "--demo", "--source", "me/\u001b[2J"]);

        Assert.StartsWith("error: --source: \"me/\uFFFD[2J\" is no attendance source", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Of_an_empty_id_names_the_option()
    {
        var result = await new Tool().RunAsync(["show", "--demo", "--meeting", ""]);

        Assert.StartsWith("error: --meeting is refused. The id is empty.", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("sumary --meeting a --demo --json", "Unrecognized command or argument 'sumary'. Did you mean summary?", "attendance")]
    [InlineData("xyz --meeting a", "Unrecognized command or argument 'xyz'.", "attendance")]
    [InlineData("summary --metting a --demo", "Unrecognized option '--metting'. Did you mean --meeting?", "attendance summary")]
    [InlineData("calendar --form 3d b", "Unrecognized option '--form'. Did you mean --from?", "attendance calendar")]
    [InlineData("calendar 3d", "Unrecognized command or argument '3d'.", "attendance calendar")]
    public async Task Of_a_mistyped_word_is_told_in_one_line_with_what_may_be_meant(string commandLine, string expected, string help)
    {
        var result = await new Tool().RunAsync(commandLine);

        Assert.Equal($"error: {expected}\nSee: {help} --help\n", result.Error);
        Assert.Equal(("", 2), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Of_a_command_points_to_the_help_of_the_tool()
    {
        var result = await new Tool().RunAsync("shwo");

        Assert.Equal("error: Unrecognized command or argument 'shwo'. Did you mean show?\nSee: attendance --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }
}
