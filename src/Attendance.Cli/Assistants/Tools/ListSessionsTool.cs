using System.Text.Json.Nodes;
using Attendance.Client;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Lists the sessions of a meeting, webinar or town hall.</summary>
internal sealed class ListSessionsTool(AssistantConnection connection) : AssistantTool<IReadOnlyList<JsonObject>>(
    connection, "list_sessions", "List sessions", """
        List the sessions that a meeting, webinar or town hall had, the newest first, with how many people Teams counted.
        Of a recurring meeting, each time it took place is a session: pass the value of session to who_came, who_was_absent or draw_chart.
        Of the page of a webinar or town hall, each session has a source of its own: pass that.
        """,
    ToolParameters.Source, ToolParameters.From, ToolParameters.To, ToolParameters.Page, ToolParameters.PageSize)
{
    protected override async Task<IReadOnlyList<JsonObject>> ReadAsync(Question question, CancellationToken cancellationToken)
    {
        var source = new SourceOptions(question.Connection);
        var range = new RangeOptions("none", "none");
        var parse = question.Parse(
            command =>
            {
                source.AddTo(command);
                range.AddTo(command);
            },
            question.Range);
        var (from, to) = range.Read(parse, question.Zone, question.Around.TimeProvider.GetUtcNow());
        if (EventAddress.Find(question.Arguments.Text(ToolParameters.Source.Name)!) is ({ SessionId: null } address, var kind))
            return await ReadEventAsync(question, address.Id, kind, from, to, cancellationToken).ConfigureAwait(false);

        var choice = new SessionChoice
        {
            Range = from is null && to is null ? null : new TimeWindow(from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue),
        };
        await source.ReadInputAsync(parse, question.Around, cancellationToken).ConfigureAwait(false);
        var named = await source.ReadNamedAsync(parse, question.Client, cancellationToken).ConfigureAwait(false);
        var sessions = await new SessionReader(question.Client, choice, withRegistrations: false, goesOnWithout: false)
            .ListAsync(named, cancellationToken).ConfigureAwait(false);
        return
        [
            .. sessions.Occurrences.OrderByDescending(StartOf).Select(occurrence => Of(occurrence, sessions.Source, question.Zone)),
        ];
    }

    protected override JsonObject Write(IReadOnlyList<JsonObject> read, Question question, ToolArguments arguments)
    {
        var answer = new JsonObject { ["count"] = read.Count };
        if (read.Count == 0)
        {
            answer["hint"] = "There is no session with a report. Teams makes reports minutes to hours after the end, keeps them for one " +
                "year, and makes none where they are switched off. Try another time, or find_meetings.";
        }

        Paging.Add(answer, "sessions", read, arguments, (session, _) => (JsonObject)session.DeepClone());
        return answer;
    }

    private static async Task<IReadOnlyList<JsonObject>> ReadEventAsync(
        Question question, string id, VirtualEventKind? kind, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        var sessions = kind is { } known
            ? await question.Client.GetSessionsAsync(known, id, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)
            : (await EventLookUp.FindAsync(question.Client, id, cancellationToken).ConfigureAwait(false)).Sessions;
        return
        [
            .. sessions.Where(session => !(session.End?.At <= from) && !(session.Start?.At >= to))
                .OrderByDescending(session => session.Start?.At).Select(session => new JsonObject
                {
                    ["subject"] = AnswerJson.Of(session.Subject),
                    ["start"] = AnswerJson.Of(session.Start?.At, question.Zone),
                    ["end"] = AnswerJson.Of(session.End?.At, question.Zone),
                    ["source"] = session.Source?.ToString(),
                }),
        ];
    }

    private static DateTimeOffset? StartOf(AttendanceOccurrence occurrence) =>
        occurrence.Reports.Min(report => report.StartedAt) ?? occurrence.Plan?.Start;

    // Of several reports of one session, as after a pause, the same person may be in each.
    private static JsonObject Of(AttendanceOccurrence occurrence, NamedSource source, Zone zone) => new()
    {
        ["session"] = AnswerJson.Of(StartOf(occurrence), zone),
        ["ended"] = AnswerJson.Of(occurrence.Reports.Max(report => report.EndedAt), zone),
        ["subject"] = AnswerJson.Of(occurrence.Subject ?? source.Subject),
        ["planned"] = AnswerJson.Of(occurrence.Plan is { } plan ? [plan] : null, zone),
        ["peopleInReports"] = new JsonArray([.. occurrence.Reports.Select(report => (JsonNode?)report.ParticipantCount)]),
        ["source"] = source.Text,
    };
}
