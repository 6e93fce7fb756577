using Attendance.Client.Analysis;
using Attendance.Client.Testing;
using Attendance.Client.Tests.Charts;

namespace Attendance.Client.Tests.Cli;

public sealed class ChartCommand : IDisposable
{
    private static readonly string JoinLink = SampleData.JoinLink.ToString();

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-chart-");
    private readonly Tool _tool = new() { LocalTimeZone = Drawn.Berlin };

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Writes_the_page_of_the_newest_session_with_the_subject_above()
    {
        var result = await _tool.RunAsync($"chart --demo --meeting {JoinLink}");

        Assert.Equal(
            AttendanceChart.Page(
                await Drawn.PlannedWeeklyReviewAsync(), new ChartOptions { Title = "Weekly review", TimeZone = Drawn.Berlin }),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("review.html", "", "<!doctype html>")]
    [InlineData("review", "", "<!doctype html>")]
    [InlineData("review.SVG", "", "<title>Weekly review: Head count over time</title>")]
    [InlineData("review.svg", "--kind stays", "<title>Weekly review: Stays</title>")]
    [InlineData("review.txt", "--kind head-count", "<title>Weekly review: Head count over time</title>")]
    [InlineData("review.txt", "--kind page", "<!doctype html>")]
    [InlineData("review.HTM", "--kind page", "<!doctype html>")]
    public async Task Draws_what_is_asked_for_or_else_what_the_file_is_called(string name, string arguments, string expected)
    {
        var file = InDirectory(name);

        var result = await _tool.RunAsync($"chart --demo --meeting {JoinLink} --output {file} {arguments}");

        Assert.Contains(expected, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal($"{file} is drawn.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Takes_title_zone_tolerance_and_registrations()
    {
        var result = await _tool.RunAsync([
            "chart", "--demo", .. SampleArguments.Webinar.Split(' '), "--title", "Größe & Co", "--time-zone", "Asia/Tokyo", "--late-after",
            "20s", "--registrations"]);

        Assert.Contains(
            "<h1>Größe &amp; Co</h1>\n<p>2021-10-05, 08:00 to 08:30 (Asia/Tokyo), as planned</p>", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "<dt>Came late</dt><dd class=\"value\">2</dd><dd class=\"more\">by more than 20s</dd>", result.Output,
            StringComparison.Ordinal);
        Assert.Contains("<tr><th>Noor Haddad<td>did not come<td>registered\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_who_registered_for_a_town_hall()
    {
        var result = await _tool.RunAsync($"chart --demo {SampleArguments.Townhall} --registrations");

        Assert.Contains("<tr><th>Σοφία Παπαδοπούλου<td>came<td>registered\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Draws_all_sessions_side_by_side_where_they_are_taken_as_one()
    {
        var result = await _tool.RunAsync($"chart --demo --meeting {JoinLink} --all");

        Assert.Contains(
            "<p>2 sessions from 2021-10-05 to 2021-10-12 (Europe/Berlin), as planned</p>", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_no_further_when_it_is_cancelled_among_many()
    {
        using var stop = new CancellationTokenSource();
        var graph = new FakeGraph();
        for (var i = 0; i < 50; i++)
        {
            graph.Add(
                AttendanceSource.Meeting(Organizer.Me, $"m{i}"),
                new AttendanceReport
                {
                    Id = $"r{i}",
                    StartedAt = DateTimeOffset.UnixEpoch,
                    EndedAt = DateTimeOffset.UnixEpoch.AddHours(1),
                });
        }

        var drawn = 0;
        var tool = new Tool
        {
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
            Input = string.Join('\n', Enumerable.Range(0, 50).Select(i => $"me/onlineMeetings/m{i}")),
            LineWritten = line =>
            {
                drawn += line!.EndsWith(" is drawn.", StringComparison.Ordinal) ? 1 : 0;
                if (drawn == 3)
                    stop.Cancel();
            },
        };

        var result = await tool.RunAsync($"chart --auth token --sources - --output {_directory.FullName}", stop.Token);

        Assert.Equal(130, result.ExitCode);
        Assert.EndsWith(" is drawn.\nCancelled.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, _directory.GetFiles().Length);
    }

    [Fact]
    public async Task Writes_a_file_for_each_session_into_a_directory()
    {
        var piped = new Tool { Input = $"{JoinLink}\n{SampleData.Townhall}\n{SampleData.SmallMeeting}\n" };

        var result = await piped.RunAsync($"chart --demo --sources - --output {_directory.FullName} --kind stays");

        Assert.Equal(
            [
                "2021-03-16 18.59 me-onlineMeetings-MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZiMi04ZdFpHRTNaR1F6WGhyZWFkLnYy.svg",
                "2021-10-05 04.38 Weekly review.svg",
                "2021-10-12 04.30 Weekly review.svg",
                "2025-11-18 15.00 All hands.svg",
                "index.html",
            ],
            _directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains(
            $"<title>{SampleData.SmallMeeting}: Stays</title>",
            await File.ReadAllTextAsync(_directory.GetFiles("2021-03-16*").Single().FullName), StringComparison.Ordinal);

        _directory.GetFiles("2021-03-16*").Single().Delete();
        var again = await new Tool { Input = piped.Input }.RunAsync(
            $"chart --demo --sources - --output {_directory.FullName} --kind stays");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("which is there already. Pass --force to replace it", again.Error, StringComparison.Ordinal);
        Assert.Equal(4, _directory.GetFiles().Length);
        Assert.Equal(
            0, (await new Tool { Input = piped.Input }.RunAsync(
                $"chart --demo --sources - --output {_directory.FullName} --kind stays --force")).ExitCode);
        Assert.Equal(5, _directory.GetFiles().Length);
    }

    [Fact]
    public async Task Tells_sessions_of_one_name_and_minute_apart()
    {
        var graph = new FakeGraph();
        foreach (var id in new[] { "a", "b" })
        {
            graph.Add(AttendanceSource.Meeting(Organizer.Me, id), Report("1"), Report("2"));
        }

        var tool = new Tool { Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" }, Input = "me/onlineMeetings/a\n" };
        var result = await tool.RunAsync($"chart --auth token --sources - --join-gap 1s --output {_directory.FullName}");

        Assert.Equal("", string.Concat(result.Error.Split('\n').Where(line => !line.EndsWith(" is drawn.", StringComparison.Ordinal))));
        Assert.Equal(
            ["2026-03-02 10.00 me-onlineMeetings-a (2).html", "2026-03-02 10.00 me-onlineMeetings-a.html", "index.html"],
            _directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));

        static AttendanceReport Report(string id) => new()
        {
            Id = id,
            StartedAt = Drawn.At(id == "1" ? "2026-03-02T10:00:00Z" : "2026-03-02T10:00:20Z"),
            EndedAt = Drawn.At(id == "1" ? "2026-03-02T10:00:10Z" : "2026-03-02T11:00:00Z"),
            ParticipantCount = 0,
            Records = [],
        };
    }

    [Theory]
    [InlineData(
        "--meeting m --from 2021-10-01", "review.html",
        "a file, which takes one. Pass a directory that exists, or name one meeting and --all to draw its sessions side by side.")]
    [InlineData(
        "--sources - --all", "there",
        "a file, which takes one. Pass a directory that exists, or name one meeting and --all to draw its sessions side by side.")]
    [InlineData(
        "--sources -",
        "charts",
        "a directory that is not there. Make the directory first, " +
        "or pass a file name such as attendance.html, and name one meeting and --all to draw its sessions side by side.")]
    public async Task Asks_for_nothing_where_there_may_be_several_sessions_and_no_directory_for_them(
        string arguments, string name, string expected)
    {
        await File.WriteAllTextAsync(InDirectory("there"), "mine");
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool { Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" }, Input = "m\n" };

        var result = await tool.RunAsync($"chart --auth token {arguments} --output {InDirectory(name)}");

        Assert.Equal(
            "error: Each session from --from to --to, " +
            $"or of --sources, has a chart of its own, and --output is \"{InDirectory(name)}\", {expected}\nSee: attendance chart --help\n",
            result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(graph.Uris);
        Assert.Equal("there", Assert.Single(_directory.GetFiles()).Name);
    }

    [Fact]
    public async Task Does_not_write_several_sessions_to_standard_output()
    {
        var result = await _tool.RunAsync($"chart --demo --meeting {JoinLink} --from 2021-10-01");

        Assert.Equal(
            "error: Each session from --from to --to, or of --sources, has a chart of its own, and standard output takes one. "
            + "Pass a directory as --output, or name one meeting and --all to draw its sessions side by side.\n" +
                "See: attendance chart --help\n",
            result.Error);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task Draws_into_a_file_what_is_taken_as_one_of_a_time()
    {
        var result = await _tool.RunAsync(
            $"chart --demo --meeting {JoinLink} --from 2021-10-12 --all --output {InDirectory("review.html")}");

        Assert.Equal($"{InDirectory("review.html")} is drawn.\n", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Tells_what_failed_also_where_it_does_not_draw()
    {
        await File.WriteAllTextAsync(InDirectory("2021-10-12 04.30 Weekly review.html"), "mine");

        var result = await new Tool { Input = $"{JoinLink}\nme/messages/1\n" }.RunAsync(
            $"chart --demo --sources - --output {_directory.FullName}");

        Assert.Matches(
            "^error: line 2: \"me/messages/1\" is no attendance source.*\nerror: --output is .* which is there already.", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("定", 60)]
    [InlineData("𠀋", 45)]
    [InlineData("🎉", 180)]
    public async Task Takes_a_subject_of_any_script_and_length_into_the_name_of_its_file(string letter, int count)
    {
        var meeting = new OnlineMeeting
        {
            Source = AttendanceSource.Meeting(Organizer.Me, "m"),
            Subject = string.Concat(Enumerable.Repeat(letter, 200)),
            JoinMeetingId = "238420318127",
        };
        var report = new AttendanceReport
        {
            Id = "r",
            StartedAt = Drawn.At("2026-03-02T10:00:00Z"),
            EndedAt = Drawn.At("2026-03-02T11:00:00Z"),
            ParticipantCount = 0,
            Records = [],
        };

        var result = await Tool.SignedIn(new FakeGraph().Add(meeting, report)).RunAsync(
            $"chart --auth token --meeting 238420318127 --output {_directory.FullName}");

        Assert.EndsWith(" is drawn.\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(
            $"2026-03-02 10.00 {string.Concat(Enumerable.Repeat(letter == "🎉" ? "-" : letter, count))}.html",
            Assert.Single(_directory.GetFiles(), file => file.Name != "index.html").Name);
    }

    [Fact]
    public async Task Does_not_flood_a_terminal()
    {
        var terminal = new Tool { TerminalWidth = 100 };

        var refused = await terminal.RunAsync($"chart --demo --meeting {JoinLink}");
        var wanted = await terminal.RunAsync($"chart --demo --meeting {JoinLink} --output -");

        Assert.Equal(2, refused.ExitCode);
        Assert.Equal("", refused.Output);
        Assert.StartsWith(
            "error: A chart is HTML or SVG, which a terminal does not draw. Pass --output attendance.html and open that in a browser",
            refused.Error, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", wanted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_file_that_is_there_unless_told_otherwise()
    {
        var file = InDirectory("review.html");
        await File.WriteAllTextAsync(file, "mine");

        var refused = await _tool.RunAsync($"chart --demo --meeting {JoinLink} --output {file}");
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith(
            $"error: --output is \"{file}\", which is there already. Pass --force to replace it, or another file.\n", refused.Error,
            StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));

        await _tool.RunAsync($"chart --demo --meeting {JoinLink} --output {file} --force");
        Assert.StartsWith("<!doctype html>", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kind pie", "error: --kind is \"pie\", which is none of its values. Pass one of page, head-count, stays.")]
    [InlineData("--force", "error: --force replaces the file of --output, which is not there. Leave it out, or pass --output.")]
    [InlineData("--late-after soon", "error: --late-after is \"soon\", which is no span of time.")]
    [InlineData(
        "--kind page --output review.svg",
        "error: --kind is page, which is HTML, and --output is \"review.svg\". Leave --kind out, or pass another file.")]
    [InlineData(
        "--kind stays --output review.Html",
        "error: --kind is stays, which is SVG, and --output is \"review.Html\". Leave --kind out, or pass another file.")]
    [InlineData(
        "--kind head-count --output review.htm",
        "error: --kind is head-count, which is SVG, and --output is \"review.htm\". Leave --kind out, or pass another file.")]
    [InlineData(
        "--kind head-count --registrations",
        "error: --registrations is about the page, and what is drawn is head-count. Leave it out, or pass --kind page.")]
    [InlineData(
        "--kind stays --late-after 1m",
        "error: --late-after is about the page, and what is drawn is stays. Leave it out, or pass --kind page.")]
    [InlineData(
        "--output review.svg --late-after 1m",
        "error: --late-after is about the page, and what is drawn is head-count. Leave it out, or pass --kind page.")]
    [InlineData(
        "--output c.png",
        "error: --output is \"c.png\", and .png is nothing that is drawn. " +
        "Pass a file that ends in .html, .htm or .svg, or say with --kind what this one is to hold.")]
    [InlineData(
        "--output /no/such/directory/a.html",
        "error: --output is \"/no/such/directory/a.html\", and there is no directory \"/no/such/directory\".")]
    public async Task Refuses_what_cannot_be(string arguments, string expected)
    {
        var result = await _tool.RunAsync($"chart --demo --meeting {JoinLink} {arguments}");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Says_that_there_is_no_report_yet()
    {
        var file = InDirectory("review.html");
        var tool = Tool.SignedIn(new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "running")));

        var result = await tool.RunAsync($"chart --auth token --meeting running --output {file}");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("There is no attendance report yet for me/onlineMeetings/running.", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private string InDirectory(string name) => Path.Combine(_directory.FullName, name);
}
