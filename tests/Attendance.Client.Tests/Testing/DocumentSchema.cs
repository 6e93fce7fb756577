using System.Globalization;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;
using Json.Schema;

namespace Attendance.Client.Tests;

/// <summary>The schema of the data file against what reads it.</summary>
public class DocumentSchema
{
    private const int Mutations = 1500;

    private static readonly JsonSchema Schema = JsonSchema.FromText(Resource.Text("served-data.schema.json"));

    // What stands where something else was.
    private static readonly string[] Values =
        ["null", "true", "false", "0", "1", "-1", "1.5", "2.0", "3000000000", "\"\"", "\"x\"", "[]", "[null]", "[1]", "[\"x\"]", "{}", """{"id":"x"}""", """{"id":""}"""];

    private static readonly string[] Paths =
    [
        "me", "users?$filter=startswith(displayName,'x')", "me/events?$orderby=subject", "me/onlineMeetings?$filter=joinWebUrl eq 'x'",
        "me/calendarView?startDateTime=2021-01-01&endDateTime=2027-01-01",
        "me/onlineMeetings/x/attendanceReports?$orderby=totalParticipantCount",
        "solutions/virtualEvents/webinars", "solutions/virtualEvents/townhalls/getByUserRole(role='coOrganizer')",
        "solutions/virtualEvents/webinars/x/registrations(email='x')", "solutions/virtualEvents/webinars/x/sessions",
    ];

    public static TheoryData<string> Samples =>
    [
        SampleData.CreateGraph().ToJson(),
        FakeGraphData.CreateGraph().ToJson(),
        new FakeGraph().ToJson(),
        CreateSetGraph().ToJson(),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_a_graph_writes_is_valid(string json) => Assert.True(IsValid(JsonNode.Parse(json)));

    [Fact]
    public async Task What_the_schema_accepts_is_read_and_served()
    {
        var random = new Random(16);
        var (accepted, refused) = (0, 0);
        var samples = Samples.Cast<object[]>().Select(sample => JsonNode.Parse((string)sample[0])!).ToList();
        for (var i = 0; i < Mutations; i++)
        {
            var document = samples[random.Next(samples.Count)].DeepClone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Mutate(document, random);

            if (!IsValid(document))
            {
                refused++;
                continue;
            }

            accepted++;
            using var graph = new FakeGraph();
            var exception = await Record.ExceptionAsync(() => AskAsync(graph.AddJson(document.ToJsonString()).StopFailing()));
            Assert.True(exception is null, $"{exception} {document.ToJsonString()}");
        }

        Assert.True(accepted > Mutations / 10, accepted.ToString(CultureInfo.InvariantCulture));
        Assert.True(refused > Mutations / 10, refused.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("""{"meetings":[]}""")]
    [InlineData("""{"me":{"meetings":[]}}""")]
    [InlineData("""{"users":{"u":{"hasAccessPolicy":"no"}}}""")]
    [InlineData("""{"users":{"u":{"onlineMeetings":[{"subject":"x"}]}}}""")]
    [InlineData("""{"settings":{"pageSize":0}}""")]
    [InlineData("""{"settings":{"quirks":["odd"]}}""")]
    [InlineData("""{"callers":[{"permissions":[]}]}""")]
    [InlineData("""{"callers":[{"userId":"u"}]}""")]
    [InlineData("""{"faults":[{"every":2}]}""")]
    [InlineData("""{"faults":[{"status":200}]}""")]
    [InlineData("""{"faults":[{"status":429,"cut":"body"}]}""")]
    [InlineData("""{"faults":[{"late":true,"operation":"listAll"}]}""")]
    public void What_is_wrong_both_refuse(string json)
    {
        using var graph = new FakeGraph();

        Assert.False(IsValid(JsonNode.Parse(json)));
        Assert.Throws<FormatException>(() => graph.AddJson(json));
    }

    [Fact]
    public void Every_operation_and_every_oddity_is_named()
    {
        var definitions = JsonNode.Parse(Resource.Text("served-data.schema.json"))!["$defs"]!;

        Assert.Equal(Names<GraphOperation>(), Texts(definitions["operation"]!["enum"]!));
        Assert.Equal(
            Names<GraphQuirks>().Order(StringComparer.Ordinal),
            Texts(definitions["settings"]!["properties"]!["quirks"]!["items"]!["enum"]!).Order(StringComparer.Ordinal));

        static IEnumerable<string> Names<T>()
            where T : struct, Enum => Enum.GetNames<T>().Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName);

        static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => (string)item!);
    }

    // Whatever it answers, it answers.
    private static async Task AskAsync(FakeGraph graph)
    {
        using var http = graph.Authorized();
        foreach (var path in Paths)
            (await http.GetAsync(new Uri($"https://graph.microsoft.com/v1.0/{path}"))).Dispose();
    }

    private static FakeGraph CreateSetGraph()
    {
        var graph = new FakeGraph { PageSize = 3, ExpansionSize = 1, VirtualEventRequestLimit = null, Quirks = GraphQuirks.All }
            .SignIn("token", FakeCaller.User("u", "User.Read"))
            .FailNext(GraphFault.Throttled(TimeSpan.FromSeconds(1.5)), GraphOperation.Batch)
            .FailEvery(2, GraphFault.Content("<p>"))
            .FailNext(GraphFault.Delay(TimeSpan.FromSeconds(1)), times: 2)
            .FailNext(GraphFault.CutBody())
            .FailNext(GraphFault.Late());
        graph.Caller = FakeCaller.Application("app", "VirtualEvent.Read.All");
        return graph.AddGroup("teachers", "ada", "zoe");
    }

    private static bool IsValid(JsonNode? document) =>
        Schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(document)).IsValid;

    private static void Mutate(JsonNode document, Random random)
    {
        var holders = Holders(document).ToList();
        var holder = holders[random.Next(holders.Count)];
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        if (holder is JsonObject json)
        {
            var names = json.Select(member => member.Key).Append("other").ToList();
            var name = names[random.Next(names.Count)];
            if (random.Next(3) == 0)
                json.Remove(name);
            else
                json[name] = value;
        }
        else if (holder is JsonArray { Count: > 0 } items)
        {
            items[random.Next(items.Count)] = value;
        }
    }

    private static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(member => Holders(member.Value)).Prepend(json),
        JsonArray items => items.SelectMany(Holders).Prepend(items),
        _ => [],
    };
}
