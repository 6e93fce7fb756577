using System.Runtime.CompilerServices;
using System.Text.Json;
using Attendance.Client.Analysis;
using static Attendance.Client.Tests.Analysis.TeamsFiles.TeamsSample;

namespace Attendance.Client.Tests.Analysis.TeamsFiles;

/// <summary>Files of every kind, and what is read of each, which stands beside it and is the review of a change.</summary>
public class Samples
{
    public static TheoryData<string> All => [.. Names];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_read_as_it_says_beside_it(string name)
    {
        var shown = Show(Read(name));
        if (Environment.GetEnvironmentVariable("ACCEPT_TEAMS_FILES") == "1")
            File.WriteAllText(Path.Combine(Folder(), $"{name}.txt"), shown);
        else
            Assert.Equal(Expected(name), shown);
    }

    /// <summary>What somebody else read of the same files by hand: each person's stays, with null for what is not known.</summary>
    [Fact]
    public void The_stays_are_those_that_were_found_by_hand()
    {
        using var readings = JsonDocument.Parse(Resource.Text("TeamsFiles/EXPECTED.json"));
        foreach (var reading in readings.RootElement.EnumerateObject())
        {
            // Several sessions, nobody, people without names, and stays that are not all there stand in the texts alone.
            if (!reading.Value.TryGetProperty("people", out var people)
                || !people.EnumerateObject().Any()
                || reading.Value.TryGetProperty("utc", out _) || reading.Value.TryGetProperty("partial", out _))
            {
                continue;
            }

            var report = Assert.Single(Read(reading.Name).Reports);
            foreach (var person in people.EnumerateObject())
            {
                var record = Assert.Single(report.Records!, record => record.Identity!.DisplayName == person.Name);
                Assert.Equal(
                    person.Value.EnumerateArray().Select(stay => (Time(stay[0]), Time(stay[1]), Seconds(stay[2]))),
                    record.Intervals.Select(stay => (stay.JoinedAt, stay.LeftAt, stay.Duration)));
            }

            Assert.Equal((reading.Name, Time(reading.Value.GetProperty("start"))), (reading.Name, report.StartedAt));
            Assert.Equal((reading.Name, Time(reading.Value.GetProperty("end"))), (reading.Name, report.EndedAt));
            if (!reading.Value.TryGetProperty("totals", out var totals))
                continue;

            foreach (var total in totals.EnumerateObject())
            {
                Assert.Equal(
                    Seconds(total.Value),
                    Assert.Single(report.Records!, record => record.Identity!.DisplayName == total.Name).TotalAttendance);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Bytes_text_and_both_ways_of_reading_agree(string name)
    {
        using var stream = new MemoryStream(Bytes(name));
        var file = await TeamsAttendanceFile.ReadAsync(stream, InUtc);

        Assert.Equal(Read(name), file);
        Assert.True(stream.CanRead);
        stream.Position = 0;
        Assert.True(TeamsAttendanceFile.TryRead(stream, out var tried, InUtc));
        Assert.Equal(file, tried);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_report_can_be_summed_up(string name)
    {
        foreach (var report in Read(name).Reports)
            Assert.InRange(AttendanceSummary.Of(report).AttendedCount, 1, report.Records!.Count);
    }

    private static DateTimeOffset? Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : new DateTimeOffset(value.GetDateTime(), TimeSpan.Zero);

    private static TimeSpan? Seconds(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : TimeSpan.FromSeconds(value.GetDouble());

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Samples");
}
