using System.Globalization;
using System.Text.Json.Nodes;

namespace Attendance.Client.Testing.Internal;

/// <summary>Something that has happened, which subscriptions are told of.</summary>
/// <param name="ChangeType">What happened to it.</param>
/// <param name="Resources">The resources whose subscriptions are told of it.</param>
/// <param name="Type">Its type on the wire.</param>
/// <param name="Id">Its id, which is a path for most.</param>
/// <param name="Path">Its path.</param>
/// <param name="Data">What else is told to who gets it encrypted.</param>
internal sealed record Change(
    string ChangeType, IReadOnlyList<string> Resources, string Type, string Id, string Path, JsonObject? Data = null)
{
    private const string Root = "solutions/virtualEvents";

    // Set apart for calls, whose resource may encode the same link in more than one way.
    private string? JoinWebUrl { get; init; }

    public static Change OfReport(VirtualEventKind kind, string eventId, string sessionId, string reportId) => new(
        "created",
        [$"{EventPath(kind, eventId)}/getAttendanceReports"],
        "#microsoft.graph.meetingAttendanceReport",
        reportId,
        $"{EventPath(kind, eventId)}/sessions/{sessionId}/attendanceReports/{reportId}");

    public static Change OfEvent(VirtualEventKind kind, string eventId, string? organizerId, bool isNew) => new(
        isNew ? "created" : "updated",
        isNew
            ? organizerId is null ? [$"{Root}/events"] : [$"{Root}/events", organizerId]
            : [EventPath(kind, eventId)],
        kind == VirtualEventKind.Webinar ? "#microsoft.graph.virtualEventWebinar" : "#microsoft.graph.virtualEventTownhall",
        $"{EventPath(kind, eventId)}/",
        $"{EventPath(kind, eventId)}/");

    public static Change OfSession(VirtualEventKind kind, string eventId, string sessionId) => new(
        "created",
        [$"{Root}/events/{eventId}/sessions"],
        "#microsoft.graph.virtualEventSession",
        $"{EventPath(kind, eventId)}/sessions/{sessionId}",
        $"{EventPath(kind, eventId)}/sessions/{sessionId}");

    public static Change OfRegistration(string eventId, string registrationId) => new(
        "created",
        [$"{EventPath(VirtualEventKind.Webinar, eventId)}/registrations"],
        "#microsoft.graph.virtualEventRegistration",
        $"{EventPath(VirtualEventKind.Webinar, eventId)}/registrations/{registrationId}",
        $"{EventPath(VirtualEventKind.Webinar, eventId)}/registrations/{registrationId}");

    public static Change OfCall(string joinWebUrl, string eventType, DateTimeOffset occurredAt)
    {
        var id = Guid.NewGuid().ToString();
        var path = $"communications/onlineMeetings(joinWebUrl='{Uri.EscapeDataString(joinWebUrl)}')/meetingCallEvents/{id}";
        return new Change("updated", [], "#microsoft.graph.callEvent", id, path, new JsonObject
        {
            ["eventType"] = eventType,
            ["eventDateTime"] = occurredAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
        })
        {
            JoinWebUrl = joinWebUrl,
        };
    }

    public static Change OfCallRecord(string id) => new(
        "created", ["communications/callRecords"], "#microsoft.graph.callrecord", id, $"communications/callRecords/{id}");

    public bool IsWatchedBy(FakeSubscription subscription)
    {
        if (!subscription.ChangeType.Split(',').Contains(ChangeType, StringComparer.Ordinal))
            return false;
        if (JoinWebUrl is not null)
            return SubscriptionRules.LinkIn(subscription.Resource) == JoinWebUrl;

        return Resources.Any(resource =>
            SubscriptionRules.IsSameResource(resource, subscription.Resource)
            || (subscription.Resource.Contains("getEventsFromOrganizers(") && subscription.Resource.Contains($"'{resource}'")));
    }

    /// <summary>What a notification says of it in clear text.</summary>
    public JsonObject ToResourceData() => new() { ["@odata.type"] = Type, ["@odata.id"] = Path, ["id"] = Id };

    private static string EventPath(VirtualEventKind kind, string eventId) =>
        $"{Root}/{(kind == VirtualEventKind.Webinar ? "webinars" : "townhalls")}/{eventId}";
}
