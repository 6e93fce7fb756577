using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>Asks a <see cref="FakeGraph"/> over bare HTTP, so that a test sees what is on the wire.</summary>
internal static class FakeGraphHttp
{
    /// <summary>A client with a token.</summary>
    public static HttpClient Authorized(this FakeGraph graph)
    {
        var http = new HttpClient(graph, disposeHandler: false);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
        return http;
    }

    /// <summary>The JSON of a success, by the path below the version of v1.0.</summary>
    public static async Task<JsonObject> GetJsonAsync(this FakeGraph graph, string path)
    {
        using var http = graph.Authorized();
        return JsonNode.Parse(await http.GetStringAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}")))!.AsObject();
    }
}
