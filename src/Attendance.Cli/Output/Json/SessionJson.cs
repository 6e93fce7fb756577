using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A session of a webinar or town hall.</summary>
internal sealed record SessionJson(
    string? Source, string? Id, string? Subject, DateTime? StartsAt, DateTime? EndsAt, string? JoinWebUrl, int? Capacity)
{
    public static SessionJson Of(VirtualEventSession session) => new(
        session.Source?.ToString(),
        session.Id,
        session.Subject,
        session.Start?.At?.UtcDateTime,
        session.End?.At?.UtcDateTime,
        session.JoinWebUrl,
        session.Capacity);
}
