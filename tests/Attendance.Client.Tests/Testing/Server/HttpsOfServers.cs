#if !NETSTANDARD_PACKAGE
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class HttpsOfServers
{
    private static readonly FakeGraphServerOptions Https = new() { UsesHttps = true };

    [Fact]
    public async Task A_server_speaks_HTTPS_and_HTTP_on_one_port()
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var server = await FakeGraphServer.StartAsync(graph, Https);

        Assert.Matches(@"^https://127\.0\.0\.1:[1-9]\d*/$", server.Endpoint.ToString());
        Assert.Equal(FakeGraphData.Meeting, await server.CreateClient().GetMeetingAsync(FakeGraphData.MeetingSource));
        var plain = new AttendanceClientOptions { Endpoint = new UriBuilder(server.Endpoint) { Scheme = "http" }.Uri };
        Assert.Equal(
            FakeGraphData.Meeting, await new AttendanceClient(new FakeCredential(), plain).GetMeetingAsync(FakeGraphData.MeetingSource));
        Assert.Equal(["https", "http"], graph.Requests.Select(request => request.Uri.Scheme));
    }

    [Fact]
    public async Task HTTP_2_is_spoken_where_the_client_does_and_links_lead_back()
    {
        using var graph = new FakeGraph { PageSize = 1 }.Add(
            FakeGraphData.MeetingSource, FakeGraphData.Report, FakeGraphData.Report with { Id = "r2" });
        await using var server = await FakeGraphServer.StartAsync(graph, Https);
        using var http = new HttpClient(server.CreateHandler())
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "x");

        using var answer = await http.GetAsync(
            new Uri($"https://localhost:{server.Endpoint.Port}/v1.0/{FakeGraphData.MeetingSource}/attendanceReports"));

        Assert.Equal(HttpVersion.Version20, answer.Version);
        Assert.Contains(
            $"\"@odata.nextLink\":\"https://localhost:{server.Endpoint.Port}/v1.0/", await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_trusts_the_certificate_until_told_to()
    {
        await using var server = await FakeGraphServer.StartAsync(new FakeGraph(), Https);
        using var http = new HttpClient();

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(server.Endpoint));

        Assert.Equal(HttpRequestError.SecureConnectionError, refusal.HttpRequestError);
    }

    [Fact]
    public async Task The_certificate_is_written_for_other_programs_without_a_key_and_signs_nothing_more()
    {
        await using var server = await FakeGraphServer.StartAsync(new FakeGraph(), Https);
        var file = Path.GetTempFileName();
        try
        {
            await server.WriteCertificateAsync(file);
            using var authority = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(file));

            Assert.Equal(server.Certificate!.RawData, authority.RawData);
            Assert.False(server.Certificate.HasPrivateKey);
            var basic = authority.Extensions.OfType<X509BasicConstraintsExtension>().Single();
            Assert.Equal((true, true, 0), (basic.CertificateAuthority, basic.Critical, basic.PathLengthConstraint));
            Assert.Single(authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_certificate_of_ones_own_is_shown()
    {
        using var key = ECDsa.Create();
        using var own = new CertificateRequest("CN=own.test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var loaded = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), password: null);
        await using var server = await FakeGraphServer.StartAsync(
            new FakeGraph(), new FakeGraphServerOptions { UsesHttps = true, Certificate = loaded });
        var shown = new List<string>();
        using var handler = new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                {
                    shown.Add(certificate!.Subject);
                    return errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors);
                },
            },
        };
        using var http = new HttpClient(handler);

        using var answer = await http.GetAsync(new Uri(server.Endpoint, "v1.0/me"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(["CN=own.test"], shown);
        Assert.Null(server.Certificate);
        Assert.Throws<InvalidOperationException>(server.CreateHandler);
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.WriteCertificateAsync("unwritten"));
    }

    [Fact]
    public async Task What_is_no_HTTP_is_refused_by_Graphs_body_over_TLS_too()
    {
        using var graph = new FakeGraph();
        await using var server = await FakeGraphServer.StartAsync(graph, Https);
        using var handler = (SocketsHttpHandler)server.CreateHandler();
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                CertificateChainPolicy = handler.SslOptions.CertificateChainPolicy,
            });

        await tls.WriteAsync("NONSENSE\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(tls);

        Assert.Equal(("400", "BadRequest", @"Invalid request line: 'NONSENSE\x0D'"), RawHttp.ErrorOf(await reader.ReadToEndAsync()));
        Assert.Single(graph.Requests);
    }
}
#endif
