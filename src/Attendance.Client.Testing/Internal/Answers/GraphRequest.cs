using System.Globalization;

namespace Attendance.Client.Testing.Internal;

/// <summary>A request as Graph understands it. Reads the URL by itself, so that it can prove the client's routing wrong.</summary>
internal sealed class GraphRequest
{
    // Names of collections, whose keys may stand in parentheses behind them.
    private static readonly string[] Collections =
    [
        "users", "onlineMeetings", "attendanceReports", "attendanceRecords", "webinars", "townhalls", "sessions", "registrations",
    ];

    private static readonly string[] SystemOptions =
        ["top", "skip", "skiptoken", "select", "expand", "count", "filter", "orderby", "search", "format"];

    private static readonly RouteTemplate[] Templates =
    [
        .. Owned(GraphOperation.ListOnlineMeetings, "onlineMeetings"),
        .. Owned(GraphOperation.GetOnlineMeeting, "onlineMeetings/{meeting}"),
        new(GraphOperation.ListOnlineMeetings, "communications/onlineMeetings"),
        .. Owned(GraphOperation.ListCalendarView, "calendarView"),
        .. Owned(GraphOperation.ListCalendarView, "calendar/calendarView"),
        .. Owned(GraphOperation.ListEvents, "events"),
        .. Owned(GraphOperation.ListEvents, "calendar/events"),
        .. Owned(GraphOperation.ListAttendanceReports, "onlineMeetings/{meeting}/attendanceReports"),
        .. Owned(GraphOperation.GetAttendanceReport, "onlineMeetings/{meeting}/attendanceReports/{report}"),
        .. Owned(GraphOperation.ListAttendanceRecords, "onlineMeetings/{meeting}/attendanceReports/{report}/attendanceRecords"),
        .. Owned(GraphOperation.GetMeetingAttendanceReport, "onlineMeetings/{meeting}/meetingAttendanceReport"),
        .. OfEvents(GraphOperation.ListVirtualEvents, ""),
        .. OfEvents(GraphOperation.ListVirtualEventsByUserRole, "/getByUserRole(role)"),
        .. OfEvents(GraphOperation.ListVirtualEventsByUserIdAndRole, "/getByUserIdAndRole(userId,role)"),
        .. OfEvents(GraphOperation.GetVirtualEvent, "/{event}"),
        .. OfEvents(GraphOperation.ListSessions, "/{event}/sessions"),
        .. OfEvents(GraphOperation.GetSession, "/{event}/sessions/{session}"),
        .. OfEvents(GraphOperation.ListAttendanceReports, "/{event}/sessions/{session}/attendanceReports"),
        .. OfEvents(GraphOperation.GetAttendanceReport, "/{event}/sessions/{session}/attendanceReports/{report}"),
        .. OfEvents(GraphOperation.ListAttendanceRecords, "/{event}/sessions/{session}/attendanceReports/{report}/attendanceRecords"),
        .. OfEvents(GraphOperation.ListRegistrations, "/{event}/registrations"),
        .. OfEvents(GraphOperation.GetRegistration, "/{event}/registrations/{registration}"),
        .. OfEvents(GraphOperation.GetRegistration, "/{event}/registrations(email)"),
        .. OfEvents(GraphOperation.GetRegistration, "/{event}/registrations(userId)"),
        .. OfEvents(GraphOperation.ListSessions, "/{event}/registrations/{registration}/sessions"),
        new(GraphOperation.GetUser, "me"),
        new(GraphOperation.GetUser, "users/{user}"),
        new(GraphOperation.ListUsers, "users"),
        new(GraphOperation.ListGroupMembers, "groups/{group}/transitiveMembers"),
        new(GraphOperation.Batch, "$batch"),
        new(GraphOperation.Subscriptions, "subscriptions"),
        new(GraphOperation.Subscription, "subscriptions/{subscription}"),
        new(GraphOperation.GetCallRecord, "communications/callRecords/{callRecord}"),
    ];

    private readonly Uri _uri;
    private readonly string _root;
    private readonly string[] _segments;
    private readonly RouteTemplate? _template;
    private readonly Dictionary<string, string> _parameters;

    private GraphRequest(
        Uri uri, string root, string[] segments, bool isCount, RouteTemplate? template, Dictionary<string, string> parameters)
    {
        IsCount = isCount;
        _uri = uri;
        _root = root;
        _segments = segments;
        _template = template;
        _parameters = parameters;
        Query = ParseOptions(uri.Query, needsDollar: VersionOf(root) != GraphVersion.Beta);
    }

    public GraphOperation Operation => _template?.Operation ?? GraphOperation.Unknown;

    public GraphVersion? Version => VersionOf(_root);

    /// <summary>The address up to the version.</summary>
    public string Root => _root;

