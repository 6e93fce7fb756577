using System.Net;

namespace Attendance.Client.Tests.LookUps;

public class PagingLookUps
{
    private const string Next = "https://graph.microsoft.com/v1.0/somewhere?$skiptoken=a%2Fb%3D";

    // A calendar lists what has a join link, so every item has one; other lists pass over it.
    private const string Item = """{"id":"1","onlineMeeting":{"joinUrl":"https://teams.microsoft.com/l/1"}}""";

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfMany), MemberType = typeof(LookUpCalls))]
    public async Task Links_are_followed_until_there_is_none_and_empty_pages_and_null_items_are_passed_over(string name)
    {
        var graph = new StubGraph()
            .Answers($$"""{"@odata.context":"x","value":[{{Item}},null],"@odata.nextLink":"{{Next}}"}""")
            .Answers($$"""{"value":[],"@odata.nextLink":"{{Next}}2"}""")
            .Answers($$"""{"value":null,"@odata.nextLink":"{{Next}}3"}""")
            .Answers($$"""{"@odata.count":3,"value":[null,{{Item}},{{Item}}]}""");

        var items = await List(name, graph).ToListAsync();

        Assert.Equal(3, items.Count);
        Assert.All(items, item => Assert.Equal(items[0], item));
        Assert.Equal([LookUpCalls.Root + LookUpCalls.OfMany[name].Path, Next, $"{Next}2", $"{Next}3"], graph.Urls);
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfMany), MemberType = typeof(LookUpCalls))]
    public async Task Nothing_is_sent_before_enumeration_and_each_enumeration_asks_anew(string name)
    {
        var graph = new StubGraph().Answers($$"""{"value":[{{Item}}]}""").Answers($$"""{"value":[{{Item}},{{Item}}]}""");

        var items = List(name, graph);
        Assert.Empty(graph.Requests);

        Assert.Single(await items.ToListAsync());
        Assert.Equal(2, (await items.ToListAsync()).Count);
        Assert.Equal(2, graph.Requests.Count);
        Assert.Equal(graph.Requests[0].Url, graph.Requests[1].Url);
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfMany), MemberType = typeof(LookUpCalls))]
    public async Task A_caller_who_stops_early_asks_for_no_further_page(string name)
    {
        var graph = new StubGraph().Answers($$"""{"value":[{{Item}}],"@odata.nextLink":"{{Next}}"}""");

        await List(name, graph).FirstAsync();

        Assert.Single(graph.Requests);
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfMany), MemberType = typeof(LookUpCalls))]
    public async Task A_link_that_leads_away_is_not_followed(string name)
    {
        var graph = new StubGraph().Answers($$"""{"value":[{{Item}}],"@odata.nextLink":"https://evil.example/"}""");
        var seen = 0;

        var exception = await Assert.ThrowsAsync<AttendanceRequestException>(async () =>
        {
            await foreach (var _ in List(name, graph))
                seen++;
        });

        Assert.Equal((AttendanceErrorReason.UnexpectedResponse, 1), (exception.Reason, seen));
        Assert.Single(graph.Requests);
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfMany), MemberType = typeof(LookUpCalls))]
    public async Task Cancellation_between_pages_throws_and_asks_for_no_further_page(string name)
    {
        var graph = new StubGraph().Answers($$"""{"value":[{{Item}}],"@odata.nextLink":"{{Next}}"}""");
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in LookUpCalls.OfMany[name].List(graph.CreateClient(), cancellation.Token))
                await cancellation.CancelAsync();
        });

        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_sends_nothing()
    {
        var graph = new StubGraph();
        var client = graph.CreateClient();
        var cancelled = new CancellationToken(canceled: true);

        foreach (var call in LookUpCalls.OfMany.Values)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call.List(client, cancelled).ToListAsync());
        foreach (var call in LookUpCalls.OfOne.Values)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Ask(client, cancelled));

        Assert.Empty(graph.Requests);
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfMany), MemberType = typeof(LookUpCalls))]
    public async Task A_success_that_is_no_page_is_an_error_and_not_an_empty_list(string name)
    {
        foreach (var body in new[]
        {
            "{}",
            """{"id":"1"}""",
            """{"error":{"code":"x"}}""",
            """{"value":{}}""",
            """{"value":["1"]}""",
            "[]",
            "null",
            "",
        })
        {
            var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
                async () => await List(name, new StubGraph().Answers(body)).ToListAsync());
            Assert.Equal((HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse), (exception.Status, exception.Reason));
        }
    }

    [Theory]
    [MemberData(nameof(LookUpCalls.NamesOfOne), MemberType = typeof(LookUpCalls))]
    public async Task A_success_that_is_another_object_is_an_error_and_not_an_object_of_which_nothing_is_known(string name)
    {
        foreach (var body in new[]
        {
            "{}",
            """{"value":[{"id":"1"}]}""",
            """{"value":{}}""",
            """{"value":null}""",
            """{"error":{"code":"x"}}""",
            "[]",
            "null",
            "",
        })
        {
            var exception = await Assert.ThrowsAsync<AttendanceRequestException>(
                () => LookUpCalls.OfOne[name].Ask(new StubGraph().Answers(body).CreateClient(), CancellationToken.None));
            Assert.Equal((HttpStatusCode.OK, AttendanceErrorReason.UnexpectedResponse), (exception.Status, exception.Reason));
        }
    }

    private static IAsyncEnumerable<object> List(string name, StubGraph graph) =>
        LookUpCalls.OfMany[name].List(graph.CreateClient(), CancellationToken.None);
}
