using Attendance.Client.Archive;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>Commands that read an archive, and those about one.</summary>
public sealed class Archives : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-archive-");

    private string File => Path.Combine(_directory.FullName, "attendance.db");

    public async Task InitializeAsync()
    {
        await using var archive = await AttendanceArchive.OpenAsync(File);
        await archive.HarvestAsync(
            SampleData.CreateGraph().CreateClient(),
            HarvestScope.Of(Organizer.Me) with { Webinars = true, Townhalls = true },
            new HarvestOptions { From = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero) });
    }

    public Task DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("find 238420318127")]
    [InlineData("calendar --from 2021-10 --json")]
    [InlineData("webinars")]
    [InlineData("townhalls --json")]
    [InlineData("sessions " + WebinarPage)]
    [InlineData("registrations " + WebinarPage)]
    [InlineData("reports 238420318127")]
    [InlineData("show 238420318127 --stays")]
    [InlineData("show 238420318127 --json")]
    [InlineData("show " + SampleArguments.Townhall)]
    [InlineData("summary 238420318127")]
    [InlineData("summary " + SampleArguments.Webinar + " --json")]
    [InlineData("register 238420318127 --invited")]
    [InlineData("register --from 2021-10 --invited --format json")]
    [InlineData("export 238420318127 --all")]
    [InlineData("export " + SampleArguments.Webinar + " --rows registrants --format json")]
    [InlineData("chart 238420318127")]
    [InlineData("wait 238420318127")]
    public async Task A_command_says_of_an_archive_what_it_says_of_Graph(string commandLine)
    {
        var fromGraph = await new Tool().RunAsync($"{commandLine} --demo");

        // Without a network and a sign-in.
        var fromArchive = await new Tool { Handler = new NoNetwork() }.RunAsync($"{commandLine} --archive {File}");

        Assert.Equal(fromGraph.Output, fromArchive.Output.Replace($"--archive {File}", "--demo", StringComparison.Ordinal));
        Assert.Equal(
            (fromGraph.Error, fromGraph.ExitCode),
            (fromArchive.Error.Replace($"--archive {File}", "--demo", StringComparison.Ordinal), fromArchive.ExitCode));
        Assert.Equal(0, fromArchive.ExitCode);
        Assert.Equal(["attendance.db"], _directory.GetFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task A_variable_names_the_archive_unless_the_command_line_says_how_to_reach_Graph()
    {
        var tool = new Tool { Environment = { ["ATTENDANCE_ARCHIVE"] = File }, Handler = new NoNetwork() };

        Assert.Equal(0, (await tool.RunAsync("reports 238420318127")).ExitCode);
        await AttendanceForgottenAsync();
        Assert.Contains("Zoë Müller", (await tool.RunAsync("show 238420318127 --demo")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoë Müller", (await tool.RunAsync("show 238420318127")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--demo")]
    [InlineData("--beta")]
    [InlineData("--profile nightly")]
    public async Task An_archive_and_a_way_to_Graph_contradict_each_other(string option)
    {
        var result = await new Tool().RunAsync($"reports 238420318127 --archive {File} {option}");

        Assert.Equal(
            $"error: --archive and {option.Split(' ')[0]} contradict each other, as an archive is read without them. " +
            "Leave one of them out.\n" +
            "See: attendance reports --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("reports 238420318127")]
    [InlineData("archive show")]
    public async Task An_archive_that_is_not_there_is_no_empty_one(string commandLine)
    {
        var result = await new Tool().RunAsync($"{commandLine} --archive {File}x");

        Assert.Equal($"error: There is no archive {File}x. Check the path, or begin one with a harvest.\n", result.Error);
        Assert.Equal(1, result.ExitCode);
        Assert.False(System.IO.File.Exists($"{File}x"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_with_what_to_do()
    {
        var result = await new Tool().RunAsync(["archive", "show", "--archive", "Host=/nowhere;Database=attendance;Timeout=1"]);

        Assert.StartsWith("error: The archive in the database attendance could not be used, as the server cannot be reached", result.Error,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "\nwhat to do: Check the connection string, and that the server runs; then run it again.\n", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_tells_what_an_archive_holds()
    {
        var result = await new Tool().RunAsync($"archive show --archive {File}");
        var json = await new Tool().RunAsync($"archive show --archive {File} --json");

        Assert.Equal(
            """
            organizers:    1
            meetings:      1
            occurrences:   2
            webinars:      1
            town halls:    1
            registrations: 4
            reports:       4
            records:       12
            from:          2021-10-04 23:13:31
            until:         2025-11-18 16:02:11
            not read:      nothing
            people:        by name
            forgotten:     0 people
            erased before: no time

            """.ReplaceLineEndings("\n"),
            result.Output[..result.Output.IndexOf("harvest:", StringComparison.Ordinal)]);
        Assert.EndsWith(", 4 found, 4 new, 0 changed, 0 not read\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"records\": 12,", json.Output, StringComparison.Ordinal);
        Assert.Contains("\"reportsAdded\": 4,", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_forgets_a_person_for_good_and_asks_to_be_sure()
    {
        var unsure = await new Tool().RunAsync($"archive forget zoe.mueller@contoso.com --archive {File}");
        var sure = await new Tool().RunAsync($"archive forget zoe.mueller@contoso.com --archive {File} --yes");
        var again = await new Tool().RunAsync($"archive forget zoe.mueller@contoso.com --archive {File} --yes --json");

        Assert.Equal(
            "error: This cannot be undone, and the archive is not copied before. Pass --yes to do it.\n" +
            "See: attendance archive forget --help\n",
            unsure.Error);
        Assert.Equal(
            """
            Erased, or freed from the person:
              reports:          1
              records:          1
              expected people:  1
              registrations:    0
              hosts:            0
              occurrences:      0
              failures:         0
              runs of harvests: 0

            """.ReplaceLineEndings("\n"),
            sure.Output);
        Assert.Contains("\"reports\": 0,", again.Output, StringComparison.Ordinal);
        Assert.Equal("note: Nothing of this person was kept. What comes later is left out from now on.\n", again.Error);
        Assert.DoesNotContain(
            "Zoë Müller", (await new Tool().RunAsync($"summary 238420318127 --archive {File}")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_takes_names_of_those_alone_who_have_nothing_else()
    {
        var result = await new Tool().RunAsync(["archive", "forget", "Nobody at all", "--archive", File, "--yes"]);

        Assert.Equal(
            "note: Nobody is known by this name alone. People of whom an id or address was sent are forgotten by those.\n", result.Error);
    }

    [Fact]
    public async Task Erase_erases_what_ended_before_a_time()
    {
        var unsure = await new Tool().RunAsync($"archive erase --before 2022 --archive {File}");
        var late = await new Tool().RunAsync($"archive erase --before 2999 --archive {File} --yes");
        var sure = await new Tool().RunAsync($"archive erase --before 2022 --archive {File} --yes");

        Assert.Equal((2, 2, 0), (unsure.ExitCode, late.ExitCode, sure.ExitCode));
        Assert.Contains("which is yet to come", late.Error, StringComparison.Ordinal);
        Assert.StartsWith("Erased, or freed from the person:\n  reports:          3\n", sure.Output, StringComparison.Ordinal);
        Assert.Contains(
            "erased before: 2022-01-01 00:00:00\n", (await new Tool().RunAsync($"archive show --archive {File}")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("archive show")]
    [InlineData("archive forget")]
    [InlineData("archive erase")]
    [InlineData("archive")]
    public async Task The_help_ends_with_two_examples(string command)
    {
        var help = await new Tool().RunAsync($"{command} --help");

        var examples = help.Output[help.Output.IndexOf("Examples:\n", StringComparison.Ordinal)..].TrimEnd().Split('\n');
        Assert.Equal(3, examples.Length);
        Assert.All(examples.Skip(1), example => Assert.StartsWith("  attendance ", example, StringComparison.Ordinal));
    }

    private const string WebinarPage =
        "https://events.teams.microsoft.com/event/f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";

    private async Task AttendanceForgottenAsync() =>
        Assert.Equal(0, (await new Tool().RunAsync($"archive forget zoe.mueller@contoso.com --archive {File} --yes")).ExitCode);

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{request.RequestUri} was asked for.");
    }
}
