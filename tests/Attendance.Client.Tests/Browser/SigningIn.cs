using System.Runtime.Versioning;
using Attendance.Client.Testing;
using Attendance.Client.Tests.Readme;
using Azure.Identity;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace Attendance.Client.Tests.Browser;

/// <summary>Azure.Identity's own way through a browser, which it opens with the program <c>xdg-open</c> of a Linux desktop.</summary>
[Collection(ConsoleTests.Name)]
[UnsupportedOSPlatform("windows")]
public sealed class SigningIn(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Desktop _desktop = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    [DesktopFact]
    public async Task A_user_picks_a_name_and_reads_a_report()
    {
        await using var world = await SignInWorld.StartAsync();
        var address = BecomeDesktop();
        var reading = world.ReadAsUserAsync(Credential(world));
        await OpenAsync(address, reading);

        Assert.Equal("Who signs in to Courses on a desk?", chromium.Browser.FindElement(By.TagName("p")).Text);
        Assert.Equal([], chromium.Barriers());
        chromium.Browser.FindElement(By.CssSelector($"button[value='{SignInWorld.Ada}']")).Click();

        Assert.Equal("monday", await reading.WaitAsync(Patience));
        Assert.Equal([200, 200], world.Graph.Requests.Select(request => (int?)request.Status));
        Assert.Equal(
            [null, null, "authorization_code"],
            world.Authority.Requests.Select(request => request.GrantType));
        Assert.Equal("S256", world.Authority.Requests[0].Parameters["code_challenge_method"]);
    }

    [DesktopFact]
    public async Task A_user_who_cancels_ends_the_sign_in()
    {
        await using var world = await SignInWorld.StartAsync();
        var address = BecomeDesktop();
        var reading = world.ReadAsUserAsync(Credential(world));
        await OpenAsync(address, reading);

        chromium.Browser.FindElement(By.CssSelector("button[name='cancel']")).Click();

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => reading.WaitAsync(Patience));
        Assert.Contains("AADSTS65004: ", exception.GetBaseException().Message, StringComparison.Ordinal);
        Assert.Empty(world.Graph.Requests);
    }

    [BrowserFact]
    public async Task The_page_for_devices_takes_a_code_and_a_name()
    {
        await using var world = await SignInWorld.StartAsync();
        var device = await world.AskAsync(
            $"{world.Tenant}/oauth2/v2.0/devicecode", ("client_id", SignInWorld.Desktop), ("scope", world.GraphScope));

        chromium.Browser.Navigate().GoToUrl((string)device["verification_uri"]!);
        Assert.Equal([], chromium.Barriers());
        chromium.Browser.FindElement(By.Name("user_code")).SendKeys(((string)device["user_code"]!).ToLowerInvariant() + Keys.Enter);
        Until(By.CssSelector($"button[value='{SignInWorld.Ada}']")).Click();

        Assert.Equal(
            "You have signed in to Courses on a desk. You may close this page.", Until(By.XPath("//h1[.='Signed in']/../p")).Text);
        var token = await world.AskForTokenAsync(
            ("client_id", SignInWorld.Desktop), ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", (string)device["device_code"]!));
        Assert.Equal("monday", await world.ReadAsUserAsync(new FakeCredential((string)token["access_token"]!)));
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _desktop.Dispose();
    }

    private static InteractiveBrowserCredential Credential(SignInWorld world)
    {
        var options = world.Options<InteractiveBrowserCredentialOptions>();
        options.TenantId = world.Tenant;
        options.ClientId = SignInWorld.Desktop;
        return new InteractiveBrowserCredential(options);
    }

    private IWebElement Until(By what) =>
        new WebDriverWait(chromium.Browser, Patience).Until(browser => browser.FindElements(what).FirstOrDefault())!;

    private async Task OpenAsync(Task<string> address, Task reading)
    {
        Assert.Same(address, await Task.WhenAny(address, reading).WaitAsync(Patience));
        await chromium.Browser.Navigate().GoToUrlAsync(await address);
    }

    private Task<string> BecomeDesktop()
    {
        Environment.SetEnvironmentVariable("PATH", _desktop.SearchPath);
        return _desktop.NextAddressAsync();
    }
}
