using Attendance.Client.Analysis;
using Attendance.Client.Tests.Charts;
using OpenQA.Selenium;

namespace Attendance.Client.Tests.Browser;

/// <summary>Pictures and lists in the page of an application that a content security policy guards.</summary>
public sealed class EmbeddedParts(Chromium chromium) : IClassFixture<Chromium>
{
    // A name of an attacker: markup, quotes, another direction of writing, letters that no page may hold, and no end.
    private static readonly string Attack =
        "</title></style></script></svg>\"'><script>document.title = 'run'</script><img src=x onerror=document.title='run'>" +
        "\u202Egnp.exe\u0000\u0007\u001B" + new string('W', 400);

    [BrowserTheory]
    [InlineData(ChartColorScheme.Follow, false, "rgb(1, 2, 3)", "rgb(107, 112, 224)", "rgb(255, 255, 255)")]
    [InlineData(ChartColorScheme.Follow, true, "rgb(1, 2, 3)", "rgb(107, 112, 224)", "rgb(27, 27, 32)")]
    [InlineData(ChartColorScheme.Light, true, "rgb(93, 93, 104)", "rgb(74, 79, 181)", "rgb(255, 255, 255)")]
    [InlineData(ChartColorScheme.Dark, false, "rgb(169, 169, 182)", "rgb(154, 160, 255)", "rgb(27, 27, 32)")]
    public async Task Break_no_policy_that_forbids_style_and_script_in_a_page(
        ChartColorScheme scheme, bool isDark, string text, string bars, string paper)
    {
        var options = new ChartOptions { Title = Attack, ColorScheme = scheme, HasInlineStyle = false, FillsWidth = true };
        await using var site = await StrictSite.StartAsync(
            "default-src 'self'", Page(
                Parts(options), "<link rel=stylesheet href=/attendance.css>", "<script src=/attendance.js></script>"),
            AttendanceChart.StyleSheet(options), AttendanceChart.Script);

        chromium.Open(site.Address);
        if (isDark)
            chromium.PreferDark();

        Assert.Equal(text, Style("#a text", "fill"));
        Assert.Equal([bars, bars, bars], new[] { Style("#a path[fill-opacity]", "fill"), Style("#b g path:last-of-type", "fill"),
            Style("#c g path", "fill") });
        Assert.Equal(paper, Style("#d .attendance", "backgroundColor"));
        Assert.Equal("host", chromium.Browser.Title);
        AssertFitsPhone();
        chromium.Browser.FindElement(By.CssSelector("#d input[type=search]")).SendKeys("ada");
        chromium.Browser.ExecuteAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
        Assert.Equal(1L, chromium.Evaluate<long>("document.querySelectorAll('#d tbody tr:not([hidden])').length"));
        Assert.Equal(1L, chromium.Evaluate<long>("document.scripts.length"));
        Assert.Equal(0L, chromium.Evaluate<long>("document.images.length"));
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public async Task Have_the_style_and_script_that_a_nonce_allows()
    {
        var options = new ChartOptions { Title = Attack, Nonce = "c2VjcmV0", FillsWidth = true };
        await using var site = await StrictSite.StartAsync(
            "default-src 'none'; img-src 'self'; style-src 'nonce-c2VjcmV0'; script-src 'nonce-c2VjcmV0'", Page(Parts(options), "", ""));

        chromium.Open(site.Address);

        Assert.Equal("rgb(93, 93, 104)", Style("#a text", "fill"));
        Assert.Equal("rgb(74, 79, 181)", Style("#c .stays", "fill"));
        Assert.Equal("rgb(255, 255, 255)", Style("#d .attendance", "backgroundColor"));
        Assert.True(chromium.Browser.FindElement(By.CssSelector("#d .tools")).Displayed);
        AssertFitsPhone();
        Assert.Equal("host", chromium.Browser.Title);
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public async Task Run_nothing_of_a_nonce_that_is_none()
    {
        var options = new ChartOptions { Nonce = "x\"><script>document.title = 'run'</script><b a=\"" };
        await using var site = await StrictSite.StartAsync("default-src 'self' 'unsafe-inline'", Page(Parts(options), "", ""));

        chromium.Open(site.Address);

        Assert.Equal("host", chromium.Browser.Title);
        Assert.Equal(0L, chromium.Evaluate<long>("document.querySelectorAll('b[a]').length"));
    }

    [BrowserFact]
    public async Task Have_neither_colours_nor_a_script_where_the_nonce_is_another()
    {
        await using var site = await StrictSite.StartAsync(
            "default-src 'none'; style-src 'nonce-other'; script-src 'nonce-other'",
            Page(Parts(new ChartOptions { Nonce = "c2VjcmV0" }), "", ""));

        chromium.Open(site.Address);

        Assert.NotEmpty(chromium.ConsoleMessages());
        Assert.Equal("rgb(0, 0, 0)", Style("#a text", "fill"));
        Assert.False(chromium.Browser.FindElement(By.CssSelector("#d .tools")).Displayed);
    }

    private static string Parts(ChartOptions options)
    {
        var summary = Drawn.Planned(
            null,
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person(Attack, ("2026-03-02T10:10:00Z", "2026-03-02T10:30:00Z")));
        var register = Drawn.Term(3, 4, static number => number == 1 ? Attack : $"Person {number}");
        return $"<div id=a>{AttendanceChart.HeadCountSvg(summary, options)}</div>" +
            $"<div id=b>{AttendanceChart.StaysSvg(summary, options)}</div>" +
            $"<div id=c>{AttendanceChart.RegisterSvg(register, options)}</div>" +
            $"<div id=d>{AttendanceChart.PeopleTable(summary, options)}</div>";
    }

    private static string Page(string parts, string head, string end) =>
        $"<!doctype html><html lang=en><meta name=viewport content=\"width=device-width\"><title>host</title>{head}" +
        $"<body text=#010203>{parts}{end}";

    private string Style(string selector, string property) =>
        chromium.Evaluate<string>($"getComputedStyle(document.querySelector('{selector}')).{property}");

    private void AssertFitsPhone()
    {
        chromium.BePhone(390);
        Assert.Equal(390L, chromium.Evaluate<long>("document.documentElement.scrollWidth"));
    }
}
