using System.Globalization;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Reads the one session that a question is about.</summary>
internal static class SessionQuestion
{
    private const string Expected = "Pass the value of session that list_sessions gives, or a date such as 2026-10-05.";

    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The session, summed up, or null where there is none; what is missing then, the notes of the question say.</summary>
    /// <param name="question">Names the source and the session.</param>
    /// <param name="roster">Who is expected, or null for nobody in particular.</param>
    /// <param name="withRegistrations">Whether the registrations are read too.</param>
    /// <param name="options">Other options of the summary.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="UsageException">Several sessions fit.</exception>
    public static async Task<SessionSummary?> ReadAsync(
        Question question, IReadOnlyList<ExpectedPerson>? roster, bool withRegistrations, IEnumerable<string> options,
        CancellationToken cancellationToken)
    {
        var input = new SummaryInput(question.Around, question.Connection, roster);
        var parse = question.Parse(input.AddTo, [.. question.Thresholds, .. options, .. TimeOf(question)]);
        await input.ReadInputAsync(parse, cancellationToken).ConfigureAwait(false);
        SummaryResult? result = null;
        await input.RunAsync(parse, question.Zone, withRegistrations, Keep, cancellationToken).ConfigureAwait(false);
        if (result!.Sessions.Count <= 1)
            return result.Sessions is [var session] ? session : null;

        var starts = result.Sessions.Take(20).Select(session => AnswerJson.Of(session.StartedAt, question.Zone) ?? "not known");
        throw new UsageException(
            $"session fits {CellText.Sessions(result.Sessions.Count)}. Pass the start of one of them: {string.Join(", ", starts)}.");

        Task Keep(SummaryResult read)
        {
            result = read;
            return Task.CompletedTask;
        }
    }

    // A session is there at the moment at which it starts.
    private static string[] TimeOf(Question question)
    {
        if (question.Arguments.Text(ToolParameters.Session.Name) is not { } text)
            return [];
        if (text is "today" or "yesterday"
            || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return [$"--from={text}", $"--to={text}"];
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= 1900 and < 9999)
            return [$"--from={text}", $"--to={local.AddMinutes(1).ToString(LocalFormats[1], CultureInfo.InvariantCulture)}"];

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && text.Contains('T', StringComparison.Ordinal) && time.Year is >= 1900 and < 9999
            ? [$"--from={Utc(time)}", $"--to={Utc(time.AddMinutes(1))}"]
            : throw new UsageException($"session is \"{CellText.Of(CellText.Short(text))}\", which is no time. {Expected}");
    }

    private static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
