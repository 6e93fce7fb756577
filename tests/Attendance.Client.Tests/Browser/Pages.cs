using System.Globalization;
using Attendance.Client.Analysis;
using Attendance.Client.Tests.Charts;
using OpenQA.Selenium;

namespace Attendance.Client.Tests.Browser;

public sealed class Pages(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Attack =
        "</title></style></script><script>document.title " +
        "= 'run'</script><img src=https://attacker.example/a onerror=\"document.title = 'run'\">";

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("print")]
    public void Ask_no_address_write_nothing_to_the_console_and_hinder_nobody(string look)
    {
        var (summary, registrations) = Drawn.Webinar(60);
        chromium.Open(AttendanceChart.Page(
            summary, new ChartOptions { Title = "Spring launch", TimeZone = Drawn.Berlin, Registrations = registrations }));
        Look(look);

        Assert.Equal([], chromium.Barriers());
        Assert.Equal([], chromium.Requests());
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public async Task Are_light_or_dark_as_their_reader_prefers()
    {
        chromium.Open(AttendanceChart.Page(await Drawn.WeeklyReviewAsync()));
        Assert.Equal("rgb(255, 255, 255)", Background());

        chromium.PreferDark();
        Assert.Equal("rgb(27, 27, 32)", Background());
        Assert.Equal("rgb(154, 160, 255)", chromium.Evaluate<string>("getComputedStyle(document.querySelector('.wide .count')).stroke"));

        chromium.Print();
        Assert.Equal("rgb(255, 255, 255)", Background());
        Assert.Equal("rgb(74, 79, 181)", chromium.Evaluate<string>("getComputedStyle(document.querySelector('.wide .count')).stroke"));
    }

    [BrowserFact]
    public void Fit_a_phone_with_letters_of_their_full_size()
    {
        chromium.Open(AttendanceChart.Page(
            Drawn.Townhall(60), new ChartOptions { Title = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung" }));
        chromium.BePhone();

        Assert.Equal(360L, chromium.Evaluate<long>("document.documentElement.scrollWidth"));
        var letters = chromium.Evaluate<IReadOnlyCollection<object>>(
            "[...document.querySelectorAll('.attendance-chart " +
            "text')].filter(text => text.checkVisibility()).map(text => text.getBoundingClientRect().height)")
            .Select(height => Convert.ToDouble(height, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(letters);
        Assert.All(letters, height => Assert.InRange(height, 10, 20));
        Assert.Equal(
            0L, chromium.Evaluate<long>("[...document.querySelectorAll('.wide')].filter(chart => chart.checkVisibility()).length"));
    }

    [BrowserFact]
    public void Print_everybody_without_what_paper_cannot_do()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Townhall(200)));
        chromium.Print();

        Assert.Equal("none", chromium.Evaluate<string>("getComputedStyle(document.querySelector('.tools')).display"));
        Assert.Equal("none", chromium.Evaluate<string>("getComputedStyle(document.querySelector('details')).display"));

        var pdf = Convert.FromBase64String(chromium.Browser.Print(new PrintOptions()).AsBase64EncodedString);
        var pages = System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
        Assert.InRange(pages, 4, 12);
    }

    [BrowserFact]
    public async Task Show_all_without_their_script()
    {
        chromium.Open(AttendanceChart.Page(await Drawn.WeeklyReviewAsync()));
        chromium.RunNoScripts();

        Assert.Equal(4, chromium.Browser.FindElements(By.CssSelector(".people tbody tr")).Count(row => row.Displayed));
        Assert.True(chromium.Browser.FindElement(By.CssSelector(".wide .count")).Displayed);
        Assert.False(chromium.Browser.FindElement(By.CssSelector(".tools")).Displayed);
        Assert.Empty(chromium.Browser.FindElements(By.CssSelector("thead button")));
    }

    [BrowserFact]
    public async Task Sort_by_keyboard_and_say_so()
    {
        chromium.Open(AttendanceChart.Page(await Drawn.WeeklyReviewAsync()));
        Header("Name").SendKeys(Keys.Enter);
        Assert.Equal("ascending", SortOf("Name"));
        Assert.Equal(["Anna (Gast)", "Frederick Cormier", "Miyuki Tanaka", "Zoë Müller"], Names());

        Header("Present").SendKeys(Keys.Enter);
        Assert.Equal(["Anna (Gast)", "Zoë Müller", "Miyuki Tanaka", "Frederick Cormier"], Names());
        Header("Present").SendKeys(Keys.Space);
        Assert.Equal("descending", SortOf("Present"));
        Assert.Equal("", SortOf("Name"));
        Assert.Equal(["Frederick Cormier", "Miyuki Tanaka", "Zoë Müller", "Anna (Gast)"], Names());

    }

    [BrowserFact]
    public void Keep_who_has_no_value_last_in_either_order()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Hour(
            Drawn.Hidden("Hidden", TimeSpan.FromMinutes(9)),
            Drawn.Person("Long", ("2026-03-02T09:50:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Short", ("2026-03-02T10:30:00Z", "2026-03-02T10:30:20Z")))));

        Header("Present").SendKeys(Keys.Enter);
        Assert.Equal(["Short", "Long", "Hidden"], Names());
        Header("Present").SendKeys(Keys.Enter);
        Assert.Equal(["Long", "Short", "Hidden"], Names());
        Header("Share").SendKeys(Keys.Enter);
        Assert.Equal(["Short", "Long", "Hidden"], Names());
        Header("Joined").SendKeys(Keys.Enter);
        Assert.Equal(["Long", "Short", "Hidden"], Names());
    }

    [BrowserTheory]
    [InlineData("2026-10-25T02:30:00Z", "03:30")]
    [InlineData("2026-10-25T23:30:00Z", "2026-10-26 00:30")]
    public void Sort_the_hour_that_comes_twice_in_the_order_of_time(string end, string shown)
    {
        var report = new AttendanceReport
        {
            StartedAt = DateTimeOffset.Parse("2026-10-24T23:00:00Z", CultureInfo.InvariantCulture),
            EndedAt = DateTimeOffset.Parse(end, CultureInfo.InvariantCulture),
            Records =
            [
                Drawn.Person("5", ("2026-10-25T02:10:00Z", end)),
                Drawn.Person("2", ("2026-10-25T00:30:00Z", end)),
                Drawn.Person("4", ("2026-10-25T01:45:00Z", end)),
                Drawn.Person("1", ("2026-10-24T23:59:00Z", end)),
                Drawn.Person("3", ("2026-10-25T01:15:00Z", end)),
            ],
        };
        chromium.Open(AttendanceChart.Page(AttendanceSummary.Of(report), new ChartOptions { TimeZone = Drawn.Berlin }));

        Header("Joined").SendKeys(Keys.Enter);
        Assert.Equal(["1", "2", "3", "4", "5"], Names());
        Header("Joined").SendKeys(Keys.Enter);
        Assert.Equal(["5", "4", "3", "2", "1"], Names());
        Assert.Equal(shown, chromium.Browser.FindElement(By.CssSelector(".people tbody tr td:nth-child(6)")).Text);
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public async Task Find_people_by_a_part_of_their_name_and_say_how_many()
    {
        chromium.Open(AttendanceChart.Page(await Drawn.WeeklyReviewAsync()));
        var input = chromium.Browser.FindElement(By.CssSelector("input[type=search]"));

        input.SendKeys("muLler zoe");
        Settle();
        Assert.Equal(["Zoë Müller"], Names());
        Assert.Equal("1 of 4", chromium.Browser.FindElement(By.TagName("output")).Text);

        input.SendKeys("x");
        Settle();
        Assert.Equal([], Names());
        Assert.Equal("0 of 4", chromium.Browser.FindElement(By.TagName("output")).Text);

        input.SendKeys(string.Concat(Enumerable.Repeat(Keys.Backspace, 11)));
        Settle();
        Assert.Equal(4, Names().Count);
        Assert.Equal("", chromium.Browser.FindElement(By.TagName("output")).Text);
    }

    [BrowserFact]
    public void Show_who_was_late_or_absent_alone()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Planned(
            [new ExpectedPerson { DisplayName = "Nie Da", EmailAddress = "n@contoso.com" }],
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Grace", ("2026-03-02T10:15:00Z", "2026-03-02T11:00:00Z")))));
        var filters = chromium.Browser.FindElements(By.CssSelector("[data-flag]"));
        Assert.Equal(["absent 1", "late 1"], filters.Select(filter => filter.Text));

        filters[1].Click();
        Assert.Equal(["Grace"], Names());
        filters[0].Click();
        Assert.Equal(["Grace", "Nie Da"], Names());
        filters[1].Click();
        Assert.Equal(["Nie Da"], Names());
        filters[0].Click();
        Assert.Equal(["Ada", "Grace", "Nie Da"], Names());
    }

    [BrowserTheory]
    [InlineData(ChartColorScheme.Follow)]
    [InlineData(ChartColorScheme.Light)]
    [InlineData(ChartColorScheme.Dark)]
    public void And_pictures_stand_in_another_page_under_a_strict_policy(ChartColorScheme scheme)
    {
        var svg = AttendanceChart.HeadCountSvg(
            Drawn.Townhall(30), new ChartOptions { ColorScheme = scheme, HasInlineStyle = false, FillsWidth = true });
        chromium.Open(
            "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">" +
            "<title>p</title><body text=#010203>" + svg);

        Assert.Equal([], chromium.ConsoleMessages());
        Assert.Equal("none", chromium.Evaluate<string>("getComputedStyle(document.querySelectorAll('svg > path')[0]).fill"));
        Assert.Equal(
            scheme switch
            {
                ChartColorScheme.Light => "rgb(93, 93, 104)",
                ChartColorScheme.Dark => "rgb(169, 169, 182)",
                _ => "rgb(1, 2, 3)",
            },
            chromium.Evaluate<string>("getComputedStyle(document.querySelector('svg text')).fill"));
        Assert.True(chromium.Evaluate<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [BrowserFact]
    public void Never_run_what_somebody_calls_himself()
    {
        var summary = Drawn.Hour(Drawn.Person(Attack, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")));
        var registrations = RegistrationSummary.Of(
            [new Registration { FirstName = Attack, LastName = Attack, Status = new RegistrationStatus(Attack) }], summary);

        chromium.Open(AttendanceChart.Page(summary, new ChartOptions { Title = Attack, Registrations = registrations }));

        Assert.Equal($"{Attack}: attendance", chromium.Browser.Title);
        Assert.Equal([Attack], Names());
        Assert.Equal([], chromium.Requests());
        Assert.Equal([], chromium.ConsoleMessages());
        Assert.Empty(chromium.Browser.FindElements(By.TagName("img")));
    }

    [BrowserFact]
    public void Refuse_what_got_past_the_escaping()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Hour()).Replace("<main>", $"<main>{Attack}", StringComparison.Ordinal));

        Assert.Equal("Attendance", chromium.Browser.Title);
        Assert.NotEmpty(chromium.ConsoleMessages());
    }

    [BrowserFact]
    public void Say_nothing_of_bars_to_a_screen_reader_that_the_row_says_in_words()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Hour(Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z")))));

        var tree = (Dictionary<string, object?>)chromium.Browser.ExecuteCdpCommand("Accessibility.getFullAXTree", [])!;
        var nodes = ((IEnumerable<object>)tree["nodes"]!).Cast<Dictionary<string, object?>>().Where(node => !(bool)node["ignored"]!)
            .ToList();
        var images = nodes.Where(node => ValueOf(node, "role") is "image" or "img" or "SvgRoot" or "graphics-document" or "graphics-symbol")
            .Select(node => ValueOf(node, "name"));
        Assert.Equal(["Head count over time"], images);
        var row = nodes.Where(node => ValueOf(node, "role") is "rowheader" or "cell" or "gridcell").Select(node => ValueOf(node, "name"))
            .TakeLast(6);
        Assert.Equal(["Ada 30m before the last", "", "30m", "50%", "10:00", "10:30"], row);
    }

    [BrowserFact]
    public void Of_ten_thousand_people_open_and_sort()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Townhall(10_000), new ChartOptions { MaxPageSize = int.MaxValue }));

        Assert.Equal(10_000L, chromium.Evaluate<long>("document.querySelectorAll('.people tbody tr').length"));
        Header("Share").SendKeys(Keys.Enter);
        Assert.Equal("ascending", SortOf("Share"));
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserTheory]
    [InlineData(5)]
    [InlineData(500)]
    public void And_pictures_open_by_themselves(int people)
    {
        var summary = Drawn.Townhall(people);
        foreach (var picture in new[] { AttendanceChart.HeadCountSvg(summary), AttendanceChart.StaysSvg(summary) })
        {
            chromium.Open(picture, "svg");

            Assert.Equal("svg", chromium.Evaluate<string>("document.documentElement.tagName"));
            Assert.Equal("rgb(255, 255, 255)", chromium.Evaluate<string>("getComputedStyle(document.querySelector('.paper')).fill"));
            chromium.PreferDark();
            Assert.Equal("rgb(27, 27, 32)", chromium.Evaluate<string>("getComputedStyle(document.querySelector('.paper')).fill"));
            Assert.Equal([], chromium.Barriers());
            Assert.Equal([], chromium.Requests());
            Assert.Equal([], chromium.ConsoleMessages());
        }
    }

    [BrowserFact]
    public void And_pictures_cut_no_letter_of_a_name_off()
    {
        string[] names =
        [
            "WOLFGANG MÜLLER-HOHENSTEIN", "MOHAMMED ABDULRAHMAN (EXT)", new('W', 26), new('m', 40), new('李', 30),
            "Θεόδωρος Παπαδημητρίου-Γεωργίου", "שירה כהן WOLFGANG MMMMM",
        ];
        chromium.Open(
            AttendanceChart.StaysSvg(
                Drawn.Hour([.. names.Select(name => Drawn.Person(name, ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")))])), "svg");

        var leftmost = Convert.ToDouble(
            chromium.Evaluate<object>(
                "Math.min(...[...document.querySelectorAll('g text')].map(text => text.getBoundingClientRect().left))"),
            CultureInfo.InvariantCulture);
        Assert.InRange(leftmost, 0, 60);
    }

    private static string? ValueOf(Dictionary<string, object?> node, string name) =>
        node.TryGetValue(name, out var value) ? ((Dictionary<string, object?>)value!)["value"]?.ToString() : null;

    private void Look(string look)
    {
        switch (look)
        {
            case "dark":
                chromium.PreferDark();
                break;
            case "phone":
                chromium.BePhone();
                break;
            case "print":
                chromium.Print();
                break;
        }
    }

    private string Background() => chromium.Evaluate<string>("getComputedStyle(document.body).backgroundColor");

    private IWebElement Header(string name) =>
        chromium.Browser.FindElements(By.CssSelector("thead button"))
            .Single(button => button.Text.StartsWith(name, StringComparison.Ordinal));

    private string SortOf(string name) =>
        chromium.Browser.FindElements(By.CssSelector("thead th"))
            .Single(header => header.Text.StartsWith(name, StringComparison.Ordinal)).GetAttribute("aria-sort") ?? "";

    private List<string> Names() =>
        [.. chromium.Browser.FindElements(By.CssSelector(".people tbody tr")).Where(row => row.Displayed)
            .Select(row => chromium.Browser.ExecuteScript("return arguments[0].cells[0].firstChild.textContent.trim()", row)!.ToString()!)];

    // The script waits for a frame, so that typing stays fast.
    private void Settle() =>
        chromium.Browser.ExecuteAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
}
