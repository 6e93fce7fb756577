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
        var guide = await ReadAsync("docs/archive.md");
        await using var database = await TestDatabase.CreateAsync(kind);
        await HarvestAsync(database);

        var queries = Query().Matches(guide);

        Assert.Equal(Regex.Count(guide, "```sql"), queries.Count);
        foreach (Match query in queries)
        {
            var rows = await database.QueryAsync(query.Groups["sql"].Value);
            Assert.Equal(query.Groups["rows"].Value.TrimEnd('\n').ReplaceLineEndings("\n"), string.Join('\n', rows));
        }
    }

    [Theory]
    [OnSqlite, OnPostgres]
    public async Task The_queries_about_harvests_run(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await HarvestAsync(database);

        var queries = Statements().Match(await ReadAsync("docs/harvest.md")).Groups["sql"].Value
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(2, queries.Length);
        Assert.Matches("^2.*\\|1\\|2\\|0\\|0\\|0$", Assert.Single(await database.QueryAsync(queries[0])));
        Assert.Empty(await database.QueryAsync(queries[1]));
    }

    private static async Task<string> ReadAsync(string guide)
    {
        using var resource = typeof(GuideQueries).Assembly.GetManifestResourceStream(guide)!;
        using var reader = new StreamReader(resource);
        return await reader.ReadToEndAsync();
    }

    private static async Task HarvestAsync(TestDatabase database)
    {
        await using var archive = await database.OpenAsync();
        await archive.HarvestAsync(
            SampleData.CreateGraph().CreateClient(), HarvestScope.Of(Organizer.Me),
            new HarvestOptions { From = new DateTimeOffset(2021, 9, 1, 0, 0, 0, TimeSpan.Zero) });
    }

    [GeneratedRegex(@"```sql\n(?<sql>.*?)```", RegexOptions.Singleline, 5000)]
    private static partial Regex Statements();

    [GeneratedRegex(@"```sql\n(?<sql>.*?)```\s+```text\n(?<rows>.*?)```", RegexOptions.Singleline, 5000)]
    private static partial Regex Query();
}
