using Attendance.Client;

namespace Attendance.Cli.Json;

/// <summary>A webinar or a town hall.</summary>
internal sealed record VirtualEventJson(
    string Kind,
    string? Id,
    string? DisplayName,
    string? Status,
    DateTime? StartsAt,
    DateTime? EndsAt,
    AttendeeIdentity? CreatedBy,
    IReadOnlyList<AttendeeIdentity> CoOrganizers,
    string? Audience,
    int? Capacity,
    bool? IsInviteOnly,
    bool? IsRegistrationRequired,
    IReadOnlyList<ExternalEvent> ExternalEvents)
{
    public static VirtualEventJson Of(VirtualEvent virtualEvent) => new(
        virtualEvent.Kind is VirtualEventKind.Webinar ? "webinar" : "townhall",
        virtualEvent.Id,
        virtualEvent.DisplayName,
        virtualEvent.Status?.Value,
        virtualEvent.Start?.At?.UtcDateTime,
        virtualEvent.End?.At?.UtcDateTime,
        virtualEvent.CreatedBy,
        virtualEvent.CoOrganizers,
        virtualEvent.Audience,
        virtualEvent.Capacity,
        virtualEvent.IsInviteOnly,
        virtualEvent.IsRegistrationRequired,
        virtualEvent.ExternalEvents);
}
