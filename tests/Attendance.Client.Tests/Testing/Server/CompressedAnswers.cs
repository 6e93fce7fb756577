#if !NETSTANDARD_PACKAGE
using System.IO.Compression;
using System.Net;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

public class CompressedAnswers
{
    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br, gzip;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("br", false)]
    public async Task An_answer_is_compressed_for_whom_it_may_be(string accepted, bool isCompressed)
    {
        using var graph = FakeGraphData.CreateGraph();
        await using var server = await FakeGraphServer.StartAsync(graph);
        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer x" } } };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);
        var plain = await graph.GetJsonAsync(FakeGraphData.MeetingSource.ToString());

        using var answer = await http.GetAsync(new Uri(server.Endpoint, $"v1.0/{FakeGraphData.MeetingSource}"));

        Assert.Equal(isCompressed ? ["gzip"] : [], answer.Content.Headers.ContentEncoding);
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(isCompressed ? new GZipStream(body, CompressionMode.Decompress) : body);
        Assert.Equal(
            plain.ToJsonString().Replace("https://graph.microsoft.com/", server.Endpoint.ToString(), StringComparison.Ordinal),
            System.Text.Json.Nodes.JsonNode.Parse(await reader.ReadToEndAsync())!.ToJsonString());
    }

    [Fact]
    public async Task A_body_that_is_cut_is_cut_for_whom_it_might_be_compressed_too()
    {
        using var graph = FakeGraphData.CreateGraph().FailNext(GraphFault.CutBody());
        await using var server = await FakeGraphServer.StartAsync(graph);
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        http.DefaultRequestHeaders.Authorization = new("Bearer", "x");

        await Assert.ThrowsAsync<HttpRequestException>(
            () => http.GetStringAsync(new Uri(server.Endpoint, $"v1.0/{FakeGraphData.MeetingSource}")));
    }
}
#endif
