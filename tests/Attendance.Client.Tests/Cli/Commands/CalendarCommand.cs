using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class CalendarCommand
{
    private const string Owner = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";
    private const string Root = "https://graph.microsoft.com/v1.0";
    private const string Selection =
        "&$select=id,iCalUId,subject,start,end,isOrganizer,isCancelled,isOnlineMeeting,onlineMeeting,seriesMasterId,type,organizer,attendees&$top=100";
    private const string October = "calendar --demo --from 2021-10-01 --to 2021-10-31";

    private static readonly string Link = SampleData.JoinLink.JoinWebUrl!;

    [Fact]
    public async Task Lists_the_meetings_with_their_join_links_by_their_start()
    {
        var result = await new Tool().RunAsync($"{October} --time-zone Europe/Berlin");

        Assert.Equal(
            $"""
            2 online meetings in the calendar of me

             Start (Europe/Berlin)  Length  Subject        Organizer  Cancelled  Join link
            {new string('─', Link.Length + 71)}
             2021-10-05 06:30:00    45m     Weekly review  yes        no         {Link}
             2021-10-12 06:30:00    45m     Weekly review  yes        no         {Link}

            Next, who came to one of them:
              $ attendance show --demo --meeting '{Link}'

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Names_a_command_that_works()
    {
        var result = await new Tool().RunAsync(October);

        var command = result.Output.Split("  $ attendance ")[1].TrimEnd().Replace("'", "", StringComparison.Ordinal);
        Assert.StartsWith("Report 2c2c2454", (await new Tool().RunAsync(command)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "me", "2025-12-26T03%3A04%3A05Z", "2026-01-02T03%3A04%3A05Z")]
    [InlineData($"--user {Owner}", $"users/{Owner}", "2025-12-26T03%3A04%3A05Z", "2026-01-02T03%3A04%3A05Z")]
    [InlineData("--from 2d", "me", "2025-12-31T03%3A04%3A05Z", "2026-01-02T03%3A04%3A05Z")]
    [InlineData("--from 2025-12", "me", "2025-12-01T00%3A00%3A00Z", "2026-01-01T00%3A00%3A00Z")]
    [InlineData("--from last-month --to 2025-12-15", "me", "2025-12-01T00%3A00%3A00Z", "2025-12-16T00%3A00%3A00Z")]
    [InlineData("--to 2025-03-31", "me", "2025-03-25T00%3A00%3A00Z", "2025-04-01T00%3A00%3A00Z")]
    [InlineData("--to 2025-03-31 --time-zone Europe/Berlin", "me", "2025-03-24T22%3A00%3A00Z", "2025-03-31T22%3A00%3A00Z")]
    [InlineData("--from today --to 2026-12-31T10:00-05:00", "me", "2026-01-02T00%3A00%3A00Z", "2026-12-31T15%3A00%3A00Z")]
    public async Task Asks_for_the_time_that_is_given_or_else_for_the_last_seven_days(
        string arguments, string owner, string from, string to)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync($"calendar --auth token {arguments}");

        Assert.Equal([$"{Root}/{owner}/calendarView?endDateTime={to}&startDateTime={from}{Selection}"], graph.Uris);
    }

    [Fact]
    public async Task Prints_each_own_link_once_for_a_pipe_and_tells_what_it_leaves_out()
    {
        var other = Link.Replace("ZWFkLnYy", "b3RoZXI", StringComparison.Ordinal);
        var tool = Tool.SignedIn(new FakeGraph().Add(
            Organizer.Me,
            At(1, Link),
            At(2, other),
            At(3, Link),
            At(4, Link.Replace("ZWFkLnYy", "Y2FuY2VsbGVk", StringComparison.Ordinal)) with { IsCancelled = true },
            At(5, Link.Replace("ZWFkLnYy", "Zm9yZWlnbg", StringComparison.Ordinal)) with { IsOrganizer = false },
            At(6, "https://zoom.us/j/123"),
            At(7, " "),
            At(8, Link) with { IsOrganizer = null }));

        var result = await tool.RunAsync("calendar --auth token --from 2026-01-01 --lines");

        Assert.Equal($"{Link}\n{other}\n", result.Output);
        Assert.Equal(
            "note: 5 of 8 meetings are left out: 1 cancelled, 1 organized by somebody else, 1 with a link that is not of a Teams meeting, "
                +
            "1 without a join link, 1 of an organizer whom Graph does not tell.\n",
            result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Prints_nothing_but_json_when_asked_for_it()
    {
        var some = await new Tool().RunAsync("calendar --demo --from 2021-10-10 --to 2021-10-12 --json");
        var none = await new Tool().RunAsync("calendar --demo --json");

        Assert.Equal(
            $$"""
            [
              {
                "id": "AAMk2021-10-12T04:30:00Z",
                "iCalUId": null,
                "subject": "Weekly review",
                "startsAt": "2021-10-12T04:30:00Z",
                "endsAt": "2021-10-12T05:15:00Z",
                "isOrganizer": true,
                "isCancelled": false,
                "joinWebUrl": "{{Link}}",
                "seriesId": null,
                "type": null,
                "organizer": null,
                "attendees": []
              }
            ]

            """.ReplaceLineEndings("\n"),
            some.Output);
        Assert.Equal("", some.Error);
        Assert.Equal(("[]\n", ""), (none.Output, none.Error));
    }

    [Fact]
    public async Task Says_where_there_is_nothing_and_how_to_look_elsewhere()
    {
        var demo = await new Tool().RunAsync("calendar --demo --time-zone Europe/Berlin");
        var real = await Tool.SignedIn(SampleData.CreateGraph()).RunAsync("calendar --auth token --lines");

        Assert.Equal(
            "There is no online meeting in the calendar of me between 2025-12-26 04:04:05 and 2026-01-02 04:04:05 Europe/Berlin. " +
            "The sample data has some in October 2021: attendance calendar --demo --from 2021-10\n",
            demo.Error);
        Assert.EndsWith(" UTC. Choose another time with --from and --to.\n", real.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (demo.ExitCode, real.ExitCode));
        Assert.Equal(("", ""), (demo.Output, real.Output));
    }

    [Theory]
    [InlineData(80, " 2021-10-05 04:30:00  45m     Weekly review  yes        no")]
    [InlineData(58, " 2021-10-05  45m     Weekly review  yes        no")]
    public async Task Leaves_out_the_links_on_a_narrow_screen_and_shows_one_below(int width, string row)
    {
        var result = await new Tool { TerminalWidth = width }.RunAsync(October);

        var lines = result.PlainLines;
        Assert.Contains(lines, line => line.StartsWith(row, StringComparison.Ordinal));
        Assert.All(lines.Where(line => !line.StartsWith("  $", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, width));
        Assert.Contains(
            $"Not shown at this width: Join link; --json has all, or widen to {Link.Length + 69}.",
            string.Join(' ', lines), StringComparison.Ordinal);
        Assert.Contains($"--meeting '{Link}'\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cuts_links_that_do_not_fit_to_what_tells_them_apart()
    {
        var result = await new Tool { TerminalWidth = 120 }.RunAsync(October);

        Assert.Equal(
            """
             Start (UTC)          Length  Subject        Organizer  Cancelled  Join link
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
             2021-10-05 04:30:00  45m     Weekly review  yes        no         …19%3ameeting_ZWFkLnYy%40thread.v2/0?co…
             2021-10-12 04:30:00  45m     Weekly review  yes        no         …19%3ameeting_ZWFkLnYy%40thread.v2/0?co…
            """.ReplaceLineEndings("\n").Split('\n'),
            result.PlainLines.Skip(2).Take(4));
        Assert.Contains(
            $"\nNot shown at this width: join links in full; --json has all, or widen to {Link.Length + 69}.\n", result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_time_of_an_unknown_zone_as_graph_sent_it()
    {
        var tool = Tool.SignedIn(new FakeGraph().Add(
            Organizer.Me, At(1, Link) with
            {
                Start = new DateTimeTimeZone { DateTime = "2026-01-01T10:00:00.0000000", TimeZone = "Customized Time Zone" },
            }));

        var result = await tool.RunAsync("calendar --auth token");

        Assert.Contains(" 2026-01-01T10:00:00.0000000 Customized Time Zone  -       Review", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--auth token --lines --json", "--lines and --json each say how to print. Pass one of them only.")]
    [InlineData(
        "--auth token --from 2026-02-01",
        "--from is 2026-02-01 00:00:00 UTC, and without --to the calendar is read until now. " +
        "Pass a --to that is later, or an earlier --from.")]
    [InlineData(
        "--auth token --from 2026-01-02 --to 2026-01-01",
        "--to is \"2026-01-01\", which is not after --from, \"2026-01-02\". Pass a later --to or an earlier --from.")]
    [InlineData(
        "--auth managed",
        "--auth managed signs in an application, and nothing says for which user it asks. Pass --user with the user's object id.")]
    public async Task Refuses_what_makes_no_sense_without_a_request(string arguments, string expected)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"calendar {arguments}");

        Assert.Equal($"error: {expected}\nSee: attendance calendar --help\n", result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(graph.Uris);
    }

    private static CalendarMeeting At(int hour, string link) => new()
    {
        Id = $"{hour}",
        Subject = "Review",
        Start = DateTimeTimeZone.Utc(new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.Zero)),
        End = DateTimeTimeZone.Utc(new DateTimeOffset(2026, 1, 1, hour, 30, 0, TimeSpan.Zero)),
        IsOrganizer = true,
        IsCancelled = false,
        JoinWebUrl = link,
    };
}
