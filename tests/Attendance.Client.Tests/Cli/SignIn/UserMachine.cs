using System.Diagnostics;
using System.Text.RegularExpressions;
using Attendance.Cli;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>The machine of a user, on which the tool runs as processes of their own, with a tenant that it can reach.</summary>
internal sealed partial class UserMachine : IAsyncDisposable
{
    public const string UserName = "ada@contoso.com";

    private UserMachine(FakeAuthority authority, FakeGraphServer server) => (Authority, Server) = (authority, server);

    public FakeAuthority Authority { get; }

    public FakeGraphServer Server { get; }

    public DirectoryInfo Home { get; } = Directory.CreateTempSubdirectory("attendance-home-");

    /// <summary>Where the tool keeps its files.</summary>
    public string Kept => Path.Combine(Home.FullName, "attendance");

    /// <summary>What says whom to sign in as, to follow the way of signing in.</summary>
    public string Login =>
        $"--client-id desktop --tenant {Authority.TenantId} --authority {Authority.Endpoint} --endpoint {Server.Endpoint}";

    private string Certificate => Path.Combine(Home.FullName, "authority.pem");

    public static async Task<UserMachine> StartAsync()
    {
        var authority = await FakeAuthority.StartAsync();
        authority.DeviceCodeInterval = TimeSpan.Zero;
        authority.Add(new FakeUser(UserName) { ObjectId = Jwt.UserId }).Add(new FakeApplication("desktop")
        {
            Name = "Attendance",
            IsPublic = true,
            RedirectUris = ["http://localhost"],
            Scopes = ["OnlineMeetingArtifact.Read.All", "OnlineMeetings.Read", "Calendars.Read"],
        });
        var machine = new UserMachine(
            authority, await FakeGraphServer.StartAsync(SampleData.CreateGraph().TrustTokensOf(authority)));
        await authority.WriteCertificateAsync(machine.Certificate);
        return machine;
    }

    /// <summary>Runs a script of bash, in which <c>$TOOL</c> is the tool, and approves each device code that it shows.</summary>
    public async Task<ToolResult> RunAsync(string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["TOOL"] = $"dotnet {typeof(CommandLineApp).Assembly.Location}";
        start.Environment["ATTENDANCE_CONFIG_DIR"] = Kept;
        start.Environment["SSL_CERT_FILE"] = Certificate;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            errors.Add(line);
            if (UserCode().Match(line) is { Success: true } code)
                Authority.ApproveDeviceCode(code.Value, UserName);
        }

        await process.WaitForExitAsync();
        return new ToolResult(process.ExitCode, await output, string.Join('\n', errors));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Authority.DisposeAsync();
        Home.Delete(recursive: true);
    }

    [GeneratedRegex("(?<=enter the code )[A-Z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserCode();
}
