using System.Diagnostics;
using System.Runtime.InteropServices;
using Attendance.Cli;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>The tool as a process of its own, on terminals, disks and pipes that are not as they should be, and under signals.</summary>
public sealed class Processes : IDisposable
{
    private const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private static readonly string Assembly = typeof(CommandLineApp).Assembly.Location;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-process-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(300)]
    public async Task Draw_on_a_terminal_of_any_width(int columns)
    {
        if (!File.Exists("/usr/bin/script"))
            return;

        var (code, output) = await RunAsync(
            $"script -qec \"stty cols {columns}; $TOOL show --demo {SampleArguments.Townhall}\" /dev/null");

        Assert.Equal(0, code);
        Assert.Contains("5 people", output, StringComparison.Ordinal);
        AssertNoCrash(output);
    }

    [Theory]
    [InlineData("show --demo " + Meeting + " > /dev/full", 1)]
    [InlineData("show --demo " + Meeting + " --json > /dev/full", 1)]
    [InlineData("export --demo " + Meeting + " > /dev/full", 1)]
    [InlineData("show --demo --meeting none 2> /dev/full", 1)]
    [InlineData("show --demo " + Meeting + " >&-", 1)]
    [InlineData("show --demo --meeting none 2>&-", 1)]
    [InlineData("show --nonsense 2>&-", 2)]
    [InlineData("export --demo " + Meeting + " --output x.csv 2> /dev/full", 0)]
    [InlineData("export --demo " + Meeting + " --output y.csv 2>&-", 0)]
    [InlineData("summary --demo --sources - < /dev/null", 3)]
    public async Task End_with_the_right_code_where_nothing_can_be_written_or_read(string commandLine, int expected)
    {
        if (!File.Exists("/dev/full"))
            return;

        var (code, output) = await RunAsync($"cd {_directory.FullName}; $TOOL {commandLine}");

        Assert.Equal(expected, code);
        AssertNoCrash(output);
    }

    [Fact]
    public async Task End_under_a_signal_though_nobody_reads_what_they_write()
    {
        if (OperatingSystem.IsWindows())
            return;

        var records = Enumerable.Range(0, 5000).Select(i => new AttendanceRecord { EmailAddress = $"guest{i}@contoso.com" });
        using var graph = new FakeGraph().Add(
            AttendanceSource.Meeting(Organizer.Me, "m"), new AttendanceReport { Id = "r", Records = [.. records] });
        await using var server = await FakeGraphServer.StartAsync(graph);
        using var tool = Start(
            $"export ATTENDANCE_TOKEN=x; exec $TOOL show --auth token --endpoint {server.Endpoint} --meeting m");
        await Task.Delay(TimeSpan.FromSeconds(2));

        // Not SIGHUP, which the tool ignores where whoever runs the tests has nohup do so.
        Send(tool, Terminate);

        Assert.Equal(128 + Terminate, await CodeOfAsync(tool));
        AssertNoCrash(await tool.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Leave_nothing_half_written_under_signals_at_any_moment()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var graph = new FakeGraph();
        for (var i = 0; i < 300; i++)
        {
            graph.Add(
                AttendanceSource.Meeting(Organizer.Me, $"m{i}"),
                new AttendanceReport
                {
                    Id = $"r{i}",
                    StartedAt = DateTimeOffset.UnixEpoch,
                    EndedAt = DateTimeOffset.UnixEpoch.AddHours(1),
                });
        }

        await using var server = await FakeGraphServer.StartAsync(graph);
        var sources = Path.Combine(_directory.FullName, "sources");
        await File.WriteAllLinesAsync(sources, Enumerable.Range(0, 300).Select(i => $"me/onlineMeetings/m{i}"));
        var random = new Random(20260301);
        foreach (var number in new[] { Hangup, Interrupt, Terminate, Hangup, Interrupt, Terminate, Terminate, Hangup })
        {
            var directory = _directory.CreateSubdirectory(Path.GetRandomFileName());
            using var tool = Start(
                "export ATTENDANCE_TOKEN=x; " +
                $"exec $TOOL chart --auth token --endpoint {server.Endpoint} --sources {sources} --output {directory.FullName}");
            await Task.Delay(random.Next(50, 800));

            Send(tool, number);

            Assert.Contains(await CodeOfAsync(tool), new[] { 128 + number, 0 });
            AssertNoCrash(await tool.StandardError.ReadToEndAsync());
            Assert.All(directory.GetFiles(), file => Assert.Equal(".html", file.Extension));
            Assert.All(directory.GetFiles(), file => Assert.NotEqual(0, file.Length));
        }
    }

    private static void AssertNoCrash(string output)
    {
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at Attendance", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(string script)
    {
        using var tool = Start(script);
        var output = tool.StandardOutput.ReadToEndAsync();
        var error = tool.StandardError.ReadToEndAsync();
        return (await CodeOfAsync(tool), await output + await error);
    }

    private static Process Start(string script)
    {
        var tool = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["TOOL"] = $"dotnet {Assembly}" },
        })!;
        tool.StandardInput.Close();
        return tool;
    }

    // Whatever goes wrong, no process is left behind.
    private static async Task<int> CodeOfAsync(Process tool)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await tool.WaitForExitAsync(enough.Token);
            return tool.ExitCode;
        }
        catch (OperationCanceledException)
        {
            tool.Kill(entireProcessTree: true);
            throw;
        }
    }

    // It may have ended already.
    private static void Send(Process tool, int signal) => _ = Kill(tool.Id, signal);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
