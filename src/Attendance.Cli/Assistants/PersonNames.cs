using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Attendance.Client.Analysis;

namespace Attendance.Cli;

/// <summary>What people are called in answers: by name and address, or by a number that stays theirs as long as the tool runs.</summary>
/// <param name="leavesOut">Whether names and addresses are left out.</param>
internal sealed partial class PersonNames(bool leavesOut)
{
    private const string LeftOut = "(address left out)";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private int _count;

    /// <summary>Whether names and addresses are left out.</summary>
    public bool AreLeftOut => leavesOut;

    /// <summary>Begins what is said of a person.</summary>
    /// <param name="key">What tells the person from all others, or null where nothing does.</param>
    /// <param name="place">What tells somebody without a key from all others: where they stand in the answer.</param>
    /// <param name="name">The name, or null where it is not known.</param>
    /// <param name="address">The e-mail address, or null where it is not known.</param>
    public JsonObject Of(string? key, string place, string? name, string? address) => leavesOut
        ? new JsonObject { ["person"] = NumberOf(key, place, address) }
        : new JsonObject { ["name"] = AnswerJson.Of(name), ["email"] = AnswerJson.Of(address) };

    /// <summary>The summary, as far as it may be drawn.</summary>
    public AttendanceSummary Drawn(AttendanceSummary summary, string place) => !leavesOut ? summary : summary with
    {
        Attendees =
        [
            .. summary.Attendees.Select((attendee, index) => attendee with
            {
                Key = null,
                DisplayName = $"Person {CellText.Of(NumberOf(attendee.Key, $"{place} {index}", attendee.EmailAddress))}",
                EmailAddress = null,
                Identity = null,
                Records = [.. attendee.Records.Select(record => record with { Identity = null, EmailAddress = null })],
                Expected = null,
                Suggestions = [],
            }),
        ],
    };

    /// <summary>A text in which somebody's address may stand, as what Graph says of an error.</summary>
    public string Of(string text) => leavesOut ? Address().Replace(text, LeftOut) : text;

    // Whoever is known by an id in one answer may be by the address in another.
    private int NumberOf(string? key, string place, string? address)
    {
        string[] keys = [key ?? place, .. address is null ? [] : new[] { $"email:{address}" }];
        lock (_lock)
        {
            var known = keys.Where(_numbers.ContainsKey).Select(one => _numbers[one]).FirstOrDefault();
            var number = known == 0 ? ++_count : known;
            foreach (var one in keys)
                _numbers.TryAdd(one, number);

            return number;
        }
    }

    // The id of a chat has the form of an address, and is none.
    [GeneratedRegex(
        @"[\w.+'#-]+(@|%40)(?!thread\.)[\w-]+(\.[\w-]+)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
