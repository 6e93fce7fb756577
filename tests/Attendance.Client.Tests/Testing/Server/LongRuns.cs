#if !NETSTANDARD_PACKAGE
using System.Runtime.CompilerServices;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests;

/// <summary>A server that runs for days keeps no more of what was asked than it is told to. A million requests are in the
/// benchmarks.</summary>
public class LongRuns
{
    private const int Requests = 3000;
    private const int Kept = 100;

    [Fact]
    public async Task What_is_no_longer_kept_can_be_collected()
    {
        using var graph = FakeGraphData.CreateGraph();
        graph.KeptRequests = Kept;
        await using var server = await FakeGraphServer.StartAsync(graph);
        var asked = new List<WeakReference>();
        graph.RequestAnswered = request => Remember(asked, request);

        using var http = new HttpClient { DefaultRequestHeaders = { { "Authorization", "Bearer x" } } };
        for (var i = 0; i < Requests; i++)
            (await http.GetAsync(new Uri(server.Endpoint, $"v1.0/{FakeGraphData.MeetingSource}?$select=id,subject&n={i}"))).Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal((Requests, Kept), (graph.RequestCount, graph.Requests.Count));
        Assert.DoesNotContain(asked.Take(Requests - (2 * Kept)), reference => reference.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Remember(List<WeakReference> asked, FakeGraphRequest request) => asked.Add(new WeakReference(request));
}
#endif
