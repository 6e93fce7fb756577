using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

/// <summary>How wide the tables of the tool are, whatever the letters in them.</summary>
public class TableWidths
{
    private const string Meeting = "--meeting MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ";
    private const string WebinarId = "f8ce2a5f-0e6a-4186-aa90-1f64bc023566@5466a424-aadf-425c-9b24-034ca28d4bdd";

    private static readonly string[] Names =
    [
        "李小龙", "김민준 이서연", "🧑‍🚀🎉👩‍👩‍👧‍👦", "שלום עולם", "عمر", "Zo\u0308e\u0301\u0323\u0302", "\u0378\U000E0FFF\uFDD0\uFFFF",
        "ﾊﾝｶｸ ｶﾅ", "A", "Ann the Very First of Her Name and of a Line That Has No End", "กำลังใจ", "हिन्दी", "❤️", "한자",
    ];

    [Theory]
    [InlineData("reports --auth token " + Meeting)]
    [InlineData("reports --auth token --sources -")]
    [InlineData("show --auth token " + Meeting)]
    [InlineData("show --auth token --stays " + SampleArguments.Townhall)]
    [InlineData("summary --auth token --late-after 5m --min-share 50 " + Meeting)]
    [InlineData("summary --auth token --late-after 5m --from 2021-01-01 --to 2026-01-01 " + Meeting)]
    [InlineData("summary --auth token --registrations " + SampleArguments.Webinar)]
    [InlineData("summary --auth token --registrations --from 2021-01-01 --to 2026-01-01 " + SampleArguments.Webinar)]
    [InlineData("webinars --auth token")]
    [InlineData("townhalls --auth token")]
    [InlineData("sessions --auth token --webinar " + WebinarId)]
    [InlineData("registrations --auth token --webinar " + WebinarId)]
    [InlineData("calendar --auth token --from 2021-10-01 --to 2021-10-31")]
    public async Task Are_never_beyond_the_screen_and_never_drawn_for_ever(string commandLine)
    {
        var graph = GraphOfOddNames();

        // No token would stop a loop that never ends, so that nobody may wait for it either.
        await Task.Run(TryAll).WaitAsync(TimeSpan.FromMinutes(3));

        async Task TryAll()
        {
            var whole = await RunAsync(null);
            var outside = OutsideOfTables(whole.PlainLines);
            Assert.NotEqual(whole.PlainLines.Length, outside.Count);
            for (var width = 1; width <= 300; width++)
            {
                var result = await RunAsync(width);
                Assert.Equal(0, result.ExitCode);
                foreach (var line in result.PlainLines.Where(line => !outside.Contains(line)))
                    Assert.True(WidthOf(line) <= width, $"{width} columns are too few for \"{line}\".");
            }
        }

        Task<ToolResult> RunAsync(int? width) =>
            new Tool
            {
                Handler = graph,
                TerminalWidth = width,
                Environment = { ["ATTENDANCE_TOKEN"] = "t" },
                Input = $"{SampleData.Meeting}\n{SampleData.Townhall}\n{SampleData.SmallMeeting}\n",
            }.RunAsync(commandLine);
    }

    [Theory]
    [InlineData(1, ":\n\uFFFD\n\uFFFD\n\uFFFD\n")]
    [InlineData(3, "李\n小\n龙\n")]
    [InlineData(6, "Name:\n李小龙\n")]
    [InlineData(12, "Name: 李小龙\n")]
    public async Task Make_a_list_of_what_fits_as_no_table(int width, string part)
    {
        var graph = new FakeGraph().Add(
            AttendanceSource.Meeting(Organizer.Me, "m"),
            new AttendanceReport
            {
                Id = "r",
                Records = [new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = "李小龙" } }],
            });

        var result = await new Tool { Handler = graph, TerminalWidth = width, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(
            "show --auth token --meeting m");

        Assert.Contains(part, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("─", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_drawn_no_further_when_nobody_wants_them_any_more()
    {
        using var stop = new CancellationTokenSource();
        var records = Enumerable.Range(0, 1000).Select(
            i => new AttendanceRecord { Identity = new AttendeeIdentity { DisplayName = $"Guest {i}" } });
        var graph = new FakeGraph().Add(
            AttendanceSource.Meeting(Organizer.Me, "m"), new AttendanceReport { Id = "r", Records = [.. records] });
        var tool = new Tool
        {
            Handler = graph,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
            LineWritten = line =>
            {
                if (line!.StartsWith(" Guest 3 ", StringComparison.Ordinal))
                    stop.Cancel();
            },
        };

        var result = await tool.RunAsync("show --auth token --meeting m", stop.Token);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("Cancelled.\n", result.Error);
        Assert.Contains(" Guest 3 ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" Guest 4 ", result.Output, StringComparison.Ordinal);
    }

    private static HashSet<string> OutsideOfTables(string[] lines)
    {
        var outside = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            // A table has titles and a rule below them, between blank lines.
            var rule = Array.FindIndex(lines, i, line => line.StartsWith('─'));
            if (lines[i].Length == 0 && rule >= 0 && !lines.AsSpan(i + 1, rule - i - 1).Contains(""))
                i = Array.IndexOf(lines, "", rule);
            else
                outside.Add(lines[i]);
        }

        return outside;
    }

    // What terminals make of the letters above, apart from what the tool takes for it.
    private static int WidthOf(string line) => line.EnumerateRunes().Sum(rune => (rune.Value, Rune.GetUnicodeCategory(rune)) switch
    {
        (_, UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format) => 0,
        ((>= 0x3041 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0x1F300 and <= 0x1FAFF), _) => 2,
        _ => 1,
    });

    private static FakeGraph GraphOfOddNames()
    {
        var document = JsonNode.Parse(SampleData.CreateGraph().ToJson())!;
        var next = 0;
        Rename(document);
        return new FakeGraph { VirtualEventRequestLimit = null }.AddJson(document.ToJsonString());

        void Rename(JsonNode? node)
        {
            foreach (var item in node as JsonArray ?? [])
                Rename(item);
            foreach (var (name, value) in (node as JsonObject)?.ToList() ?? [])
            {
                if (name is "displayName" or "subject" or "firstName" or "lastName" or "emailAddress" or "email" or "status" or "role"
                    && value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String)
                {
                    node![name] = Names[next++ % Names.Length];
                }
                else
                {
                    Rename(value);
                }
            }
        }
    }
}
