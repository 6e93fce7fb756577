using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Attendance.Cli;

namespace Attendance.Client.Tests.Cli;

/// <summary><c>attendance serve</c> as another program starts it: it answers and ends whatever becomes of its output.</summary>
public class ServingProcesses
{
    private const int Terminate = 15;

    // More lines than a pipe holds.
    private const int Requests = 2000;

    private static readonly string Assembly = typeof(CommandLineApp).Assembly.Location;

    [Theory]
    [InlineData("")]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    [InlineData(">&- 2>&-")]
    public async Task It_answers_and_ends_though_its_output_goes_nowhere(string redirection)
    {
        if (!File.Exists("/dev/full"))
            return;

        var port = FreePort();
        using var server = Process.Start(new ProcessStartInfo("bash", ["-c", $"exec dotnet {Assembly} serve --port {port} {redirection}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(30) };
            await UntilAnsweredAsync(http, server);

            for (var i = 0; i < Requests; i++)
            {
                using var answer = await http.GetAsync("/v1.0/me");
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            }

            _ = Kill(server.Id, Terminate);
            using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await server.WaitForExitAsync(enough.Token);
            Assert.Equal(0, server.ExitCode);
            Assert.DoesNotContain("   at Attendance", await server.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        }
        finally
        {
            if (!server.HasExited)
                server.Kill(entireProcessTree: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilAnsweredAsync(HttpClient http, Process server)
    {
        while (true)
        {
            try
            {
                (await http.GetAsync("/v1.0/me")).Dispose();
                return;
            }
            catch (HttpRequestException) when (!server.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
