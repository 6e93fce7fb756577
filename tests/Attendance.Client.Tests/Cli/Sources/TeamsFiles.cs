using System.Text;
using System.Text.Json;

namespace Attendance.Client.Tests.Cli;

/// <summary>Who has no right to Graph has the file that Teams lets organizers download.</summary>
public sealed class TeamsFiles : IDisposable
{
    private const string StandUp = """
        1. Summary
        Meeting title	Stand-up
        Attended participants	2
        Start time	14/11/22, 09:29:07
        End time	14/11/22, 09:50:14

        2. Participants
        Name	First join	Last leave	In-meeting duration	Email	Participant ID (UPN)	Role
        Els	14/11/22, 09:30:46	14/11/22, 09:50:12	19m 26s	els@example.be	els@corp.example.be	Organizer
        Ben	14/11/22, 09:30:52	14/11/22, 09:50:14	18m 42s	ben@example.net	ben@example.net	Presenter

        3. In-Meeting activities
        Name	Join time	Leave time	Duration	Email	Role
        Els	14/11/22, 09:30:46	14/11/22, 09:50:12	19m 26s	els@example.be	Organizer
        Ben	14/11/22, 09:30:52	14/11/22, 09:36:00	5m 8s	ben@example.net	Presenter
        Ben	14/11/22, 09:36:40	14/11/22, 09:50:14	13m 34s	ben@example.net	Presenter

        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-files-");
    private readonly string _file;

    public TeamsFiles()
    {
        _file = Path.Combine(_directory.FullName, "Stand-up - Attendance report 11-14-22.csv");
        File.WriteAllText(_file, StandUp, Encoding.Unicode);
        File.SetLastWriteTimeUtc(_file, new DateTime(2022, 11, 15, 8, 0, 0, DateTimeKind.Utc));
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Are_summed_up_without_a_sign_in_in_the_zone_of_the_user()
    {
        var result = await RunAsync("summary", _file, "--time-zone", "Europe/Brussels");

        SummarySamples.Prints(
            """
            Stand-up
            File Stand-up - Attendance report 11-14-22.csv
            Not planned, as far as is known; ran 2022-11-14 09:29:07 to 2022-11-14 09:50:14 Europe/Brussels, 21m 7s

            Came          2 people
            At once       2 at most, first at 2022-11-14 09:30:52
            Median        2
            Average       1.8

             Name  Role       Joined (Europe/Brussels)  Left (Europe/Brussels)  Present  Share  After start  Before end  Times away
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Els   Organizer  2022-11-14 09:30:46       2022-11-14 09:50:12     19m 26s    92%       1m 39s          2s           0
             Ben   Presenter  2022-11-14 09:30:52       2022-11-14 09:50:14     18m 42s    88%       1m 45s          0s           1


            """,
            result);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("reports")]
    [InlineData("export")]
    [InlineData("chart")]
    [InlineData("register")]
    public async Task Are_taken_by_every_command_that_reads_attendance(string command)
    {
        var result = await RunAsync(command, _file);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains(
            command == "reports" ? "Stand-up - Attendance report 11-14-22.csv" : "Ben", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("onlineMeetings", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_directory_make_a_register_and_what_is_no_such_file_is_told()
    {
        File.WriteAllText(
            Path.Combine(_directory.FullName, "Week 2.csv"), StandUp.Replace("14/11/22", "21/11/22", StringComparison.Ordinal),
            Encoding.Unicode);
        File.WriteAllText(Path.Combine(_directory.FullName, "people.csv"), "name,room\nEls,1\n");
        File.WriteAllText(Path.Combine(_directory.FullName, "notes.txt"), "not asked for");

        var result = await RunAsync("register", _directory.FullName, "--time-zone", "Europe/Brussels", "--format", "json");

        Assert.Equal(
            ["2022-11-14T08:29:07Z", "2022-11-21T08:29:07Z"],
            JsonDocument.Parse(result.Output).RootElement.GetProperty("sessions").EnumerateArray().Select(session =>
                session.GetProperty("windows")[0].GetProperty("start").GetString()));
        Assert.Contains("people.csv", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("notes.txt", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task May_stand_among_many_sources()
    {
        var tool = new Tool { Input = $"{_file}\n{Testing.SampleData.Meeting}\n" };

        var result = await tool.RunAsync(["summary", "--demo", "--sources", "-", "--json"]);

        Assert.Equal(
            ["Stand-up - Attendance report 11-14-22.csv", "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ"],
            JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Select(session => session.GetProperty("source").GetString())
                .Distinct());
    }

    [Fact]
    public async Task That_were_cut_are_read_as_far_as_they_go_and_told()
    {
        await File.WriteAllTextAsync(
            _file, StandUp[..StandUp.IndexOf("Ben	14/11/22, 09:36:40", StringComparison.Ordinal)], Encoding.Unicode);

        var result = await RunAsync("summary", _file);

        Assert.Contains(" Ben ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("note: Stand-up - Attendance report 11-14-22.csv: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("09/11/22", "dmy", "2022-11-09 09:29:07")]
    [InlineData("09/11/22", "mdy", "2022-09-11 09:29:07")]
    [InlineData("21/11/22", "ymd", "2021-11-22 09:29:07")]
    public async Task Are_read_with_the_order_of_dates_that_is_given(string date, string order, string expected)
    {
        await File.WriteAllTextAsync(_file, StandUp.Replace("14/11/22", date, StringComparison.Ordinal), Encoding.Unicode);

        var result = await RunAsync("summary", _file, "--date-order", order);

        Assert.Contains($"; ran {expected} to ", result.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Whose_dates_have_several_orders_say_which_option_decides()
    {
        await File.WriteAllTextAsync(_file, StandUp.Replace("14/11/22", "09/11/22", StringComparison.Ordinal), Encoding.Unicode);

        var result = await RunAsync("summary", _file);

        Assert.EndsWith(" If it is another day, pass --date-order dmy, mdy or ymd.\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("TeamsAttendanceFileOptions", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wait", "whose report is there. Read it with attendance show.")]
    [InlineData("show", "is a directory, and this command reads one meeting.")]
    public async Task Are_refused_where_they_make_no_sense(string command, string expected)
    {
        var result = await RunAsync(command, command == "wait" ? _file : _directory.FullName);

        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    private static Task<ToolResult> RunAsync(params string[] args) => new Tool().RunAsync(args);
}
