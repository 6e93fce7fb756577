using System.Globalization;
using System.Text;
using System.Text.Json;
using Attendance.Client.Analysis;
using Attendance.Client.Tests.Charts;
using OpenQA.Selenium;

namespace Attendance.Client.Tests.Browser;

/// <summary>The pages on a register, on many people and on other pages, as browsers show them.</summary>
public sealed class RegisterScreens(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Attack = "=HYPERLINK(\"https://attacker.example\");-1</script><img src=x onerror=\"document.title='run'\">\u202E";

    public static TheoryData<string, string> Screens()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in new[] { "register", "index", "columns", "parts" })
        {
            foreach (var look in new[] { "light", "dark", "phone", "print", "forced" })
                data.Add(page, look);
        }

        return data;
    }

    [BrowserTheory]
    [MemberData(nameof(Screens))]
    public void Hinder_nobody(string page, string look)
    {
        chromium.Open(page switch
        {
            "register" => AttendanceChart.Page(Drawn.Term(30, 12), new ChartOptions { Title = "Logic" }),
            "index" => AttendanceChart.Index(
                [ChartIndexEntry.Of("a.html", Drawn.Townhall(20), "A"), new ChartIndexEntry("b.html") { ExpectedCount = 3 }]),
            "columns" => AttendanceChart.Page(Drawn.Townhall(200)),
            _ => AttendanceChart.Page(Answered().Summary, new ChartOptions { Registrations = Answered().Registrations }),
        });
        switch (look)
        {
            case "dark":
                chromium.PreferDark();
                break;
            case "phone":
                chromium.BePhone(390);
                break;
            case "print":
                chromium.Print();
                break;
            case "forced":
                chromium.ForceColors();
                break;
        }

        Assert.Equal([], chromium.Barriers());
        Assert.True(chromium.Evaluate<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal([], chromium.Requests());
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public void Run_nothing_of_what_somebody_calls_himself()
    {
        chromium.Open(AttendanceChart.Page(
            Drawn.Term(3, 3, static number => $"{number}{Attack}"), new ChartOptions { Title = Attack }));

        Assert.Equal($"{Attack}: attendance", chromium.Browser.Title);
        Assert.Equal(0L, chromium.Evaluate<long>("document.images.length"));
        Assert.Equal([], chromium.Requests());
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public void Lead_to_files_beside_them_and_nowhere_else()
    {
        string[] names =
        [
            "javascript:alert(1)", "//attacker.example/a", "https://attacker.example", "a\"onclick='x", "100 % #1?.html", "\\\\server\\a",
            "data:text/html,x", "term/März.html", "\tjavascript:alert(1)",
        ];
        chromium.Open(AttendanceChart.Index(names.Select(name => new ChartIndexEntry(name) { Title = Attack })));

        var folder = new Uri(new Uri(chromium.Browser.Url), ".").ToString();
        var links = chromium.Browser.FindElements(By.CssSelector("tbody a"));
        Assert.Equal(names.Length, links.Count);
        Assert.All(links, link =>
        {
            Assert.StartsWith(folder, (string)chromium.Browser.ExecuteScript("return arguments[0].href", link)!, StringComparison.Ordinal);
            Assert.Equal(Attack, link.Text);
            Assert.Equal(1L, chromium.Browser.ExecuteScript("return arguments[0].attributes.length", link));
        });
        Assert.Equal([], chromium.ConsoleMessages());
    }

    [BrowserFact]
    public void Copy_what_they_show_without_anything_that_a_spreadsheet_runs()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Planned(
            null,
            Drawn.Person("=1+1", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("Bob;=2,\"x\"", ("2026-03-02T10:10:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("＋3", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")),
            Drawn.Person("\"-4", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")))));

        Assert.Equal(
            "Name,Marks,Stays,Present,Share,Joined,Left\r\n" +
            "\"'\"\"-4\",,,1h,100%,10:00,11:00\r\n" +
            "'=1+1,,,1h,100%,10:00,11:00\r\n" +
            "'＋3,,,1h,100%,10:00,11:00\r\n" +
            "\"Bob;'=2,\"\"x\"\"\",late 10m,,50m,83%,10:10,11:00\r\n",
            Copied());
        Assert.Equal("Copied: 4", chromium.Browser.FindElement(By.TagName("output")).Text);

        chromium.Open(AttendanceChart.Page(Drawn.Course(), new ChartOptions { Texts = ChartTexts.German }));
        Assert.Equal(
            "Name;Anmerkungen;Gesamt;02.03. 2/3;09.03. 1/3;16.03. kein Bericht\r\n" +
            "Ada;;\"2 von 2, 100\u00A0%\";100;100;\r\n" +
            "Grace;;\"1 von 2, 38\u00A0%\";76 +12;✕;\r\n" +
            "Nie Da;;\"0 von 2, 0\u00A0%\";✕;✕;\r\n",
            Copied());

        chromium.Open(AttendanceChart.Index([new ChartIndexEntry("a.html") { Title = "=A" }]));
        Assert.Equal("Title,Marks,Date,Attended,Expected,Share\r\n'=A,,,,,\r\n", Copied());
    }

    [BrowserFact]
    public void Find_and_sort_also_in_a_language_that_the_browser_does_not_know()
    {
        chromium.Open(AttendanceChart.Page(
            Drawn.Term(30, 3), new ChartOptions { Texts = ChartTexts.German with { Language = "de-DE_phoneb" } }));

        Assert.True(chromium.Browser.FindElement(By.CssSelector(".tools")).Displayed);
        Assert.Equal([], chromium.ConsoleMessages());
        Assert.Equal("de-DE", ChartTexts.For(CultureInfo.GetCultureInfo("de-DE_phoneb")).Language);
    }

    [BrowserFact]
    public void Keep_an_order_while_they_are_narrowed_and_widened()
    {
        chromium.Open(AttendanceChart.Page(Drawn.Term(60, 4)));
        chromium.Browser.FindElements(By.CssSelector("thead button"))[0].Click();
        chromium.Browser.FindElements(By.CssSelector("thead button"))[0].Click();
        Find("person 5");

        Assert.Equal(
            "Person 59,Person 58,Person 57,Person 56,Person 55,Person 54,Person 53,Person 52,Person 51,Person 50,Person 45,Person 35," +
            "Person 25,Person 15,Person 5",
            Names());
        Assert.Equal("15 of 61", chromium.Browser.FindElement(By.TagName("output")).Text);
        Find(string.Concat(Enumerable.Repeat(Keys.Backspace, 8)));
        Assert.StartsWith("Person 59,Person 58,Person 57,", Names(), StringComparison.Ordinal);
        Assert.Equal(61, Names().Split(',').Length);
    }

    [BrowserTheory]
    [InlineData(5)]
    [InlineData(60)]
    public void Print_all_sessions_on_landscape_sheets_from_the_first_one_on(int sessions)
    {
        chromium.Open(AttendanceChart.Page(Drawn.Term(8, sessions)));
        chromium.Print();

        Assert.Equal("fixed", chromium.Evaluate<string>("getComputedStyle(document.querySelector('.register')).tableLayout"));
        Assert.True(chromium.Evaluate<bool>(
            "[...document.querySelectorAll('.register th, .register td')]" +
            ".every(cell => cell.getBoundingClientRect().right <= innerWidth)"));

        var pdf = Encoding.Latin1.GetString(
            Convert.FromBase64String(chromium.Browser.Print(new PrintOptions()).AsBase64EncodedString));
        Assert.Equal(1, pdf.Split("/Type /Page\n").Length - 1);
        Assert.Contains("/MediaBox [0 0 792 612]", pdf, StringComparison.Ordinal);
    }

    private static (AttendanceSummary Summary, RegistrationSummary Registrations) Answered()
    {
        var summary = Drawn.Planned(
            [new ExpectedPerson { DisplayName = "Nie Da" }],
            Drawn.Person("Ada", ("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z")) with
            {
                Engagements = [new MeetingEngagement { Type = "reaction" }, new MeetingEngagement { Type = "camera" }],
            });
        return (summary, RegistrationSummary.Of(
            [
                new Registration
                {
                    FirstName = "Ada",
                    Status = RegistrationStatus.Registered,
                    Answers = [new RegistrationAnswer { DisplayName = "Vegetarian?", BooleanValue = true }],
                },
            ],
            summary));
    }

    private string Copied()
    {
        chromium.Browser.ExecuteScript(
            "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }; window.copied = null;");
        chromium.Browser.FindElement(By.CssSelector(".copy")).Click();
        Settle();
        // As JSON, since the driver changes ends of lines.
        return JsonSerializer.Deserialize<string>(chromium.Evaluate<string>("JSON.stringify(window.copied)"))!;
    }

    private string Names() => chromium.Evaluate<string>(
        "[...document.querySelectorAll('tbody tr')].filter(row => !row.hidden)" +
        ".map(row => row.cells[0].firstChild.textContent.trim()).join()");

    private void Find(string keys)
    {
        chromium.Browser.FindElement(By.CssSelector("input[type=search]")).SendKeys(keys);
        Settle();
    }

    // The script waits for a frame, so that typing stays fast.
    private void Settle() =>
        chromium.Browser.ExecuteAsyncScript("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
}
