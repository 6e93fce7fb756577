using System.Text;
using System.Text.Json;
using Attendance.Client.Analysis;
using Attendance.Client.Testing;

namespace Attendance.Client.Tests.Cli;

public sealed class RegisterCommand : IDisposable
{
    private const string Grace = "Grace Hopper <grace@contoso.com>";
    private const string Ada = "Ada King <ada@contoso.com>";
    private const string Nie = "Nie Da <nie@contoso.com>";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-register-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Shows_a_column_for_each_session_of_a_series_and_first_who_missed_the_most()
    {
        var course = Course();

        var result = await Tool.SignedIn(new FakeGraph().Add(course)).RunAsync(
            $"register --auth token --source {course.Meeting.Source} --invited");

        SummarySamples.Prints(
            """
            3 sessions, 4 people: 3 expected, 1 not expected; 1 absent from more than half

             Name          2026-03-02  2026-03-09  2026-03-16  Present  Share
                                09:00       09:00       09:00
            ───────────────────────────────────────────────────────────────────
             Nie Da            absent      absent      absent   0 of 3     0%
             Ada King        late 83%    part 33%        100%   2 of 3    72%
             Grace Hopper        100%        100%        100%   3 of 3   100%
             Walk In                -           -       +100%   1 of 1   100%

            late: by more than 5m; part: there for less than 75%; +: not expected; -: not there

            """,
            result);
    }

