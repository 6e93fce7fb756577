using System.Text.Json;
using Attendance.Client.Analysis;

namespace Attendance.Client.Tests.Analysis.Exports;

public class AnswersInColumns
{
    private static readonly RegistrantRow[] Rows =
    [
        new()
        {
            FirstName = "Ada",
            Answers =
            [
                new RegistrationAnswer { QuestionId = "1", DisplayName = "Lunch?", BooleanValue = false },
                new RegistrationAnswer { QuestionId = "2", DisplayName = "=Topics", Choices = ["Graph", "=Teams"] },
            ],
        },
        new() { FirstName = "Bob" },
        new()
        {
            FirstName = "Cy",
            Answers =
            [
                new RegistrationAnswer { QuestionId = "3", DisplayName = "status", Value = "new" },
                new RegistrationAnswer { QuestionId = "2", DisplayName = "Themes", Choices = ["Rooms"] },
                new RegistrationAnswer { QuestionId = "2", Value = "other" },
                new RegistrationAnswer { QuestionId = "4", DisplayName = "LUNCH?", BooleanValue = true },
                new RegistrationAnswer { Value = "nobody asked" },
            ],
        },
    ];

    [Fact]
    public async Task Each_question_has_one_whoever_answered_it()
    {
        var table = CsvTable.Read(await Csv(new CsvExportOptions { Columns = ["firstName", "answers"] }));

        Assert.Equal(["firstName", "Lunch?", "'=Topics", "status (2)", "LUNCH? (2)", "answers"], table[0]);
        Assert.Equal(["Ada", "false", "Graph;' =Teams", "", "", ""], table[1]);
        Assert.Equal(["Bob", "", "", "", "", ""], table[2]);
        Assert.Equal(["Cy", "", "Rooms; other", "new", "true", "nobody asked"], table[3]);
    }

    [Fact]
    public async Task They_come_after_all_others()
    {
        var table = CsvTable.Read(await Csv(new CsvExportOptions()));

        Assert.Equal("share", table[0][13]);
        Assert.Equal("Lunch?", table[0][14]);
    }

    [Fact]
    public async Task Nobody_s_answers_are_no_column_and_no_error()
    {
        using var writer = new StringWriter();

        await AttendanceExport.WriteCsvAsync(
            [Rows[1]], writer, new CsvExportOptions { Columns = ["firstName", "answers"] });

        Assert.Equal("firstName\r\nBob\r\n", writer.ToString());
    }

    [Fact]
    public async Task JSON_has_them_as_they_are()
    {
        using var writer = new StringWriter();

        await AttendanceExport.WriteJsonLinesAsync([Rows[0]], writer);

        using var json = JsonDocument.Parse(writer.ToString());
        Assert.Equal(
            """[{"questionId":"1","displayName":"Lunch?","value":null,"booleanValue":false,"choices":[]},{"questionId":"2","displayName":"=Topics","value":null,"booleanValue":null,"choices":["Graph","=Teams"]}]""",
            json.RootElement.GetProperty("answers").GetRawText());
        Assert.Equal(Rows[0], JsonSerializer.Deserialize<RegistrantRow>(writer.ToString(), JsonSerializerOptions.Web));
    }

    [Fact]
    public void A_summary_gives_them_to_its_rows() =>
        Assert.Equal(
            [2, 1, 0], RegistrantRow.Of(Course.Sessions[1].Registrations!).Select(row => row.Answers.Count));

    private static async Task<string> Csv(CsvExportOptions options)
    {
        using var writer = new StringWriter();
        await AttendanceExport.WriteCsvAsync(Rows, writer, options);
        return writer.ToString();
    }
}
