using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>attendance login, logout and whoami, with the real credentials of Azure.Identity and their cache.</summary>
public sealed class KeptSignIns : IDisposable
{
    private const string Prompt = "Open https://microsoft.com/devicelogin and enter ABCD.\n";
    private const string Login = "login --auth device --tenant contoso.com --client-id " + Jwt.Application;
    private const string Reports = "reports --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ --json";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("attendance-home-");
    private readonly SignInServer _server = new(SampleData.CreateGraph());

    private string Kept => Path.Combine(_home.FullName, ".config", "attendance");

    public void Dispose()
    {
        _server.Dispose();
        _home.Delete(recursive: true);
    }

    [Fact]
    public async Task Are_made_once_and_serve_every_later_command()
    {
        var login = await RunAsync($"{Login} --unsafe-store");
        var reports = await RunAsync(Reports);
        var whoami = await RunAsync("whoami");

        Assert.Equal((0, Prompt), (login.ExitCode, login.Error));
        Assert.Equal(
            $"""
            Signed in      ada@contoso.com
            User id        {Jwt.UserId}
            Tenant         {Jwt.Tenant}
            Application    Attendance tool ({Jwt.Application})
            Way            device
            Profile        default
            Cloud          global
            Graph          https://graph.microsoft.com
            Permissions    OnlineMeetingArtifact.Read.All, OnlineMeetings.Read
            Expires (UTC)  2030-01-01 12:00:01

            """.ReplaceLineEndings("\n"),
            login.Output);
        Assert.Equal((0, "", login.Output), (whoami.ExitCode, whoami.Error, whoami.Output));
        Assert.Equal((0, ""), (reports.ExitCode, reports.Error));
        Assert.Equal(["device_code"], _server.Grants);
    }

    [Fact]
    public async Task Are_renewed_without_asking_anybody()
    {
        _server.Life = 1;
        await RunAsync($"{Login} --unsafe-store");

        var reports = await RunAsync(Reports);

        Assert.Equal((0, ""), (reports.ExitCode, reports.Error));
        Assert.Equal("device_code", _server.Grants[0]);
        Assert.All(_server.Grants.Skip(1), grant => Assert.Equal("refresh_token", grant));
        Assert.NotEmpty(_server.Grants.Skip(1));
    }

