using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Attendance.Client.Tests.Browser;

/// <summary>A headless Chromium, started for a class of tests.</summary>
public sealed class Chromium : IDisposable
{
    private static readonly string? Binary = FindProgram("chromium", "chromium-browser", "google-chrome", "chrome");
    private static readonly string? Driver = FindProgram("chromedriver");

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("attendance-browser-");
    private readonly Lazy<ChromeDriver> _browser;

    public Chromium() => _browser = new Lazy<ChromeDriver>(Start);

    /// <summary>Why browser tests cannot run on this machine, or null where they can.</summary>
    public static string? WhyMissing { get; } = Binary is null || Driver is null
        ? "Chromium and its driver are not on the PATH. " +
            "Install them (Debian: apt-get install chromium chromium-driver) to test pages and pictures in a browser."
        : null;

    public ChromeDriver Browser => _browser.Value;

    /// <summary>Opens a file with the content, after everything that the browser has noted so far is forgotten.</summary>
    public void Open(string content, string extension = "html")
    {
        var file = Path.Combine(_files.FullName, $"{Guid.NewGuid():N}.{extension}");
        File.WriteAllText(file, content);
        Open(new Uri(file));
    }

    /// <summary>Opens an address, after everything that the browser has noted so far is forgotten.</summary>
    public void Open(Uri address)
    {
        Browser.ExecuteCdpCommand(
            "Emulation.setEmulatedMedia", new Dictionary<string, object?> { ["media"] = "", ["features"] = Array.Empty<object>() });
        Browser.ExecuteCdpCommand("Emulation.clearDeviceMetricsOverride", []);
        Browser.ExecuteCdpCommand("Emulation.setScriptExecutionDisabled", new Dictionary<string, object?> { ["value"] = false });
        Forget();
        Browser.Navigate().GoToUrl(address);
    }

    public void PreferDark() => Emulate("", dark: true);

    public void Print() => Emulate("print", dark: true);

    public void ForceColors() => Browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
    {
        ["media"] = "",
        ["features"] = new[] { new Dictionary<string, object> { ["name"] = "forced-colors", ["value"] = "active" } },
    });

    /// <summary>Shows the page as wide and high as a phone does, on a screen of so many pixels for each of CSS.</summary>
    public void BePhone(int width = 360) => Browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
    {
        ["width"] = width,
        ["height"] = 740,
        ["deviceScaleFactor"] = 2,
        ["mobile"] = true,
    });

    public void RunNoScripts()
    {
        Browser.ExecuteCdpCommand("Emulation.setScriptExecutionDisabled", new Dictionary<string, object?> { ["value"] = true });
        Browser.Navigate().Refresh();
    }

    /// <summary>Value of an expression in the page.</summary>
    public T Evaluate<T>(string expression) => (T)Browser.ExecuteScript($"return {expression}")!;

    /// <summary>What the page wrote to the console, refusals of its content policy included.</summary>
    public IReadOnlyList<string> ConsoleMessages() => [.. Browser.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>Addresses other than the file's own that were asked for anything.</summary>
    public IReadOnlyList<string> Requests()
    {
        List<string> requests = [];
        foreach (var entry in Browser.Manage().Logs.GetLog("performance"))
        {
            var message = JsonDocument.Parse(entry.Message).RootElement.GetProperty("message");
            if (message.GetProperty("method").GetString() == "Network.requestWillBeSent")
                requests.Add(message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!);
        }

        // The icon is a data address, which leaves the page as little as its text does.
        return requests.FindAll(request => request != Browser.Url && request != "data:,");
    }

    /// <summary>What hinders people, by the rules of axe-core.</summary>
    public IReadOnlyList<string> Barriers()
    {
        Browser.ExecuteScript(new BundledAxeScriptProvider().GetScript());
        var report = (string)Browser.ExecuteAsyncScript("""
            const done = arguments[arguments.length - 1];
            axe.run({ resultTypes: ['violations'] }).then(
              results => done(JSON.stringify(results.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html} ${nodes[0].failureSummary}`))),
              error => done(JSON.stringify([String(error)])));
            """)!;
        return JsonSerializer.Deserialize<string[]>(report)!;
    }

    public void Dispose()
    {
        if (_browser.IsValueCreated)
            Browser.Quit();
        _files.Delete(recursive: true);
    }

    private static ChromeDriver Start()
    {
        // A sign-in server has a certificate of its own.
        var options = new ChromeOptions { BinaryLocation = Binary, AcceptInsecureCertificates = true };
        // Without these Chromium asks for updates and the like, also where there is no network; root may run it without its sandbox only.
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1200,900");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver)!, Path.GetFileName(Driver)!);
        return new ChromeDriver(service, options, TimeSpan.FromMinutes(2));
    }

    private static string? FindProgram(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
            .FirstOrDefault(File.Exists);

    private void Emulate(string media, bool dark) => Browser.ExecuteCdpCommand("Emulation.setEmulatedMedia", new Dictionary<string, object?>
    {
        ["media"] = media,
        ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" } },
    });

    private void Forget()
    {
        ConsoleMessages();
        Browser.Manage().Logs.GetLog("performance");
    }
}
