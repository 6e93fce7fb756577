using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public class CheckCommand
{
    private const string Artifacts = "OnlineMeetingArtifact.Read.All";
    private const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    private const string Id = "238 420 318 127";

    private static readonly string[] All = [Artifacts, "OnlineMeetings.Read"];

    [Fact]
    public async Task Finds_nothing_in_the_way_of_who_may_read()
    {
        var result = await CheckAsync(Jwt.OfUser(string.Join(' ', All)), FakeCaller.User(Jwt.UserId, All), "--meeting", Id);

        Assert.Equal(
            $"""

             Step           Outcome  Detail
            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Sign-in        right    The user {Jwt.UserId} by the application {Jwt.Application} in the tenant {Jwt.Tenant}.
             Token          right    It is for https://graph.microsoft.com and expires at 2030-01-01 12:00:00 UTC.
             Permissions    right    The token has OnlineMeetingArtifact.Read.All, OnlineMeetings.Read.
             Access policy  right    A signed-in user needs none.
             Meeting        right    Graph knows it.
             Reports        right    Graph lists 2 reports.
             Records        right    Those of the newest report can be read.

            Nothing stands in the way.

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Tells_each_thing_that_is_missing_with_what_mends_it()
    {
        var graph = SampleData.CreateGraph().RevokeAccessPolicy(Jwt.UserId);

        var result = await CheckAsync(
            graph, Jwt.OfApplication(Artifacts), FakeCaller.Application(Jwt.Application, Artifacts, "OnlineMeetings.Read.All"),
            "--user", Jwt.UserId, Id);

        Assert.EndsWith(
            $"""
             Meeting        unknown  Not checked, because another step failed.
             Reports        unknown  Not checked, because another step failed.
             Records        unknown  Not checked, because another step failed.

            1. Permissions: Add OnlineMeetings.Read.All to the application permissions of the application in Microsoft Entra, have an administrator consent on this page, and get a new token:
                 https://login.microsoftonline.com/{Jwt.Tenant}/adminconsent?client_id={Jwt.Application}
            2. Access policy: Have a Teams administrator run this in PowerShell, and wait for up to 30 minutes:
                 New-CsApplicationAccessPolicy -Identity Attendance -AppIds "{Jwt.Application}"
                 Grant-CsApplicationAccessPolicy -PolicyName Attendance -Identity "{Jwt.UserId}"

            """.ReplaceLineEndings("\n"),
            result.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Prints_json()
    {
        var graph = new FakeGraph().Add(SampleData.Meeting);
        var result = await CheckAsync(
            graph, Jwt.OfUser(Artifacts), FakeCaller.User(Jwt.UserId, Artifacts), [.. Meeting.Split(' '), "--json"]);

        Assert.Equal(
            $$"""
            {
              "outcome": "unknown",
              "steps": [
                {
                  "step": "signIn",
                  "outcome": "right",
                  "detail": "The user {{Jwt.UserId}} by the application {{Jwt.Application}} in the tenant {{Jwt.Tenant}}.",
                  "remedy": null
                },
                {
                  "step": "token",
                  "outcome": "right",
                  "detail": "It is for https://graph.microsoft.com and expires at 2030-01-01 12:00:00 UTC.",
                  "remedy": null
                },
                {
                  "step": "permissions",
                  "outcome": "right",
                  "detail": "The token has OnlineMeetingArtifact.Read.All.",
                  "remedy": null
                },
                {
                  "step": "accessPolicy",
                  "outcome": "right",
                  "detail": "A signed-in user needs none.",
                  "remedy": null
                },
                {
                  "step": "meeting",
                  "outcome": "right",
                  "detail": "Graph knows it.",
                  "remedy": null
                },
                {
                  "step": "reports",
                  "outcome": "right",
                  "detail": "Graph lists no report.",
                  "remedy": null
                },
                {
                  "step": "records",
                  "outcome": "unknown",
                  "detail": "There is no report to read records of.",
                  "remedy": "Ask again when a session has ended: Graph makes a report minutes to hours later, and keeps it for a year."
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Without_a_meeting_looks_at_the_token_alone()
    {
        using var graph = new RecordingHandler(SampleData.CreateGraph());
        var tool = new Tool { Handler = graph, Environment = { ["ATTENDANCE_TOKEN"] = Jwt.OfUser("User.Read") } };

        var result = await tool.RunAsync("check --auth token");

        Assert.EndsWith(
            $"""
             Permissions  missing  The token has User.Read, but not OnlineMeetingArtifact.Read.All.

            1. Permissions: Add OnlineMeetingArtifact.Read.All to the delegated permissions of the application in Microsoft Entra, have an administrator consent on this page, and get a new token:
                 https://login.microsoftonline.com/{Jwt.Tenant}/adminconsent?client_id={Jwt.Application}

            """.ReplaceLineEndings("\n"),
            result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(graph.Uris);
    }

    [Fact]
    public async Task Says_how_to_sign_in_who_has_not()
    {
        var home = Directory.CreateTempSubdirectory("attendance-home-");
        await File.WriteAllTextAsync(
            Path.Combine(home.FullName, "profiles.json"),
            $$"""{ "current": "work", "profiles": { "work": { "auth": "browser", "clientId": "{{Jwt.Application}}" } } }""");
        var tool = new Tool { Environment = { ["ATTENDANCE_CONFIG_DIR"] = home.FullName } };

        var result = await tool.RunAsync(["check", Id]);
        home.Delete(recursive: true);

        Assert.Equal(
            """

             Step     Outcome  Detail
            ─────────────────────────────────────────────────────────────
             Sign-in  missing  Nobody is signed in to the profile work.

            1. Sign-in: Sign in again: attendance login --profile work

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Says_whom_an_application_has_to_name()
    {
        var result = await CheckAsync(Jwt.OfApplication(All), FakeCaller.Application(Jwt.Application, All), Meeting.Split(' '));

        Assert.EndsWith("1. Meeting: Pass the organizer's object id to --user.\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("--meeting unknown", "1. Meeting: Check the ids in the URL. Graph keeps reports for one year")]
    [InlineData("238 420 318 128", "1. Meeting: Check the link, and that the user asked for organizes the meeting;")]
    public async Task Says_what_is_wrong_with_the_meeting(string arguments, string expected)
    {
        var result = await CheckAsync(
            Jwt.OfUser(string.Join(' ', All)), FakeCaller.User(Jwt.UserId, All), arguments.Split(' '));

        Assert.Contains($"\n{expected}", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Says_of_an_expired_token_that_a_new_one_is_needed()
    {
        var graph = SampleData.CreateGraph().FailEvery(1, GraphFault.Status(HttpStatusCode.Unauthorized));

        var result = await CheckAsync(
            graph, Jwt.OfUser(Artifacts, end: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            FakeCaller.User(Jwt.UserId, Artifacts),
            Meeting.Split(' '));

        Assert.Contains(
            " Token          missing  It is for https://graph.microsoft.com and expired at 2020-01-01 00:00:00 UTC.", result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("1. Token: Get a new token for https://graph.microsoft.com/.default.\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_nothing_to_say_of_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "Full Name,User Action,Timestamp\nAda,Joined,\"10/5/2021, 4:30:00 AM\"\n");

        var result = await CheckAsync(Jwt.OfUser(Artifacts), FakeCaller.User(Jwt.UserId, Artifacts), file);
        File.Delete(file);

        Assert.EndsWith(
            " is a file, in whose way nothing stands. Read it with attendance show.\nSee: attendance check --help\n", result.Error,
            StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Theory]
    [InlineData("nonsense://x y")]
    [InlineData("--meeting m --source me/onlineMeetings/m")]
    public async Task Refuses_what_names_no_source(string arguments)
    {
        var result = await CheckAsync(Jwt.OfUser(Artifacts), FakeCaller.User(Jwt.UserId, Artifacts), arguments.Split(' '));

        Assert.Equal(("", 2), (result.Output, result.ExitCode));
    }

    private static Task<ToolResult> CheckAsync(string token, FakeCaller caller, params string[] arguments) =>
        CheckAsync(SampleData.CreateGraph(), token, caller, arguments);

    private static async Task<ToolResult> CheckAsync(FakeGraph graph, string token, FakeCaller caller, params string[] arguments)
    {
        var tool = new Tool { Handler = graph.SignIn(token, caller), Environment = { ["ATTENDANCE_TOKEN"] = token } };
        var result = await tool.RunAsync(["check", "--auth", "token", .. arguments]);
        Assert.DoesNotContain("eyJ", result.Output + result.Error, StringComparison.Ordinal);
        return result;
    }
}