    public IReadOnlyDictionary<string, string> Query { get; }

    /// <summary>Whether the number of items alone is asked for.</summary>
    public bool IsCount { get; }

    public bool IsBeta => Version == GraphVersion.Beta;

    /// <summary>Whether the request is for the signed-in user's own things.</summary>
    public bool IsMe => _segments.Length > 0 && _segments[0].Equals("me", StringComparison.OrdinalIgnoreCase);

    /// <summary>Id of the user in the path, or null where there is none.</summary>
    public string? UserId => Parameter("user");

    public string? GroupId => Parameter("group");

    public string? MeetingId => Parameter("meeting");

    /// <summary>Kind of the virtual event, or null for a meeting and a calendar.</summary>
    public VirtualEventKind? Kind => IsOfEvents
        ? _segments[2].Equals("webinars", StringComparison.OrdinalIgnoreCase) ? VirtualEventKind.Webinar : VirtualEventKind.Townhall
        : null;

    public string? EventId => Parameter("event");

    public string? SessionId => Parameter("session");

    public string? ReportId => Parameter("report");

    public string? RegistrationId => Parameter("registration");

    /// <summary>Address of the person whose registration is asked for.</summary>
    public string? RegistrationEmail => Parameter("email");

    /// <summary>User whose registration is asked for, or whose virtual events are.</summary>
    public string? NamedUserId => Parameter("userId");

    /// <summary>Whether meetings of any organizer are looked up.</summary>
    public bool IsOfCommunications => _segments.Length > 0 && _segments[0].Equals("communications", StringComparison.OrdinalIgnoreCase);

    /// <summary>Id of the subscription or of the call's record in the path, or null where there is none.</summary>
    public string? SubscriptionId => Parameter("subscription") ?? Parameter("callRecord");

    /// <summary>Role by which virtual events are asked for.</summary>
    public string? Role => Parameter("role");

    public bool IsOfEvents => _segments.Length > 2 && _segments[1].Equals("virtualEvents", StringComparison.OrdinalIgnoreCase);

    public bool Counts => Query.TryGetValue("$count", out var count) && count.Equals("true", StringComparison.OrdinalIgnoreCase);

    public int? Top => Number("$top", atLeast: 1);

    public int Skip => Number("$skiptoken", atLeast: 0) ?? Number("$skip", atLeast: 0) ?? 0;

    /// <summary>Meeting or session that the request is about, or null where it is about none.</summary>
    public AttendanceSource? Source => (MeetingId, Kind, SessionId) switch
    {
        ({ } meeting, _, _) => AttendanceSource.Meeting(UserId is { } user ? Organizer.User(user) : Organizer.Me, meeting),
        (_, VirtualEventKind.Webinar, { } session) => AttendanceSource.Webinar(EventId!, session),
        (_, VirtualEventKind.Townhall, { } session) => AttendanceSource.Townhall(EventId!, session),
        _ => null,
    };

