using Attendance.Client.Analysis;

namespace Attendance.Cli.Json;

/// <summary>A session that is summed up, but for the summary.</summary>
internal sealed record SessionSummaryJson(string Source, string? Subject, IReadOnlyList<SessionReportJson> Reports)
{
    /// <summary>Writes a session with its summary, person by person, however many there are.</summary>
    public static async Task WriteAsync(SessionSummary session, TextWriter writer, CancellationToken cancellationToken)
    {
        var head = OutputJson.Of(new SessionSummaryJson(
            session.Source.Text, session.Source.Subject, [.. session.Reports.Select(SessionReportJson.Of)]));
        await writer.WriteAsync($"{head[..^1]},\"summary\":").ConfigureAwait(false);
        await AttendanceExport.WriteJsonAsync(session.Summary, writer, cancellationToken).ConfigureAwait(false);
        await writer.WriteAsync(",\"registrations\":").ConfigureAwait(false);
        if (session.Registrations is { } registrations)
            await AttendanceExport.WriteJsonAsync(registrations, writer, cancellationToken).ConfigureAwait(false);
        else
            await writer.WriteAsync("null").ConfigureAwait(false);
        await writer.WriteAsync('}').ConfigureAwait(false);
    }

    /// <summary>Writes sessions as an array.</summary>
    public static async Task WriteAsync(IReadOnlyList<SessionSummary> sessions, TextWriter writer, CancellationToken cancellationToken)
    {
        await writer.WriteAsync('[').ConfigureAwait(false);
        for (var index = 0; index < sessions.Count; index++)
        {
            await writer.WriteAsync(index == 0 ? "\n" : ",\n").ConfigureAwait(false);
            await WriteAsync(sessions[index], writer, cancellationToken).ConfigureAwait(false);
        }

        await writer.WriteAsync(sessions.Count == 0 ? "]" : "\n]").ConfigureAwait(false);
    }
}
