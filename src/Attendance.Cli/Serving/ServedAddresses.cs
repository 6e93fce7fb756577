using Attendance.Cli.Json;
using Attendance.Client.Testing;

namespace Attendance.Cli;

/// <summary>Where a server is reached, for people and for programs.</summary>
/// <param name="server">The server.</param>
/// <param name="options">How it is reached.</param>
/// <param name="trustFile">File with the certificate to trust, or null for none.</param>
internal sealed class ServedAddresses(FakeGraphServer server, FakeGraphServerOptions options, string? trustFile)
{
    // The port speaks both, and what is asked of a proxy comes in clear text.
    private readonly string? _proxy =
        options.UsesHttps ? new UriBuilder(server.Endpoint) { Scheme = "http" }.Uri.ToString().TrimEnd('/') : null;

    private readonly string _root = (options.PublicUrl ?? server.Endpoint).ToString().TrimEnd('/');

    /// <summary>One line for a program.</summary>
    public string ToJson() => OutputJson.Of(new ServerJson(
        server.Endpoint.ToString(), $"{_root}/v1.0", $"{_root}/beta", $"{server.Endpoint}_fake", _proxy, trustFile, Environment.ProcessId));

    /// <summary>What people are told.</summary>
    /// <param name="isSample">Whether the data are those of the demo.</param>
    public IEnumerable<string> ToLines(bool isSample)
    {
        yield return $"Microsoft Graph is played at {_root}/v1.0 and {_root}/beta. Any token will do. Ctrl+C stops it.";
        if (isSample)
        {
            var trust = trustFile is null ? "" : $"--cacert {trustFile} ";
            yield return $"  $ curl {trust}-H 'Authorization: Bearer x' {_root}/v1.0/{SampleData.Meeting}/attendanceReports";
            yield return (trustFile is null ? "  $ " : $"  $ SSL_CERT_FILE={trustFile} ") +
                $"ATTENDANCE_TOKEN=x attendance show --auth token --endpoint {_root}/ {SourceArguments.Of(SampleData.Meeting)}";
        }

        if (trustFile is not null)
            yield return $"  $ export NODE_EXTRA_CA_CERTS={trustFile} SSL_CERT_FILE={trustFile} REQUESTS_CA_BUNDLE={trustFile}";
        if (_proxy is not null)
            yield return $"  $ export HTTPS_PROXY={_proxy}   # for programs that know https://graph.microsoft.com alone";
    }
}
