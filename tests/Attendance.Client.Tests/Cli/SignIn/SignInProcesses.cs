namespace Attendance.Client.Tests.Cli;

/// <summary>The tool as processes of their own that share a sign-in, against a sign-in server and a Graph that checks its tokens.</summary>
public sealed class SignInProcesses
{
    [Fact]
    public async Task Sign_in_once_and_ask_nobody_in_a_pipe()
    {
        // Where a process finds the certificate that it is to trust is different elsewhere.
        if (!OperatingSystem.IsLinux())
            return;

        await using var machine = await UserMachine.StartAsync();
        var login = await machine.RunAsync($"$TOOL login --auth device {machine.Login} --unsafe-store");
        var asked = machine.Authority.Requests.Count;
        var pipe = await machine.RunAsync(
            "$TOOL calendar --from 2021-10 --lines | $TOOL export --sources - --from 2021-10 | tail -n +2 | cut -d, -f2,7");
        var check = await machine.RunAsync("$TOOL check '238 420 318 127' | tail -n 1");

        Assert.Equal(0, login.ExitCode);
        Assert.StartsWith("Signed in      ada@contoso.com\nUser id        " + Jwt.UserId, login.Output, StringComparison.Ordinal);
        Assert.Equal((0, "", "Nothing stands in the way.\n"), (check.ExitCode, check.Error, check.Output));
        Assert.Contains(",Frederick Cormier\n", pipe.Output, StringComparison.Ordinal);
        Assert.Equal(("", 0), (pipe.Error, pipe.ExitCode));
        Assert.Equal(asked, machine.Authority.Requests.Count);
    }

    [Fact]
    public async Task Ask_nobody_either_when_a_sign_in_has_ended()
    {
        if (!OperatingSystem.IsLinux())
            return;

        await using var machine = await UserMachine.StartAsync();
        machine.Authority.TokenLifetime = TimeSpan.FromSeconds(1);
        await machine.RunAsync($"$TOOL login --auth device {machine.Login} --unsafe-store");
        machine.Authority.RevokeTokens(UserMachine.UserName);

        var whoami = await machine.RunAsync("$TOOL whoami");

        Assert.StartsWith(
            "error: The sign-in that was kept is of no use any longer. AADSTS50173", whoami.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nwhat to do: Sign in again: attendance login, with the same --profile where the command has one.", whoami.Error,
            StringComparison.Ordinal);
        Assert.Equal(("", 1), (whoami.Output, whoami.ExitCode));
    }
}
