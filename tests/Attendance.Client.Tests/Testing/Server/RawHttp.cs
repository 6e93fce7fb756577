#if !NETSTANDARD_PACKAGE
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>Asks a server over a bare connection, so that a test says what no client would.</summary>
internal static class RawHttp
{
    /// <summary>The whole answer to a request line with its headers.</summary>
    public static async Task<string> AskRawAsync(this FakeGraphServer server, string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Endpoint.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}\r\nConnection: close\r\n\r\n{body}"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Status, code and message of an error in Graph's form.</summary>
    public static (string Status, string? Code, string? Message) ErrorOf(string answer)
    {
        var error = JsonNode.Parse(BodyOf(answer))!["error"]!;
        return (answer.Split(' ', 3)[1], (string?)error["code"], (string?)error["message"]);
    }

    public static string BodyOf(string answer) => answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].Trim();
}
#endif
