using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Cli;

/// <summary>How a report looks on a terminal, and in a file.</summary>
public class ShowLayout
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Aligns_wide_letters_by_the_columns_that_they_take()
    {
        var result = await _tool.RunAsync($"show --demo {SampleArguments.Townhall}");

        Assert.Contains(
            " Diane Demoss        diane.demoss@contoso.com  Organizer  User      2025-11-18 14:50:12", result.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            " 李小龙              xiaolong.li@contoso.com   Presenter  User      2025-11-18 14:58:00", result.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            " Kiosk 3             -                         Attendee   ACS user  2025-11-18 15:00:05", result.Output,
            StringComparison.Ordinal);
        Assert.Contains(
            " +49 30 ******12     -                         " +
            "Attendee   Phone     -                    -                             -      1",
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task Prints_brackets_in_names_as_they_are(int? terminalWidth)
    {
        var tool = WithNames(terminalWidth, "[red]Mallory[/]", "[[", "Ann [link=https://example.com]");

        var result = await tool.RunAsync("show --auth token --meeting m");

        Assert.Contains(" [red]Mallory[/] ", result.Output, StringComparison.Ordinal);
        Assert.Contains(" [[ ", result.Output, StringComparison.Ordinal);
        Assert.Contains("[link=https://example.com]", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "\uFFFF")]
    [InlineData(80, "\uFFFF")]
    [InlineData(80, "\uFFFE\uFDD0")]
    public async Task Shows_names_of_what_is_no_letter(int? terminalWidth, string name)
    {
        var result = await WithNames(terminalWidth, name, "Ada").RunAsync("show --auth token --meeting m");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($" {name} ", result.Output, StringComparison.Ordinal);
        Assert.Contains(" Ada ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_no_name_steer_the_terminal()
    {
        var tool = WithNames(
            terminalWidth: 80, "\u001b[2J\u001b]0;owned\u0007Mallory\r\nroot", "\u202Aa\u202Eb\u2066c\u2069d", "e\u200Ef\u200Fg\u200Dh");

        var text = await tool.RunAsync("show --auth token --meeting m");
        var json = await tool.RunAsync("show --auth token --meeting m --json");

        Assert.Contains("\uFFFD[2J\uFFFD]0;owned\uFFFDMallory\uFFFD\uFFFDroot", text.Output, StringComparison.Ordinal);
        Assert.Contains(" \uFFFDa\uFFFDb\uFFFDc\uFFFDd ", text.Output, StringComparison.Ordinal);
        Assert.Contains(" e\u200Ef\u200Fg\u200Dh ", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', json.Output);
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("show")]
    [InlineData("show --stays")]
    public async Task Writes_neither_colours_nor_cut_ids_to_a_file(string command)
    {
        var longId = new string('x', 300);
        var tool = Tool.SignedIn(new FakeGraph().Add(
            AttendanceSource.Meeting(Organizer.Me, "m"),
            new AttendanceReport { Id = longId, Records = [new AttendanceRecord { EmailAddress = $"{longId}@contoso.com" }] }));

        var result = await tool.RunAsync($"{command} --auth token --meeting m");

        Assert.Contains(longId, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain(" \n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_dashes_for_what_graph_did_not_send()
    {
        var tool = Tool.SignedIn(new FakeGraph().Add(
            AttendanceSource.Meeting(Organizer.Me, "m"),
            new AttendanceReport { Id = "r", Records = [new AttendanceRecord()] }));

        var people = await tool.RunAsync("show --auth token --meeting m");
        var stays = await tool.RunAsync("show --auth token --meeting m --stays");

        Assert.StartsWith(
            "Report r of me/onlineMeetings/m\n- to - UTC, -, number of people not known\n", people.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n -     -       -     -     -             -              -      0\n\n", people.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n -     -             -              -\n\n", stays.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_zero_where_times_are_hidden()
    {
        var report = Report(
            0,
            100,
            Person("none") with { TotalAttendance = TimeSpan.Zero },
            Person("null", Stay(null, null, 0)) with { TotalAttendance = TimeSpan.Zero },
            Person("half", Stay(10, null, 0), Stay(20, 20, 0)) with { TotalAttendance = TimeSpan.Zero },
            Person("moment", Stay(20, 20, 0)) with { TotalAttendance = TimeSpan.Zero },
            Person("total", Stay(null, null, 30)) with { TotalAttendance = Seconds(30) });
        var tool = Tool.SignedIn(
            new FakeGraph().Add(AttendanceSource.Meeting(Organizer.Me, "m"), report with { Id = "r", ParticipantCount = 5 }));

        var people = await tool.RunAsync("show --auth token --meeting m");
        var narrow = await new Tool { Handler = tool.Handler, TerminalWidth = 50, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(
            "show --auth token --meeting m");
        var stays = await tool.RunAsync("show --auth token --meeting m --stays");

        Assert.EndsWith(
            """
             Name  E-mail  Role  Kind  Joined (UTC)         Left (UTC)           Time  Stays
            ──────────────────────────────────────────────────────────────────────────────────
             -     -       -     -     -                    -                       -      0
             -     -       -     -     -                    -                       -      1
             -     -       -     -     2026-03-01 10:00:10  2026-03-01 10:00:20     -      2
             -     -       -     -     2026-03-01 10:00:20  2026-03-01 10:00:20    0s      1
             -     -       -     -     -                    -                     30s      1


            """.ReplaceLineEndings("\n"),
            people.Output,
            StringComparison.Ordinal);
        Assert.Equal(
            ["-", "0", "-", "1", "-", "2", "0s", "1", "30s", "1"], narrow.PlainLines.SkipWhile(line => !line.StartsWith('─')).Skip(1)
                .Select(line => line.Trim().Split(' ')[^1]).Where(cell => cell.Length > 0));
        Assert.EndsWith(
            """
             Name  Joined (UTC)         Left (UTC)           Time
            ───────────────────────────────────────────────────────
             -     -                    -                       -
             -     -                    -                       -
             -     2026-03-01 10:00:10  -                       -
             -     2026-03-01 10:00:20  2026-03-01 10:00:20    0s
             -     2026-03-01 10:00:20  2026-03-01 10:00:20    0s
             -     -                    -                     30s


            """.ReplaceLineEndings("\n"),
            stays.Output,
            StringComparison.Ordinal);
    }

    private static Tool WithNames(int? terminalWidth, params IEnumerable<string> names)
    {
        var records = names.Select(name => new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = name } });
        var graph = new FakeGraph().Add(
            AttendanceSource.Meeting(Organizer.Me, "m"), new AttendanceReport { Id = "r", Records = [.. records] });
        return new Tool { Handler = graph, TerminalWidth = terminalWidth, Environment = { ["ATTENDANCE_TOKEN"] = "token-of-the-test" } };
    }
}
