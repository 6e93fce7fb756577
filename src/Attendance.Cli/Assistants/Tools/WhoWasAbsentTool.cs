using System.Text.Json.Nodes;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Who was expected at a session and stayed away.</summary>
internal sealed class WhoWasAbsentTool(AssistantConnection connection) : AssistantTool<SessionReading>(
    connection, "who_was_absent", "Who was absent", """
        Tell who was expected at one session and did not come: totals, and the absent in pages.
        Expected are those invited, those registered for the webinar or town hall, or the people passed.
        Somebody absent may have come under another name or address: cameUnexpected counts those who came and match nobody expected.
        """,
    ToolParameters.Source, ToolParameters.Session, ToolParameters.Expected, ToolParameters.People, ToolParameters.Page,
    ToolParameters.PageSize)
{
    protected override async Task<SessionReading> ReadAsync(Question question, CancellationToken cancellationToken)
    {
        var people = ExpectedPeople.Of(question.Arguments);
        var expected = question.Arguments.Text(ToolParameters.Expected.Name);
        if (people is not null && expected is not null)
            throw new UsageException("expected and people each say who is expected. Pass one of them only.");

        var isRegistered = expected == ToolParameters.Expected.Values[1];
        var session = await SessionQuestion.ReadAsync(
            question, people, isRegistered, people is null && !isRegistered ? ["--invited"] : [], cancellationToken).ConfigureAwait(false);
        return new SessionReading(session is { Registrations: { } registrations } ? WithExpected(session, registrations) : session);
    }

    protected override JsonObject Write(SessionReading read, Question question, ToolArguments arguments)
    {
        if (read.Session is not { Summary: var summary } session)
            return new JsonObject { ["sessions"] = 0 };
        if (summary.ExpectedCount is null)
        {
            throw new FailureException(
                $"Nothing says who was expected at {session.Source}.",
                "Pass people with those who were, or expected: registered for a webinar or town hall.");
        }

        AttendeeSummary[] absent = [.. summary.Attendees.Where(attendee => attendee.Status is AttendanceStatus.Absent)];
        var answer = AnswerJson.Of(session, question.Zone);
        answer["totals"] = new JsonObject
        {
            ["expected"] = summary.ExpectedCount,
            ["expectedAndCame"] = summary.Attendees.Count(attendee => attendee is { HasAttended: true, Expected: not null }),
            ["absent"] = absent.Length,
            ["excused"] = summary.Count(AttendanceStatus.Excused),
            ["cameUnexpected"] = summary.Count(AttendanceStatus.Unexpected),
        };
        Paging.Add(answer, "absent", absent, arguments, (attendee, index) => Of(attendee, $"{arguments.Key} {index}"));
        return answer;
    }

    private static SessionSummary WithExpected(SessionSummary session, RegistrationSummary registrations) => session with
    {
        Summary = AttendanceSummary.Of(session.Reports, new SummaryOptions
        {
            Windows = session.Session.Plans,
            Expected = ExpectedPerson.Of(registrations.Registrants.Select(registrant => registrant.Registration).OfType<Registration>()),
            Thresholds = session.Summary.Thresholds,
        }),
    };

    private JsonObject Of(AttendeeSummary attendee, string place)
    {
        var person = Names.Of(
            attendee.Key, place, attendee.DisplayName ?? attendee.Expected?.DisplayName,
            attendee.EmailAddress ?? attendee.Expected?.EmailAddress);
        person["response"] = AnswerJson.Of(attendee.Expected?.Response);
        person["isOptional"] = attendee.Expected?.IsOptional;
        return person;
    }
}
