using System.Globalization;
using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>What could steer a terminal, wherever it comes from.</summary>
public sealed class Steering : IDisposable
{
    private const string Evil = "a\u001b]0;x\u0007b\u009bc\u007fd\u202ee\u2067f\u2028g\u2029hi\rj";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-steering-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Does_not_reach_it_by_what_the_service_says()
    {
        var graph = SampleData.CreateGraph().FailNext(
            GraphFault.Status(HttpStatusCode.BadRequest, code: Evil, message: $"{Evil}\nwhat to do: rm -rf /"));

        var result = await Tool.SignedIn(graph).RunAsync("show --auth token --meeting m");

        AssertTame(result);
        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("\nwhat to do: rm", result.Error, StringComparison.Ordinal);
        Assert.Contains("what to do: rm -rf /", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show", "--demo", "--meeting", Evil)]
    [InlineData("show", "--demo", "--" + Evil, "x")]
    [InlineData(Evil)]
    [InlineData("show", "--auth", Evil)]
    [InlineData("find", "--demo", Evil)]
    [InlineData("summary", "--demo", "--sources", Evil)]
    [InlineData("summary", "--demo", "--meeting", "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "--from", Evil)]
    [InlineData("export", "--demo", "--meeting", "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "--output", "/no/such/" + Evil)]
    [InlineData("serve", "--data", Evil)]
    public async Task Does_not_reach_it_by_an_argument(params string[] args)
    {
        var result = await new Tool { TerminalWidth = 80, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(args);

        AssertTame(result);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task Does_not_reach_it_by_a_pipe()
    {
        var result = await new Tool { Input = $"{Evil}\n{SampleData.Meeting}\n" }.RunAsync(
            "summary --demo --sources -");

        AssertTame(result);
        Assert.Contains("a\uFFFD]0;x\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Does_not_reach_it_by_the_name_of_a_file_that_is_written()
    {
        var file = Path.Combine(_directory.FullName, $"{Evil}.csv");

        var result = await new Tool().RunAsync(
            ["export", "--demo", "--meeting", "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "--output", file]);

        AssertTame(result);
        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("calendar --auth token --from 2021-10-01 --to 2021-10-31 --lines")]
    [InlineData("calendar --auth token --from 2021-10-01 --to 2021-10-31")]
    public async Task Does_not_reach_it_by_a_join_link(string commandLine)
    {
        var meeting = new CalendarMeeting
        {
            Id = "e",
            Subject = Evil,
            IsOrganizer = true,
            JoinWebUrl = $"https://teams.microsoft.com/l/meetup-join/{Evil}\nme/x",
            Start = new DateTimeTimeZone { DateTime = "2021-10-05T10:00:00", TimeZone = "UTC" },
        };

        var result = await Tool.SignedIn(new FakeGraph().Add(Organizer.Me, meeting)).RunAsync(commandLine);

        AssertTame(result);
        Assert.DoesNotContain("\nme/x", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_reach_it_by_a_chart_whose_text_is_shown()
    {
        var tool = new Tool { TerminalWidth = 80 };

        var result = await tool.RunAsync(
            ["chart", "--demo", "--meeting", "MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "--output", "-", "--title", Evil]);

        AssertTame(result);
        Assert.Equal(0, result.ExitCode);
    }

    private static void AssertTame(ToolResult result) => Assert.DoesNotContain(
        result.Output + result.Error,
        letter => letter is not '\n'
            && (char.IsControl(letter) || letter is >= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069'
                || char.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator));
}
