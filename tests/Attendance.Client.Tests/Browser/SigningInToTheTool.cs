using System.Runtime.Versioning;
using Attendance.Client.Tests.Cli;
using OpenQA.Selenium;

namespace Attendance.Client.Tests.Browser;

/// <summary>attendance login as a process that opens a browser, as it does by default.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SigningInToTheTool(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Desktop _desktop = new();

    [DesktopFact]
    public async Task A_user_picks_a_name_once_and_later_commands_open_no_browser()
    {
        await using var machine = await UserMachine.StartAsync();
        var login = machine.RunAsync($"$TOOL login {machine.Login} --unsafe-store", ("PATH", _desktop.SearchPath));
        await OpenAsync(login);

        Assert.Equal("Who signs in to Attendance?", chromium.Browser.FindElement(By.TagName("p")).Text);
        chromium.Browser.FindElement(By.CssSelector($"button[value='{UserMachine.UserName}']")).Click();
        var signedIn = await login.WaitAsync(Patience);
        var asked = machine.Authority.Requests.Count;
        var show = await machine.RunAsync(
            "$TOOL show --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ | grep -c 'Frederick Cormier'", ("PATH", _desktop.SearchPath));

        Assert.Equal((0, ""), (signedIn.ExitCode, signedIn.Error));
        Assert.StartsWith("Signed in      ada@contoso.com\n", signedIn.Output, StringComparison.Ordinal);
        Assert.Contains("\nWay            browser\n", signedIn.Output, StringComparison.Ordinal);
        Assert.Contains("Authentication complete", chromium.Browser.FindElement(By.TagName("body")).Text, StringComparison.Ordinal);
        Assert.Equal((0, "", "1\n"), (show.ExitCode, show.Error, show.Output));
        Assert.Equal(asked, machine.Authority.Requests.Count);
    }

    [DesktopFact]
    public async Task A_user_who_cancels_is_told_what_to_do_and_nothing_is_kept()
    {
        await using var machine = await UserMachine.StartAsync();
        var login = machine.RunAsync($"$TOOL login {machine.Login} --unsafe-store", ("PATH", _desktop.SearchPath));
        await OpenAsync(login);

        chromium.Browser.FindElement(By.CssSelector("button[name='cancel']")).Click();
        var result = await login.WaitAsync(Patience);

        Assert.StartsWith("error: Sign-in failed. AADSTS65004: ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nwhat to do: Sign in again, and accept the permissions that the application asks for.", result.Error,
            StringComparison.Ordinal);
        Assert.Equal(("", 1), (result.Output, result.ExitCode));
        Assert.False(Directory.Exists(machine.Kept));
    }

    public void Dispose() => _desktop.Dispose();

    private async Task OpenAsync(Task login)
    {
        var address = _desktop.NextAddressAsync();
        Assert.Same(address, await Task.WhenAny(address, login).WaitAsync(Patience));
        await chromium.Browser.Navigate().GoToUrlAsync(await address);
    }
}
