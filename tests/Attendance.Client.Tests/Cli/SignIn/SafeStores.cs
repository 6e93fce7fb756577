namespace Attendance.Client.Tests.Cli;

/// <summary>The safe store of a Linux desktop: a keyring by libsecret, of a session that a test begins and ends.</summary>
public sealed class SafeStores
{
    private const string Unlock = "printf keyring-password | gnome-keyring-daemon --unlock --components=secrets > /dev/null; ";
    private const string Stored = "secret-tool search --all application attendance 2> /dev/null | grep -c ^label; ";

    [KeyringFact]
    public async Task Keep_a_sign_in_until_it_is_forgotten()
    {
        await using var machine = await UserMachine.StartAsync();

        var result = await RunAsync(
            machine,
            $"{Unlock}$TOOL login --auth device {machine.Login} > /dev/null; $TOOL whoami --json | grep userName; {Stored}" +
            $"cd {machine.Kept}; ls; cat default.tokens; echo; $TOOL logout; {Stored}ls");

        // The file of tokens is empty: it tells other processes when the keyring has changed.
        Assert.Equal(
            """
              "userName": "ada@contoso.com",
            1
            default.account.json
            default.tokens
            profiles.json

            Signed out of default.
            0

            """.ReplaceLineEndings("\n"),
            result.Output);
    }

    [KeyringFact]
    public async Task Keep_the_sign_ins_of_two_profiles_apart()
    {
        await using var machine = await UserMachine.StartAsync();

        var result = await RunAsync(
            machine,
            $"{Unlock}for name in work home; do $TOOL login --profile $name --auth device {machine.Login} > /dev/null; done; {Stored}" +
            $"$TOOL logout --profile home; $TOOL whoami --profile work --json | grep profile; {Stored}");

        Assert.Equal(
            "2\nSigned out of home.\n  \"profile\": \"work\",\n1\n", result.Output);
    }

    [KeyringFact]
    public async Task That_do_not_answer_are_told_before_anybody_signs_in()
    {
        await using var machine = await UserMachine.StartAsync();

        var result = await machine.RunAsync(
            $"$TOOL login --auth device {machine.Login}", ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"));

        Assert.Equal(
            "error: This machine has no safe store for the sign-in: no keyring answers.\n" +
            "what to do: Install and unlock one, such as gnome-keyring with libsecret, or pass --unsafe-store: the sign-in is then kept " +
            $"in clear in {machine.Kept}/default.tokens, which you alone may read. Whoever gets that file can read as you.",
            result.Error);
        Assert.Equal(("", 1), (result.Output, result.ExitCode));
        Assert.Empty(machine.Authority.Requests);
    }

    // The keyring writes into the home directory; the bus, to the errors.
    private static Task<ToolResult> RunAsync(UserMachine machine, string script) => machine.RunAsync(
        $"exec dbus-run-session -- bash -c '{script}'", ("HOME", machine.Home.FullName), ("XDG_RUNTIME_DIR", machine.Home.FullName),
        ("XDG_DATA_HOME", Path.Combine(machine.Home.FullName, "data")));
}
