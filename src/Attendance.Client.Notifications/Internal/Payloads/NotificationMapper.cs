using System.Text.Json;

namespace Attendance.Client.Notifications.Internal;

/// <summary>Makes a value of each notification by the type of what it tells of.</summary>
internal static class NotificationMapper
{
    public static AttendanceNotification Map(JsonElement item, JsonElement? decrypted)
    {
        var data = decrypted ?? item.Object("resourceData");
        return WithCommon(item, Special(item, data) ?? Unknown(data));
    }

    private static AttendanceNotification WithCommon(JsonElement item, AttendanceNotification notification) => notification with
    {
        SubscriptionId = item.Text("subscriptionId"),
        TenantId = item.Text("tenantId"),
        SubscriptionExpiresAt = item.Time("subscriptionExpirationDateTime"),
        Resource = item.Text("resource"),
        ChangeType = item.Text("changeType") is { } change ? new ChangeType(change) : default,
    };

    private static AttendanceNotification? Special(JsonElement item, JsonElement? data)
    {
        if (item.Text("lifecycleEvent") is { } lifecycle)
            return new LifecycleNotification { Event = new LifecycleEvent(lifecycle) };

        var resource = ResourcePath.WithoutVersion(item.Text("resource") ?? "");
        var path = ResourcePath.WithoutVersion(data?.Text("@odata.id") ?? "");
        var id = data?.Text("id");

        // The resource of a subscription to a meeting's calls says which meeting, and what came with it says what happened.
        if ((MeetingCallsPath.LinkIn(resource) ?? MeetingCallsPath.LinkIn(path)) is { } link)
            return Call(link, data, id);

        var type = (data?.Text("@odata.type") ?? "").TrimStart('#');
        if (type.EndsWith("callRecord", StringComparison.OrdinalIgnoreCase))
        {
            return IdIn(id ?? Last(path)) is { } record
                ? new CallRecordNotification { CallRecordId = record }
                : null;
        }

        return OfEvent(PathOf(path, id, resource));
    }

    private static CallNotification Call(string link, JsonElement? data, string? id) => new()
    {
        JoinWebUrl = link,
        JoinLink = JoinLink.TryParse(link, out var joinLink) ? joinLink : null,
        Event = (data?.Text("eventType") ?? data?.Text("callEventType")) is { } type ? new CallEventType(type) : null,
        OccurredAt = data?.Time("eventDateTime"),
        EventId = id,
    };

    // Of events, sessions and registrations the id is a path too, with a slash at its end for events.
    private static string PathOf(string path, string? id, string resource)
    {
        const string Root = "solutions/virtualEvents/";
        foreach (var candidate in new[] { path, ResourcePath.WithoutVersion(id ?? ""), resource })
        {
            if (candidate.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
                return candidate;
        }

        return "";
    }

    private static AttendanceNotification? OfEvent(string path)
    {
        var segments = path.TrimEnd('/').Split('/').Skip(2).Select(Uri.UnescapeDataString).ToList();
        if (segments.Count < 2 || IdIn(segments[1]) is not { } eventId)
            return null;

        VirtualEventKind? kind = segments[0].ToUpperInvariant() switch
        {
            "WEBINARS" => VirtualEventKind.Webinar,
            "TOWNHALLS" => VirtualEventKind.Townhall,
            _ => null,
        };
        return segments switch
        {
            [_, _] => new EventNotification { EventId = eventId, Kind = kind },
            [_, _, var name, var item] when Is(name, "sessions") && IdIn(item) is { } session =>
                new SessionNotification { EventId = eventId, Kind = kind, SessionId = session },
            [_, _, var name, var item] when Is(name, "registrations") && IdIn(item) is { } registration =>
                new RegistrationNotification { EventId = eventId, RegistrationId = registration },
            [_, _, var name, var item, var reports, var reportId]
                when Is(name, "sessions") && Is(reports, "attendanceReports") && kind is not null
                    && IdIn(item) is { } session && IdIn(reportId) is { } report =>
                new ReportNotification
                {
                    Source = kind == VirtualEventKind.Webinar
                        ? AttendanceSource.Webinar(eventId, session)
                        : AttendanceSource.Townhall(eventId, session),
                    ReportId = report,
                },
            _ => null,
        };

        static bool Is(string text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private static UnknownNotification Unknown(JsonElement? data) => new()
    {
        Type = data?.Text("@odata.type"),
        Json = data?.GetRawText(),
    };

    private static string Last(string path) => path.TrimEnd('/').Split('/')[^1];

    // What goes into a request later is checked as if a caller had said it.
    private static string? IdIn(string? text) => text is not null && EventId.IsId(text) ? text : null;
}
