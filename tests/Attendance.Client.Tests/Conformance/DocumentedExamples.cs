using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Conformance;

/// <summary>The answers of Graph's own documentation, put into a <see cref="FakeGraph"/>, come out of it as they stand there.</summary>
public class DocumentedExamples
{
    private const string MeetingUser = "16664f75-11dc-4870-bec6-38c1aaa81431";

    public static TheoryData<string, int, string, string> Examples => new()
    {
        // The page asks for another report than it answers with.
        {
            SeedDocuments.BetaPage, 0, MeetingUser,
            "https://graph.microsoft.com/beta/me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ/attendanceReports/c9b6db1c-d5eb-427d-a5c0-20088d9b22d7?$expand=attendanceRecords"
        },
        { SeedDocuments.BetaPage, 1, "dc74d9bb-6afe-433d-8eaa-e39d80d3a647", SeedDocuments.Request(SeedDocuments.BetaPage, 1) },
        { SeedDocuments.GermanPage, 0, MeetingUser, SeedDocuments.Request(SeedDocuments.GermanPage, 0) },
        { SeedDocuments.GermanPage, 1, MeetingUser, SeedDocuments.Request(SeedDocuments.GermanPage, 1) },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_comes_out_as_it_went_in(string page, int index, string signedInUserId, string request)
    {
        var example = JsonNode.Parse(SeedDocuments.Answer(page, index))!.AsObject();
        using var graph = new FakeGraph { SignedInUserId = signedInUserId }.AddJson(DocumentOf(example, new Uri(request)).ToJsonString());
        using var http = graph.Authorized();

        var answer = await http.GetStringAsync(new Uri(request));

        Assert.Equal(example.ToJsonString(), JsonNode.Parse(answer)!.ToJsonString());
    }

    [Fact]
    public void Every_example_of_both_pages_is_there() =>
        Assert.Equal(
            new[] { SeedDocuments.BetaPage, SeedDocuments.GermanPage }.SelectMany(
                page => Enumerable.Range(0, SeedDocuments.AnswerCount(page)).Select(index => (page, index))),
            Examples.Select(example => ((string)example[0], (int)example[1])));

    // The same entity at its place among Graph's paths. The deprecated path has a report without an id, without which nothing can be put
    // in.
    private static JsonObject DocumentOf(JsonObject example, Uri request)
    {
        var report = example.DeepClone().AsObject();
        report.Remove("@odata.context");
        report.TryAdd("id", "id");
        var path = request.AbsolutePath.Split('/').Select(Uri.UnescapeDataString).ToList();
        return path[2] == "me"
            ? new JsonObject
            {
                ["me"] = new JsonObject { ["onlineMeetings"] = ListOf(path[4], "attendanceReports", new JsonArray(report)) },
            }
            : new JsonObject
            {
                ["solutions"] = new JsonObject
                {
                    ["virtualEvents"] = new JsonObject
                    {
                        ["webinars"] = ListOf(path[5], "sessions", ListOf(path[7], "attendanceReports", new JsonArray(report))),
                    },
                },
            };
    }

    private static JsonArray ListOf(string id, string name, JsonArray items) => [new JsonObject { ["id"] = id, [name] = items }];
}