    [Fact]
    public async Task Serve_two_commands_at_once()
    {
        await RunAsync($"{Login} --unsafe-store");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(Reports)));

        Assert.All(results, result => Assert.Equal((0, ""), (result.ExitCode, result.Error)));
        Assert.Equal(["device_code"], _server.Grants);
    }

    [Fact]
    public async Task Are_files_of_the_user_alone_that_hold_no_more_than_they_must()
    {
        await RunAsync($"{Login} --profile work --unsafe-store");

        Assert.Equal(["profiles.json", "work.account.json", "work.tokens"], FilesIn(Kept));
        Assert.Equal(
            $$"""
            {
              "current": "work",
              "profiles": {
                "work": {
                  "auth": "device",
                  "tenant": "contoso.com",
                  "clientId": "{{Jwt.Application}}",
                  "unsafeStore": true
                }
              }
            }
            """.ReplaceLineEndings("\n"),
            (await File.ReadAllTextAsync(Path.Combine(Kept, "profiles.json"))).ReplaceLineEndings("\n"));
        Assert.Contains(
            "\"username\":\"ada@contoso.com\"", await File.ReadAllTextAsync(Path.Combine(Kept, "work.account.json")),
            StringComparison.Ordinal);
        if (OperatingSystem.IsWindows())
            return;

        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Mine | UnixFileMode.UserExecute, File.GetUnixFileMode(Kept));
        foreach (var file in Directory.GetFiles(Kept))
            Assert.Equal(Mine, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Are_closed_to_others_also_in_a_directory_that_was_open()
    {
        if (OperatingSystem.IsWindows())
            return;

        Directory.CreateDirectory(Kept);
        File.SetUnixFileMode(Kept, (UnixFileMode)0b111_111_111);

        await RunAsync($"{Login} --unsafe-store");

        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(Kept));
    }

    [Fact]
    public async Task Need_a_flag_where_the_machine_has_no_safe_store()
    {
        // Whether a machine has one is its own business: CI's have none.
        if (!OperatingSystem.IsLinux() || HasSafeStore())
            return;

        var login = await RunAsync(Login);

        Assert.Equal(
            "error: This machine has no safe store for the sign-in: libsecret is not installed.\n" +
            "what to do: Install and unlock one, such as gnome-keyring with libsecret, or pass --unsafe-store: " +
            $"the sign-in is then kept in clear in {Path.Combine(Kept, "default.tokens")}, which you alone may read. " +
            "Whoever gets that file can read as you.\n",
            login.Error);
        Assert.Equal(("", 1), (login.Output, login.ExitCode));
        Assert.Empty(_server.Grants);
        Assert.Empty(FilesIn(Kept));
    }

    [Fact]
    public async Task Have_names_and_each_its_own_user()
    {
        await RunAsync($"{Login} --profile work --unsafe-store");
        _server.UserName = "bob@contoso.com";
        await RunAsync($"{Login} --profile other --unsafe-store");

        string[] whoami =
        [
            (await RunAsync("whoami --json")).Output, (await RunAsync("whoami --json --profile work")).Output,
            (await RunAsync("whoami --json", ("ATTENDANCE_PROFILE", "work"))).Output,
        ];

        string[] names = ["other", "work", "work"];
        string[] users = ["bob@contoso.com", "ada@contoso.com", "ada@contoso.com"];
        Assert.All(
            whoami.Index(), one => Assert.StartsWith(
                $$"""
                {
                  "profile": "{{names[one.Index]}}",
                  "auth": "device",
                  "isApplication": false,
                  "userName": "{{users[one.Index]}}",
                """.ReplaceLineEndings("\n"),
                one.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_have_ended_say_what_to_do_and_ask_nobody()
    {
        _server.Life = 1;
        await RunAsync($"{Login} --unsafe-store");
        _server.IsRevoked = true;

        var reports = await RunAsync(Reports);

        Assert.Equal(
            "error: The sign-in that was kept is of no use any longer. AADSTS50173: The provided grant has expired.\n" +
            "what to do: Sign in again: attendance login, with the same --profile where the command has one.\n",
            reports.Error);
        Assert.Equal(("", 1), (reports.Output, reports.ExitCode));
        Assert.DoesNotContain("device_code", _server.Grants.Skip(1));
    }

    [Fact]
    public async Task Are_made_again_as_they_were()
    {
        await RunAsync($"{Login} --profile work --unsafe-store");

        var again = await RunAsync("login --profile work");

        Assert.Equal((0, Prompt), (again.ExitCode, again.Error));
        Assert.Equal(["device_code", "device_code"], _server.Grants);
    }

    [Fact]
    public async Task Leave_nothing_when_they_are_forgotten()
    {
        await RunAsync($"{Login} --profile work --unsafe-store");
        await RunAsync($"{Login} --profile other --unsafe-store");

        var other = await RunAsync("logout");
        Assert.Equal(("Signed out of other.\n", 0), (other.Output, other.ExitCode));
        Assert.Equal(["profiles.json", "work.account.json", "work.tokens"], FilesIn(Kept));

        var nobody = await RunAsync("logout");
        Assert.Equal(
            "error: Nobody is signed in by default; there is work.\nwhat to do: Name a profile with --profile, or forget all with --all.\n",
            nobody.Error);
        Assert.Equal(1, nobody.ExitCode);

        var all = await RunAsync("logout --all");
        Assert.Equal(("Signed out of work.\n", 0), (all.Output, all.ExitCode));
        Assert.Empty(FilesIn(Kept));
        Assert.Equal(0, (await RunAsync("logout --all")).ExitCode);
    }

    [Fact]
    public async Task Are_forgotten_by_name()
    {
        await RunAsync($"{Login} --profile work --unsafe-store");
        await RunAsync($"{Login} --profile other --unsafe-store");

        Assert.Equal("Signed out of work.\n", (await RunAsync("logout --profile work")).Output);

        Assert.Equal(["other.account.json", "other.tokens", "profiles.json"], FilesIn(Kept));
        var again = await RunAsync("logout --profile work");
        Assert.Equal(
            "error: --profile is \"work\", and there is no such profile among other. Make it with attendance login --profile work.\n" +
            "See: attendance logout --help\n",
            again.Error);
        Assert.Equal(2, (await RunAsync("logout --profile work --all")).ExitCode);
    }

    [Theory]
    [InlineData("--auth token")]
    [InlineData("--tenant contoso.com")]
    [InlineData("--cloud usgov")]
    [InlineData("--endpoint https://gateway.contoso.com")]
    public async Task Give_way_to_any_option(string option)
    {
        await RunAsync($"{Login} --unsafe-store");
        var before = _server.Grants.Count;

        var whoami = await RunAsync(
            $"whoami --json --auth token {(option.StartsWith("--auth", StringComparison.Ordinal) ? "" : option)}",
            ("ATTENDANCE_TOKEN", "opaque"));

        Assert.DoesNotContain("ada@contoso.com", whoami.Output, StringComparison.Ordinal);
        Assert.Equal(before, _server.Grants.Count);
    }

    [Fact]
    public async Task Give_way_to_a_variable()
    {
        await RunAsync($"{Login} --unsafe-store");

        var whoami = await RunAsync("whoami", ("ATTENDANCE_AUTH", "token"), ("ATTENDANCE_TOKEN", "opaque"));

        Assert.Equal(
            """
            Signed in      by a token that only Graph can read
            User id        -
            Tenant         -
            Application    -
            Way            token
            Profile        -
            Cloud          global
            Graph          https://graph.microsoft.com
            Permissions    not known, as the token cannot be read
            Expires (UTC)  -

            """.ReplaceLineEndings("\n"),
            whoami.Output);
    }

    [Theory]
    [InlineData("AZURE_TENANT_ID", "fabrikam.com")]
    [InlineData("AZURE_CLIENT_ID", "other")]
    public async Task Do_not_give_way_to_variables_that_other_programs_have_too(string name, string value)
    {
        await RunAsync($"{Login} --unsafe-store");

        Assert.Contains("ada@contoso.com", (await RunAsync("whoami", (name, value))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_asked_for_sample_data()
    {
        await RunAsync("login --auth secret --tenant contoso.com --client-id a", ("AZURE_CLIENT_SECRET", "s"));

        var reports = await RunAsync($"{Reports} --demo");

        Assert.Equal((0, ""), (reports.ExitCode, reports.Error));
    }

    [Fact]
    public async Task Of_an_application_want_to_know_whose_meeting_is_meant()
    {
        var login = await RunAsync(
            "login --profile nightly --auth secret --tenant contoso.com --client-id a", ("AZURE_CLIENT_SECRET", "s3cret"));

        var reports = await RunAsync(Reports, ("AZURE_CLIENT_SECRET", "s3cret"));

        Assert.Equal("", login.Error);
        Assert.Equal(["profiles.json"], FilesIn(Kept));
        Assert.DoesNotContain("s3cret", await File.ReadAllTextAsync(Path.Combine(Kept, "profiles.json")), StringComparison.Ordinal);
        Assert.Equal(
            "error: The profile nightly signs in an application, and nothing says for which user it asks. " +
            "Pass --user with the user's object id.\nSee: attendance reports --help\n",
            reports.Error);
    }

    [Fact]
    public async Task That_fail_leave_no_profile()
    {
        _server.IsRevoked = true;

        var login = await RunAsync("login --auth secret --tenant contoso.com --client-id a", ("AZURE_CLIENT_SECRET", "s"));

        Assert.Equal(1, login.ExitCode);
        Assert.Empty(FilesIn(Kept));
    }

    [Theory]
    [InlineData("login --auth token", "There is nothing to keep of --auth token")]
    [InlineData("login", "--auth browser needs --client-id")]
    [InlineData("login --profile Work", "--profile is \"Work\", which is no name of a profile")]
    [InlineData("login --profile ../x", "--profile is \"../x\", which is no name of a profile")]
    [InlineData("whoami --profile none", "--profile is \"none\", and there is no such profile. Make it with attendance login")]
    [InlineData("whoami --profile none --auth token", "--profile and --auth both say who signs in and where.")]
    [InlineData("whoami --authority http://localhost", "--authority is \"http://localhost\", and people sign in over HTTPS only.")]
    public async Task Refuse_what_makes_no_sense(string commandLine, string expected)
    {
        var result = await RunAsync(commandLine);

        Assert.StartsWith($"error: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Equal(("", 2), (result.Output, result.ExitCode));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{ "profiles": { "../x": {} } }""")]
    [InlineData("""{ "profiles": { "x": null } }""")]
    public async Task That_somebody_spoiled_say_so_and_can_be_forgotten(string content)
    {
        Directory.CreateDirectory(Kept);
        await File.WriteAllTextAsync(Path.Combine(Kept, "profiles.json"), content);
        await File.WriteAllTextAsync(Path.Combine(Kept, "x.tokens"), content);

        var whoami = await RunAsync("whoami");
        var logout = await RunAsync("logout --all");

        Assert.Equal(
            $"error: {Path.Combine(Kept, "profiles.json")} holds no list of profiles.\n" +
            "what to do: Mend it, or run attendance logout --all and sign in again.\n",
            whoami.Error);
        Assert.Equal((1, 0), (whoami.ExitCode, logout.ExitCode));
        Assert.Empty(FilesIn(Kept));
    }

    [Fact]
    public async Task Without_the_account_ask_to_sign_in_again()
    {
        await RunAsync($"{Login} --profile work --unsafe-store");
        await File.WriteAllTextAsync(Path.Combine(Kept, "work.account.json"), "{");

        var result = await RunAsync(Reports);

        Assert.Equal(
            "error: Nobody is signed in to the profile work.\nwhat to do: Sign in again: attendance login --profile work\n", result.Error);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Are_where_a_variable_says()
    {
        var directory = Path.Combine(_home.FullName, "elsewhere");
        var xdg = Path.Combine(_home.FullName, "xdg");

        await RunAsync($"{Login} --unsafe-store", ("ATTENDANCE_CONFIG_DIR", directory), ("XDG_CONFIG_HOME", xdg));
        Assert.Equal(["default.account.json", "default.tokens", "profiles.json"], FilesIn(directory));
        if (OperatingSystem.IsWindows())
            return;

        await RunAsync($"{Login}", ("XDG_CONFIG_HOME", xdg), ("ATTENDANCE_UNSAFE_STORE", "1"));
        Assert.Equal(["default.account.json", "default.tokens", "profiles.json"], FilesIn(Path.Combine(xdg, "attendance")));
        Assert.Empty(FilesIn(Kept));
    }

    [Fact]
    public async Task Go_to_another_authority_alone_where_one_is_named()
    {
        await RunAsync($"{Login} --unsafe-store --authority https://localhost:8443");
        await RunAsync(Reports);

        Assert.Equal(["graph.microsoft.com", "localhost"], _server.Hosts.Order(StringComparer.Ordinal));
        Assert.Contains(
            "\"authority\": \"https://localhost:8443/\"", await File.ReadAllTextAsync(Path.Combine(Kept, "profiles.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_json_without_the_token()
    {
        var login = await RunAsync($"{Login} --unsafe-store --json");

        Assert.Equal(
            $$"""
            {
              "profile": "default",
              "auth": "device",
              "isApplication": false,
              "userName": "ada@contoso.com",
              "userId": "{{Jwt.UserId}}",
              "tenantId": "{{Jwt.Tenant}}",
              "applicationId": "{{Jwt.Application}}",
              "applicationName": "Attendance tool",
              "cloud": "global",
              "graph": "https://graph.microsoft.com",
              "permissions": [
                "OnlineMeetingArtifact.Read.All",
                "OnlineMeetings.Read"
              ],
              "expiresAt": "2030-01-01T12:00:01+00:00"
            }

            """.ReplaceLineEndings("\n"),
            login.Output);
    }

    private static bool HasSafeStore() =>
        System.Runtime.InteropServices.NativeLibrary.TryLoad("libsecret-1.so.0", out _);

    private static string[] FilesIn(string directory) => Directory.Exists(directory)
        ? [.. Directory.GetFiles(directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    private Task<ToolResult> RunAsync(string commandLine, params (string Name, string Value)[] variables)
    {
        var tool = new Tool
        {
            Handler = _server,
            Environment = { ["HOME"] = _home.FullName, ["APPDATA"] = Path.Combine(_home.FullName, ".config") },
        };
        foreach (var (name, value) in variables)
            tool.Environment[name] = value;
        return tool.RunAsync(commandLine);
    }
}
