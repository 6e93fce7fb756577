using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>What was attended, as the first argument of a command.</summary>
public class FirstArgument
{
    private const string Id = "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    private const string WebinarId = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string TownhallId = "3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11@5466a424-aadf-425c-9b24-034ca28d4bdd";
    private const string Events = "https://events.teams.microsoft.com/event";
    private const string Graph = "https://graph.microsoft.com/v1.0";

    private static readonly string Link = SampleData.JoinLink.ToString();
    private static readonly string Invitation = $"Microsoft Teams\r\nJoin the meeting now<{Link}>\r\nMeeting ID: 238 420 318 127\r\n";

    [Theory]
    [InlineData("reports")]
    [InlineData("show")]
    [InlineData("summary")]
    [InlineData("export")]
    [InlineData("chart")]
    [InlineData("wait")]
    public async Task Means_to_every_command_what_the_options_mean(string command)
    {
        var expected = await new Tool().RunAsync($"{command} --demo --source me/onlineMeetings/{Id}");
        var looked = await new Tool().RunAsync([command, "--demo", "--meeting", Link]);

        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(expected, await new Tool().RunAsync([command, $"me/onlineMeetings/{Id}", "--demo"]));
        Assert.Equal(expected, await new Tool().RunAsync([command, "--demo", $"{Graph}/me/onlineMeetings/{Id}"]));
        Assert.Equal(expected, await new Tool().RunAsync([command, Id, "--demo"]));
        Assert.Equal(looked, await new Tool().RunAsync([command, Link, "--demo"]));
        Assert.Equal(looked, await new Tool().RunAsync([command, Invitation, "--demo"]));
        Assert.Equal(looked, await new Tool().RunAsync([command, "238", "420", "318", "127", "--demo"]));
    }

