using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RichardSzalay.MockHttp;

namespace Attendance.Client.Tests.Cli;

/// <summary>Signing in where there are no people: certificates and workloads.</summary>
public sealed class Machines : IDisposable
{
    private const string Command =
        "whoami --json --tenant contoso.com --authority https://localhost:8443 --client-id " + Jwt.Application;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-certificate-");
    private readonly MockHttpMessageHandler _web = new();
    private readonly List<string> _forms = [];

    public Machines() => _web.When("*").Respond(async request =>
    {
        if (request.Content is { } content)
            _forms.Add(Uri.UnescapeDataString(await content.ReadAsStringAsync()));
        var json = request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal)
            ? $$"""{ "token_type": "Bearer", "expires_in": 3599, "access_token": "{{Jwt.OfApplication("OnlineMeetingArtifact.Read.All")}}" }"""
            : """
                {
                  "issuer": "https://localhost:8443/contoso.com/v2.0",
                  "authorization_endpoint": "https://localhost:8443/contoso.com/oauth2/v2.0/authorize",
                  "token_endpoint": "https://localhost:8443/contoso.com/oauth2/v2.0/token"
                }
                """;
        return new HttpResponseMessage { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
    });

    public void Dispose()
    {
        _web.Dispose();
        _directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("app.pem", null)]
    [InlineData("app.pem", "s3cret")]
    [InlineData("app.pfx", "s3cret")]
    [InlineData("app.pfx", null)]
    public async Task Sign_in_with_a_certificate(string name, string? password)
    {
        var result = await RunAsync($"{Command} --auth certificate --certificate {Write(name, password)}", password);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            "\"auth\": \"certificate\",\n  \"isApplication\": true,\n  \"userName\": null,", result.Output, StringComparison.Ordinal);
        Assert.Contains("\"applicationName\": \"Nightly harvest\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("client_assertion=", Assert.Single(_forms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_with_the_token_of_a_workload()
    {
        var file = Path.Combine(_directory.FullName, "token");
        await File.WriteAllTextAsync(file, "token-of-the-workload");

        var result = await RunAsync($"{Command} --auth workload", variables: ("AZURE_FEDERATED_TOKEN_FILE", file));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("client_assertion=token-of-the-workload", Assert.Single(_forms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_a_certificate_by_variables_too()
    {
        var result = await RunAsync(
            "whoami --json",
            variables:
            [
                ("ATTENDANCE_AUTH", "certificate"), ("ATTENDANCE_CERTIFICATE", Write("app.pem", password: null)),
                ("ATTENDANCE_TENANT", "contoso.com"), ("AZURE_TENANT_ID", "other"), ("ATTENDANCE_CLIENT_ID", Jwt.Application),
                ("ATTENDANCE_AUTHORITY", "https://localhost:8443"), ("ATTENDANCE_CLOUD", "usgov"),
            ]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\"graph\": \"https://graph.microsoft.us\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("scope=https://graph.microsoft.us/.default", Assert.Single(_forms), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.pfx", "s3cret", null, "which cannot be read as a certificate with its private key.")]
    [InlineData("app.pfx", "s3cret", "wrong", "which cannot be read as a certificate with its private key.")]
    [InlineData("app.pem", "s3cret", "wrong", "which cannot be read as a certificate with its private key.")]
    [InlineData("public.pem", null, null, "which cannot be read as a certificate with its private key.")]
    [InlineData("none.pem", null, null, "which cannot be read.")]
    public async Task Say_what_is_wrong_with_a_certificate(string name, string? written, string? given, string expected)
    {
        var path = Write(name, written);

        var result = await RunAsync($"{Command} --auth certificate --certificate {path}", given);

        Assert.StartsWith($"error: --certificate is \"{path}\", {expected} ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.Error, StringComparison.Ordinal);
        Assert.Equal(("", 2), (result.Output, result.ExitCode));
        Assert.Empty(_forms);
    }

    [Theory]
    [InlineData(
        "certificate",
        "--auth certificate needs --certificate, a PEM or PFX file with the certificate and its private key: " +
        "pass it, or set ATTENDANCE_CERTIFICATE.")]
    [InlineData(
        "workload",
        "--auth workload needs the path of the workload's token in the environment variable AZURE_FEDERATED_TOKEN_FILE, " +
        "which is not set. Azure's webhook sets it in a pod whose service account is labelled for it.")]
    public async Task Say_what_is_missing(string method, string expected) =>
        Assert.Equal(
            $"error: {expected}\nSee: attendance whoami --help\n", (await RunAsync($"{Command} --auth {method}")).Error);

    private string Write(string name, string? password)
    {
        var path = Path.Combine(_directory.FullName, name);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=attendance", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (name.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        }
        else if (name != "none.pem")
        {
            var rounds = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 1000);
            var secret = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, rounds);
            File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + (name == "public.pem" ? "" : secret));
        }

        return path;
    }

    private Task<ToolResult> RunAsync(string commandLine, string? password = null, params (string Name, string Value)[] variables)
    {
        var tool = new Tool { Handler = _web };
        if (password is not null)
            tool.Environment["AZURE_CLIENT_CERTIFICATE_PASSWORD"] = password;
        foreach (var (name, value) in variables)
            tool.Environment[name] = value;
        return tool.RunAsync(commandLine);
    }
}
