using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Attendance.Client.Tests.Cli;

/// <summary>How <c>attendance serve</c> is reached, and how it answers, as its options say.</summary>
public sealed class ServeOptions : IDisposable
{
    private const string Reports = "v1.0/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-serving-");
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_program_gets_one_line_with_all_that_it_needs_and_nothing_more()
    {
        var (tool, run, ready) = await StartAsync("");
        using var http = Client(ready);
        using var answer = await http.GetAsync(Reports);
        await _stop.CancelAsync();

        var endpoint = (string)ready["endpoint"]!;
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/$", endpoint);
        Assert.Equal(
            $$"""{"endpoint":"{{endpoint}}","v1":"{{endpoint}}v1.0","beta":"{{endpoint}}beta","control":"{{endpoint}}_fake","proxy":null,"certificate":null,"processId":{{Environment.ProcessId}}}""",
            ready.ToJsonString());
        Assert.Equal((0, $"{ready.ToJsonString()}\n", ""), ((await run).ExitCode, (await run).Output, (await run).Error));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task HTTPS_comes_with_a_file_to_trust_it_by_which_goes_when_the_server_does()
    {
        var (_, run, ready) = await StartAsync("--https");
        var file = (string)ready["certificate"]!;

        Assert.StartsWith("https://127.0.0.1:", (string?)ready["v1"], StringComparison.Ordinal);
        Assert.Equal($"http://127.0.0.1:{new Uri((string)ready["endpoint"]!).Port}", (string?)ready["proxy"]);
        using var handler = Trusting(file);
        using var http = Client(ready, handler);
        using var answer = await http.GetAsync(Reports);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _stop.CancelAsync();
        await run;

        Assert.False(File.Exists(file));
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    [Fact]
    public async Task The_file_to_trust_is_where_it_was_wanted_and_stays()
    {
        var file = Path.Combine(_directory.FullName, "ca.pem");
        var (_, run, ready) = await StartAsync($"--https --ca-file {file}");
        await _stop.CancelAsync();
        await run;

        Assert.Equal(file, (string?)ready["certificate"]);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_told_how_programs_come_to_trust_it_and_through_it()
    {
        var file = Path.Combine(_directory.FullName, "ca.pem");
        var tool = new Tool();
        var run = tool.RunAsync($"serve --port 0 --https --ca-file {file}", _stop.Token);
        await tool.Output.WaitForAsync("HTTPS_PROXY");
        await _stop.CancelAsync();
        var output = (await run).Output;
        var endpoint = new Uri(output.Split(' ')[5]).GetLeftPart(UriPartial.Authority);

        Assert.Equal(
            $"""
            Microsoft Graph is played at {endpoint}/v1.0 and {endpoint}/beta. Any token will do. Ctrl+C stops it.
              $ curl --cacert {file} -H 'Authorization: Bearer x' {endpoint}/{Reports}
              $ SSL_CERT_FILE={file} ATTENDANCE_TOKEN=x attendance show --auth token --endpoint {endpoint}/ --meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ
              $ export NODE_EXTRA_CA_CERTS={file} SSL_CERT_FILE={file} REQUESTS_CA_BUNDLE={file}
              $ export HTTPS_PROXY={endpoint.Replace("https", "http", StringComparison.Ordinal)}   # for programs that know https://graph.microsoft.com alone
            Stopped after 0 requests.

            """,
            output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_of_ones_own_is_shown(bool isKeyApart)
    {
        using var key = ECDsa.Create();
        using var own = new CertificateRequest("CN=own.test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(_directory.FullName, "cert.pem"), Path.Combine(_directory.FullName, "key.pem"));
        var (certificatePem, keyPem) = (own.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(certificateFile, isKeyApart ? certificatePem : $"{certificatePem}\n{keyPem}");
        await File.WriteAllTextAsync(keyFile, keyPem);

        var (_, run, ready) = await StartAsync($"--cert {certificateFile}{(isKeyApart ? $" --key {keyFile}" : "")}");
        var shown = "";
        using var handler = new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    shown = certificate!.Subject;
                    return errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors);
                },
            },
        };
        using var http = Client(ready, handler);
        using var answer = await http.GetAsync(Reports);
        await _stop.CancelAsync();
        await run;

        Assert.Equal(("CN=own.test", null), (shown, (string?)ready["certificate"]));
    }

    [Fact]
    public async Task Links_begin_with_the_public_address()
    {
        var (_, run, ready) = await StartAsync("--public-url https://graph.example.com/teams --page-size 1");
        using var http = Client(ready);

        var link = (string?)JsonNode.Parse(await http.GetStringAsync(Reports))!["@odata.nextLink"];
        await _stop.CancelAsync();
        await run;

        Assert.Equal($"https://graph.example.com/teams/{Reports}?$skiptoken=1", link);
        Assert.Equal("https://graph.example.com/teams/v1.0", (string?)ready["v1"]);
    }

    [Fact]
    public async Task Faults_come_as_often_as_they_are_wanted()
    {
        var (_, run, ready) = await StartAsync(
            "--fail 429:every=3,retry-after=2.5,operation=listAttendanceReports --fail 503:times=2,code=Busy " +
            "--fail delay:seconds=0 --fail late");
        using var http = Client(ready);
        List<(int, string?)> answers = [];
        for (var i = 0; i < 6; i++)
        {
            using var answer = await http.GetAsync(Reports);
            answers.Add(((int)answer.StatusCode, answer.Headers.TryGetValues("Retry-After", out var wait) ? wait.Single() : null));
        }

        var faults = await http.GetStringAsync("_fake/faults");
        await _stop.CancelAsync();
        await run;

        Assert.Equal([(503, null), (503, null), (429, "2.5"), (200, null), (200, null), (429, "2.5")], answers);
        Assert.Equal("""[{"status":429,"retryAfter":"2.5","operation":"listAttendanceReports","every":3}]""", faults);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("cut-body")]
    public async Task A_connection_can_be_cut(string fault)
    {
        var (_, run, ready) = await StartAsync($"--fail {fault}");
        using var http = Client(ready);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(Reports));
        await http.GetStringAsync(Reports);
        await _stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task Oddities_and_no_limit_are_had_on_request()
    {
        var (_, run, ready) = await StartAsync("--quirks timesWithoutZone,unknownMembers --no-limit");
        using var http = Client(ready);
        var settings = await http.GetStringAsync("_fake/settings");
        await _stop.CancelAsync();
        await run;

        Assert.Equal(
            """{"signedInUserId":"dc17674c-81d9-4adb-bfb2-8f6a442e4623","pageSize":100,"expansionSize":null,"virtualEventRequestLimit":null,"quirks":["timesWithoutZone","unknownMembers"]}""",
            settings);
    }

    [Fact]
    public async Task A_quiet_server_tells_of_its_address_and_its_end_alone()
    {
        var tool = new Tool();
        var run = tool.RunAsync("serve --port 0 --quiet --host 127.0.0.1", _stop.Token);
        await tool.Output.WaitForAsync("attendance show");
        using var http = new HttpClient();
        (await http.GetAsync(new Uri($"{tool.Output.ToString().Split(' ')[5]}/solutions/virtualEvents/webinars"))).Dispose();
        await _stop.CancelAsync();

        var lines = (await run).Output.Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Equal("Stopped after 1 requests.", lines[3]);
    }

    [Theory]
    [InlineData(
        "--fail nonsense",
        "--fail is \"nonsense\", which is no fault. " +
        "Pass a status from 400 to 599, late, cut, cut-body, cut-json or delay:seconds=n, and behind a colon every=n or times=n.")]
    [InlineData(
        "--fail 429:often",
        "--fail is \"429:often\", which is no fault. Behind the colon stand every=n, times=n, operation=name, " +
        "retry-after=seconds, code=text and message=text, with commas between.")]
    [InlineData("--fail 429:every=0", "--fail 429:every=0 cannot be had: $.faults[0].every is no whole number from 1 on.")]
    [InlineData("--fail 200", "--fail 200 cannot be had: $.faults[0].status is no whole number from 400 to 599.")]
    [InlineData(
        "--fail delay",
        "--fail delay cannot be had: $.faults[0] is no fault; " +
        "it must have one of status, delaySeconds, content, cut, late, and may have operation, every, times.")]
    [InlineData("--quirks odd", "--quirks cannot be had: $.settings.quirks has 'odd', which is none of ")]
    [InlineData("--page-size 0", "--page-size cannot be had: $.settings.pageSize is no whole number from 1 on.")]
    [InlineData(
        "--host nowhere",
        "--host is \"nowhere\", which is no IP address. Pass 0.0.0.0 for all of this machine, or leave it out for 127.0.0.1.")]
    [InlineData(
        "--public-url graph",
        "--public-url is \"graph\", which is no address. Pass one such as https://graph.example.com, without version.")]
    [InlineData("--key key.pem", "--key is given without --cert. Pass both, or --https for a certificate that is made.")]
    [InlineData("--cert none.pem", "--cert or --key cannot be read. ")]
    [InlineData("--https --ca-file /none/ca.pem", "--ca-file cannot be written. ")]
    public async Task What_cannot_be_had_is_refused_with_the_cause_and_the_cure(string options, string error)
    {
        var result = await new Tool().RunAsync($"serve --port 0 {options}");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {error}", result.Error, StringComparison.Ordinal);
    }

    private async Task<(Tool Tool, Task<ToolResult> Run, JsonObject Ready)> StartAsync(string options)
    {
        var tool = new Tool();
        var run = tool.RunAsync($"serve --port 0 --json {options}", _stop.Token);
        await tool.Output.WaitForAsync("}");
        return (tool, run, JsonNode.Parse(tool.Output.ToString())!.AsObject());
    }

    private static HttpClient Client(JsonObject ready, HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? new SocketsHttpHandler()) { BaseAddress = new Uri((string)ready["endpoint"]!) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "x");
        return http;
    }

    private static SocketsHttpHandler Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = policy } };
    }
}
