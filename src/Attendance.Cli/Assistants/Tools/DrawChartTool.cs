using System.Text.Json.Nodes;
using Attendance.Client.Analysis;
using ModelContextProtocol.Protocol;

namespace Attendance.Cli;

/// <summary>Draws a session as SVG.</summary>
internal sealed class DrawChartTool(AssistantConnection connection) : AssistantTool<SessionReading>(
    connection, "draw_chart", "Draw a chart", """
        Draw one session as an SVG picture, to show to the user or to save as a file: head-count is how many people were there
        over time and holds no names; stays is when each of them was there.
        """,
    ToolParameters.Source, ToolParameters.Session,
    new ToolParameter("kind", "What to draw: head-count (the default) or stays.") { Values = ["head-count", "stays"] })
{
    protected override async Task<SessionReading> ReadAsync(Question question, CancellationToken cancellationToken) => new(
        await SessionQuestion.ReadAsync(question, roster: null, withRegistrations: false, [], cancellationToken).ConfigureAwait(false));

    protected override JsonObject Write(SessionReading read, Question question, ToolArguments arguments)
    {
        if (read.Session is not { } session)
            return new JsonObject { ["sessions"] = 0 };

        var answer = AnswerJson.Of(session, question.Zone);
        answer["kind"] = KindOf(arguments);
        answer["came"] = session.Summary.AttendedCount;
        return answer;
    }

    protected override IEnumerable<ContentBlock> Attach(SessionReading read, Question question, ToolArguments arguments)
    {
        if (read.Session is not { } session)
            yield break;

        var kind = KindOf(arguments);
        var summary = Names.Drawn(session.Summary, arguments.Key);
        var options = new ChartOptions { Title = AnswerJson.Of(session.Source.Subject), TimeZone = question.Zone.Info };
        yield return new EmbeddedResourceBlock
        {
            // A picture of this type is refused by some assistants, and the text of one by none.
            Resource = new TextResourceContents
            {
                Uri = $"attendance://chart/{kind}.svg",
                MimeType = "image/svg+xml",
                Text = kind == "stays" ? AttendanceChart.StaysSvg(summary, options) : AttendanceChart.HeadCountSvg(summary, options),
            },
        };
    }

    private static string KindOf(ToolArguments arguments) => arguments.Text("kind") ?? "head-count";
}