    [Theory]
    [InlineData("summary -")]
    [InlineData("summary --meeting -")]
    [InlineData("summary --source -")]
    public async Task And_each_option_is_read_from_a_pipe_in_the_place_of_a_dash(string commandLine)
    {
        var expected = await new Tool().RunAsync(["summary", "--demo", Link]);

        Assert.Equal(expected, await new Tool { Input = $"\n{Link}\n" }.RunAsync($"{commandLine} --demo"));
        Assert.Equal(expected, await new Tool { Input = Invitation }.RunAsync($"{commandLine} --demo"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public async Task From_an_empty_pipe_is_none(string input)
    {
        var result = await new Tool { Input = input }.RunAsync("show --demo -");

        Assert.Equal(
            "error: Nothing came on standard input, which - stands for. Pass a link, a meeting ID or a Graph path.\n" +
            "See: attendance show --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("summary", "Pass --sources - instead.")]
    [InlineData("show", "Pass one line.")]
    public async Task From_a_pipe_of_many_lines_is_refused_and_not_the_first_of_them(string command, string cure)
    {
        var result = await new Tool { Input = $"{Link}\nme/onlineMeetings/{Id}\n" }.RunAsync($"{command} --demo -");

        Assert.Equal(
            $"error: Standard input names several sources, a line each, and - stands for one of them. {cure}\n" +
            $"See: attendance {command} --help\n",
            result.Error);
        Assert.Equal(("", 2), (result.Output, result.ExitCode));
    }

    [Theory]
    [InlineData($"{Events}/{WebinarId}", SampleArguments.Webinar)]
    [InlineData($"{Graph}/solutions/virtualEvents/webinars/{WebinarId}", SampleArguments.Webinar)]
    [InlineData($"{Events}/{TownhallId}", SampleArguments.Townhall)]
    [InlineData($"{Events}/{TownhallId} --session b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37", SampleArguments.Townhall)]
    public async Task May_be_the_page_of_an_event_of_either_kind(string argument, string options)
    {
        var expected = await new Tool().RunAsync($"show --demo {options}");

        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(expected, await new Tool().RunAsync($"show --demo {argument}"));
    }

    [Theory]
    [InlineData("sessions", WebinarId, "--webinar")]
    [InlineData("sessions", TownhallId, "--townhall")]
    [InlineData("registrations", WebinarId, "--webinar")]
    public async Task May_be_a_page_where_the_sessions_or_registrations_of_an_event_are_asked_for(string command, string id, string option)
    {
        var expected = await new Tool().RunAsync($"{command} --demo {option} {id}");

        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(expected, await new Tool().RunAsync($"{command} --demo {Events}/{id}"));
        Assert.Equal(expected, await new Tool { Input = $"{Events}/{id}\n" }.RunAsync($"{command} --demo -"));
    }

    [Fact]
    public async Task Of_an_event_with_several_sessions_needs_one_of_them()
    {
        var graph = new FakeGraph()
            .Add(new VirtualEvent { Kind = VirtualEventKind.Townhall, Id = TownhallId })
            .Add(
                AttendanceSource.Townhall(TownhallId, "a"), new AttendanceReport { Id = "r", Records = [] })
            .Add(
                AttendanceSource.Townhall(TownhallId, "b"), new AttendanceReport { Id = "s", Records = [] });
        using var sent = new RecordingHandler(graph);

        var several = await Tool.SignedIn(sent).RunAsync($"reports --auth token {Events}/{TownhallId}");
        var unknown = await Tool.SignedIn(new FakeGraph()).RunAsync($"reports --auth token {Events}/{TownhallId}");

        Assert.Equal(
            $"error: There are 2 sessions of the town hall {TownhallId}, each with reports of its own. Pass --session with one of a, b.\n" +
            "See: attendance reports --help\n",
            several.Error);
        Assert.DoesNotContain(sent.Uris, uri => uri.Contains("attendanceReports", StringComparison.Ordinal));
        Assert.Equal(
            $"error: Graph finds neither a webinar nor a town hall {TownhallId}.\n" +
            "what to do: Check the address. attendance webinars and attendance townhalls list what there is.\n",
            unknown.Error);
        Assert.Equal((2, 1), (several.ExitCode, unknown.ExitCode));
    }

    [Theory]
    [InlineData("show --demo m --meeting n", "\"m\" and --meeting each name something to read. Pass one of them only.")]
    [InlineData("show --demo m --source me/onlineMeetings/n", "\"m\" and --source each name something to read. Pass one of them only.")]
    [InlineData("show --demo m --webinar w --session s", "\"m\" and --webinar each name something to read. Pass one of them only.")]
    [InlineData("summary --demo m --sources -", "\"m\" and --sources each name something to read. Pass one of them only.")]
    [InlineData("sessions --demo m --webinar w", "\"m\" and --webinar each name something to read. Pass one of them only.")]
    [InlineData(
        "show --demo m --session s",
        "--session says which session of a webinar or town hall is meant, which is not there. " +
        "Leave it out, or name the source that it belongs to.")]
    [InlineData(
        "show --demo me/onlineMeetings/m --user u",
        "--user says whose meeting is meant, by its id or join link, which is not there. " +
        "Leave it out, or name the source that it belongs to.")]
    [InlineData(
        "show --demo me/onlineMeetings/m/attendanceReports/a --report b",
        "--report is b, and \"me/onlineMeetings/m/attendanceReports/a\" goes on to the report a. Leave one of them out.")]
    [InlineData(
        "show --demo people.csv",
        "\"people.csv\" is no join link, meeting ID, id of a meeting, Graph path, page of an event or file. Pass one of these.")]
    [InlineData(
        "sessions --demo m",
        "\"m\" is neither the page of a webinar or town hall, nor a Graph path or URL of one. Pass an id to --webinar or --townhall.")]
    [InlineData("show --demo m --jsno", "Unrecognized option '--jsno'. Did you mean --json?")]
    [InlineData("find --demo --tmie-zone x", "Unrecognized option '--tmie-zone'. Did you mean --time-zone?")]
    public async Task Is_refused_where_it_makes_no_sense(string commandLine, string expected)
    {
        var result = await new Tool().RunAsync(commandLine);

        Assert.Equal($"error: {expected}\nSee: attendance {commandLine.Split(' ')[0]} --help\n", result.Error);
        Assert.Equal(("", 2), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Goes_on_to_the_report_that_is_read()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync(
            $"show --auth token {Graph}/me/onlineMeetings/{Id}/attendanceReports/c9b6db1c-d5eb-427d-a5c0-20088d9b22d7");

        Assert.Contains("/attendanceReports/c9b6db1c-d5eb-427d-a5c0-20088d9b22d7", Assert.Single(graph.Uris), StringComparison.Ordinal);
    }
}
