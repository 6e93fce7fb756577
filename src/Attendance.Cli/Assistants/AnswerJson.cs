using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>Values as an assistant reads them: short, with what is not known as null.</summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What anybody may have written, cut where it is too long to repeat.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : CellText.Short(PlainText.OfLine(text));

    /// <summary>The time in ISO 8601, with the offset that the zone has then.</summary>
    public static string? Of(DateTimeOffset? time, Zone zone) => time is { } value
        ? TimeZoneInfo.ConvertTime(value, zone.Info).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Minutes with one decimal.</summary>
    public static double? Minutes(TimeSpan? time) =>
        time is { Ticks: >= 0 } span ? Math.Round(span.TotalMinutes, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>Whole percents, rounded down as in tables.</summary>
    public static int? Percent(double? share) => share is { } part ? (int)decimal.Floor(100 * (decimal)Math.Min(part, 1000)) : null;

    public static string Of(AttendanceBasis basis) => basis switch
    {
        AttendanceBasis.Planned => "plan",
        AttendanceBasis.AsRan => "the time that the session ran, as its plan is not known",
        _ => "nothing, as neither plan nor times are known",
    };

    /// <summary>When something was to take place, or null where that is not known.</summary>
    public static JsonArray? Of(IReadOnlyList<TimeWindow>? windows, Zone zone) => windows is null ? null :
        new JsonArray(
            [.. windows.Take(10).Select(window => new JsonObject { ["start"] = Of(window.Start, zone), ["end"] = Of(window.End, zone) })]);

    /// <summary>A session that is summed up: what it was, and when.</summary>
    public static JsonObject Of(SessionSummary session, Zone zone) => new()
    {
        ["subject"] = Of(session.Source.Subject),
        ["source"] = session.Source.Text,
        ["session"] = Of(session.StartedAt, zone),
        ["ended"] = Of(session.EndedAt, zone),
        ["planned"] = Of(session.Session.Plans, zone),
        ["measuredAgainst"] = Of(session.Summary.Basis),
    };

    public static string TextOf(JsonObject answer) => answer.ToJsonString(Readable);
}
