namespace Attendance.Client.Notifications.Internal;

/// <summary>Paths of what can be subscribed to, and of what notifications name.</summary>
internal static class ResourcePath
{
    public const string Events = "solutions/virtualEvents/events";
    public const string Webinars = "solutions/virtualEvents/webinars/";
    public const string Townhalls = "solutions/virtualEvents/townhalls/";
    public const string Reports = "getAttendanceReports";
    public const string OfOrganizers = "getEventsFromOrganizers(organizerIds=[";
    public const string SessionsOfEvent = "sessions";
    public const string RegistrationsOfEvent = "registrations";
    public const string Calls = "communications/callRecords";

    /// <summary>The resource that a path names.</summary>
    public static SubscriptionResource Read(string text)
    {
        var path = WithoutVersion(text);
        return new SubscriptionResource(KindOf(path), path);
    }

    /// <summary>The path without a slash, a host or a version before it.</summary>
    public static string WithoutVersion(string path)
    {
        if (path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            path = path.IndexOf('/', "https://".Length) is > 0 and var slash ? path[slash..] : path;

        path = path.TrimStart('/');
        foreach (var version in new[] { "v1.0/", "beta/" })
        {
            if (path.StartsWith(version, StringComparison.OrdinalIgnoreCase))
                return path[version.Length..];
        }

        return path;
    }

    /// <summary>The organizers whose events a path names; none for those of everybody.</summary>
    public static IReadOnlyList<string> OrganizersIn(string path)
    {
        var begin = path.IndexOf(OfOrganizers, StringComparison.OrdinalIgnoreCase);
        return begin < 0
            ? []
            : [.. path[(begin + OfOrganizers.Length)..].Split(['\'', ',', ']', ')', ' '], StringSplitOptions.RemoveEmptyEntries)];
    }

    private static SubscriptionResourceKind KindOf(string path)
    {
        if (MeetingCallsPath.LinkIn(path) is not null)
            return SubscriptionResourceKind.MeetingCalls;
        if (Is(path.TrimEnd('/'), Calls))
            return SubscriptionResourceKind.CallRecords;
        if (Is(path.TrimEnd('/'), Events) || path.StartsWith($"{Events}/{OfOrganizers}", StringComparison.OrdinalIgnoreCase))
            return SubscriptionResourceKind.Events;

        return path.TrimEnd('/').Split('/') switch
        {
            ["solutions", "virtualEvents", "webinars", _, Reports] => SubscriptionResourceKind.WebinarReports,
            ["solutions", "virtualEvents", "townhalls", _, Reports] => SubscriptionResourceKind.TownhallReports,
            ["solutions", "virtualEvents", "webinars", _] => SubscriptionResourceKind.Webinar,
            ["solutions", "virtualEvents", "townhalls", _] => SubscriptionResourceKind.Townhall,
            ["solutions", "virtualEvents", _, _, SessionsOfEvent] => SubscriptionResourceKind.Sessions,
            ["solutions", "virtualEvents", "webinars", _, RegistrationsOfEvent] => SubscriptionResourceKind.Registrations,
            _ => SubscriptionResourceKind.Other,
        };
    }

    private static bool Is(string path, string other) => path.Equals(other, StringComparison.OrdinalIgnoreCase);
}
