using Attendance.Client.Testing;
using static Attendance.Client.Tests.Cli.SourceSamples;

namespace Attendance.Client.Tests.Cli;

/// <summary>What the lines of --sources may say, and where they come from.</summary>
public class SourceFiles
{
    [Fact]
    public async Task Are_read_from_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, $"\uFEFF{MeetingPath}\r\n{SmallMeetingPath}\r\n");

            var result = await new Tool().RunAsync(["reports", "--demo", "--sources", file]);

            Assert.StartsWith("3 reports of 2 sources\n", result.Output, StringComparison.Ordinal);
            Assert.Equal("", result.Error);
            Assert.Equal(0, result.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Count_once_where_a_calendar_gives_the_same_link_again_and_again()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool
        {
            Input = $"{MeetingNumber}\n{MeetingNumber}\n{MeetingPath}\n",
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var result = await tool.RunAsync("reports --auth token --sources -");

        Assert.StartsWith("2 reports of 1 source\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"{Root}/me/onlineMeetings?$filter=joinMeetingIdSettings/joinMeetingId%20eq%20'238420318127'",
                $"{Root}/{MeetingPath}/attendanceReports",
                $"{Root}/{MeetingPath}/attendanceReports",
            ],
            graph.Uris.Order(StringComparer.Ordinal).Select(Uri.UnescapeDataString).Select(uri => uri.Replace(
                " ", "%20", StringComparison.Ordinal))
                .OrderByDescending(uri => uri.Contains('?', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Take_the_user_for_their_links_alone()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool
        {
            Input = $"{MeetingNumber}\n{SmallMeetingPath}\n",
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var result = await tool.RunAsync($"reports --auth token --sources - --user {User}");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(graph.Uris, uri => uri.StartsWith($"{Root}/users/{User}/onlineMeetings?", StringComparison.Ordinal));
        Assert.Contains($"{Root}/{SmallMeetingPath}/attendanceReports", graph.Uris);
    }

    [Fact]
    public async Task Name_the_line_that_needs_another_option()
    {
        var tool = new Tool
        {
            Input = $"{MeetingNumber}\n{SmallMeetingPath}\n",
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
            Handler = SampleData.CreateGraph(),
        };

        var result = await tool.RunAsync("reports --auth token --sources - --user ..");

        Assert.StartsWith("1 report of 1 source\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"error: line 1, {MeetingNumber}: --user is refused. " +
            "The id is \"..\", which would address another resource. Pass the id as Microsoft Graph returned it, not encoded.\n",
            result.Error);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("summary", "")]
    [InlineData("summary --json", "[]\n")]
    [InlineData("reports", "")]
    [InlineData("reports --json", "[]\n")]
    [InlineData(
        "export --rows stays",
        "source,subject,sessionReportId,sessionStartedAt,sessionEndedAt,key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds\n")]
    [InlineData("export --format json", "[]\n")]
    [InlineData("chart --output .", "")]
    public async Task May_be_none_in_a_pipe_as_in_a_week_without_meetings(string command, string output)
    {
        var result = await new Tool { Input = "# nothing\n\n" }.RunAsync($"{command} --demo --sources -");

        Assert.Equal(
            "note: Nothing came on standard input but blank lines and those that begin with #, so that there is nothing to read.\n",
            result.Error);
        Assert.Equal(output, result.Output);
        Assert.Equal(3, result.ExitCode);
    }

    [Theory]
    [InlineData("--user " + User, "users/" + User)]
    [InlineData("", "me")]
    public async Task May_be_bare_ids_of_meetings(string option, string owner)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool { Input = "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ\n", Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var result = await tool.RunAsync($"reports --auth token --sources - {option}");

        Assert.Equal([$"{Root}/{owner}/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports"], graph.Uris);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task May_begin_with_a_byte_order_mark_in_a_pipe_too()
    {
        var result = await new Tool { Input = $"\uFEFF{MeetingPath}\n" }.RunAsync("reports --demo --sources -");

        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Are_text()
    {
        var result = await new Tool { Input = "\u007fELF\0\0\0\n" }.RunAsync("reports --demo --sources -");

        Assert.Equal(
            "error: --sources is \"-\", which is no text. " +
            "Put a Graph path, a Graph URL, a join link or a meeting ID on each line.\nSee: attendance reports --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("reports --demo --sources - --session s", "--session and --sources each name something to read. Pass one of them only.")]
    [InlineData(
        "export --demo --sources - --source me/onlineMeetings/m",
        "--source and --sources each name something to read. Pass one of them only.")]
    [InlineData("summary --demo --sources - --report r", "--report names one report, and --sources many sources. Leave one of them out.")]
    public async Task Are_refused_where_they_cannot_be_read(string commandLine, string expected)
    {
        var result = await new Tool { Input = "# nothing\n\n" }.RunAsync(commandLine);

        Assert.Equal($"error: {expected}\nSee: attendance {commandLine.Split(' ')[0]} --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Need_a_file_with_lines()
    {
        var file = Path.GetTempFileName();
        try
        {
            var result = await new Tool().RunAsync(["summary", "--demo", "--sources", file]);

            Assert.StartsWith(
                $"error: --sources {file} names no source: there is no line but blank ones and those that begin with #. Put a Graph path,",
                result.Error, StringComparison.Ordinal);
            Assert.Equal(2, result.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Need_a_file_that_is_there()
    {
        var directory = await new Tool().RunAsync(["summary", "--demo", "--sources", Path.GetTempPath()]);
        var empty = await new Tool().RunAsync(["summary", "--demo", "--sources", ""]);

        Assert.StartsWith(
            $"error: --sources is \"{Path.GetTempPath()}\", which is a directory. Pass the name of a file, or - for standard input.\n",
            directory.Error, StringComparison.Ordinal);
        Assert.StartsWith(
            "error: --sources is empty. Pass the name of a file, or - for standard input.\n", empty.Error, StringComparison.Ordinal);
        Assert.Equal((2, 2), (directory.ExitCode, empty.ExitCode));

        var result = await new Tool().RunAsync("summary --demo --sources no-such-file.txt");

        Assert.StartsWith("error: The file of --sources cannot be read. Could not find file", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }
}
