using System.Text.Json;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public sealed class HarvestCommand : IDisposable
{
    private const string Grace = "Grace Hopper <grace@contoso.com>";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-harvest-");
    private readonly FakeGraph _graph = new();

    private readonly FixedTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private string Archive => Path.Combine(_directory.FullName, "attendance.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _graph.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Fills_an_archive_and_goes_on_the_next_time()
    {
        var user = AddCourse();

        var first = await RunAsync($"harvest --auth token --archive {Archive} --user {user}");
        var asked = _graph.Requests.Count;
        _time.Now += TimeSpan.FromHours(6);
        var second = await RunAsync($"harvest --auth token --archive {Archive} --user {user}");

        Assert.Equal(
            $"""
            Harvested into  {Archive} in #
            Read            1 organizer or meeting
            Reports         2 found: 2 new, 0 changed
            Sessions        2 over, 0 without a report
            Failures        none

            """.ReplaceLineEndings("\n"),
            WithoutTime(first.Output));
        Assert.Equal(("", 0), (first.Error, first.ExitCode));
        Assert.Contains("Reports         0 found: 0 new, 0 changed\n", second.Output, StringComparison.Ordinal);
        Assert.Equal([GraphOperation.ListCalendarView], _graph.Requests.Skip(asked).Select(request => request.Operation));
    }

    [Fact]
    public async Task Tells_each_failure_with_its_remedy_and_exits_with_1()
    {
        var user = AddCourse();
        _graph.RevokeAccessPolicy(user);

        var result = await RunAsync($"harvest --auth token --archive {Archive} --user {user}");

        Assert.Contains(
            "Sessions        2 over, 2 without a report: 2 without an access policy\nFailures        1, tried again by the next harvest\n" +
            "\nfailed: GET https://graph.microsoft.com/v1.0/users/", result.Output, StringComparison.Ordinal);
        Assert.Contains("\nwhat to do: ", result.Output, StringComparison.Ordinal);
        Assert.Equal(("", 1), (result.Error, result.ExitCode));
    }

    [Fact]
    public async Task Prints_the_result_as_JSON()
    {
        var user = AddCourse();

        var result = await RunAsync($"harvest --auth token --archive {Archive} --user {user} --json");

        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(
            (Archive, 1, 2, 2, 0),
            (json.RootElement.GetProperty("archive").GetString(), json.RootElement.GetProperty("organizers").GetInt32(),
                json.RootElement.GetProperty("reportsFound").GetInt32(), json.RootElement.GetProperty("reportsAdded").GetInt32(),
                json.RootElement.GetProperty("failures").GetArrayLength()));
    }

    [Theory]
    [InlineData(
        "harvest --auth token",
        "Nothing says which archive. Pass --archive with a file, such as attendance.db, or set ATTENDANCE_ARCHIVE.")]
    [InlineData("harvest --auth token --archive a.db --every 30s", "--every is 30s, which is too short. Pass 1m or more.")]
    [InlineData(
        "harvest --auth token --archive a.db --every 6h --json",
        "--json prints the result of one harvest, and --every has no last one. Leave one of them out.")]
    [InlineData(
        "harvest --auth managed --archive a.db",
        "--auth managed signs in an application, and nothing says whose attendance to harvest. " +
        "Pass --user, --users, --group, --links, --webinars or --townhalls.")]
    [InlineData(
        "harvest --auth token --archive a.db --from 2099-01-01",
        "--from is \"2099-01-01\", which is still to come. Pass an earlier time.")]
    public async Task Refuses_what_cannot_be_done(string command, string error)
    {
        var result = await RunAsync(command);

        Assert.Equal(($"error: {error}\nSee: attendance harvest --help\n", 2), (result.Error, result.ExitCode));
        Assert.Empty(_graph.Requests);
        Assert.False(File.Exists("a.db"));
    }

    [Fact]
    public async Task Takes_organizers_and_links_from_files_and_from_groups()
    {
        var user = AddCourse();
        _graph.AddGroup("staff", user);
        var link = (await _graph.CreateClient().GetCalendarMeetingsAsync(
            Organizer.User(user), _time.Now.AddDays(-90), _time.Now).FirstAsync()).JoinWebUrl;
        var users = Path.Combine(_directory.FullName, "users.txt");
        var links = Path.Combine(_directory.FullName, "links.txt");
        await File.WriteAllTextAsync(users, $"\uFEFF# who teaches\r\n\r\n  {user}\t\r\n{user}\r\n");
        await File.WriteAllTextAsync(links, $"{link}\n");

        var byUsers = await RunAsync($"harvest --auth token --archive {Archive} --users {users} --group staff");
        var byLinks = await RunAsync($"harvest --auth token --archive {Archive}2 --links {links}");

        Assert.Contains(
            "Read            1 organizer or meeting\nReports         2 found: 2 new", byUsers.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (byUsers.ExitCode, byUsers.Error));
        Assert.StartsWith($"Harvested into  {Archive}2", byLinks.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--users", "is empty. Pass the name of a file, or - for standard input.", "")]
    [InlineData("--links", "is \"{0}\", which is a directory. Pass the name of a file, or - for standard input.", "{0}")]
    public async Task Refuses_a_list_that_is_none(string option, string error, string file)
    {
        string[] arguments =
        [
            "harvest", "--auth", "token", "--archive", Archive, option, file.Replace("{0}", _directory.FullName, StringComparison.Ordinal),
        ];

        var result = await new Tool { Handler = _graph, Environment = { ["ATTENDANCE_TOKEN"] = "t" } }.RunAsync(arguments);

        Assert.Equal(
            $"error: {option} {error.Replace("{0}", _directory.FullName, StringComparison.Ordinal)}\nSee: attendance harvest --help\n",
            result.Error);
        Assert.Empty(_graph.Requests);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_file_that_is_no_archive()
    {
        await File.WriteAllTextAsync(Archive, new string('x', 200));

        var result = await RunAsync($"harvest --auth token --archive {Archive}");

        Assert.StartsWith(
            $"error: The archive {Archive} could not be used, as the file is no SQLite database", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    private Task<ToolResult> RunAsync(string command) => new Tool
    {
        Handler = _graph,
        Environment = { ["ATTENDANCE_TOKEN"] = "token-of-the-test" },
        TimeProvider = _time,
    }.RunAsync(command);

    private static string WithoutTime(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, " in [0-9ms ]+\n", " in #\n", default, TimeSpan.FromSeconds(1));

    private string AddCourse()
    {
        var course = new MeetingBuilder("Course", Grace, "2025-11-03T09:00Z", TimeSpan.FromHours(1))
            .Report(people => people.Organizer(Grace)).Occurrence(TimeSpan.FromDays(7)).Report(people => people.Organizer(Grace)).Build();
        _graph.Add(course);
        return ((MeetingSource)course.Meeting.Source!).Organizer.UserId!;
    }
}
