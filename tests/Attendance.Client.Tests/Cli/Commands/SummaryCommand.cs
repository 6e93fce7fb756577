using System.Text.Json;
using System.Text.RegularExpressions;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;

namespace Attendance.Client.Tests.Cli;

public partial class SummaryCommand
{
    private const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    private const string MeetingUrl = "https://graph.microsoft.com/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports";
    private const string FirstReport = "c9b6db1c-d5eb-427d-a5c0-20088d9b22d7";
    private const string SecondReport = "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89";

    private static readonly AttendanceSource Source = AttendanceSource.Meeting(Organizer.Me, "m");

    private readonly Tool _tool = new();

    [Fact]
    public async Task Sums_up_the_newest_session_person_by_person()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting}");

        Prints(
            """
            Report 2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89 of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            2021-10-12 04:30:00 to 2021-10-12 05:15:30 UTC, 45m 30s

            Came          4 people
            At once       4 at most, first at 2021-10-12 04:58:20
            Median        3
            Average       2.9

             Name               Role       Joined (UTC)         Left (UTC)           Present  Share  Late by  Left early by  Times away
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Frederick Cormier  Organizer  2021-10-12 04:30:00  2021-10-12 05:15:30  45m 30s   100%       0s             0s           0
             Miyuki Tanaka      Presenter  2021-10-12 04:31:12  2021-10-12 05:15:20  42m 45s    93%   1m 12s            10s           1
             Zoë Müller         Attendee   2021-10-12 04:41:03  2021-10-12 05:15:30  34m 27s    75%   11m 3s             0s           0
             Anna (Gast)        Attendee   2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s    22%  28m 20s         6m 59s           0


            """,
            result);
    }

    [Fact]
    public async Task Takes_all_sessions_as_one_and_marks_who_was_late_or_there_too_short()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} --all --late-after 10m --min-share 50%");

        Prints(
            """
            2 reports of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            2021-10-05 04:38:23 to 2021-10-12 05:15:30 UTC, 50m 55s in 2 parts

            Came          4 people
            At once       4 at most, first at 2021-10-12 04:58:20
            Median        3
            Average       2.6
            Late          2 people, by more than 10m
            Short         1 person, there for below 50%

             Name               Role       Joined (UTC)         Left (UTC)           Present  Share  Late by  Left early by  Times away  Mark
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Frederick Cormier  Organizer  2021-10-12 04:30:00  2021-10-12 05:15:30  45m 30s    89%   5m 25s             0s           0
             Miyuki Tanaka      Presenter  2021-10-12 04:31:12  2021-10-12 05:15:20  42m 45s    83%   6m 38s            10s           1
             Zoë Müller         Attendee   2021-10-12 04:41:03  2021-10-12 05:15:30  34m 27s    67%  16m 28s             0s           0  late
             Anna (Gast)        Attendee   2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s    19%  33m 45s         6m 59s           0  late, below 50%


            """,
            result);
    }

    [Fact]
    public async Task Says_what_is_hidden_and_shows_times_in_the_zone_of_the_user()
    {
        var result = await _tool.RunAsync($"summary --demo {SampleArguments.Townhall} --late-after 1m --time-zone Europe/Berlin");

        Prints(
            """
            Report 0a7b1f6d-3b1e-4d4b-8a53-2c6f9d0e1b42 of solutions/virtualEvents/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions/b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37
            2025-11-18 16:00:00 to 2025-11-18 17:02:11 Europe/Berlin, 1h 2m 11s

            Came          5 people
            Hidden times  1 person, not counted below: Graph does not say when they came and left
            At once       4 at most, first at 2025-11-18 16:04:31
            Median        4
            Average       3.8
            Late          1 person, by more than 1m

             Name                Role       Joined (Europe/Berlin)  Left (Europe/Berlin)    Present  Share  Late by  Left early by  Times away  Mark
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Diane Demoss        Organizer  2025-11-18 15:50:12     2025-11-18 17:02:11   1h 2m 11s    99%       0s             0s           0
             李小龙              Presenter  2025-11-18 15:58:00     2025-11-18 17:01:10   1h 1m 10s    98%       0s          1m 1s           0
             Kiosk 3             Attendee   2025-11-18 16:00:05     2025-11-18 17:00:05    1h 0m 0s    96%       5s          2m 6s           0
             Σοφία Παπαδοπούλου  Attendee   2025-11-18 16:04:31     2025-11-18 16:54:31      50m 0s    80%   4m 31s         7m 40s           0  late
             +49 30 ******12     Attendee   -                       -                             -      -        -              -           -  not known


            """,
            result);
    }

    [Fact]
    public async Task Holds_registrations_against_who_came()
    {
        var result = await _tool.RunAsync($"summary --demo {SampleArguments.Webinar} --registrations");

        Assert.Equal("", result.Error);
        Assert.EndsWith(
            """
            Registrations 2
            Outcomes      1 attended, 1 no-show, 1 host
            Rates         50% attended, 50% no-show, 0% walk-in, 0% canceled

             Outcome   Name              E-mail                    Present  Share
            ───────────────────────────────────────────────────────────────────────
             attended  Piotr Wiśniewski  piotr@fabrikam.com         4m 25s    81%
             no-show   Noor Haddad       noor@adatum.com                 -      -
             host      Diane Demoss      diane.demoss@contoso.com   5m 25s    99%


            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_registrations_for_a_town_hall_against_who_came()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token {SampleArguments.Townhall} --registrations");

        Assert.Equal("", result.Error);
        Assert.Contains("/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/registrations", Assert.Single(graph.Uris, uri => uri.Contains("/registrations", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith(
            """
            Registrations 2
            Outcomes      1 attended, 2 walk-in, 2 host, 1 canceled
            Rates         100% attended, 0% no-show, 66% walk-in, 50% canceled

             Outcome   Name                E-mail                      Present  Share
            ───────────────────────────────────────────────────────────────────────────
             attended  Σοφία Παπαδοπούλου  sofia@adatum.com             50m 0s    80%
             canceled  Mehmet Öz           mehmet@fabrikam.com               -      -
             host      Diane Demoss        diane.demoss@contoso.com  1h 2m 11s    99%
             host      李小龙              xiaolong.li@contoso.com   1h 1m 10s    98%
             walk-in   Kiosk 3             -                          1h 0m 0s    96%
             walk-in   +49 30 ******12     -                                 -      -


            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary", "--registrations")]
    [InlineData("export", "--rows registrants")]
    [InlineData("chart", "--registrations")]
    public async Task Says_that_Graph_does_not_serve_the_registrations_of_a_town_hall(string command, string option)
    {
        var graph = SampleData.CreateGraph().FailNext(GraphFault.Status(System.Net.HttpStatusCode.BadRequest, "BadRequest", "Resource not found for the segment 'registrations'."), GraphOperation.ListRegistrations);

        var result = await Tool.SignedIn(graph).RunAsync($"{command} --auth token {SampleArguments.Townhall} {option}");

        Assert.Contains(
            "/registrations failed with 400 Bad Request, BadRequest: Resource not found for the segment 'registrations'.\n" +
            "what to do: Check the ids in the URL. If they are right, Graph does not serve the registrations of this town hall: its pages describe those of webinars only. Try beta, or go without them.\n",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(("", 1), (result.Output, result.ExitCode));
    }

    [Theory]
    [InlineData("summary", "--registrations")]
    [InlineData("export", "--rows registrants")]
    public async Task Says_that_a_meeting_has_no_registrations_and_asks_for_nothing(string command, string option)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"{command} --auth token {Meeting} {option}");

        Assert.Empty(graph.Uris);
        Assert.Equal(
            "error: There are no registrations, as me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ is neither a webinar nor a town hall.\nwhat to do: Name one of these, or do not ask for registrations.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Has_a_line_for_each_session_of_a_time()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} --from 2021-10-01");

        Prints(
            """
            2 sessions of 1 source: 4 people, who came 4 times

             Meeting                                            Start (UTC)          Duration  People  At once  Median time
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ  2021-10-05 04:38:23    5m 25s       0        0            -
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ  2021-10-12 04:30:00   45m 30s       4        4      38m 36s


            """,
            result);
    }

    [Fact]
    public async Task Counts_who_came_to_several_sessions_as_one_person()
    {
        var graph = new FakeGraph().Add(Source, Session("a", 0, 100, Guest("ada", 0, 50)), Session("b", 1000, 1100, Guest("ada", 1000, 1100), Guest("bob", 1000, 1100), Hidden("cy")));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --from 2026-03-01");

        Assert.StartsWith("2 sessions of 1 source: 3 people, who came 4 times, 1 of them with hidden times\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 10:16:40    1m 40s       3        2       1m 40s\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_nobody_who_came_to_none_of_the_sessions()
    {
        var graph = new FakeGraph().Add(Source, Session("a", 0, 3600, Guest("xx", 5400, 7200)), Session("b", 5400, 7200, Guest("yy", 5400, 7200)));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --from 2026-03-01 --to 2026-03-01");

        Prints(
            """
            2 sessions of 1 source: 1 person, who came once

             Meeting              Start (UTC)          Duration  People  At once  Median time
            ───────────────────────────────────────────────────────────────────────────────────
             me/onlineMeetings/m  2026-03-01 10:00:00  1h 0m 0s       0        0            -
             me/onlineMeetings/m  2026-03-01 11:30:00    30m 0s       1        1       30m 0s


            """,
            result);
    }

    [Fact]
    public async Task Counts_marks_session_by_session()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} --from 2021-10-06 --late-after 10m --min-share 50");

        Assert.EndsWith(
            """
             Meeting                                            Start (UTC)          Duration  People  At once  Median time  Late  Short
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ  2021-10-12 04:30:00   45m 30s       4        4      38m 36s     2      1


            """.ReplaceLineEndings("\n"),
            result.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-03-01 10:05:00", "10m 0s")]
    [InlineData("--scheduled", "2026-03-01 10:05:00", "25m 0s")]
    [InlineData("--join-gap 1h", "2026-03-01 10:05:00", "10m 0s")]
    public async Task Gives_the_start_of_the_time_whose_duration_it_gives(string options, string start, string duration)
    {
        var graph = new FakeGraph().Add(Source, Session("r", -1000, 900, Guest("ada", 300, 900)));

        var wide = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --from 2026-03-01T10:05 --to 2026-03-01T10:30 {options}");
        var narrow = await new Tool { Handler = graph, TerminalWidth = 60, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync($"summary --auth token --meeting m --from 2026-03-01T10:05 --to 2026-03-01T10:30 {options}");

        Assert.Equal(["me/onlineMeetings/m", start, duration, "1", "1", "10m 0s"], Cells(wide.Output, "me/onlineMeetings/m"));
        Assert.Contains(narrow.PlainLines, line => line.Trim().StartsWith(start[11..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_the_start_of_a_session_whose_end_is_not_known()
    {
        var graph = new FakeGraph().Add(Source, Report(0, null, Guest("ada", 300, 900)) with { Id = "r" });

        var result = await new Tool { Input = Source.ToString(), Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync("summary --auth token --sources -");

        Assert.Equal(["me/onlineMeetings/m", "2026-03-01 10:00:00", "-", "1", "1", "10m 0s"], Cells(result.Output, "me/onlineMeetings/m"));
    }

    [Theory]
    [InlineData("", "2m 30s", "16%", "12m 30s", "0s")]
    [InlineData("--scheduled", "2m 30s", "8%", "12m 30s", "15m 0s")]
    public async Task Cuts_presence_to_the_time_given(string scheduled, string present, string share, string lateBy, string leftEarlyBy)
    {
        var graph = new FakeGraph().Add(Source, Session("r", -1000, 900, Guest("ada", 750, 900)));

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --from 2026-03-01T10:00 --to 2026-03-01T10:30 --all {scheduled}");

        var cells = Cells(result.Output, "ada");
        Assert.Equal(["ada", "-", "2026-03-01 10:12:30", "2026-03-01 10:15:00", present, share, lateBy, leftEarlyBy, "0"], cells);
    }

    [Fact]
    public async Task Asks_for_no_records_but_those_of_the_time_given()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        await Tool.SignedIn(graph).RunAsync($"summary --auth token {Meeting} --to 2021-10-05");

        Assert.Equal([MeetingUrl, $"{MeetingUrl}/{FirstReport}/attendanceRecords"], graph.Uris);
    }

    [Theory]
    [InlineData("--report " + FirstReport)]
    [InlineData($"--source {MeetingUrl}/{FirstReport}")]
    public async Task Asks_for_the_report_that_is_named_alone(string arguments)
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token {(arguments.StartsWith("--report", StringComparison.Ordinal) ? Meeting : "")} {arguments}");

        Assert.StartsWith($"Report {FirstReport} of ", result.Output, StringComparison.Ordinal);
        Assert.Equal([$"{MeetingUrl}/{FirstReport}", $"{MeetingUrl}/{FirstReport}/attendanceRecords"], graph.Uris);
    }

    [Fact]
    public async Task Names_a_meeting_that_a_link_leads_to()
    {
        var result = await _tool.RunAsync(["summary", "--demo", "--meeting", "238 420 318 127"]);

        Assert.StartsWith($"Weekly review\nReport {SecondReport} of ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("--join-gap 60s", 2)]
    [InlineData("--join-gap 1h", 1)]
    public async Task Joins_reports_with_short_pauses_to_one_session(string joinGap, int sessions)
    {
        var graph = new FakeGraph().Add(Source, Session("a", 0, 100), Session("b", 160, 200), Session("c", 1000, 1100));

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --from 2026-03-01 {joinGap} --json");

        Assert.Equal(sessions, JsonDocument.Parse(result.Output).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Takes_the_newest_session_with_all_its_reports_where_they_are_joined()
    {
        var graph = new FakeGraph().Add(Source, Session("c", 1000, 1100), Session("a", 0, 100), Session("b", 960, 990));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --join-gap 1m --json");

        Assert.Equal(["b", "c"], JsonDocument.Parse(result.Output).RootElement.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Puts_who_stayed_longest_first_then_who_is_hidden_then_who_was_not_there()
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 100, Guest("not-there", 200, 300), Hidden("hidden"), Guest("short", 0, 10), Guest("b-long", 0, 90), Guest("a-long", 0, 90)));

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m");

        Assert.Contains("\nNot there     1 person, whose stays are all at other times\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["a-long", "b-long", "short", "hidden", "not-there"], result.Output.Split('\n').SkipWhile(line => !line.StartsWith('─')).Skip(1).Select(line => line.Trim().Split(' ')[0]).Where(name => name.Length > 0));
    }

    [Fact]
    public async Task Says_where_the_times_of_the_session_are_not_known()
    {
        var graph = new FakeGraph().Add(Source, new AttendanceReport { Id = "r", Records = [Guest("ada", 0, 50)] });

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m");

        Assert.Contains("\nGraph does not say when the session ran, so there are no shares, nor who was late.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["ada", "-", "2026-03-01 10:00:00", "2026-03-01 10:00:50", "50s", "-", "-", "-", "0"], Cells(result.Output, "ada"));
    }

    [Fact]
    public async Task Prints_one_object_as_json_with_the_whole_summary()
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 100) with { ParticipantCount = 0 });

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --json");

        Prints(
            """
            {"source":"me/onlineMeetings/m","subject":null,"reports":[{"id":"r","startedAt":"2026-03-01T10:00:00Z","endedAt":"2026-03-01T10:01:40Z","participantCount":0}],"summary":{"windows":[{"start":"2026-03-01T10:00:00Z","end":"2026-03-01T10:01:40Z"}],"durationSeconds":100,"reportCount":1,"attendedCount":0,"hiddenTimesCount":0,"headCount":{"peak":0,"peakAt":null,"median":0,"average":0,"changes":[{"at":"2026-03-01T10:00:00Z","count":0},{"at":"2026-03-01T10:01:40Z","count":0}]},"attendees":[]}
            ,"registrations":null}

            """,
            result);
    }

    [Fact]
    public async Task Prints_registrations_as_json()
    {
        var result = await _tool.RunAsync($"summary --demo {SampleArguments.Webinar} --registrations --json");

        var registrations = JsonDocument.Parse(result.Output).RootElement.GetProperty("registrations");
        Assert.Equal(2, registrations.GetProperty("registrationCount").GetInt32());
        Assert.Equal(["Attended", "NoShow", "Host"], registrations.GetProperty("registrants").EnumerateArray().Select(registrant => registrant.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Prints_an_array_as_json_where_several_sessions_may_come()
    {
        var several = await _tool.RunAsync($"summary --demo {Meeting} --from 2021-10-01 --json");
        var one = await _tool.RunAsync($"summary --demo {Meeting} --from 2021-10-06 --json");
        var none = await _tool.RunAsync($"summary --demo {Meeting} --from 2022-10-06 --json");

        Assert.Equal(2, JsonDocument.Parse(several.Output).RootElement.GetArrayLength());
        Assert.Equal(1, JsonDocument.Parse(one.Output).RootElement.GetArrayLength());
        Assert.Equal("[]\n", none.Output);
        Assert.Equal(3, none.ExitCode);
    }

    [Theory]
    [InlineData("--from 2021-10-13", "from 2021-10-13 00:00:00 UTC on")]
    [InlineData("--to 2021-10-04", "before 2021-10-05 00:00:00 UTC")]
    [InlineData("--from 2021-10-06 --to 2021-10-06T10:00 --all", "from 2021-10-06 00:00:00 to 2021-10-06 10:00:00 UTC")]
    public async Task Says_that_no_session_is_of_the_time_given(string range, string expected)
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} {range}");

        Assert.Equal($"me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ has 2 reports, and none {expected}.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task Tells_that_there_is_no_report_yet_by_its_exit_code()
    {
        var result = await Tool.SignedIn(new FakeGraph().Add(Source)).RunAsync("summary --auth token --meeting m --json");

        Assert.StartsWith("There is no attendance report yet for me/onlineMeetings/m.", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(3, result.ExitCode);
    }

    [Theory]
    [InlineData($"summary --demo {Meeting} --late-after 1m --min-share 50")]
    [InlineData($"summary --demo {SampleArguments.Townhall}")]
    [InlineData($"summary --demo {SampleArguments.Webinar} --from 2021-10-01 --registrations")]
    public async Task Fits_a_narrow_screen(string commandLine)
    {
        var result = await new Tool { TerminalWidth = 80 }.RunAsync(commandLine);

        var table = Decoration().Replace(result.Output, "").Split('\n').Where(line => line.StartsWith(' '));
        Assert.Equal(0, result.ExitCode);
        Assert.All(table, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Breaks_no_word_on_a_very_narrow_screen_and_leaves_no_mark_out()
    {
        var result = await new Tool { TerminalWidth = 60 }.RunAsync($"summary --demo {Meeting} --late-after 5m --min-share 79.6");

        Assert.Equal(
            """
             Name               Present        Late by
             Role                 Share  Left early by
             Mark
            ────────────────────────────────────────────
             Frederick Cormier  45m 30s             0s
             Organizer             100%             0s
             Miyuki Tanaka      42m 45s         1m 12s
             Presenter              93%            10s
             Zoë Müller         34m 27s         11m 3s
             Attendee               75%             0s
             late, below 79.6%
             Anna (Gast)        10m 11s        28m 20s
             Attendee               22%         6m 59s
             late, below 79.6%
            """.Split('\n').Select(line => line.TrimEnd()),
            result.PlainLines.Select(line => line.TrimEnd()).SkipWhile(line => !line.StartsWith(" Name", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0));
    }

    [Theory]
    [InlineData("99.6", 9959, "99%", "below 99.6%")]
    [InlineData("99.6", 9960, "99%", "")]
    [InlineData("80.0", 7970, "79%", "below 80.0%")]
    [InlineData("80%", 7999, "79%", "below 80%")]
    [InlineData("29", 2900, "29%", "")]
    [InlineData("80", 8000, "80%", "")]
    public async Task Shows_no_share_as_reached_that_was_missed(string least, double present, string share, string mark)
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 10000, Guest("ada", 0, present)));

        var result = await Tool.SignedIn(graph).RunAsync($"summary --auth token --meeting m --min-share {least}");

        var cells = Cells(result.Output, "ada");
        Assert.Equal((share, mark), (cells[5], cells.Length > 9 ? cells[9] : ""));
        Assert.Contains($"\nShort         {(mark.Length > 0 ? "1 person" : "0 people")}, there for below {least.TrimEnd('%')}%\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary --auth token --meeting m")]
    [InlineData("summary --auth token --meeting m --from 2026-03-01")]
    public async Task Lets_no_name_steer_the_terminal(string commandLine)
    {
        var meeting = new OnlineMeeting { Source = Source, Subject = "[red]Evil\u001b[2J", JoinMeetingId = "238420318127" };
        var graph = new FakeGraph().Add(meeting, Session("r", 0, 100, Guest("[b]Mallory\u001b[2J", 0, 50)));

        var result = await Tool.SignedIn(graph).RunAsync(commandLine.Replace(" m", " 238420318127", StringComparison.Ordinal));

        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Contains(commandLine.Contains("--from", StringComparison.Ordinal) ? "[red]Evil\uFFFD[2J" : "[b]Mallory\uFFFD[2J", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--report r --all", "--report names one report, and --all asks for all of them. Leave one of them out.")]
    [InlineData("--report r --join-gap 1m", "--join-gap says what makes a session, which is settled by --report. Leave one of them out.")]
    [InlineData("--all --join-gap 1m", "--join-gap says what makes a session, which is settled by --all. Leave one of them out.")]
    [InlineData("--join-gap soon", "--join-gap is \"soon\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.")]
    [InlineData("--late-after 5", "--late-after is \"5\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.")]
    [InlineData("--min-share most", "--min-share is \"most\", which is no part of the time. Pass a number from 0 to 100, such as 80.")]
    [InlineData("--min-share 101", "--min-share is \"101\", which is no part of the time. Pass a number from 0 to 100, such as 80.")]
    [InlineData("--scheduled --from 2021-10-01", "--scheduled measures against the time from --from to --to, and one of them is missing. Pass both.")]
    [InlineData("--from 2021-10-02 --to 2021-10-01", "--to is \"2021-10-01\", which is not after --from, \"2021-10-02\". Pass a later --to or an earlier --from.")]
    [InlineData("--sources many.txt", "--meeting and --sources each name something to read. Pass one of them only.")]
    public async Task Says_what_is_wrong_with_its_options(string options, string expected)
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} {options}");

        Assert.Equal($"error: {expected}\nSee: attendance summary --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    private static AttendanceReport Session(string id, double start, double end, params AttendanceRecord[] records) => Report(start, end, records) with { Id = id };

    private static AttendanceRecord Guest(string name, double joined, double left) =>
        new() { Identity = new AttendeeIdentity { DisplayName = name, Kind = AttendeeKind.Guest }, Intervals = [Stay(joined, left)] };

    private static AttendanceRecord Hidden(string name) => new() { Identity = new AttendeeIdentity { DisplayName = name }, Intervals = [Stay(null, null)] };

    private static void Prints(string expected, ToolResult result)
    {
        Assert.Equal(expected.ReplaceLineEndings("\n"), result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    private static string[] Cells(string output, string name) =>
        Gap().Split(output.Split('\n').Single(line => line.StartsWith($" {name} ", StringComparison.Ordinal)).Trim());

    [GeneratedRegex("  +", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decoration();
}
