using System.Text.Json;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Cli.SummarySamples;

namespace Attendance.Client.Tests.Cli;

public class SummaryCommand
{
    private const string SecondReport = "2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89";

    private readonly Tool _tool = new();

    [Fact]
    public async Task Sums_up_the_newest_session_person_by_person()
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting}");

        Prints(
            """
            Weekly review
            Report 2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89 of me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
            Planned 2021-10-12 04:30:00 to 2021-10-12 05:15:00 UTC, 45m 0s

            Came          4 people
            Late          1 person, by more than 5m
            Partial       1 person, there for less than 75% of the planned time
            At once       4 at most, first at 2021-10-12 04:58:20
            Median        3
            Average       2.9

             Name               Role       Joined (UTC)         Left (UTC)           Present  Share  Late by  Left early by  Times away  Status
            ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Frederick Cormier  Organizer  2021-10-12 04:30:00  2021-10-12 05:15:30   45m 0s   100%       0s             0s           0  present
             Miyuki Tanaka      Presenter  2021-10-12 04:31:12  2021-10-12 05:15:20  42m 25s    94%   1m 13s             0s           1  present
             Zoë Müller         Attendee   2021-10-12 04:41:03  2021-10-12 05:15:30  33m 57s    75%   11m 3s             0s           0  late
             Anna (Gast)        Attendee   2021-10-12 04:58:20  2021-10-12 05:08:31  10m 11s    22%  28m 20s         6m 29s           0  partial


            """,
            result);
    }

    [Fact]
    public async Task Says_what_is_hidden_and_shows_times_in_the_zone_of_the_user()
    {
        var result = await _tool.RunAsync($"summary --demo {SampleArguments.Townhall} --late-after 1m --time-zone Europe/Berlin");

        Prints(
            """
            All hands
            Report 0a7b1f6d-3b1e-4d4b-8a53-2c6f9d0e1b42 of solutions/virtualEvents/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/sessions/b4b7a9d2-51f0-4a4e-9f5a-0d1e6c2b8f37
            Planned 2025-11-18 16:00:00 to 2025-11-18 17:00:00 Europe/Berlin, 1h 0m 0s

            Came          5 people
            Late          1 person, by more than 1m
            Hidden times  1 person, not counted below: Graph does not say when they came and left
            At once       4 at most, first at 2025-11-18 16:04:31
            Median        4
            Average       3.8

             Name                Role       Joined (Europe/Berlin)  Left (Europe/Berlin)   Present  Share  Late by  Left early by  Times away  Status
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Diane Demoss        Organizer  2025-11-18 15:50:12     2025-11-18 17:02:11   1h 0m 0s   100%       0s             0s           0  present
             李小龙              Presenter  2025-11-18 15:58:00     2025-11-18 17:01:10   1h 0m 0s   100%       0s             0s           0  present
             Kiosk 3             Attendee   2025-11-18 16:00:05     2025-11-18 17:00:05    59m 55s    99%       5s             0s           0  present
             Σοφία Παπαδοπούλου  Attendee   2025-11-18 16:04:31     2025-11-18 16:54:31     50m 0s    83%   4m 31s         5m 29s           0  late
             +49 30 ******12     Attendee   -                       -                            -      -        -              -           -  unknown


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
             attended  Piotr Wiśniewski  piotr@fabrikam.com         4m 25s    14%
             no-show   Noor Haddad       noor@adatum.com                 -      -
             host      Diane Demoss      diane.demoss@contoso.com   5m 25s    18%


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
        Assert.Contains(
            "/townhalls/3c1f1a0e-95c4-4c2e-8b52-6d8f5f0c7a11%405466a424-aadf-425c-9b24-034ca28d4bdd/registrations",
            Assert.Single(graph.Uris, uri => uri.Contains("/registrations", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith(
            """
            Registrations 2
            Outcomes      1 attended, 2 walk-in, 2 host, 1 canceled
            Rates         100% attended, 0% no-show, 66% walk-in, 50% canceled

             Outcome   Name                E-mail                     Present  Share
            ──────────────────────────────────────────────────────────────────────────
             attended  Σοφία Παπαδοπούλου  sofia@adatum.com            50m 0s    83%
             canceled  Mehmet Öz           mehmet@fabrikam.com              -      -
             host      Diane Demoss        diane.demoss@contoso.com  1h 0m 0s   100%
             host      李小龙              xiaolong.li@contoso.com   1h 0m 0s   100%
             walk-in   Kiosk 3             -                          59m 55s    99%
             walk-in   +49 30 ******12     -                                -      -


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
        var graph = SampleData.CreateGraph().FailNext(
            GraphFault.Status(System.Net.HttpStatusCode.BadRequest, "BadRequest", "Resource not found for the segment 'registrations'."),
            GraphOperation.ListRegistrations);

        var result = await Tool.SignedIn(graph).RunAsync($"{command} --auth token {SampleArguments.Townhall} {option}");

        Assert.Contains(
            "/registrations failed with 400 Bad Request, BadRequest: Resource not found for the segment 'registrations'.\n" +
            "what to do: Check the ids in the URL. If they are right, Graph does not serve the registrations of this town hall: " +
            "its pages describe those of webinars only. Try beta, or go without them.\n",
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
            "error: There are no registrations, as me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ " +
            "is neither a webinar nor a town hall.\nwhat to do: Name one of these, or do not ask for registrations.\n",
            result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Names_a_meeting_that_a_link_leads_to()
    {
        var result = await _tool.RunAsync(["summary", "--demo", "--meeting", "238 420 318 127"]);

        Assert.StartsWith($"Weekly review\nReport {SecondReport} of ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_the_times_of_the_session_are_not_known()
    {
        var graph = new FakeGraph().Add(Source, new AttendanceReport { Id = "r", Records = [Guest("ada", 0, 50)] });

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m");

        Assert.Contains(
            "\nGraph does not say when the session ran, so there are no shares, nor who was late.\n", result.Output,
            StringComparison.Ordinal);
        Assert.Equal(["ada", "-", "2026-03-01 10:00:00", "2026-03-01 10:00:50", "50s", "-", "-", "-", "0"], Cells(result.Output, "ada"));
    }

    [Fact]
    public async Task Prints_one_object_as_json_with_the_whole_summary()
    {
        var graph = new FakeGraph().Add(Source, Session("r", 0, 100) with { ParticipantCount = 0 });

        var result = await Tool.SignedIn(graph).RunAsync("summary --auth token --meeting m --json");

        Prints(
            """
            {"source":"me/onlineMeetings/m","subject":null,"reports":[{"id":"r","startedAt":"2026-03-01T10:00:00Z","endedAt":"2026-03-01T10:01:40Z","participantCount":0}],"summary":{"windows":[{"start":"2026-03-01T10:00:00Z","end":"2026-03-01T10:01:40Z"}],"durationSeconds":100,"reportCount":1,"attendedCount":0,"hiddenTimesCount":0,"headCount":{"peak":0,"peakAt":null,"median":0,"average":0,"changes":[{"at":"2026-03-01T10:00:00Z","count":0},{"at":"2026-03-01T10:01:40Z","count":0}]},"basis":"Unknown","thresholds":{"toleranceSeconds":300,"presentFrom":0.75},"expectedCount":null,"statuses":{"Unknown":0,"Present":0,"Late":0,"Partial":0,"Absent":0,"Excused":0,"Unexpected":0},"attendees":[]}
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
        Assert.Equal(
            ["Attended", "NoShow", "Host"],
            registrations.GetProperty("registrants").EnumerateArray().Select(registrant => registrant.GetProperty("outcome").GetString()));
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

    [Fact]
    public async Task Tells_that_there_is_no_report_yet_by_its_exit_code()
    {
        var result = await Tool.SignedIn(new FakeGraph().Add(Source)).RunAsync("summary --auth token --meeting m --json");

        Assert.StartsWith("There is no attendance report yet for me/onlineMeetings/m.", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal(3, result.ExitCode);
    }

    [Theory]
    [InlineData("--report r --all", "--report names one report, and --all asks for all of them. Leave one of them out.")]
    [InlineData("--report r --join-gap 1m", "--join-gap says what makes a session, which is settled by --report. Leave one of them out.")]
    [InlineData("--all --join-gap 1m", "--join-gap says what makes a session, which is settled by --all. Leave one of them out.")]
    [InlineData(
        "--join-gap soon", "--join-gap is \"soon\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.")]
    [InlineData(
        "--late-after 5", "--late-after is \"5\", which is no span of time. Pass a number with a unit, such as 90s, 15m, 2h or 1d.")]
    [InlineData("--min-share most", "--min-share is \"most\", which is no part of the time. Pass a number from 0 to 100, such as 80.")]
    [InlineData("--min-share 101", "--min-share is \"101\", which is no part of the time. Pass a number from 0 to 100, such as 80.")]
    [InlineData(
        "--scheduled --from 2021-10-01",
        "--scheduled measures against the time from --from to --to, and one of them is missing. Pass both.")]
    [InlineData(
        "--from 2021-10-02 --to 2021-10-01",
        "--to is \"2021-10-01\", which is not after --from, \"2021-10-02\". Pass a later --to or an earlier --from.")]
    [InlineData("--sources many.txt", "--meeting and --sources each name something to read. Pass one of them only.")]
    public async Task Says_what_is_wrong_with_its_options(string options, string expected)
    {
        var result = await _tool.RunAsync($"summary --demo {Meeting} {options}");

        Assert.Equal($"error: {expected}\nSee: attendance summary --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }
}
