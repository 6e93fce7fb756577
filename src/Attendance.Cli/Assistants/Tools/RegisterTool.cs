using System.Text.Json.Nodes;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Who came to which session, over a time.</summary>
internal sealed class RegisterTool(AssistantConnection connection) : AssistantTool<RegisterReading>(
    connection, "attendance_register", "Attendance register", """
        Make a register: who came to which session of a series, or of all meetings that the user organizes in a time.
        Totals come first, then people in pages, those with the most absences first. marks has a letter for each listed session, in their order.
        Pass expected or people to learn who was absent; without them, only those who came are known.
        """,
    ToolParameters.OptionalSource, ToolParameters.From, ToolParameters.To,
    ToolParameters.Expected with { Description = "Who is expected: those invited, or those registered. Without it, nobody in particular." },
    ToolParameters.People, ToolParameters.LateAfter, ToolParameters.MinShare, ToolParameters.Page, ToolParameters.PageSize)
{
    private const int MostSessions = 60;

    protected override async Task<RegisterReading> ReadAsync(Question question, CancellationToken cancellationToken)
    {
        var arguments = question.Arguments;
        if (arguments.Text(ToolParameters.Source.Name) is null && arguments.Text(ToolParameters.From.Name) is null)
        {
            throw new UsageException(
                "Nothing says what the register is of. Pass source, or from for all meetings in the calendar since then.");
        }

        var people = ExpectedPeople.Of(arguments);
        var expected = arguments.Text(ToolParameters.Expected.Name);
        string[] options = expected is null ? [] : expected == ToolParameters.Expected.Values[0] ? ["--invited"] : ["--registrations"];
        var input = new RegisterInput(question.Around, question.Connection, people);
        var parse = question.Parse(input.AddTo, [.. question.Range, .. question.Thresholds, .. options]);
        AttendanceRegister? register = null;
        await input.RunAsync(parse, question.Zone, Keep, cancellationToken).ConfigureAwait(false);
        return new RegisterReading(register);

        Task Keep(AttendanceRegister made)
        {
            register = made;
            return Task.CompletedTask;
        }
    }

    protected override JsonObject Write(RegisterReading read, Question question, ToolArguments arguments)
    {
        if (read.Register is not { } register)
            return new JsonObject { ["sessions"] = 0 };

        var first = Math.Max(0, register.Sessions.Count - MostSessions);
        var answer = new JsonObject
        {
            ["totals"] = new JsonObject
            {
                ["sessions"] = register.Sessions.Count,
                ["people"] = register.People.Count,
                ["attendances"] = register.People.Sum(person => person.Total.AttendedCount),
                ["absences"] = register.People.Sum(person => person.Total.AbsentCount),
                ["unknown"] = register.People.Sum(person => person.Total.UnknownCount),
            },
            ["sessions"] = new JsonArray([.. register.Sessions.Skip(first).Select(session => (JsonNode)Of(session, question.Zone))]),
            ["marks"] = "P present, L late, S stayed too short a part, A absent, E excused, U came and was not expected, " +
                "C came, - not expected and not there, ? not known",
        };
        if (first > 0)
            answer["earlierSessionsNotListed"] = first;

        RegisterPerson[] people = [.. register.People.OrderByDescending(person => person.Total.AbsentCount)];
        Paging.Add(answer, "people", people, arguments, (person, index) => Of(person, $"{arguments.Key} {index}", first));
        return answer;
    }

    private static JsonObject Of(RegisterSession session, Zone zone) => new()
    {
        ["subject"] = AnswerJson.Of(session.Occurrence.Subject),
        ["start"] = AnswerJson.Of(session.StartsAt ?? session.Occurrence.Reports.Min(report => report.StartedAt), zone),
        ["measuredAgainst"] = AnswerJson.Of(session.Basis),
        ["expected"] = session.ExpectedCount,
        ["came"] = session.AttendedCount,
    };

    private static char MarkOf(RegisterCell cell) => cell switch
    {
        { Status: AttendanceStatus.Present } => 'P',
        { Status: AttendanceStatus.Late } => 'L',
        { Status: AttendanceStatus.Partial } => 'S',
        { Status: AttendanceStatus.Absent } => 'A',
        { Status: AttendanceStatus.Excused } => 'E',
        { Status: AttendanceStatus.Unexpected } => 'U',
        { HasAttended: true } => 'C',
        { Status: null, HasAttended: false } => '-',
        _ => '?',
    };

    private JsonObject Of(RegisterPerson person, string place, int first)
    {
        var row = Names.Of(
            person.Key, place, person.DisplayName ?? person.Expected?.DisplayName, person.EmailAddress ?? person.Expected?.EmailAddress);
        row["marks"] = string.Concat(person.Cells.Skip(first).Select(MarkOf));
        row["came"] = person.Total.AttendedCount;
        row["late"] = person.Total.LateCount;
        row["partial"] = person.Total.PartialCount;
        row["absent"] = person.Total.AbsentCount;
        row["excused"] = person.Total.ExcusedCount;
        row["unknown"] = person.Total.UnknownCount;
        row["minutes"] = AnswerJson.Minutes(person.Total.TimePresent);
        row["sharePercent"] = AnswerJson.Percent(person.Total.Share);
        return row;
    }
}
