using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Attendance.Client.Testing.Internal;

/// <summary>The filter by which a meeting is found: one property, equal to one text.</summary>
internal sealed class MeetingFilter
{
    private static readonly Regex Equality = new(
        @"^\s*(?<property>[\w/]+)\s+eq\s+'(?<text>(?:[^']|'')*)'\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly string _property;
    private readonly string _text;

    private MeetingFilter(string property, string text)
    {
        _property = property;
        _text = text;
    }

    public bool IsByJoinWebUrl => _property == "JOINWEBURL";

    /// <exception cref="GraphRefusal">Graph would not understand the filter.</exception>
    public static MeetingFilter Parse(string? filter)
    {
        if (filter is null)
        {
            throw GraphRefusal.InvalidArgument(
                "One of the required parameters to lookup meeting by QueryOptions is null or empty");
        }

        var match = Equality.Match(filter);
        if (!match.Success)
        {
            throw filter.Count(letter => letter == '\'') % 2 == 1
                ? GraphRefusal.BadRequest($"There is an unterminated string literal at position {filter.Length} in '{filter}'.")
                : NoLookup();
        }

        var property = match.Groups["property"].Value;
        return property.ToUpperInvariant() is "JOINWEBURL" or "VIDEOTELECONFERENCEID" or "JOINMEETINGIDSETTINGS/JOINMEETINGID"
            ? new MeetingFilter(property.ToUpperInvariant(), match.Groups["text"].Value.Replace("''", "'"))
            : throw (new PropertyResolver(static _ => null, isFilter: true)
                .ResolveProperty(GraphSchema.TypeOf("onlineMeeting"), property.Split('/')[0]) is null
                ? GraphRefusal.NoProperty(property, "onlineMeeting")
                : NoLookup());
    }

    private static GraphRefusal NoLookup() =>
        GraphRefusal.InvalidArgument("Filter expression expected - /onlineMeetings?$filter={ParameterName} eq '{id}'.");

    public bool Matches(JsonObject meeting) => _text == (string?)(_property switch
    {
        "JOINWEBURL" => meeting["joinWebUrl"],
        "VIDEOTELECONFERENCEID" => meeting["videoTeleconferenceId"],
        _ => meeting["joinMeetingIdSettings"]?["joinMeetingId"],
    });
}
