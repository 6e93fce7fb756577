using System.Globalization;
using System.Text.Json.Nodes;
using Attendance.Client;

namespace Attendance.Cli;

/// <summary>Finds a meeting by its link, its meeting ID, or words of its subject in the calendar.</summary>
internal sealed class FindMeetingsTool(AssistantConnection connection) : AssistantTool<IReadOnlyList<JsonObject>>(
    connection, "find_meetings", "Find meetings", """
        Find Teams meetings, and the source to pass to the other tools.
        Pass a join link, a meeting ID or a whole invitation as text to look one up.
        Pass words of the subject, or nothing, to list the meetings in the calendar of a time, by default of the last 30 days.
        Attendance can be read of meetings that the user organizes.
        """,
    new ToolParameter("text", "A join link, meeting ID or invitation; or words that the subject holds."),
    ToolParameters.From, ToolParameters.To, ToolParameters.Page, ToolParameters.PageSize)
{
    private static readonly TimeSpan DefaultRange = TimeSpan.FromDays(30);

    protected override async Task<IReadOnlyList<JsonObject>> ReadAsync(Question question, CancellationToken cancellationToken)
    {
        var text = question.Arguments.Text("text");
        var range = new RangeOptions("none", "none");
        var user = new UserOption("Whose meetings", question.Connection);
        var parse = question.Parse(
            command =>
            {
                range.AddTo(command);
                command.Add(user);
            },
            question.Range);
        if (text is not null && MeetingLookUp.IsMeantAsLink(text))
        {
            var link = MeetingLookUp.ReadLink(name: null, text);
            var meeting = await MeetingLookUp.FindAsync(question.Client, user.Read(parse, link), link, cancellationToken)
                .ConfigureAwait(false);
            return [Of(meeting, question.Zone)];
        }

        var now = question.Around.TimeProvider.GetUtcNow();
        var (from, to) = range.Read(parse, question.Zone, now);
        var end = to ?? (from > now ? from.Value + DefaultRange : now);
        var meetings = await question.Client
            .GetCalendarMeetingsAsync(user.Read(parse), from ?? end - DefaultRange, end, cancellationToken).ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. meetings.Where(meeting => text is null || Holds(meeting.Subject, text)).OrderByDescending(meeting => meeting.Start?.At)
                .Select(meeting => Of(meeting, question.Zone)),
        ];
    }

    protected override JsonObject Write(IReadOnlyList<JsonObject> read, Question question, ToolArguments arguments)
    {
        var answer = new JsonObject { ["count"] = read.Count };
        if (read.Count == 0)
        {
            answer["hint"] =
                "Nothing is found. Widen the time with from and to, pass other words of the subject, or ask for the join link.";
        }

        Paging.Add(answer, "meetings", read, arguments, (meeting, _) => (JsonObject)meeting.DeepClone());
        return answer;
    }

    private static bool Holds(string? subject, string words) => subject is not null && words.Split(' ').All(word =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(subject, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private static JsonObject Of(OnlineMeeting meeting, Zone zone) => new()
    {
        ["subject"] = AnswerJson.Of(meeting.Subject),
        ["start"] = AnswerJson.Of(meeting.StartsAt, zone),
        ["end"] = AnswerJson.Of(meeting.EndsAt, zone),
        ["source"] = meeting.Source!.ToString(),
    };

    private static JsonObject Of(CalendarMeeting meeting, Zone zone) => new()
    {
        ["subject"] = AnswerJson.Of(meeting.Subject),
        ["start"] = AnswerJson.Of(meeting.Start?.At, zone),
        ["end"] = AnswerJson.Of(meeting.End?.At, zone),
        ["isRecurring"] = meeting.SeriesId is not null,
        ["isOrganizer"] = meeting.IsOrganizer,
        ["isCancelled"] = meeting.IsCancelled,
        ["source"] = meeting.JoinLink?.ToString(),
    };
}
