using System.Text.Json.Nodes;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Who came to a session, and for how long.</summary>
internal sealed class WhoCameTool(AssistantConnection connection) : AssistantTool<SessionReading>(
    connection, "who_came", "Who came", """
        Tell who came to one session of a meeting, webinar or town hall, and for how long: totals, and people in pages,
        the longest stay first. status is Present, Late, Partial (too short a part of the plan) or Unknown, measured against the plan where it is known.
        """,
    ToolParameters.Source, ToolParameters.Session, ToolParameters.LateAfter, ToolParameters.MinShare, ToolParameters.Page,
    ToolParameters.PageSize)
{
    protected override async Task<SessionReading> ReadAsync(Question question, CancellationToken cancellationToken) => new(
        await SessionQuestion.ReadAsync(question, roster: null, withRegistrations: false, [], cancellationToken).ConfigureAwait(false));

    protected override JsonObject Write(SessionReading read, Question question, ToolArguments arguments)
    {
        if (read.Session is not { Summary: var summary } session)
            return new JsonObject { ["sessions"] = 0 };

        var zone = question.Zone;
        var answer = AnswerJson.Of(session, zone);
        answer["totals"] = new JsonObject
        {
            ["came"] = summary.AttendedCount,
            ["onlyOutsideThePlan"] = summary.Attendees.Count(attendee => attendee is { HasAttended: false, Records.Count: > 0 }),
            ["late"] = summary.Count(AttendanceStatus.Late),
            ["partial"] = summary.Count(AttendanceStatus.Partial),
            ["withHiddenTimes"] = summary.HiddenTimesCount,
            ["mostAtOnce"] = summary.HeadCount?.Peak,
            ["mostAtOnceAt"] = AnswerJson.Of(summary.HeadCount?.PeakAt, zone),
            ["averageMinutes"] = AnswerJson.Minutes(AverageOf(summary)),
        };
        AttendeeSummary[] people =
        [
            .. summary.Attendees.Where(attendee => attendee.HasAttended).OrderByDescending(attendee => attendee.TimePresent),
        ];
        Paging.Add(answer, "people", people, arguments, (attendee, index) => Of(attendee, $"{arguments.Key} {index}", zone));
        return answer;
    }

    private static TimeSpan? AverageOf(AttendanceSummary summary)
    {
        TimeSpan[] times = [.. summary.Attendees.Select(attendee => attendee.TimePresent).OfType<TimeSpan>()];
        return times.Length == 0 ? null : TimeSpan.FromTicks((long)times.Average(time => time.Ticks));
    }

    private JsonObject Of(AttendeeSummary attendee, string place, Zone zone)
    {
        var person = Names.Of(attendee.Key, place, attendee.DisplayName, attendee.EmailAddress);
        person["role"] = AnswerJson.Of(attendee.Role?.Value);
        person["status"] = attendee.Status?.ToString();
        person["minutes"] = AnswerJson.Minutes(attendee.TimePresent);
        person["sharePercent"] = AnswerJson.Percent(attendee.Share);
        person["joined"] = AnswerJson.Of(attendee.FirstJoinedAt, zone);
        person["left"] = AnswerJson.Of(attendee.LastLeftAt, zone);
        person["lateMinutes"] = AnswerJson.Minutes(attendee.LateBy);
        person["leftEarlyMinutes"] = AnswerJson.Minutes(attendee.LeftEarlyBy);
        return person;
    }
}
