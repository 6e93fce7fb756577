using System.Text.Json;
using Attendance.Client.Testing;
using static Attendance.Client.Tests.Analysis.Timeline;
using static Attendance.Client.Tests.Cli.ExportSamples;

namespace Attendance.Client.Tests.Cli;

public sealed class ExportCommand : IDisposable
{
    private const string Origin =
        "me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ,Weekly review,2c2c2454-7613-4d6e-9c7c-4cf7a6cdce89," +
        "2021-10-12T04:30:00Z,2021-10-12T05:15:30Z";

    private readonly Tool _tool = new();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("attendance-export-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Writes_people_as_csv()
    {
        var result = await _tool.RunAsync($"export --demo {Meeting}");

        Assert.Equal(
            $"""
            {OriginColumns},key,displayName,emailAddress,role,registrationId,hasAttended,hasHiddenTimes,reportCount,firstJoinedAt,lastLeftAt,stayCount,timePresentSeconds,share,lateBySeconds,leftEarlyBySeconds,timeAwaySeconds,reportedAttendanceSeconds,status,isExpected,matchedBy,afterStartSeconds,beforeEndSeconds,kind,reactionCount,raisedHandCount,cameraOnCount,unmuteCount
            {Origin},id:df3183b7-4adb-4f0e-bfb2-000000000001,Frederick Cormier,frederick.cormier@contoso.com,Organizer,,true,false,1,2021-10-12T04:30:00Z,2021-10-12T05:15:30Z,1,2700,1,0,0,0,2730,Present,,,,,User,,,,
            {Origin},id:b048080f-4adb-4f0e-bfb2-000000000001,Miyuki Tanaka,miyuki.tanaka@contoso.com,Presenter,,true,false,1,2021-10-12T04:31:12.5Z,2021-10-12T05:15:20Z,2,2545,0.9425925925925925,73,0,83,2565,Present,,,,,User,,,,
            {Origin},id:98a062f7-4adb-4f0e-bfb2-000000000001,Zoë Müller,zoe.mueller@contoso.com,Attendee,,true,false,1,2021-10-12T04:41:03Z,2021-10-12T05:15:30Z,1,2037,0.7544444444444445,663,0,0,2067,Late,,,,,User,,,,
            {Origin},name:Anna (Gast),Anna (Gast),,Attendee,,true,false,1,2021-10-12T04:58:20Z,2021-10-12T05:08:31Z,1,611,0.2262962962962963,1700,389,0,611,Partial,,,,,Guest,,,,

            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData(
        "people",
        "key,displayName,emailAddress,role,registrationId,hasAttended,hasHiddenTimes,reportCount,firstJoinedAt,lastLeftAt,stayCount,timePresentSeconds,share,lateBySeconds,leftEarlyBySeconds,timeAwaySeconds,reportedAttendanceSeconds,status,isExpected,matchedBy,afterStartSeconds,beforeEndSeconds,kind,reactionCount,raisedHandCount,cameraOnCount,unmuteCount",
        2)]
    [InlineData("stays", "key,displayName,emailAddress,role,joinedAt,leftAt,durationSeconds", 3)]
    [InlineData(
        "records",
        "reportId,reportStartedAt,reportEndedAt,recordId,identityId,kind,displayName,emailAddress,role,registrationId,firstJoinedAt,lastLeftAt,intervalCount,totalAttendanceSeconds",
        2)]
    [InlineData(
        "registrants",
        "outcome,registrationId,firstName,lastName,displayName,emailAddress,status,registeredAt,canceledAt,attendeeKey,firstJoinedAt,lastLeftAt,timePresentSeconds,share",
        3)]
    public async Task Writes_the_rows_that_are_asked_for_in_every_format(string rows, string columns, int count)
    {
        var csv = await _tool.RunAsync($"export --demo {SampleArguments.Webinar} --rows {rows} --format csv");
        var lines = await _tool.RunAsync($"export --demo {SampleArguments.Webinar} --rows {rows} --format jsonl");
        var array = await _tool.RunAsync($"export --demo {SampleArguments.Webinar} --rows {rows} --format json");

        // The questions of the registration are columns of CSV, and one member in JSON.
        var (questions, answers) = rows == "registrants" ? (",How many pupils?", ",answers") : ("", "");
        Assert.StartsWith($"{OriginColumns},{columns}{questions}\n", csv.Output, StringComparison.Ordinal);
        Assert.Equal(count + 2, csv.Output.Split('\n').Length);
        var objects = lines.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(count, objects.Count);
        Assert.All(
            objects, row =>
                Assert.Equal($"{OriginColumns},{columns}{answers}".Split(','), row.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(
            objects.Select(row => row.GetRawText()),
            JsonDocument.Parse(array.Output).RootElement.EnumerateArray().Select(row => row.GetRawText()));
    }

    [Fact]
    public async Task Cuts_people_and_stays_to_the_time_that_was_planned_and_leaves_records_whole()
    {
        const string Range = $"{Meeting} --from 2021-10-12T05:10Z --to 2021-10-12T05:12Z --scheduled --format jsonl";

        var stays = await _tool.RunAsync($"export --demo {Range} --rows stays");
        var records = await _tool.RunAsync($"export --demo {Range} --rows records");

        Assert.Equal(3, stays.Output.TrimEnd().Split('\n').Length);
        Assert.All(
            stays.Output.TrimEnd().Split('\n'),
            line => Assert.EndsWith(
                "\"joinedAt\":\"2021-10-12T05:10:00Z\",\"leftAt\":\"2021-10-12T05:12:00Z\",\"durationSeconds\":120}", line,
                StringComparison.Ordinal));
        Assert.Equal(
            [2730, 2565, 2067, 611], records.Output.TrimEnd().Split('\n')
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("totalAttendanceSeconds").GetInt32()));
    }

    [Theory]
    [InlineData("", "'=1+1")]
    [InlineData("--no-formula-guard", "=1+1")]
    public async Task Makes_formulas_harmless_unless_that_is_not_wanted(string option, string expected)
    {
        var result = await Tool.SignedIn(GraphOf("=1+1")).RunAsync($"export --auth token --meeting m --rows stays {option}");

        Assert.Equal(
            $"{Stays}me/onlineMeetings/m,,r,2026-03-01T10:00:00Z,2026-03-01T10:01:40Z,name:=1+1,{expected},,,2026-03-01T10:00:00Z,2026-03-01T10:00:50Z,50\r\n".ReplaceLineEndings("\n"),
            result.Output);
    }

    [Fact]
    public async Task Has_the_same_header_where_nobody_came()
    {
        var result = await Tool.SignedIn(new FakeGraph().Add(Source, Report(0, 100) with { Id = "r" })).RunAsync(
            "export --auth token --meeting m --rows stays");

        Assert.Equal(Stays.ReplaceLineEndings("\n"), result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData(80, "\uFFFD]0;pwn\uFFFD\uFFFDAda\"\"\uFFFD\uFFFDroot")]
    [InlineData(null, "\u001b]0;pwn\u0007\u202EAda\"\"\r\nroot")]
    public async Task Lets_no_name_steer_a_terminal_and_leaves_it_as_it_is_elsewhere(int? terminalWidth, string expected)
    {
        var tool = new Tool
        {
            Handler = GraphOf("\u001b]0;pwn\u0007\u202EAda\"\r\nroot"),
            TerminalWidth = terminalWidth,
            Environment = { ["ATTENDANCE_TOKEN"] = "t" },
        };

        await tool.RunAsync("export --auth token --meeting m --rows stays --no-formula-guard");

        Assert.Equal(
            $"{Stays}me/onlineMeetings/m,,r,2026-03-01T10:00:00Z,2026-03-01T10:01:40Z,\"name:{expected}\",\"{expected}\",,,2026-03-01T10:00:00Z,2026-03-01T10:00:50Z,50\r\n",
            tool.Output.ToString());
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("json")]
    public async Task Keeps_the_lines_of_json_on_a_terminal(string format)
    {
        var tool = new Tool { Handler = GraphOf("Ada\"\u202E\r\n"), TerminalWidth = 80, Environment = { ["ATTENDANCE_TOKEN"] = "t" } };

        await tool.RunAsync($"export --auth token --meeting m --rows records --format {format}");

        Assert.Contains("\"displayName\":\"Ada\\\"", tool.Output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\n", tool.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_sessions_that_have_registrations()
    {
        var tool = new Tool { Input = $"{SampleData.Webinar}\n{SampleData.Meeting}\n" };

        var result = await tool.RunAsync($"export --demo --sources - --rows registrants --output {InDirectory("x.csv")}");

        Assert.Equal(
            $"{InDirectory("x.csv")} holds the registrants of 1 session.\n" +
            "note: 2 of 3 sessions have no registrations, as only webinars and town halls do.\n",
            result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Writes_the_registrants_of_a_town_hall()
    {
        var result = await _tool.RunAsync($"export --demo {SampleArguments.Townhall} --rows registrants --format jsonl");

        Assert.Equal(
            ["Attended", "Canceled", "Host", "Host", "WalkIn", "WalkIn"],
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(
                line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").GetString()));
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
    }

    [Theory]
    [InlineData("csv", Stays)]
    [InlineData("json", "[]\n")]
    [InlineData("jsonl", "")]
    public async Task Writes_an_empty_document_and_file_where_there_is_no_session_of_that_time(string format, string expected)
    {
        const string Missing =
            "Weekly review, me/onlineMeetings/MSpkYzE3Njc0Yy04MWQ5LTRhZGItYmZ has 2 reports, and none before 2020-01-02 23:59:59 UTC.\n";
        var file = InDirectory($"x.{format}");
        await File.WriteAllTextAsync(file, "the sessions of last week");

        var ofOne = await _tool.RunAsync($"export --demo {Meeting} --to 2020-01-02T23:59:59 --rows stays --format {format}");
        var ofMany = await new Tool { Input = $"{SampleData.Meeting}\n" }.RunAsync(
            $"export --demo --sources - --to 2020-01-02T23:59:59 --rows stays --format {format}");
        var written = await _tool.RunAsync($"export --demo {Meeting} --to 2020-01-02T23:59:59 --rows stays --output {file} --force");

        Assert.Equal(new ToolResult(3, expected.ReplaceLineEndings("\n"), Missing), ofOne);
        Assert.Equal(ofOne, ofMany);
        Assert.Equal(new ToolResult(3, "", $"{file} holds the stays of 0 sessions.\n{Missing}"), written);
        Assert.Equal(expected.ReplaceLineEndings("\n"), (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Writes_an_empty_document_where_no_source_has_a_report_yet()
    {
        var tool = new Tool { Handler = new FakeGraph().Add(Source), Environment = { ["ATTENDANCE_TOKEN"] = "t" }, Input = $"{Source}\n" };

        var result = await tool.RunAsync("export --auth token --sources - --format json");

        Assert.Equal("[]\n", result.Output);
        Assert.StartsWith("There is no attendance report yet for me/onlineMeetings/m.", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, result.ExitCode);
    }

    [Theory]
    [InlineData(
        "--rows everything", "--rows is \"everything\", which is none of its values. Pass one of people, stays, records, registrants.")]
    [InlineData("--format ods", "--format is \"ods\", which is none of its values. Pass one of csv, xlsx, jsonl, json.")]
    [InlineData("--format xlsx", "A workbook is no text, and goes to a file. Pass --output attendance.xlsx.")]
    [InlineData("--delimiter pipe", "--delimiter is \"pipe\", which is none of its values. Pass one of comma, semicolon, tab.")]
    [InlineData("--columns ,", "--columns is empty. Name columns, such as displayName,share, or leave it out for all.")]
    [InlineData("--spreadsheet --format json", "--spreadsheet is about CSV, and the format is json. Leave it out, or pass --format csv.")]
    [InlineData("--force", "--force replaces the file of --output, which is not there. Leave it out, or pass --output.")]
    [InlineData("--force --output -", "--force replaces the file of --output, which is not there. Leave it out, or pass --output.")]
    [InlineData("--format csv --output x.json", "--format is csv, and --output is \"x.json\". Leave --format out, or pass another file.")]
    [InlineData("--format json --output x.Csv", "--format is json, and --output is \"x.Csv\". Leave --format out, or pass another file.")]
    [InlineData(
        "--format json --output x.ndjson", "--format is json, and --output is \"x.ndjson\". Leave --format out, or pass another file.")]
    [InlineData(
        "--output x.ods",
        "--output is \"x.ods\", and .ods is no format that is written. " +
        "Pass a file that ends in .csv, .xlsx, .json, .jsonl or .ndjson, or say with --format what this one is to hold.")]
    [InlineData(
        "--output x.txt",
        "--output is \"x.txt\", and .txt is no format that is written. " +
        "Pass a file that ends in .csv, .xlsx, .json, .jsonl or .ndjson, or say with --format what this one is to hold.")]
    [InlineData("--bom --output x.json", "--bom is about CSV, and the format is json. Leave it out, or pass --format csv.")]
    [InlineData(
        "--no-formula-guard --format jsonl",
        "--no-formula-guard is about CSV, and the format is jsonl. Leave it out, or pass --format csv.")]
    public async Task Says_what_is_wrong_with_its_options(string options, string expected)
    {
        var result = await _tool.RunAsync($"export --demo {Meeting} {options}");

        Assert.Equal($"error: {expected}\nSee: attendance export --help\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    private string InDirectory(string name) => Path.Combine(_directory.FullName, name);
}
