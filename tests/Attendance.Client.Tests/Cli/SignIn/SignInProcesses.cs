using System.Diagnostics;
using System.Text.RegularExpressions;
using Attendance.Cli;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>The tool as processes of their own that share a sign-in, against a sign-in server and a Graph that checks its tokens.</summary>
public sealed partial class SignInProcesses : IAsyncLifetime
{
    private const string Permissions = "OnlineMeetingArtifact.Read.All OnlineMeetings.Read Calendars.Read";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("attendance-home-");
    private readonly FakeUser _ada = new("ada@contoso.com") { ObjectId = Jwt.UserId };
    private FakeAuthority? _authority;
    private FakeGraphServer? _server;

    private string Certificate => Path.Combine(_home.FullName, "authority.pem");

    public async Task InitializeAsync()
    {
        _authority = await FakeAuthority.StartAsync();
        _authority.Add(_ada).Add(new FakeApplication("desktop") { IsPublic = true, Scopes = Permissions.Split(' ') });
        await _authority.WriteCertificateAsync(Certificate);
        _server = await FakeGraphServer.StartAsync(SampleData.CreateGraph().TrustTokensOf(_authority));
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        await _authority!.DisposeAsync();
        _home.Delete(recursive: true);
    }

    [Fact]
    public async Task Sign_in_once_and_ask_nobody_in_a_pipe()
    {
        // Where a process finds the certificate that it is to trust is different elsewhere.
        if (!OperatingSystem.IsLinux())
            return;

        var login = await RunAsync(
            $"$TOOL login --auth device --client-id desktop --tenant {_authority!.TenantId} --authority {_authority.Endpoint} " +
            $"--endpoint {_server!.Endpoint} --unsafe-store");
        var asked = _authority.Requests.Count;
        var pipe = await RunAsync(
            "$TOOL calendar --from 2021-10 --lines | $TOOL export --sources - --from 2021-10 | tail -n +2 | cut -d, -f2,7");
        var check = await RunAsync("$TOOL check '238 420 318 127' | tail -n 1");

        Assert.Equal(0, login.ExitCode);
        Assert.StartsWith("Signed in      ada@contoso.com\nUser id        " + Jwt.UserId, login.Output, StringComparison.Ordinal);
        Assert.Equal((0, "", "Nothing stands in the way.\n"), (check.ExitCode, check.Error, check.Output));
        Assert.Contains(",Frederick Cormier\n", pipe.Output, StringComparison.Ordinal);
        Assert.Equal(("", 0), (pipe.Error, pipe.ExitCode));
        Assert.Equal(asked, _authority.Requests.Count);
    }

    [Fact]
    public async Task Ask_nobody_either_when_a_sign_in_has_ended()
    {
        if (!OperatingSystem.IsLinux())
            return;

        _authority!.TokenLifetime = TimeSpan.FromSeconds(1);
        await RunAsync(
            $"$TOOL login --auth device --client-id desktop --tenant {_authority.TenantId} --authority {_authority.Endpoint} " +
            $"--endpoint {_server!.Endpoint} --unsafe-store");
        _authority.RevokeTokens(_ada.ObjectId);

        var whoami = await RunAsync("$TOOL whoami");

        Assert.StartsWith(
            "error: The sign-in that was kept is of no use any longer. AADSTS50173", whoami.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nwhat to do: Sign in again: attendance login, with the same --profile where the command has one.", whoami.Error,
            StringComparison.Ordinal);
        Assert.Equal(("", 1), (whoami.Output, whoami.ExitCode));
    }

    private async Task<ToolResult> RunAsync(string script)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["TOOL"] = $"dotnet {typeof(CommandLineApp).Assembly.Location}";
        start.Environment["ATTENDANCE_CONFIG_DIR"] = Path.Combine(_home.FullName, "attendance");
        start.Environment["SSL_CERT_FILE"] = Certificate;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            errors.Add(line);
            if (UserCode().Match(line) is { Success: true } code)
                _authority!.ApproveDeviceCode(code.Value, _ada.UserPrincipalName);
        }

        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, await output, string.Join('\n', errors));
    }

    [GeneratedRegex(@"(?<=code )[A-Z0-9-]{6,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserCode();
}
