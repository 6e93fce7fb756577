using System.CommandLine;
using System.Net;
using Attendance.Cli;
using Attendance.Client.Testing;
using Azure.Identity;
using RichardSzalay.MockHttp;

namespace Attendance.Client.Tests.Cli;

public class Failures
{
    private const string Organizer = "dc17674c-81d9-4adb-bfb2-8f6a442e4623";

    [Theory]
    [InlineData("")]
    [InlineData(" --json")]
    public async Task Of_a_missing_access_policy_print_the_remedy_and_the_request_id(string json)
    {
        var tool = Tool.SignedIn(SampleData.CreateGraph().RevokeAccessPolicy(Organizer));

        var result = await tool.RunAsync($"show --auth token --meeting m --user {Organizer}{json}");

        Assert.Equal(
            $"""
            error: GET https://graph.microsoft.com/v1.0/users/{Organizer}/onlineMeetings/m/attendanceReports failed with 403 Forbidden, Forbidden: No application access policy found for this app: 00000000-0000-0000-0000-00000000a990 on the user: {Organizer}.
            what to do: Have a Teams administrator make a policy with New-CsApplicationAccessPolicy -AppIds {"{the application's id}"} and grant it with Grant-CsApplicationAccessPolicy -Identity {Organizer} or -Global. The policy belongs to the organizer, and it takes up to 30 minutes to work.
            request-id: 00000001-0000-0000-0000-000000000000

            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Of_an_unknown_report_are_told_from_a_report_that_is_not_there_yet()
    {
        var result = await new Tool().RunAsync("show --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --report nope");

        Assert.StartsWith(
            "error: GET https://graph.microsoft.com/v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports/nope " +
            "failed with 404 Not Found",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Without_an_id_from_graph_print_our_own()
    {
        using var web = new MockHttpMessageHandler();
        web.When("*").Respond(HttpStatusCode.Forbidden, "text/html", "<html>Proxy</html>");

        var result = await Tool.SignedIn(web).RunAsync("show --auth token --meeting m");

        Assert.Matches("\nclient-request-id: [0-9a-f-]{36}\n$", result.Error);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Of_the_connection_say_what_to_check()
    {
        using var web = new MockHttpMessageHandler();
        web.When("*").Throw(new HttpRequestException("Name or service not known (graph.microsoft.com:443)"));

        var result = await Tool.SignedIn(web).RunAsync("show --auth token --meeting m");

        Assert.EndsWith(
            "\nerror: The connection failed. Name or service not known (graph.microsoft.com:443). That was attempt 4, the last one.\n" +
            "what to do: Check the network, the proxy (HTTPS_PROXY) and, where they are used, --endpoint and --cloud.\n",
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal(
            3,
            result.Error.Split('\n').Count(
                line => line.StartsWith("note: The connection failed or took too long: waiting ", StringComparison.Ordinal)));
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" --json")]
    public async Task That_pass_are_told_while_the_user_waits(string json)
    {
        var calls = 0;
        using var web = new MockHttpMessageHandler();
        web.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage(++calls == 1 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK)
            {
                Content = new StringContent("{\"value\":[{\"id\":\"r\"}]}", System.Text.Encoding.UTF8, "application/json"),
            };
            response.Headers.Add("Retry-After", "30");
            return response;
        });

        var result = await Tool.SignedIn(web).RunAsync($"reports --auth token --meeting m{json}");

        Assert.Equal("note: Graph throttles: waiting 30 s (attempt 1 of 4).\n", result.Error);
        Assert.Contains("r", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task By_timeout_are_no_cancellation()
    {
        using var web = new MockHttpMessageHandler();
        web.When("*").Throw(new TaskCanceledException("The request was canceled.", new TimeoutException()));

        var result = await Tool.SignedIn(web).RunAsync("show --auth token --meeting m");

        Assert.Contains(
            "\nerror: The service did not answer in time.\nwhat to do: Try again later.", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void Of_a_machine_without_credentials_say_how_to_sign_in()
    {
        var unavailable = new CredentialUnavailableException(
            "Azure CLI not installed. See the troubleshooting guide for more information. " +
            "https://aka.ms/azsdk/net/identity/azclicredential/troubleshoot");

        var failure = Failure.Of(unavailable, new RootCommand(), CancellationToken.None);

        Assert.Equal(
            [
                "error: Sign-in failed. Azure CLI not installed.",
                "what to do: Sign in with attendance login --tenant <id> --client-id <id>, " +
                "or choose another way with --auth, or use az login --service-principal. attendance demo needs no sign-in.",
            ],
            failure!.Lines);
        Assert.Equal(1, failure.ExitCode);
    }

    [Fact]
    public void Of_a_machine_where_no_way_to_sign_in_works_say_what_helps_before_anything_else()
    {
        var unavailable = new CredentialUnavailableException(
            "DefaultAzureCredential failed to retrieve a token from the included credentials.\n" +
            "- EnvironmentCredential authentication unavailable.\n- ManagedIdentityCredential authentication unavailable.");

        var failure = Failure.Of(unavailable, new RootCommand(), CancellationToken.None);

        Assert.Equal(
            [
                "error: Nobody is signed in: neither environment variables nor a managed identity nor the Azure CLI have a sign-in.",
                "what to do: Sign in with attendance login --tenant <id> --client-id <id>, " +
                "or choose another way with --auth, or use az login --service-principal. attendance demo needs no sign-in.",
                "See: attendance help sign-in. --auth managed or --auth cli alone tell why that way fails.",
            ],
            failure!.Lines);
        Assert.Equal(1, failure.ExitCode);
    }

    [Theory]
    [InlineData("reports --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    [InlineData("export --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ")]
    [InlineData("summary --demo --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --json")]
    [InlineData("--help")]
    public async Task Of_the_output_are_told_and_are_no_crash(string commandLine)
    {
        using var error = new StringWriter();
        using var full = new FullWriter();

        var exitCode = await RunAsync(commandLine, full, error);
        var unheard = await RunAsync(commandLine, full, full);

        Assert.Equal(
            "error: The output could not be written. " +
            "No space left on device\nwhat to do: Check the disk and the permissions of what the output goes to.\n",
            error.ToString().ReplaceLineEndings("\n"));
        Assert.Equal((1, 1), (exitCode, unheard));

        static Task<int> RunAsync(string commandLine, TextWriter output, TextWriter error) =>
            new CommandLineApp(new Surroundings { Output = output, Error = error, Environment = _ => null }).RunAsync(
                commandLine.Split(' '), CancellationToken.None);
    }

    [Fact]
    public void That_only_a_bug_explains_are_not_hidden() =>
        Assert.Null(Failure.Of(new InvalidOperationException(), new RootCommand(), CancellationToken.None));

    [Theory]
    [InlineData("show --auth token --meeting m")]
    [InlineData("reports --auth token --meeting m --json")]
    public async Task By_the_user_end_with_130(string commandLine)
    {
        using var cancellation = new CancellationTokenSource();
        using var web = new MockHttpMessageHandler();
        web.When("*").Respond(() =>
        {
            cancellation.Cancel();
            return Task.FromCanceled<HttpResponseMessage>(cancellation.Token);
        });

        var result = await Tool.SignedIn(web).RunAsync(commandLine, cancellation.Token);

        Assert.Equal("Cancelled.\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(130, result.ExitCode);
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<char> buffer) => throw new IOException("No space left on device");
    }
}