    /// <summary>Reads an address; one that leads nowhere has the operation <see cref="GraphOperation.Unknown"/>.</summary>
    public static GraphRequest Parse(Uri uri)
    {
        // The version may stand below a path of the endpoint.
        var path = uri.AbsolutePath.Split('/');
        var version = Array.FindIndex(path, segment => segment is "v1.0" or "beta");
        var root = $"{uri.GetLeftPart(UriPartial.Authority)}{string.Join("/", path.Take(version + 1))}";
        var segments = SegmentsOf(path.Skip(version + 1));
        var isCount = segments.Length > 1 && segments[segments.Length - 1].Equals("$count", StringComparison.OrdinalIgnoreCase);
        if (isCount)
            segments = [.. segments.Take(segments.Length - 1)];
        if (version >= 0)
        {
            foreach (var template in Templates)
            {
                if (template.Match(segments) is { } parameters)
                    return new GraphRequest(uri, root, segments, isCount, template, parameters);
            }
        }

        return new GraphRequest(uri, root, segments, isCount, template: null, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <exception cref="GraphRefusal">Graph would not understand the request.</exception>
    public void Check()
    {
        if (Operation == GraphOperation.Unknown || (Operation == GraphOperation.GetMeetingAttendanceReport && !IsBeta))
            throw GraphRefusal.NoSegment(_segments.Length == 0 ? "" : _segments[_segments.Length - 1]);

        if (Query.ContainsKey(""))
            throw GraphRefusal.BadRequest("The query has an option without a name.");

        if (IsCount && !IsOfMany(Operation))
            throw GraphRefusal.NoSegment("$count");

        var known = OperationQuery.Of(Operation, Kind).Options;
        var others = Query.Keys.Where(
            option => option[0] == '$' && option is not "$format" && !known.Contains(option, StringComparer.OrdinalIgnoreCase)
                && !(IsCount && option is "$filter"));
        if (others.FirstOrDefault() is { } unknown)
            throw GraphRefusal.BadRequest($"The query option '{unknown}' is not supported.");
        if (Query.TryGetValue("$format", out var format) && !format.StartsWith("json", StringComparison.OrdinalIgnoreCase)
            && !format.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw GraphRefusal.BadRequest($"The value '{format}' of the query option '$format' is not supported.");
        }

        _ = Top;
        _ = Skip;
    }

    /// <summary>The <c>@odata.context</c> of the answer, in which keys stand in parentheses.</summary>
    public string ContextFor(string signedInUserId)
    {
        var path = new List<string>();
        for (var i = 0; i < _segments.Length; i++)
        {
            if (_template!.IsKey(i))
                path[path.Count - 1] += $"('{_segments[i]}')";
            else if (!_template.IsFunction(i))
                path.Add(i == 0 && IsMe ? $"users('{signedInUserId}')" : _segments[i]);
        }

        // So it stands in Graph's own samples: an entity with a key goes without the suffix.
        var suffix = Operation == GraphOperation.GetMeetingAttendanceReport ? "/$entity" : "";
        return $"{_root}/$metadata#{string.Join("/", path)}{suffix}";
    }

    /// <summary>The address of the page that begins behind so many items, with all options of this one.</summary>
    public string LinkTo(int offset)
    {
        var options = Query
            .Where(option => option.Key is not ("$skip" or "$skiptoken"))
            .Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}&");
        return $"{_uri.GetLeftPart(UriPartial.Path)}?{string.Concat(options)}$skiptoken={offset}";
    }

    /// <summary>The address of the records behind those that a report carries in line.</summary>
    public string LinkToRecords(string reportId, int offset)
    {
        var parent = string.Join(
            "/",
            _segments.TakeWhile(segment => segment is not ("attendanceReports" or "meetingAttendanceReport")).Select(Uri.EscapeDataString));
        return $"{_root}/{parent}/attendanceReports/{Uri.EscapeDataString(reportId)}/attendanceRecords?$skiptoken={offset}";
    }

    private static GraphVersion? VersionOf(string root) =>
        root.EndsWith("/beta", StringComparison.Ordinal)
            ? GraphVersion.Beta
            : root.EndsWith("/v1.0", StringComparison.Ordinal) ? GraphVersion.V1 : null;

    private static IEnumerable<RouteTemplate> Owned(GraphOperation operation, string path) =>
        [new(operation, "me/" + path), new(operation, "users/{user}/" + path)];

    private static IEnumerable<RouteTemplate> OfEvents(GraphOperation operation, string path) =>
        [new(operation, "solutions/virtualEvents/webinars" + path), new(operation, "solutions/virtualEvents/townhalls" + path)];

    private static bool IsOfMany(GraphOperation operation) =>
        operation.ToString().StartsWith("List", StringComparison.Ordinal);

    // A slash at the end is no name, and a key is a name of its own wherever it stands.
    private static string[] SegmentsOf(IEnumerable<string> path)
    {
        var segments = new List<string>();
        foreach (var escaped in path)
        {
            var segment = Uri.UnescapeDataString(escaped);
            var open = segment.EndsWith("')", StringComparison.Ordinal) ? segment.IndexOf("('", StringComparison.Ordinal) : -1;
            if (open > 0 && Collections.Contains(segment.Substring(0, open), StringComparer.OrdinalIgnoreCase))
            {
                segments.Add(segment.Substring(0, open));
                segments.Add(segment.Substring(open + 2, segment.Length - open - 4).Replace("''", "'"));
            }
            else
            {
                segments.Add(segment);
            }
        }

        if (segments.Count > 1 && segments[segments.Count - 1].Length == 0)
            segments.RemoveAt(segments.Count - 1);
        return [.. segments];
    }

    private static Dictionary<string, string> ParseOptions(string query, bool needsDollar)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=');
            var name = Uri.UnescapeDataString(equals < 0 ? option : option.Substring(0, equals));
            if (!needsDollar && SystemOptions.Contains(name, StringComparer.OrdinalIgnoreCase))
                name = $"${name}";
            options[name] = equals < 0 ? "" : Uri.UnescapeDataString(option.Substring(equals + 1).Replace('+', ' '));
        }

        return options;
    }

    private string? Parameter(string name) => _parameters.TryGetValue(name, out var value) ? value : null;

    private int? Number(string option, int atLeast)
    {
        if (!Query.TryGetValue(option, out var text))
            return null;

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= atLeast
            ? number
            : throw GraphRefusal.BadRequest($"Invalid value '{text}' for {option} query option found.");
    }
}
