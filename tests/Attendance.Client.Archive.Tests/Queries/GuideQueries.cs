using System.Text.RegularExpressions;
using Attendance.Client.Testing;

namespace Attendance.Client.Archive.Tests;

/// <summary>The queries of docs/archive.md give on the sample data what the guide says.</summary>
public sealed partial class GuideQueries
{
    [Theory]
    [OnSqlite, OnPostgres]
    public async Task Each_query_gives_what_the_guide_says(DatabaseKind kind)
    {
        using var resource = typeof(GuideQueries).Assembly.GetManifestResourceStream("docs/archive.md")!;
        using var reader = new StreamReader(resource);
        var guide = await reader.ReadToEndAsync();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var archive = await database.OpenAsync();
        await archive.HarvestAsync(
            SampleData.CreateGraph().CreateClient(), HarvestScope.Of(Organizer.Me),
            new HarvestOptions { From = new DateTimeOffset(2021, 9, 1, 0, 0, 0, TimeSpan.Zero) });

        var queries = Query().Matches(guide);

        Assert.Equal(Regex.Count(guide, "```sql"), queries.Count);
        foreach (Match query in queries)
        {
            var rows = await database.QueryAsync(query.Groups["sql"].Value);
            Assert.Equal(query.Groups["rows"].Value.TrimEnd('\n').ReplaceLineEndings("\n"), string.Join('\n', rows));
        }
    }

    [GeneratedRegex(@"```sql\n(?<sql>.*?)```\s+```text\n(?<rows>.*?)```", RegexOptions.Singleline, 5000)]
    private static partial Regex Query();
}
