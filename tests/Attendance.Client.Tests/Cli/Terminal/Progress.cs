using System.Text.Json;
using Attendance.Cli;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Cli;

public class Progress
{
    private const string WebinarId = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";

    private static readonly AttendanceSource[] Sources =
    [.. Enumerable.Range(0, 3).Select(number => AttendanceSource.Meeting(Organizer.Me, $"m{number}"))];

    [Theory]
    [InlineData("reports")]
    [InlineData("summary")]
    [InlineData("export")]
    public async Task Of_many_sources_is_shown_on_a_terminal_and_gone_at_the_end(string command)
    {
        var tool = WithSources(isErrorTerminal: true);

        var result = await tool.RunAsync($"{command} --auth token --sources -");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("\rReading sources [--------------------] 0 of 3", tool.TerminalText, StringComparison.Ordinal);
        Assert.Contains("\rReading sources [######--------------] 1 of 3", tool.TerminalText, StringComparison.Ordinal);
        Assert.Contains("\rReading sources [####################] 3 of 3", tool.TerminalText, StringComparison.Ordinal);
        Assert.Equal("", Left(tool.TerminalText));
        Assert.DoesNotContain("Reading", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports --sources -")]
    [InlineData("summary --sources -")]
    [InlineData("export --sources -")]
    [InlineData("summary --meeting m0")]
    public async Task Is_not_shown_where_nobody_watches(string command)
    {
        var result = await WithSources(isErrorTerminal: false).RunAsync($"{command} --auth token");

        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData("calendar --from 2021-10-01 --to 2021-10-31", "\rReading meetings 0")]
    [InlineData("webinars", "\rReading webinars 0")]
    [InlineData("townhalls", "\rReading town halls 0")]
    [InlineData($"sessions --webinar {WebinarId}", "\rReading sessions 0")]
    [InlineData($"registrations --webinar {WebinarId}", "\rReading registrations 0")]
    [InlineData("show --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ", "\r| Reading the report, 0s")]
    public async Task Of_lists_and_reports_is_shown_on_a_terminal_and_gone_at_the_end(string command, string expected)
    {
        var watched = new Tool { IsErrorTerminal = true };

        var result = await watched.RunAsync($"{command} --demo");

        Assert.StartsWith(expected, watched.TerminalText, StringComparison.Ordinal);
        Assert.Equal("", Left(watched.TerminalText));
        Assert.Equal(await new Tool().RunAsync($"{command} --demo"), result with { Error = "" });
    }

    [Fact]
    public async Task Of_a_list_counts_what_has_come()
    {
        var registrations = Enumerable.Range(0, 250).Select(number => new Registration { Id = $"r{number}", FirstName = "Ada" }).ToArray();
        var graph = new FakeGraph().Add(new VirtualEvent { Kind = VirtualEventKind.Webinar, Id = "w" }).Add(
            VirtualEventKind.Webinar, "w", registrations);
        var tool = new Tool { Handler = graph, IsErrorTerminal = true, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        await tool.RunAsync("registrations --auth token --webinar w");

        Assert.StartsWith(
            "\rReading registrations 0\rReading registrations 100\rReading registrations 200\r", tool.TerminalText,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_json_alone()
    {
        var watched = await WithSources(isErrorTerminal: true).RunAsync("summary --auth token --sources - --json");
        var alone = await WithSources(isErrorTerminal: false).RunAsync("summary --auth token --sources - --json");

        Assert.Equal(alone.Output, watched.Output);
        Assert.Equal(3, JsonDocument.Parse(watched.Output).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Counts_failures_and_leaves_errors_and_notes_in_lines_of_their_own()
    {
        var graph = GraphOf(Sources).FailNext(GraphFault.Throttled(TimeSpan.FromSeconds(7)));
        var tool = new Tool
        {
            Input = "me/onlineMeetings/nope\nme/onlineMeetings/m0",
            Handler = graph,
            IsErrorTerminal = true,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        var result = await tool.RunAsync("reports --auth token --sources -");

        Assert.Contains("of 2, 1 failed", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        var lines = Left(tool.TerminalText).Split('\n');
        Assert.StartsWith(
            "note: Graph throttles: waiting 7 s (attempt 1 of 4).", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("error: line 1, me/onlineMeetings/nope: ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_records_of_one_session_is_shown_as_pages_come()
    {
        var records = Enumerable.Range(0, 250).Select(number => Person($"p{number}", Stay(0, 1))).ToArray();
        var graph = new FakeGraph().Add(Sources[0], Report(0, 100, records) with { Id = "r", ParticipantCount = 250 });
        var tool = new Tool { Handler = graph, IsErrorTerminal = true, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        await tool.RunAsync("summary --auth token --meeting m0 --json");

        Assert.StartsWith("\rReading records [--------------------] 0 of 250", tool.TerminalText, StringComparison.Ordinal);
        Assert.Contains("\rReading records [##########----------] 125 of 250", tool.TerminalText, StringComparison.Ordinal);
        Assert.Equal("", Left(tool.TerminalText));
    }

    [Fact]
    public void Draws_a_hundred_steps_at_most_whatever_there_is_to_do()
    {
        using var terminal = new StringWriter();
        using var status = new StatusLine(terminal, () => 0);
        var progress = new ProgressBar(status);

        progress.Begin("records", 1_000_000);
        for (var count = 0; count < 1_000_000; count++)
            progress.Add(1);

        Assert.Equal(101, terminal.ToString().Split('\r').Length - 1);
        Assert.EndsWith("\rReading records [####################] 1,000,000 of 1,000,000", terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_on_where_nobody_knows_the_total_or_it_was_too_low()
    {
        using var terminal = new StringWriter();
        using var status = new StatusLine(terminal, () => 0);
        var progress = new ProgressBar(status);

        progress.Begin("records", total: 0);
        progress.Add(99);
        progress.Add(1);
        progress.Begin("records", total: 10);
        progress.Add(12);

        Assert.Equal(
            [
                "", "Reading records 0", "Reading records 100", "Reading records [--------------------] 0 of 10",
                "Reading records [####################] 12 of 10",
            ],
            terminal.ToString().Split('\r').Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task Stays_in_one_row_of_a_narrow_terminal_without_the_bar_or_cut()
    {
        var narrow = new Tool
        {
            Handler = GraphOf(Sources),
            IsErrorTerminal = true,
            ErrorTerminalWidth = 24,
            Input = $"{Sources[0]}\n",
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };
        var narrowest = new Tool
        {
            Handler = GraphOf(Sources),
            IsErrorTerminal = true,
            ErrorTerminalWidth = 12,
            Input = narrow.Input,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        await narrow.RunAsync("summary --auth token --sources - --json");
        await narrowest.RunAsync("summary --auth token --sources - --json");

        Assert.Equal("\rReading sources 0 of 1\rReading sources 1 of 1\r                      \r", narrow.TerminalText);
        Assert.Equal("\rReading sou\rReading sou\r           \r", narrowest.TerminalText);
    }

    [Fact]
    public void Stays_in_one_row_of_a_terminal_that_is_made_narrower()
    {
        var columns = 40;
        using var terminal = new StringWriter();
        using (var status = new StatusLine(terminal, () => columns))
        {
            status.Show("Reading sources 0 of 10");
            columns = 20;
            status.Show("Reading 1 of 10");
            columns = 10;
        }

        Assert.Equal("\rReading sources 0 of 10\rReading 1 of 10    \r         \r", terminal.ToString());
    }

    private static Tool WithSources(bool isErrorTerminal) => new()
    {
        Input = string.Join('\n', Sources.AsEnumerable()),
        Handler = GraphOf(Sources),
        IsErrorTerminal = isErrorTerminal,
        Environment = { ["ATTENDANCE_TOKEN"] = "t" },
    };

    private static FakeGraph GraphOf(AttendanceSource[] sources)
    {
        var graph = new FakeGraph();
        foreach (var source in sources)
            graph.Add(source, Report(0, 100, Person("ada", Stay(0, 50))) with { Id = $"report of {source}", ParticipantCount = 1 });

        return graph;
    }

    /// <summary>What is left on the terminal of what was written over.</summary>
    private static string Left(string error) =>
        string.Join('\n', error.Split('\n').Select(line => line[(line.LastIndexOf('\r') + 1)..].TrimEnd()));
}