    [Fact]
    public async Task Takes_all_meetings_of_a_month_from_the_calendar()
    {
        var course = Course();
        var other = new MeetingBuilder("Other", Grace, "2026-03-05T10:00Z", Hour).Report(people => people.Organizer(Grace)).Build();
        var graph = new FakeGraph().Add(course).Add(other);
        var user = ((MeetingSource)course.Meeting.Source!).Organizer.UserId;

        var result = await Tool.SignedIn(graph).RunAsync($"register --auth token --user {user} --from 2026-03 --format json");

        Assert.Equal(
            ["Course", "Other", "Course", "Course"],
            JsonDocument.Parse(result.Output).RootElement.GetProperty("sessions").EnumerateArray().Select(session =>
                session.GetProperty("subject").GetString()));
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Says_which_meeting_of_the_calendar_could_not_be_read()
    {
        var course = Course();
        var other = new MeetingBuilder("Other", Grace, "2026-03-05T10:00Z", Hour).Report(people => people.Organizer(Grace)).Build();
        var user = ((MeetingSource)course.Meeting.Source!).Organizer;
        var graph = new FakeGraph().Add(course).Add(user, other.Occurrences);

        var result = await Tool.SignedIn(graph).RunAsync($"register --auth token --user {user.UserId} --from 2026-03");

        Assert.StartsWith("note: Other cannot be read, and is a column of question marks. ", result.Error, StringComparison.Ordinal);
        Assert.Contains("?: not known", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "Name,E-mail,Excused\nNie Da,nie@contoso.com,\nBo,bo@contoso.com,ill\n")]
    [InlineData("csv", "\uFEFFE-Mail-Adresse;Vorname;Nachname;Entschuldigt\nnie@contoso.com;Nie;Da;nein\nbo@contoso.com;Bo;;ja\n")]
    [InlineData("txt", "Prénom\tNom\tCourriel\tExcusé\nNie\tDa\tnie@contoso.com\t\nBo\t\tbo@contoso.com\toui\n")]
    [InlineData("csv", "Nie Da,nie@contoso.com\nexcused never,bo@contoso.com\n")]
    public async Task Takes_a_roster_in_the_languages_and_with_the_separators_that_people_have(string extension, string text)
    {
        var file = InDirectory($"people.{extension}");
        await File.WriteAllTextAsync(file, text);
        var course = Course();

        var result = await Tool.SignedIn(new FakeGraph().Add(course)).RunAsync(
            $"register --auth token --source {course.Meeting.Source} --roster {file} --format json");

        Assert.Equal("", result.Error);
        var people = JsonDocument.Parse(result.Output).RootElement.GetProperty("people").EnumerateArray().ToDictionary(
            person => person.GetProperty("emailAddress").GetString() ?? "", person => person.GetProperty("total"));
        Assert.Equal(3, people["nie@contoso.com"].GetProperty("absentCount").GetInt32());
        Assert.Equal(
            text.StartsWith("Nie Da", StringComparison.Ordinal) ? (3, 0) : (0, 3),
            (CountOf("absentCount"), CountOf("excusedCount")));

        int CountOf(string name) => people["bo@contoso.com"].GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task Takes_a_roster_in_UTF_16_with_and_without_a_mark(bool isBigEndian, bool hasMark)
    {
        var file = InDirectory("people.csv");
        await File.WriteAllTextAsync(file, "Name\tNr\n青木 まこと\t1\n", new UnicodeEncoding(isBigEndian, hasMark));
        var course = Course();

        var result = await Tool.SignedIn(new FakeGraph().Add(course)).RunAsync(
            $"register --auth token --source {course.Meeting.Source} --roster {file} --format json");

        Assert.Equal("", result.Error);
        Assert.Equal(
            "青木 まこと",
            JsonDocument.Parse(result.Output).RootElement.GetProperty("people").EnumerateArray()
                .Select(person => person.GetProperty("expected")).Single(person => person.ValueKind == JsonValueKind.Object)
                .GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData("Name;Nr\nZo\u00EB M\u00FCller;1\n", "Zoë Müller")]
    [InlineData("ID,Name\n12345,Zo\u00EB M\u00FCller\n", "Zoë Müller")]
    [InlineData("E-mail\n\"M\u00FCller, Zo\u00EB <zoe@contoso.com>\"\n", "zoe@contoso.com")]
    [InlineData("ID\np-1\n", "p-1")]
    public async Task Takes_a_roster_in_an_old_code_page_with_numbers_or_with_names_beside_addresses(string text, string who)
    {
        var file = InDirectory("people.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes(text));
        var course = Course();

        var result = await Tool.SignedIn(new FakeGraph().Add(course)).RunAsync(
            $"register --auth token --source {course.Meeting.Source} --roster {file} --format json");

        var expected = JsonDocument.Parse(result.Output).RootElement.GetProperty("people").EnumerateArray()
            .Select(person => person.GetProperty("expected")).Single(person => person.ValueKind == JsonValueKind.Object);
        string?[] known = [.. new[] { "id", "emailAddress", "displayName" }.Select(name => expected.GetProperty(name).GetString())];
        Assert.Equal([who], known.OfType<string>());
    }

    [Theory]
    [InlineData("register")]
    [InlineData("summary")]
    public async Task Takes_a_name_on_a_roster_for_the_one_invited_of_that_name(string command)
    {
        var file = InDirectory("people.csv");
        await File.WriteAllTextAsync(file, "Name,Excused\nAda King,\nNie Da,ill\nBo,\n");
        var course = Course();

        var result = await Tool.SignedIn(new FakeGraph().Add(course)).RunAsync(
            $"{command} --auth token --source {course.Meeting.Source} --invited --roster {file}");

        Assert.Contains(
            command == "register" ? "3 sessions, 5 people: 4 expected, 1 not expected; 1 absent" : " of 4 expected", result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_table_to_a_text_file()
    {
        var file = InDirectory("register.txt");
        var tool = new Tool { TerminalWidth = 40 };

        await tool.RunAsync($"register --demo {SummarySamples.Meeting} --invited --output {file}");

        Assert.Equal(
            (await new Tool().RunAsync($"register --demo {SummarySamples.Meeting} --invited")).Output, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Takes_a_roster_from_a_workbook()
    {
        // A workbook of ours is one that a spreadsheet may have made.
        var file = InDirectory("people.xlsx");
        var people = new AttendanceSummary
        {
            Attendees = [new AttendeeSummary { DisplayName = "Nie Da", EmailAddress = "nie@contoso.com" }],
        };
        await using (var stream = File.Create(file))
            await AttendanceWorkbook.WriteAsync(people, stream);
        var course = Course();

        var result = await Tool.SignedIn(new FakeGraph().Add(course)).RunAsync(
            $"register --auth token --source {course.Meeting.Source} --roster {file}");

        Assert.StartsWith(
            "3 sessions, 4 people: 1 expected, 3 not expected; 1 absent from more than half\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.csv", null, "The file of --roster cannot be read.")]
    [InlineData("people.csv", "", "which holds nothing.")]
    [InlineData("people.csv", "Group,Room\nA,1\n", "in which no column tells who is meant.")]
    [InlineData("people.csv", "Name\n\n", "which names nobody.")]
    [InlineData("people.xlsx", "no workbook", "which cannot be read as .xlsx.")]
    public async Task Says_what_is_wrong_with_a_roster_before_anything_is_asked_for(string name, string? text, string expected)
    {
        var file = InDirectory(name);
        if (text is not null)
            await File.WriteAllTextAsync(file, text);
        var graph = new FakeGraph();

        var result = await Tool.SignedIn(graph).RunAsync($"register --auth token --meeting m --roster {file}");

        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
        Assert.Empty(graph.Requests);
    }

    [Theory]
    [InlineData("csv", "key,displayName,emailAddress")]
    [InlineData("html", "<!doctype html>")]
    [InlineData("json", "{\"thresholds\"")]
    [InlineData("xlsx", "PK")]
    public async Task Writes_what_the_file_is_called(string extension, string begin)
    {
        var file = InDirectory($"register.{extension}");

        var result = await new Tool().RunAsync($"register --demo {SummarySamples.Meeting} --invited --output {file}");

        Assert.StartsWith(begin, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal($"{file} holds the register of 5 people and 2 sessions.\n", result.Error);
        Assert.Equal(("", 0), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Says_which_sessions_a_narrow_screen_has_no_room_for()
    {
        var builder = new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour).Report(people => people.Organizer(Grace));
        for (var week = 1; week < 12; week++)
            builder.Occurrence(week * Week).Report(people => people.Organizer(Grace));
        var course = builder.Build();
        var tool = new Tool { Handler = new FakeGraph().Add(course), TerminalWidth = 80, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        var result = await tool.RunAsync($"register --auth token --source {course.Meeting.Source}");

        Assert.All(result.PlainLines.Where(line => line.StartsWith(' ')), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains(
            "Not shown at this width: the first 9 sessions. --output register.xlsx, register.html or register.csv holds them all.",
            result.PlainLines);
        Assert.Contains(result.PlainLines, line => line.Contains("12 of 12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Nothing says what the register is of. Pass the join link of a series")]
    [InlineData("--from 2999-01-01", "--from is a time to come, and a register is of sessions that took place.")]
    [InlineData("--meeting m --format xlsx", "A workbook is no text, and goes to a file. Pass --output register.xlsx.")]
    [InlineData("--meeting m --output x.ods", "--output is \"x.ods\", and .ods is no format that is written.")]
    [InlineData("--meeting m --format csv --output x.json", "--format is csv, and --output is \"x.json\".")]
    [InlineData("--meeting m --format json --spreadsheet", "--spreadsheet is about CSV, and the format is json.")]
    [InlineData("--meeting m --language xx", "--language is \"xx\", which is none of its values. Pass one of en, de, fr, es.")]
    [InlineData("--meeting m --min-share 120", "--min-share is \"120\", which is no part of the time.")]
    public async Task Says_what_is_wrong_with_its_options(string options, string expected)
    {
        var result = await new Tool().RunAsync($"register --demo {options}");

        Assert.StartsWith($"error: {expected}", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public async Task Says_that_there_is_no_session_of_that_time()
    {
        var result = await new Tool().RunAsync("register --demo --from 2020-01");

        Assert.Equal("There is no session to make a register of in the time from --from to --to.\n", result.Error);
        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task Tells_that_no_plan_is_known()
    {
        var graph = new FakeGraph().Add(
            SummarySamples.Source, SummarySamples.Session("r", 0, 100, SummarySamples.Guest("ada", 50, 100)));

        var result = await Tool.SignedIn(graph).RunAsync("register --auth token --meeting m");

        Assert.Contains(
            "No plan is known of 1 session: nobody is late for it, nor absent, and shares are of the time that it ran. " +
            "--as-ran measures against that time.",
            result.Output, StringComparison.Ordinal);
    }

    private string InDirectory(string name) => Path.Combine(_directory.FullName, name);

    private static MeetingData Course() => new MeetingBuilder("Course", Grace, "2026-03-02T09:00Z", Hour).Invited(Ada, Nie)
        .Report(people => people.Organizer(Grace).Attendee(Ada, "0:10-1:00"))
        .Occurrence(Week).Report(people => people.Organizer(Grace).Attendee(Ada, "0:40-1:00"))
        .Occurrence(2 * Week).Report(people => people.Organizer(Grace).Attendee(Ada).Guest("Walk In"))
        .Build();
}
