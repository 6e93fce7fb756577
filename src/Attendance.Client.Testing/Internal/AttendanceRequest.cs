using System.Globalization;
using System.Text.RegularExpressions;

namespace Attendance.Client.Testing.Internal;

/// <summary>A request as Graph understands it. Reads the URL by itself, so that it can prove the client's routing wrong.</summary>
internal sealed class AttendanceRequest
{
    private static readonly Regex Path = new(
        "^(?<root>.*?/(?<version>v1\\.0|beta))/(?<parent>" +
        "(?:(?<me>me)|users/(?<user>[^/]+))/onlineMeetings/(?<meeting>[^/]+)|" +
        "solutions/virtualEvents/(?<events>webinars|townhalls)/(?<event>[^/]+)/sessions/(?<session>[^/]+))/" +
        "(?:(?<reports>attendanceReports)(?:/(?<report>[^/]+)(?<records>/attendanceRecords)?)?|(?<singular>meetingAttendanceReport))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    private static readonly HashSet<string> CollectionOptions = new(StringComparer.OrdinalIgnoreCase) { "$top", "$skip", "$skiptoken", "$select", "$expand", "$count" };
    private static readonly HashSet<string> EntityOptions = new(StringComparer.OrdinalIgnoreCase) { "$select", "$expand" };

    private readonly Uri _uri;
    private readonly Match _match;
    private readonly Dictionary<string, string> _options;

    private AttendanceRequest(Uri uri, Match match, Dictionary<string, string> options)
    {
        _uri = uri;
        _match = match;
        _options = options;
    }

    public bool IsBeta => _match.Groups["version"].Value.Equals("beta", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request is for the signed-in user's own meeting.</summary>
    public bool IsMe => _match.Groups["me"].Success;

    /// <summary>Id of the user in the path, or null where there is none.</summary>
    public string? UserId => Id("user");

    public bool IsCollection => Id("report") is null ? !IsSingular : AsksForRecords;

    public bool AsksForRecords => _match.Groups["records"].Success;

    /// <summary>Whether the request is for beta's deprecated singular path.</summary>
    public bool IsSingular => _match.Groups["singular"].Success;

    public string? ReportId => Id("report");

    public bool ExpandsRecords => List("$expand").Contains("attendanceRecords", StringComparer.OrdinalIgnoreCase);

    public bool Counts => _options.TryGetValue("$count", out var count) && count.Equals("true", StringComparison.OrdinalIgnoreCase);

    public int? Top => Number("$top", atLeast: 1);

    public int Skip => Number("$skiptoken", atLeast: 0) ?? Number("$skip", atLeast: 0) ?? 0;

    /// <summary>The <c>@odata.context</c> of the answer.</summary>
    public string Context
    {
        get
        {
            var path = _match.Groups["parent"].Value + _uri.AbsolutePath.Substring(_match.Groups["parent"].Index + _match.Groups["parent"].Length);
            return $"{Root}/$metadata#{Uri.UnescapeDataString(path)}{(IsCollection ? "" : "/$entity")}";
        }
    }

    private string Root => _uri.GetLeftPart(UriPartial.Authority) + _match.Groups["root"].Value;

    /// <exception cref="GraphRefusal">Graph would not understand the request.</exception>
    public static AttendanceRequest Parse(Uri uri)
    {
        var match = Path.Match(uri.AbsolutePath);
        var request = new AttendanceRequest(uri, match, ParseOptions(uri.Query));
        if (!match.Success || (request.IsSingular && !request.IsBeta))
            throw GraphRefusal.BadRequest($"Resource not found for the segment '{Uri.UnescapeDataString(uri.Segments[uri.Segments.Length - 1].Trim('/'))}'.");

        request.CheckOptions();
        return request;
    }

    /// <summary>What the reports belong to.</summary>
    public ResourceKey Key(string signedInUserId) => Id("meeting") is { } meeting
        ? ResourceKey.Meeting(UserId ?? signedInUserId, meeting)
        : ResourceKey.Session(_match.Groups["events"].Value, Id("event")!, Id("session")!);

    /// <summary>Whether the answer holds the member.</summary>
    public bool Selects(string member) => !_options.ContainsKey("$select") || List("$select").Contains(member, StringComparer.OrdinalIgnoreCase);

    /// <summary>The address of the page that begins behind so many items, with all options of this one.</summary>
    public string LinkTo(int offset)
    {
        var options = _options
            .Where(option => option.Key is not ("$skip" or "$skiptoken"))
            .Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}&");
        return $"{_uri.GetLeftPart(UriPartial.Path)}?{string.Concat(options)}$skiptoken={offset}";
    }

    /// <summary>The address of the records behind those that a report carries in line.</summary>
    public string LinkToRecords(string reportId, int offset)
    {
        var parent = _match.Groups["parent"].Value;
        return $"{Root}/{parent}/attendanceReports/{Uri.EscapeDataString(reportId)}/attendanceRecords?$skiptoken={offset}";
    }

    private static Dictionary<string, string> ParseOptions(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var option in query.TrimStart('?').Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=');
            var name = Uri.UnescapeDataString(equals < 0 ? option : option.Substring(0, equals));
            options[name] = equals < 0 ? "" : Uri.UnescapeDataString(option.Substring(equals + 1));
        }

        return options;
    }

    private void CheckOptions()
    {
        var known = IsCollection ? CollectionOptions : EntityOptions;
        if (_options.Keys.FirstOrDefault(option => !known.Contains(option)) is { } unknown)
            throw GraphRefusal.BadRequest($"The query option '{unknown}' is not supported.");

        var type = AsksForRecords ? "attendanceRecord" : "meetingAttendanceReport";
        var members = AsksForRecords ? WireJson.RecordMembers : WireJson.ReportMembers;
        var properties = List("$select").Concat(AsksForRecords ? List("$expand") : List("$expand").Where(item => !item.Equals("attendanceRecords", StringComparison.OrdinalIgnoreCase)));
        if (properties.FirstOrDefault(property => !members.Contains(property, StringComparer.OrdinalIgnoreCase)) is { } missing)
            throw GraphRefusal.BadRequest($"Could not find a property named '{missing}' on type 'microsoft.graph.{type}'.");

        _ = Top;
        _ = Skip;
    }

    private string? Id(string group) => _match.Groups[group] is { Success: true, Value: var id } ? Uri.UnescapeDataString(id) : null;

    private string[] List(string option) =>
        _options.TryGetValue(option, out var list) ? [.. list.Split(',').Select(item => item.Trim())] : [];

    private int? Number(string option, int atLeast)
    {
        if (!_options.TryGetValue(option, out var text))
            return null;

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= atLeast
            ? number
            : throw GraphRefusal.BadRequest($"Invalid value '{text}' for {option} query option found.");
    }
}
